package nl.respijt.agenda;

import java.nio.charset.StandardCharsets;

/**
 * Content lines, RFC 5545 3.1: at most 75 octets each, CRLF at the end. A longer one goes on behind CRLF and a space,
 * never broken inside a character (readers that decode line by line would see rubbish) nor inside an escape.
 */
final class ICalRegels {
    private static final int OCTETTEN = 75;

    private final StringBuilder uit = new StringBuilder(4096);

    /** Lines that are known to be short, as they are. */
    void vast(String regels) {
        uit.append(regels);
    }

    void regel(String naam, String waarde) {
        regel(naam + waarde);
    }

    byte[] bytes() {
        return uit.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void regel(String inhoud) {
        var octetten = 0;
        for (var i = 0; i < inhoud.length(); ) {
            var einde = eindeVanEenheid(inhoud, i);
            var breedte = octetten(inhoud, i, einde);
            if (octetten + breedte > OCTETTEN) {
                uit.append("\r\n ");
                octetten = 1;
            }
            uit.append(inhoud, i, einde);
            octetten += breedte;
            i = einde;
        }
        uit.append("\r\n");
    }

    private static int eindeVanEenheid(String inhoud, int begin) {
        var teken = inhoud.codePointAt(begin);
        var einde = begin + Character.charCount(teken);
        return teken == '\\' && einde < inhoud.length() ? inhoud.offsetByCodePoints(einde, 1) : einde;
    }

    private static int octetten(String inhoud, int begin, int einde) {
        var som = 0;
        for (var i = begin; i < einde; ) {
            var teken = inhoud.codePointAt(i);
            som += teken < 0x80 ? 1 : teken < 0x800 ? 2 : teken < 0x10000 ? 3 : 4;
            i += Character.charCount(teken);
        }
        return som;
    }
}
