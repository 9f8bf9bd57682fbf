package nl.respijt.gemeente;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it stands in an address: lower-case ASCII letters, digits and single hyphens. */
public final class Slug {
    private Slug() {}

    /** Empty for a name without a single Latin letter or digit. */
    public static String van(String naam) {
        return Normalizer.normalize(naam, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
