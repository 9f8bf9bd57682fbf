package nl.respijt.lotgenotengroep;

import java.util.Locale;

/** For whom a group is, as far as its page differs by it. */
public enum Groepssoort {
    AMWAHT,
    NAH,
    JONG,
    OVERIG;

    /** The word in the database and the bundles; never in an address. */
    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Groepssoort van(String woord) {
        return valueOf(woord.toUpperCase(Locale.ROOT));
    }
}
