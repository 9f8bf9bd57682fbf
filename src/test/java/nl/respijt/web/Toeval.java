package nl.respijt.web;

import java.util.regex.Pattern;

/**
 * What is drawn anew in every run: keys and tokens in addresses, ids, and the port the service got. Whoever looks for a
 * short word that must not be there ("Ans", "65") would find it in these now and then, and that says nothing.
 */
public final class Toeval {
    private static final Pattern GELOOT = Pattern.compile("""
            localhost:\\d+\
            |[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\
            |(?=[\\w-]*\\d)(?=[\\w-]*[A-Z])(?=[\\w-]*[a-z])[\\w-]{22,}""");

    private Toeval() {}

    /** A page, mail or calendar as it is, but for what chance wrote in it. */
    public static String uit(String tekst) {
        return GELOOT.matcher(tekst).replaceAll("…");
    }
}
