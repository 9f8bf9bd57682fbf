package nl.respijt.rooster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import nl.respijt.boeking.Moment;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;

/**
 * One gastheer on one openstelling. While it is active its time is that of the moment; one that is over keeps the time it
 * had. {@code versie} rises with each change and is the SEQUENCE of its calendar entry.
 */
public record Dienst(
        DienstId id,
        Moment moment,
        Gastheer gastheer,
        Status status,
        LocalDate datum,
        Dagdeel dagdeel,
        Tijdvak tijdvak,
        int versie,
        Instant gewijzigdOp) {

    /** How it stands; the first two are active, and nobody is on two active diensten at once. */
    public enum Status {
        GEPLAND,
        BEVESTIGD,
        AFGEMELD,
        VERVALLEN;

        /** The word in the database and the API. */
        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isActief() {
        return status == Status.GEPLAND || status == Status.BEVESTIGD;
    }

    public boolean isBegonnen(Instant nu) {
        return !nu.isBefore(tijdvak.van());
    }
}
