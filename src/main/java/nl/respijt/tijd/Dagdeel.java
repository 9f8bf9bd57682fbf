package nl.respijt.tijd;

import java.time.LocalTime;

/** A half day as people plan it; its usual hours are the gemeente's ({@link Dagdelen}), never longer than four. */
public enum Dagdeel {
    OCHTEND,
    MIDDAG,
    AVOND;

    private static final LocalTime NOEN = LocalTime.of(12, 30);
    private static final LocalTime AVONDVAL = LocalTime.of(18, 0);

    /** The word in the database, the API and the bundles. */
    public String woord() {
        return switch (this) {
            case OCHTEND -> "ochtend";
            case MIDDAG -> "middag";
            case AVOND -> "avond";
        };
    }

    /** What people would call a time that starts then; for a moment that was moved to hours of its own. */
    public static Dagdeel bij(LocalTime begin) {
        return begin.isBefore(NOEN) ? OCHTEND : begin.isBefore(AVONDVAL) ? MIDDAG : AVOND;
    }

    /** @throws IllegalArgumentException for a word that is no dagdeel */
    public static Dagdeel van(String woord) {
        for (var dagdeel : values()) {
            if (dagdeel.woord().equals(woord)) {
                return dagdeel;
            }
        }
        throw new IllegalArgumentException("no dagdeel: " + woord);
    }
}
