package nl.respijt.agenda;

import java.util.Optional;
import java.util.regex.Pattern;

/** The path a calendar is read at. The key in it is a secret, so no log may show it. */
public final class AgendaPad {
    private static final String BEGIN = "/agenda/";
    private static final String EIND = ".ics";
    private static final Pattern SLEUTEL = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,199}");
    private static final Pattern GEHEIM = Pattern.compile("/agenda/[^\\s\"?#]+");

    private AgendaPad() {}

    /** A path, or any line of a log, with {@code /agenda/***} for each key in it. */
    public static String gemaskeerd(String tekst) {
        return tekst.contains(BEGIN) ? GEHEIM.matcher(tekst).replaceAll("/agenda/***") : tekst;
    }

    /** The key in a raw path, if it could be one; not percent-decoded, so that each calendar has one address only. */
    static Optional<String> sleutel(String pad) {
        var begin = pad.lastIndexOf(BEGIN);
        if (begin < 0 || !pad.endsWith(EIND) || begin + BEGIN.length() > pad.length() - EIND.length()) {
            return Optional.empty();
        }
        return Optional.of(pad.substring(begin + BEGIN.length(), pad.length() - EIND.length()))
                .filter(sleutel -> SLEUTEL.matcher(sleutel).matches());
    }
}
