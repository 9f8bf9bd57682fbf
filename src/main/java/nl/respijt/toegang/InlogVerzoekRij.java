package nl.respijt.toegang;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shape of a row. */
public record InlogVerzoekRij(UUID id, @Nullable String email, String taal, Instant verlooptOp) {
    Optional<String> adres() {
        return Optional.ofNullable(email);
    }
}
