package nl.respijt.agenda;

import java.util.List;
import java.util.Locale;

/** How the bytes of a feed travel. */
enum Codering {
    GEWOON,
    GZIP;

    /** What the reader accepts, RFC 9110 12.5.3; gzip whenever it may be. */
    static Codering voor(List<String> acceptEncoding) {
        var ster = false;
        for (var kop : acceptEncoding) {
            for (var keuze : kop.toLowerCase(Locale.ROOT).split(",")) {
                var delen = keuze.split(";", 2);
                var naam = delen[0].strip();
                var mag = delen.length == 1 || !isNul(delen[1]);
                if (naam.equals("gzip") || naam.equals("x-gzip")) {
                    return mag ? GZIP : GEWOON;
                }
                ster |= mag && naam.equals("*");
            }
        }
        return ster ? GZIP : GEWOON;
    }

    private static boolean isNul(String gewicht) {
        return gewicht.replace(" ", "").matches("q=0(\\.0*)?");
    }
}
