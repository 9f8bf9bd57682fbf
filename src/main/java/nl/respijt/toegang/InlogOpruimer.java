package nl.respijt.toegang;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import nl.respijt.bericht.Postvak;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what signing in leaves behind: what was asked and is too late, and the counts, within the hour. */
@Singleton
class InlogOpruimer {
    private static final Logger LOG = LoggerFactory.getLogger(InlogOpruimer.class);

    private static final Duration BEWAAR_BERICHTEN = Duration.ofDays(1);

    private final Transacties transacties;
    private final InlogVerzoekRepository verzoeken;
    private final InlogLimiet limiet;
    private final Postvak postvak;
    private final Klok klok;

    InlogOpruimer(
            Transacties transacties, InlogVerzoekRepository verzoeken, InlogLimiet limiet, Postvak postvak, Klok klok) {
        this.transacties = transacties;
        this.verzoeken = verzoeken;
        this.limiet = limiet;
        this.postvak = postvak;
        this.klok = klok;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "10m")
    void ruimOp() {
        try {
            transacties.schrijf(handle -> {
                limiet.wisOude(handle);
                postvak.vergeet(handle, InlogService.SOORT, klok.instant().minus(BEWAAR_BERICHTEN));
                return verzoeken.wisVerlopen(handle, klok.instant());
            });
        } catch (RuntimeException e) {
            LOG.warn("what signing in left behind stays a little longer: {}", e.getMessage());
        }
    }
}
