package nl.respijt.bericht;

/** The road by which a message reaches a person, or a system of others. */
public enum Kanaal {
    MAIL("mail"),
    BELLEN("bellen"),
    /** To where the gemeente keeps its zaken. */
    ZAAK("zaak");

    private final String woord;

    Kanaal(String woord) {
        this.woord = woord;
    }

    /** The word in the database. */
    public String woord() {
        return woord;
    }

    static Kanaal van(String woord) {
        for (var kanaal : values()) {
            if (kanaal.woord.equals(woord)) {
                return kanaal;
            }
        }
        throw new IllegalArgumentException("no kanaal: " + woord);
    }
}
