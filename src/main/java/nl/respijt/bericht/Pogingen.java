package nl.respijt.bericht;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.respijt.tijd.Klok;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a message after an attempt, whichever road it takes: done with, again later, or given up. */
final class Pogingen {
    private static final Logger LOG = LoggerFactory.getLogger(Pogingen.class);

    /** How long after the first, second, … failed attempt the next one is. */
    private static final List<Duration> GEDULD = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private final BerichtRepository berichten;
    private final Klok klok;

    Pogingen(BerichtRepository berichten, Klok klok) {
        this.berichten = berichten;
        this.klok = klok;
    }

    /** Taken more often than it was tried and put off: who takes it dies of it, time and again. */
    boolean isOp(Bericht bericht) {
        return bericht.pogingen() > GEDULD.size() + 1;
    }

    /** @param bezorging empty when there was nothing left to tell */
    void noteer(Bericht bericht, Optional<Bezorging> bezorging) {
        if (bezorging.isEmpty()) {
            berichten.rondAf(bericht.id(), "vervallen", klok.instant());
            return;
        }
        switch (bezorging.get()) {
            case Bezorging.Bezorgd _ -> berichten.rondAf(bericht.id(), "klaar", klok.instant());
            case Bezorging.Later(var reden) -> probeerLater(bericht, reden);
            case Bezorging.Nooit(var reden) -> geefOp(bericht, reden);
        }
    }

    private void probeerLater(Bericht bericht, String reden) {
        if (bericht.pogingen() > GEDULD.size()) {
            geefOp(bericht, reden);
            return;
        }
        var wanneer = klok.instant().plus(GEDULD.get(bericht.pogingen() - 1));
        LOG.warn("bericht {} ({}) again at {}: {}", bericht.id(), bericht.soort(), wanneer, reden);
        berichten.stelUit(bericht, reden, wanneer);
    }

    private void geefOp(Bericht bericht, String reden) {
        LOG.warn("bericht {} ({}) is not delivered: {}", bericht.id(), bericht.soort(), reden);
        berichten.geefOp(bericht, reden, klok.instant());
    }
}
