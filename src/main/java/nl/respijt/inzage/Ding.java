package nl.respijt.inzage;

/** What of a person was seen. */
public enum Ding {
    AFSPRAAK("afspraak"),
    GEGEVENS("gegevens"),
    HULPWENS("hulpwens"),
    PLAN_B("plan-b"),
    /** What was told of care, to find a house. */
    ZORG("zorg"),
    OVERDRACHT("overdracht"),
    BELTAAK("beltaak"),
    INZAGE("inzage");

    private final String woord;

    Ding(String woord) {
        this.woord = woord;
    }

    public String woord() {
        return woord;
    }
}
