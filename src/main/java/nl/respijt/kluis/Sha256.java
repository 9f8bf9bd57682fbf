package nl.respijt.kluis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: what says that two texts are the same, and nothing of what they say. */
public final class Sha256 {
    private Sha256() {}

    public static byte[] van(String tekst) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(tekst.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same in hexadecimal. */
    public static String hex(String tekst) {
        return HexFormat.of().formatHex(van(tekst));
    }
}
