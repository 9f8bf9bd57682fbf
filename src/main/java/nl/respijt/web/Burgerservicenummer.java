package nl.respijt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds a citizen service number (BSN) in what somebody typed: nine digits that pass the "11-proef", together or in
 * groups with the same mark between them. We may not keep one, so no text with one comes in.
 */
final class Burgerservicenummer {
    private static final int CIJFERS = 9;

    /** An id as programs write it (RFC 9562, also without its dashes): the digits in it are nobody's number. */
    private static final Pattern ID = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])[0-9a-fA-F]{8}(-?)(?:[0-9a-fA-F]{4}\\1){3}[0-9a-fA-F]{12}(?![\\p{L}\\p{Nd}])");

    /** Digits with what people put between groups of them; a plus in front makes it a phone number. */
    private static final Pattern REEKS = Pattern.compile("\\+?\\p{Nd}+(?:[\\s\\u00A0\\u202F./_-]{1,3}\\p{Nd}+)*");

    private static final Pattern GROEP = Pattern.compile("\\p{Nd}+");

    /** A run of digits, and the mark before it. */
    private record Groep(String cijfers, String teken) {}

    private Burgerservicenummer() {}

    static boolean zitIn(String tekst) {
        return tekst.codePoints().filter(Character::isDigit).count() >= CIJFERS && zitInReeks(tekst);
    }

    private static boolean zitInReeks(String tekst) {
        return REEKS.matcher(ID.matcher(tekst).replaceAll("id"))
                .results()
                .map(reeks -> reeks.group())
                .filter(reeks -> !reeks.startsWith("+"))
                .anyMatch(reeks -> zitIn(groepen(reeks)));
    }

    private static List<Groep> groepen(String reeks) {
        var groepen = new ArrayList<Groep>();
        var tot = 0;
        var zoeker = GROEP.matcher(reeks);
        while (zoeker.find()) {
            groepen.add(new Groep(gewoon(zoeker.group()), reeks.substring(tot, zoeker.start())));
            tot = zoeker.end();
        }
        return groepen;
    }

    /** Any stretch of groups that together are nine digits. */
    private static boolean zitIn(List<Groep> groepen) {
        for (var eerste = 0; eerste < groepen.size(); eerste++) {
            var cijfers = groepen.get(eerste).cijfers();
            for (var volgende = eerste + 1; volgende < groepen.size() && cijfers.length() < CIJFERS; volgende++) {
                if (!groepen.get(volgende)
                        .teken()
                        .equals(groepen.get(eerste + 1).teken())) {
                    break;
                }
                cijfers += groepen.get(volgende).cijfers();
            }
            if (isBsn(cijfers)) {
                return true;
            }
        }
        return false;
    }

    /** Digits of any script as 0 to 9. */
    private static String gewoon(String cijfers) {
        return cijfers.codePoints()
                .map(teken -> '0' + Character.digit(teken, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The "11-proef": 9·a + 8·b + … + 2·h − i is a multiple of eleven. */
    private static boolean isBsn(String cijfers) {
        if (cijfers.length() != CIJFERS || cijfers.equals("000000000")) {
            return false;
        }
        var som = -(cijfers.charAt(CIJFERS - 1) - '0');
        for (var plek = 0; plek < CIJFERS - 1; plek++) {
            som += (CIJFERS - plek) * (cijfers.charAt(plek) - '0');
        }
        return som % 11 == 0;
    }
}
