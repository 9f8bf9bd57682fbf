package nl.respijt.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an e-mail address into the one form in which we keep and compare them. */
public final class EmailAdres {
    public static final int MAX_LENGTE = 254;

    private static final Pattern ADRES =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,63}");

    private EmailAdres() {}

    /** Lower case, or nothing when this is no address. */
    public static Optional<String> lees(String getypt) {
        var adres = getypt.strip().toLowerCase(Locale.ROOT);
        return adres.length() <= MAX_LENGTE && ADRES.matcher(adres).matches() ? Optional.of(adres) : Optional.empty();
    }
}
