package nl.respijt.tijd;

import java.time.LocalTime;

/** Work that is due once a day. Runs at least once, on one instance, so doing it twice must change nothing. */
public interface Taak {
    String naam();

    /** When, in local time. */
    LocalTime tijdstip();

    void voerUit();
}
