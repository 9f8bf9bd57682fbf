package nl.respijt.boeking;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.kluis.Sha256;
import org.jdbi.v3.core.Handle;

/** Asking twice is asking once: what was answered to a request with a key, kept for 24 hours in its transaction. */
@Singleton
public final class Antwoorden {
    /** What a key says when it was used before. */
    public sealed interface Eerder<T> {
        /** The answer of then, about this thing. */
        record Gegeven<T>(UUID id, T antwoord) implements Eerder<T> {}

        /** It was for another wish. */
        record AndereInhoud<T>() implements Eerder<T> {}
    }

    private final Transacties transacties;
    private final IdempotentieRepository antwoorden;
    private final ObjectMapper json;

    Antwoorden(Transacties transacties, IdempotentieRepository antwoorden, ObjectMapper json) {
        this.transacties = transacties;
        this.antwoorden = antwoorden;
        this.json = json;
    }

    /** SHA-256 of all that is asked: the same key with another print is another request. */
    public static byte[] vingerafdruk(String... delen) {
        return Sha256.van(String.join("\u0000", delen));
    }

    /** The answer that this key was given before; a key that is too old is forgotten and counts for nothing. */
    public <T> Optional<Eerder<T>> eerder(String sleutel, byte[] vingerafdruk, Class<T> soort, Instant nu) {
        return transacties.lees(handle -> antwoorden.find(handle, sleutel)).flatMap(rij -> {
            if (rij.isVerlopen(nu)) {
                transacties.schrijf(handle -> antwoorden.wisVerlopen(handle, nu));
                return Optional.empty();
            }
            return Optional.of(
                    rij.vingerafdruk().equals(HexFormat.of().formatHex(vingerafdruk))
                            ? new Eerder.Gegeven<>(rij.boekingId(), lees(rij.antwoord(), soort))
                            : new Eerder.AndereInhoud<>());
        });
    }

    /** In the transaction of what is answered. */
    public void bewaar(Handle handle, String sleutel, byte[] vingerafdruk, UUID id, Object antwoord, Instant nu) {
        antwoorden.insert(handle, sleutel, vingerafdruk, id, schrijf(antwoord), nu);
    }

    String schrijf(Object antwoord) {
        try {
            return json.writeValueAsString(antwoord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T lees(String antwoord, Class<T> soort) {
        try {
            return Objects.requireNonNull(json.readValue(antwoord, soort), "an answer we kept");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
