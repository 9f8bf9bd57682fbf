package nl.respijt.bericht;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import nl.respijt.tijd.Klok;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due from the outbox: takes one row at a time for itself, words it, hands it over, notes how that went.
 * Any number of instances may run.
 */
@Singleton
public final class Verzender {
    private static final Logger LOG = LoggerFactory.getLogger(Verzender.class);

    /** Longer than the slowest relay can take, with all its timeouts. */
    static final Duration PACHT = Duration.ofMinutes(5);

    /** Mail has time, who books has not: so many a second leave that the machine is for bookings. */
    private static final Duration PAS = Duration.ofMillis(50);

    private static final Duration TUSSENPOOS = Duration.ofSeconds(1);
    private static final Duration NA_EEN_FOUT = Duration.ofSeconds(5);
    private static final Duration AFSCHEID = Duration.ofSeconds(15);

    private final BerichtRepository berichten;
    private final BerichtMakers makers;
    private final Opmaak opmaak;
    private final Postbode postbode;
    private final Wekker wekker;
    private final Pogingen pogingen;
    private final Klok klok;

    /** One round at a time here, so that {@link #verzendAlles} answers when mail under way has arrived too. */
    private final ReentrantLock ronde = new ReentrantLock();

    private volatile boolean gestopt;
    private volatile @Nullable Thread lus;

    Verzender(
            BerichtRepository berichten,
            BerichtMakers makers,
            Opmaak opmaak,
            Postbode postbode,
            Wekker wekker,
            Klok klok) {
        this.berichten = berichten;
        this.makers = makers;
        this.opmaak = opmaak;
        this.postbode = postbode;
        this.wekker = wekker;
        this.pogingen = new Pogingen(berichten, klok);
        this.klok = klok;
    }

    @EventListener
    void start(ServerStartupEvent gebeurtenis) {
        start();
    }

    void start() {
        lus = Thread.ofVirtual().name("verzender").start(this::blijfVerzenden);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        gestopt = true;
        wekker.wek();
        var draad = lus;
        if (draad != null && !draad.join(AFSCHEID)) {
            draad.interrupt();
        }
    }

    /** Lets mail that was just placed leave now; {@link Postvak#plaats} does it by itself at the commit. */
    public void wek() {
        wekker.wek();
    }

    /** Sends all that is due, and answers when that is done. */
    public void verzendAlles() {
        ronde.lock();
        try {
            while (!gestopt && verzendVolgende()) {
                LOG.trace("more may be due");
            }
        } finally {
            ronde.unlock();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the edge of a background job: whatever happens, mail goes on
    private void blijfVerzenden() {
        while (!gestopt) {
            try {
                while (!gestopt && verzendEen()) {
                    LockSupport.parkNanos(PAS.toNanos());
                }
                wekker.slaap(TUSSENPOOS);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable fout) {
                LOG.error("the outbox stands still for a moment", fout);
                rust();
            }
        }
    }

    private boolean verzendEen() {
        ronde.lock();
        try {
            return verzendVolgende();
        } finally {
            ronde.unlock();
        }
    }

    private void rust() {
        try {
            Thread.sleep(NA_EEN_FOUT);
        } catch (InterruptedException e) {
            gestopt = true;
        }
    }

    /** False when nothing was due. */
    boolean verzendVolgende() {
        var nu = klok.instant();
        var genomen = berichten.neem(Kanaal.MAIL, nu, nu.plus(PACHT));
        genomen.ifPresent(bericht -> pogingen.noteer(bericht, verzend(bericht)));
        return genomen.isPresent();
    }

    private Optional<Bezorging> verzend(Bericht bericht) {
        if (pogingen.isOp(bericht)) {
            return Optional.of(new Bezorging.Nooit(Hapering.AFGEBROKEN.woord()));
        }
        var maker = makers.van(bericht.soort());
        if (maker.isEmpty()) {
            return Optional.of(new Bezorging.Nooit(Hapering.GEEN_MAKER.woord()));
        }
        Optional<Mail> mail;
        try {
            mail = maker.get().maak(bericht).map(brief -> opmaak.mail(bericht, brief, klok.instant()));
        } catch (OnbestelbaarException fout) {
            return Optional.of(new Bezorging.Nooit(fout.reden()));
        } catch (RuntimeException fout) {
            LOG.error("bericht {} ({}) could not be made", bericht.id(), bericht.soort(), fout);
            return Optional.of(new Bezorging.Later(Hapering.MAKEN.woord()));
        }
        return mail.map(postbode::bezorg);
    }
}
