package nl.respijt.bericht;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import nl.respijt.tijd.Klok;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systems of others what waits for them in the outbox, one message at a time, as {@link Verzender} does for mail.
 * Beside it and not in it: a system that is silent must not hold up the mail that somebody signs in with. Without a
 * {@link Koppeling} it does nothing. Any number of instances may run.
 */
@Singleton
public final class Doorgever {
    private static final Logger LOG = LoggerFactory.getLogger(Doorgever.class);

    private static final Duration TUSSENPOOS = Duration.ofSeconds(2);
    private static final Duration AFSCHEID = Duration.ofSeconds(15);

    private final BerichtRepository berichten;
    private final List<Koppeling> koppelingen;
    private final Pogingen pogingen;
    private final Klok klok;

    /** One round at a time here, so that {@link #geefAllesDoor} answers when what is under way has arrived too. */
    private final ReentrantLock ronde = new ReentrantLock();

    private final CountDownLatch einde = new CountDownLatch(1);
    private volatile @Nullable Thread lus;

    Doorgever(BerichtRepository berichten, List<Koppeling> koppelingen, Klok klok) {
        this.berichten = berichten;
        this.koppelingen = List.copyOf(koppelingen);
        this.pogingen = new Pogingen(berichten, klok);
        this.klok = klok;
    }

    @EventListener
    void start(ServerStartupEvent gebeurtenis) {
        start();
    }

    void start() {
        if (!koppelingen.isEmpty()) {
            lus = Thread.ofVirtual().name("doorgever").start(this::blijfDoorgeven);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        einde.countDown();
        var draad = lus;
        if (draad != null && !draad.join(AFSCHEID)) {
            draad.interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the edge of a background job: whatever happens, others go on
    private void blijfDoorgeven() {
        try {
            while (!einde.await(TUSSENPOOS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    geefAllesDoor();
                } catch (Throwable fout) {
                    LOG.error("telling other systems stands still for a moment", fout);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells all that is due, and answers when that is done. */
    public void geefAllesDoor() {
        ronde.lock();
        try {
            for (var koppeling : koppelingen) {
                while (einde.getCount() > 0 && geefDoor(koppeling)) {
                    LOG.trace("more may be due");
                }
            }
        } finally {
            ronde.unlock();
        }
    }

    /** False when nothing was due. */
    private boolean geefDoor(Koppeling koppeling) {
        var nu = klok.instant();
        var genomen = berichten.neem(koppeling.kanaal(), nu, nu.plus(Verzender.PACHT));
        genomen.ifPresent(bericht -> pogingen.noteer(bericht, bezorg(koppeling, bericht)));
        return genomen.isPresent();
    }

    private Optional<Bezorging> bezorg(Koppeling koppeling, Bericht bericht) {
        if (pogingen.isOp(bericht)) {
            return Optional.of(new Bezorging.Nooit(Hapering.AFGEBROKEN.woord()));
        }
        try {
            return koppeling.bezorg(bericht);
        } catch (RuntimeException fout) {
            LOG.error("bericht {} ({}) could not be made", bericht.id(), bericht.soort(), fout);
            return Optional.of(new Bezorging.Later(Hapering.MAKEN.woord()));
        }
    }
}
