package nl.respijt.wedloop;

import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingBeheer.AnnuleerResultaat;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.WachtVerzoek;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.boeking.Wachtlijst.AanvaardResultaat.Aanvaard;
import nl.respijt.boeking.Wachtplek.Status;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Five hundred cancellations while others join, take, refuse and let lapse, all at once, drawn from a seed. */
@Timeout(120)
class WachtlijstHistorieTest {
    private static final int ANNULERINGEN = 500;

    /** Cancelling twice is the same as once; so many more are tried. */
    private static final int DUBBEL = 60;

    private static final int DRADEN = 8;
    private static final String WIE = "mantelzorger";

    /** Longer than any offer is kept. */
    private static final Duration SPRONG = Duration.ofHours(36);

    /** After these the moments are still far away. */
    private static final int MEESTE_SPRONGEN = 60;

    private final Proefdienst dienst = Proefdienst.start();
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);
    private final Wachtlijst wachtlijst = dienst.bean(Wachtlijst.class);
    private final Klok klok = dienst.bean(Klok.class);

    private int sprongen;
    private final AtomicInteger geannuleerd = new AtomicInteger();
    private final ConcurrentLinkedQueue<UUID> geboekt = new ConcurrentLinkedQueue<>();

    @Test
    void every_freed_place_went_to_the_first_in_line_who_fits() throws Exception {
        try (dienst) {
            var momenten = List.of(moment(170, 4), moment(171, 7), moment(172, 12));
            var werk = new ArrayList<Future<?>>();
            try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var draad = 0; draad < DRADEN; draad++) {
                    var toeval = new Random(5 + draad);
                    werk.add(draden.submit(() -> {
                        while (geannuleerd.get() < ANNULERINGEN + DUBBEL) {
                            stap(momenten.get(toeval.nextInt(momenten.size())), toeval);
                        }
                    }));
                }
                for (var een : werk) {
                    een.get();
                }
            }

            var nagespeeld = new ArrayList<Wachtmodel>();
            try (var verbinding = dienst.verbinding()) {
                for (var moment : momenten) {
                    nagespeeld.add(Wachtmodel.speelNa(verbinding, moment.id().waarde()));
                }
            }
            assertThat(som(nagespeeld, Wachtmodel::annuleringen)).isGreaterThanOrEqualTo(ANNULERINGEN);
            assertThat(som(nagespeeld, Wachtmodel::aangeboden)).isGreaterThan(200);
            assertThat(som(nagespeeld, Wachtmodel::verlopen)).isGreaterThan(5);
        }
    }

    private static int som(List<Wachtmodel> modellen, ToIntFunction<Wachtmodel> getal) {
        return modellen.stream().mapToInt(getal).sum();
    }

    private void stap(Moment moment, Random toeval) {
        var wat = toeval.nextInt(100);
        if (wat < 20) {
            var id = geboekt.poll();
            if (id != null && beheer.annuleer(new BoekingId(id), WIE) instanceof AnnuleerResultaat.Geannuleerd) {
                geannuleerd.incrementAndGet();
            }
        } else if (wat < 40) {
            var verzoek = voor(moment).personen(toeval.nextInt(5) == 0 ? 2 : 1).verzoek();
            wachtlijst.zetInRij(WachtVerzoek.voor(verzoek));
        } else if (wat < 70) {
            if (boekingen.boek(voor(moment).verzoek()) instanceof Geboekt(var id, var _)) {
                geboekt.add(id.waarde());
            }
        } else if (wat < 98) {
            antwoord(moment, toeval);
        } else {
            spring();
        }
    }

    /** Mostly somebody with an offer answers it; now and then somebody without. */
    private void antwoord(Moment moment, Random toeval) {
        var rij = wachtlijst.voor(moment.id().waarde()).stream()
                .filter(plek -> plek.status() == Status.AANGEBODEN || toeval.nextInt(10) == 0)
                .toList();
        if (rij.isEmpty()) {
            return;
        }
        var id = rij.get(toeval.nextInt(rij.size())).id();
        if (toeval.nextInt(4) == 0) {
            wachtlijst.wijsAf(id, WIE);
        } else if (wachtlijst.aanvaard(id, WIE) instanceof Aanvaard) {
            geboekt.add(id.waarde());
        }
    }

    private synchronized void spring() {
        if (sprongen == MEESTE_SPRONGEN) {
            return;
        }
        sprongen++;
        klok.verschuif(klok.verschuiving().plus(SPRONG));
        dienst.bean(Wachtlijst.class).laatVerlopen();
    }

    private Moment moment(int dagen, int plaatsen) {
        return Proefmoment.in(dienst)
                .op(klok.vandaag().plusDays(dagen))
                .met(plaatsen)
                .publiceer();
    }
}
