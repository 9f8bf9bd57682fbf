package nl.respijt.toegang;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shape of a row. */
public record AccountRij(
        UUID id,
        String rol,
        String naam,
        String email,
        @Nullable String organisatie,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable UUID persoonId,
        @Nullable Instant geblokkeerdOp) {
    Account account() {
        return new Account(
                id,
                Rol.van(rol),
                naam,
                email,
                Optional.ofNullable(organisatie),
                issuer == null || subject == null
                        ? Optional.empty()
                        : Optional.of(new Account.Identiteit(issuer, subject)),
                Optional.ofNullable(persoonId),
                Optional.ofNullable(geblokkeerdOp));
    }
}
