package nl.respijt.agenda;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a key: what we keep of it, in memory and in the database. */
record Vingerafdruk(long a, long b, long c, long d) {
    static Vingerafdruk van(String sleutel) {
        return van(sleutel.getBytes(StandardCharsets.UTF_8));
    }

    static Vingerafdruk van(byte[] inhoud) {
        var buffer = ByteBuffer.wrap(sha256().digest(inhoud));
        return new Vingerafdruk(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fout) {
            throw new IllegalStateException("every Java platform has SHA-256", fout);
        }
    }
}
