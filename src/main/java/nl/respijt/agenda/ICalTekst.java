package nl.respijt.agenda;

/** Text as iCalendar can carry it. */
final class ICalTekst {
    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private ICalTekst() {}

    /**
     * The text without what no reader should see: every kind of newline becomes {@code \n}, a run of spaces and tabs
     * one space (so that folding never makes a blank line, which iCloud refuses), and control characters and halves of
     * surrogate pairs go.
     */
    static String schoon(String tekst) {
        var uit = new StringBuilder(tekst.length());
        for (var i = 0; i < tekst.length(); ) {
            var teken = tekst.codePointAt(i);
            i += Character.charCount(teken);
            if (teken == '\r' && i < tekst.length() && tekst.charAt(i) == '\n') {
                continue;
            }
            if (isRegeleinde(teken)) {
                uit.append('\n');
            } else if (teken == ' ' || teken == '\t') {
                if (uit.isEmpty() || uit.charAt(uit.length() - 1) != ' ') {
                    uit.append(' ');
                }
            } else if (!Character.isISOControl(teken) && Character.getType(teken) != Character.SURROGATE) {
                uit.appendCodePoint(teken);
            }
        }
        return uit.toString().strip();
    }

    /** Clean text as the value of a property of type TEXT, RFC 5545 3.3.11. */
    static String waarde(String tekst) {
        var schoon = schoon(tekst);
        var uit = new StringBuilder(schoon.length() + 16);
        for (var i = 0; i < schoon.length(); i++) {
            var teken = schoon.charAt(i);
            switch (teken) {
                case '\\', ';', ',' -> uit.append('\\').append(teken);
                case '\n' -> uit.append("\\n");
                default -> uit.append(teken);
            }
        }
        return uit.toString();
    }

    /** Clean text as a quoted parameter value, RFC 6868. */
    static String parameter(String tekst) {
        return '"' + schoon(tekst).replace("^", "^^").replace("\n", "^n").replace("\"", "^'") + '"';
    }

    private static boolean isRegeleinde(int teken) {
        return teken == '\n'
                || teken == '\r'
                || teken == NEXT_LINE
                || teken == LINE_SEPARATOR
                || teken == PARAGRAPH_SEPARATOR;
    }
}
