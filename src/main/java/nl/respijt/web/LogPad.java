package nl.respijt.web;

import java.util.regex.Pattern;

/**
 * The path of a request as a log may hold it. Addresses here can be keys, and anyone can write anything behind a slash;
 * so what stays is what surely is a word of ours, an id or a date, and the rest is three stars. No question, no line end.
 */
public final class LogPad {
    private static final String STERREN = "***";
    private static final int LANGST = 200;

    /** Words of addresses, slugs and file names: no capitals, hardly a digit, not long. */
    private static final Pattern WOORD = Pattern.compile("(?!(?:[^0-9]*[0-9]){3})[a-z0-9.-]{1,40}");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATUM = Pattern.compile("[0-9]{4}-(W?[0-9]{2})(-[0-9]{2})?");
    private static final Pattern BESTAND = Pattern.compile("[a-z0-9.-]{1,60}\\.(css|js|woff2|svg|png|ico)");

    private LogPad() {}

    public static String veilig(String adres) {
        var einde = adres.indexOf('?');
        var pad = einde < 0 ? adres : adres.substring(0, einde);
        var uit = new StringBuilder();
        var vorige = "";
        for (var deel : pad.split("/", -1)) {
            if (uit.length() > LANGST) {
                return uit.append(STERREN).toString();
            }
            if (!deel.isEmpty()) {
                uit.append('/').append(isVanOns(vorige, deel) ? deel : STERREN);
            }
            vorige = deel;
        }
        return uit.isEmpty() ? "/" : uit.toString();
    }

    private static boolean isVanOns(String vorige, String deel) {
        return WOORD.matcher(deel).matches()
                || ID.matcher(deel).matches()
                || DATUM.matcher(deel).matches()
                || (vorige.equals("static") && BESTAND.matcher(deel).matches());
    }
}
