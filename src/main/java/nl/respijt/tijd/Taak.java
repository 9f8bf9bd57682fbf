package nl.respijt.tijd;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** Work that is due once a day, or more often. Runs at least once, on one instance, so doing it twice must change nothing. */
public interface Taak {
    String naam();

    /** When, in local time. */
    LocalTime tijdstip();

    /** How long between two runs, for what cannot wait for a time of the day; once a day without. */
    default Optional<Duration> elke() {
        return Optional.empty();
    }

    void voerUit();
}
