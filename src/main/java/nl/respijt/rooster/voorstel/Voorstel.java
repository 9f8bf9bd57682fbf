package nl.respijt.rooster.voorstel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A roster that was asked for: which weeks, by whom and how far it is. {@code teDoen} is how many changes in it are not
 * published yet.
 */
public record Voorstel(
        VoorstelId id,
        LocalDate van,
        int weken,
        boolean opnieuw,
        Status status,
        int voortgang,
        String door,
        Instant op,
        int teDoen) {
    public static final int MINSTE_WEKEN = 4;
    public static final int MEESTE_WEKEN = 12;

    /** How it stands. */
    public enum Status {
        REKENT,
        KLAAR,
        GESTOPT,
        MISLUKT,
        GEPUBLICEERD;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT));
        }
    }

    /** The first day after it. */
    public LocalDate tot() {
        return van.plusWeeks(weken);
    }

    public boolean isUitgerekend() {
        return status == Status.KLAAR || status == Status.GEPUBLICEERD;
    }
}
