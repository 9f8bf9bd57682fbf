package nl.respijt.bericht;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the worker of this instance; ten calls while it works are one. */
@Singleton
final class Wekker {
    private final Semaphore gewekt = new Semaphore(0);

    void wek() {
        gewekt.release();
    }

    /** Returns when woken, or after {@code hoogstens}. */
    void slaap(Duration hoogstens) throws InterruptedException {
        var gewektVoorTijd = gewekt.tryAcquire(hoogstens.toMillis(), TimeUnit.MILLISECONDS);
        if (gewektVoorTijd) {
            gewekt.drainPermits();
        }
    }
}
