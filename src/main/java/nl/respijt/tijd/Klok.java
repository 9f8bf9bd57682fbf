package nl.respijt.tijd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of the product, in UTC. Demo mode moves it by a shift; it runs on from there. Nothing else of ours asks
 * the machine for the time, except what guards against strangers (sessions), which uses {@link #echt()}.
 */
public final class Klok extends Clock {
    private final Clock echt;
    private volatile Duration verschuiving = Duration.ZERO;

    public Klok(Clock echt) {
        this.echt = echt;
    }

    /** Whole milliseconds: what the database, the API and the calendars all can hold. */
    @Override
    public Instant instant() {
        return echt.instant().plus(verschuiving).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return echt.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(echt, verschuiving).withZone(zone);
    }

    public LocalDate vandaag() {
        return Tijdzone.datum(instant());
    }

    public Clock echt() {
        return echt;
    }

    public Duration verschuiving() {
        return verschuiving;
    }

    public void verschuif(Duration nieuweVerschuiving) {
        verschuiving = nieuweVerschuiving;
    }
}
