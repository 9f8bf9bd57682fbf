package nl.respijt.boeking;

import java.security.SecureRandom;

/**
 * The short code of a booking, to say over the phone or at the door: RSP- and six signs, none of which sounds or looks
 * like another (no 0 O 1 I L U). It opens nothing by itself.
 */
public final class Code {
    private static final String TEKENS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom TOEVAL = new SecureRandom();

    private Code() {}

    public static String nieuw() {
        var code = new StringBuilder("RSP-");
        for (var i = 0; i < 6; i++) {
            code.append(TEKENS.charAt(TOEVAL.nextInt(TEKENS.length())));
        }
        return code.toString();
    }
}
