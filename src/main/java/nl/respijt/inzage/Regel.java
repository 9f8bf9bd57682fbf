package nl.respijt.inzage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shape of a row, and what its hash is over. */
public record Regel(
        LocalDate dag,
        long nummer,
        Instant op,
        String gebeurtenis,
        String actor,
        String naam,
        String rol,
        String organisatie,
        @Nullable String namens,
        UUID betrokkene,
        String object,
        @Nullable UUID objectId,
        String handeling,
        String grond,
        @Nullable String reden,
        UUID verzoek) {

    /** Where the chain of the first day of all begins. */
    static byte[] begin(LocalDate dag) {
        return sha256().digest(("inzage:" + dag).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the chain of a day begins: after a line of the day that was opened before it. */
    static byte[] begin(LocalDate dag, LocalDate naDag, long naRegels, byte[] naHash) {
        var som = sha256();
        som.update("inzage:%s:%s:%d:".formatted(dag, naDag, naRegels).getBytes(StandardCharsets.UTF_8));
        return som.digest(naHash);
    }

    /** SHA-256 over the hash of the line before and every field with its length, so that no two lines read the same. */
    byte[] hash(byte[] vorige) {
        var som = sha256();
        som.update(vorige);
        Object[] velden = {
            dag,
            nummer,
            ChronoUnit.MICROS.between(Instant.EPOCH, op), // as fine as the database keeps it
            gebeurtenis,
            actor,
            naam,
            rol,
            organisatie,
            namens,
            betrokkene,
            object,
            objectId,
            handeling,
            grond,
            reden,
            verzoek
        };
        for (var veld : velden) {
            var bytes = veld == null ? new byte[0] : veld.toString().getBytes(StandardCharsets.UTF_8);
            som.update(((veld == null ? "-" : String.valueOf(bytes.length)) + ":").getBytes(StandardCharsets.UTF_8));
            som.update(bytes);
        }
        return som.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
