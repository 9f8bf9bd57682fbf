package nl.respijt.agenda;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes to calendars that were committed here. A feed that was rendered at the present count, moments
 * ago, needs no look at the database.
 */
@Singleton
public final class AgendaStand {
    private final AtomicLong teller = new AtomicLong();

    /** Something was committed that calendars show. Called after the commit: before it, a reader would keep the old. */
    public void gewijzigd() {
        teller.incrementAndGet();
    }

    long teller() {
        return teller.get();
    }
}
