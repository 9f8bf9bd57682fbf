package nl.respijt.boeking;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.kluis.Sha256;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

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

    /** What somebody asks, with the key and the print of all that is asked. */
    public interface Wens {
        String sleutel();

        byte[] vingerafdruk();
    }

    /** What is done for a wish, in one transaction; it keeps its answer with {@link #bewaar}. */
    @FunctionalInterface
    public interface Werk<R> {
        R doe(Handle handle, Instant nu);
    }

    private static final int POGINGEN = 5;

    /** What somebody else's change breaks in any wish of somebody who is known by a contact. */
    private static final Set<String> BOTSING = Set.of("contact_pkey", "idempotentie_pkey", "boeking_code_uniek");

    private final Transacties transacties;
    private final IdempotentieRepository antwoorden;
    private final Gevolgen gevolgen;
    private final Klok klok;
    private final ObjectMapper json;

    Antwoorden(
            Transacties transacties,
            IdempotentieRepository antwoorden,
            Gevolgen gevolgen,
            Klok klok,
            ObjectMapper json) {
        this.transacties = transacties;
        this.antwoorden = antwoorden;
        this.gevolgen = gevolgen;
        this.klok = klok;
        this.json = json;
    }

    /**
     * Does it, unless it was done before. Where a change of somebody else came between, it looks again.
     *
     * @param eerder what the answer of then is now
     * @param regels the constraints of the feature that only say: look again
     * @param nogBezig when others hold what is asked for too long
     */
    public <T, R> R eenKeer(
            Wens wens, Class<T> soort, Function<Eerder<T>, R> eerder, Werk<R> werk, Set<String> regels, R nogBezig) {
        for (var poging = 1; poging <= POGINGEN; poging++) {
            var nu = klok.instant();
            var gegeven = eerder(wens.sleutel(), wens.vingerafdruk(), soort, nu);
            if (gegeven.isPresent()) {
                return eerder.apply(gegeven.get());
            }
            try {
                var resultaat = transacties.schrijf(handle -> werk.doe(handle, nu));
                gevolgen.na();
                return resultaat;
            } catch (JdbiException fout) {
                var schending = Schending.van(fout).orElseThrow(() -> fout);
                if (schending.isWachttijdVoorbij()) {
                    return nogBezig;
                }
                if (Stream.concat(BOTSING.stream(), regels.stream()).noneMatch(schending::schendt)) {
                    throw fout;
                }
            }
        }
        return nogBezig;
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

    /** What was answered to this key about this thing; empty for any other. */
    public <T> Optional<T> over(String sleutel, UUID id, Class<T> soort) {
        return transacties
                .lees(handle -> antwoorden.find(handle, sleutel))
                .filter(rij -> rij.boekingId().equals(id))
                .map(rij -> lees(rij.antwoord(), soort));
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
