package nl.respijt.inzage;

/** Why somebody may look. */
public enum Grond {
    /** It is part of the work of that day: a list, an openstelling, a person who is being helped. */
    EIGEN_WERK("eigen-werk"),
    /** The appointment itself, to make or change it for the mantelzorger. */
    AFSPRAAK("afspraak"),
    /** The key of the appointment, which the mantelzorger gave. */
    SLEUTEL("sleutel"),
    BELLEN("bellen"),
    ZOEKEN("zoeken"),
    /** Whether a booking that just came in is a carer's. */
    NAKIJKEN("nakijken"),
    /** Outside the own work, with a reason that was typed. */
    REDEN("reden"),
    /** To see whether others looked rightly. */
    CONTROLE("controle");

    private final String woord;

    Grond(String woord) {
        this.woord = woord;
    }

    public String woord() {
        return woord;
    }
}
