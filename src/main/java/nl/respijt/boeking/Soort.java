package nl.respijt.boeking;

/** The form of respite a moment belongs to. */
public enum Soort {
    HUIS,
    GROEP,
    THUIS;

    /** The word in the database, the API and the bundles. */
    public String woord() {
        return switch (this) {
            case HUIS -> "huis";
            case GROEP -> "groep";
            case THUIS -> "thuis";
        };
    }

    /** @throws IllegalArgumentException for a word that is no soort */
    public static Soort van(String woord) {
        for (var soort : values()) {
            if (soort.woord().equals(woord)) {
                return soort;
            }
        }
        throw new IllegalArgumentException("no soort: " + woord);
    }
}
