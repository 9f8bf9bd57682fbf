package nl.respijt.rooster.voorstel;

import java.util.Locale;

/** What a place of a proposal does to the roster as it is. */
public enum Verandering {
    BLIJFT(false),
    LEEG(false),
    NIEUW(true),
    /** Goes from one gastheer to another. */
    ANDER(true),
    VERVALT(true);

    private final boolean verandering;

    Verandering(boolean verandering) {
        this.verandering = verandering;
    }

    public boolean isVerandering() {
        return verandering;
    }

    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }
}
