package nl.respijt.lotgenotengroep;

/** Where a group is in its life (domain.md "Lotgenotengroepen"). */
public enum Groepsstatus {
    IN_OPRICHTING("in_oprichting"),
    LOOPT("loopt"),
    /** An older group that begins again, with meeting and health first. */
    DOORSTART("doorstart"),
    GESTOPT("gestopt");

    private final String woord;

    Groepsstatus(String woord) {
        this.woord = woord;
    }

    /** The word in the database. */
    public String woord() {
        return woord;
    }

    /** The word in the API and the bundles. */
    public String naam() {
        return woord.replace('_', '-');
    }

    /** @throws IllegalArgumentException for a word that is no status */
    public static Groepsstatus van(String woord) {
        for (var status : values()) {
            if (status.woord.equals(woord) || status.naam().equals(woord)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no groepsstatus: " + woord);
    }
}
