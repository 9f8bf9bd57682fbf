package nl.respijt.kortverblijf.doorlooptijd;

import java.util.Locale;

/** A point on the road, and how long it takes to get there from the first question; only the last one counts differently. */
public enum Stap {
    /** The intake was sent. */
    VERZONDEN,
    /** A house offered a bed. */
    AANBOD,
    /** The carer chose one. */
    KEUZE,
    /** The first night, in whole days by the calendar; of stays that are certain or were. */
    NACHT,
    /** Beside it: from telling the gemeente to its decision, in whole days; by law eight weeks at most. */
    BESLUIT;

    /** Whether it is counted by the calendar, not by the clock. */
    boolean isInDagen() {
        return this == NACHT || this == BESLUIT;
    }

    /** The word in the API and the bundles. */
    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }
}
