package nl.respijt.agenda;

/** Whose calendar a stored secret opens. */
public enum AgendaSoort {
    GASTHEER,
    HUIS,
    GROEP,
    MEDEWERKER,
    MAKELAAR;

    /** The word in the database and the API. */
    public String woord() {
        return switch (this) {
            case GASTHEER -> "gastheer";
            case HUIS -> "huis";
            case GROEP -> "groep";
            case MEDEWERKER -> "medewerker";
            case MAKELAAR -> "makelaar";
        };
    }

    /** @throws IllegalArgumentException for a word that is no soort */
    public static AgendaSoort van(String woord) {
        for (var soort : values()) {
            if (soort.woord().equals(woord)) {
                return soort;
            }
        }
        throw new IllegalArgumentException("no agendasoort: " + woord);
    }
}
