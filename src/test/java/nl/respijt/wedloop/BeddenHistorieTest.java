package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Aanbiedingen;
import nl.respijt.kortverblijf.BiedResultaat;
import nl.respijt.kortverblijf.KiesResultaat;
import nl.respijt.kortverblijf.NachtenResultaat;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.kortverblijf.Verblijf;
import nl.respijt.kortverblijf.Verblijven;
import nl.respijt.tijd.Klok;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three houses with two beds each, and far more guests: offers, choices, longer and shorter stays, refusals, withdrawals and
 * lapses, all at once. */
@Timeout(180)
class BeddenHistorieTest {
    private static final int STAPPEN = 3000;
    private static final int DRADEN = 8;
    private static final int BEDDEN = 2;
    private static final int VENSTER = 10;
    private static final String WIE = "mantelzorger";

    /** Two of these, and an offer is over. */
    private static final Duration SPRONG = Duration.ofHours(25);

    private static final int MEESTE_SPRONGEN = 40;

    private record Bod(UUID id, UUID gast) {}

    private final Proefdienst dienst = Proefdienst.start();
    private final Aanbiedingen aanbiedingen = dienst.bean(Aanbiedingen.class);
    private final Verblijven verblijven = dienst.bean(Verblijven.class);
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klok klok = dienst.bean(Klok.class);
    private final LocalDate begin = verblijf.vandaag().plusDays(60);

    private final AtomicInteger gedaan = new AtomicInteger();
    private final ConcurrentLinkedQueue<UUID> gasten = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Bod> boden = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Set<LocalDate>> geboden = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<UUID> gekozen = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<UUID> bezetters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bezet = new AtomicInteger();
    private final AtomicInteger gewijzigd = new AtomicInteger();
    private int sprongen;

    @Test
    void no_bed_is_two_guests_and_no_hold_goes_by_itself() throws Exception {
        try (dienst) {
            try (var verbinding = dienst.verbinding()) {
                Bedmodel.luister(verbinding);
            }
            var huizen = List.of(verblijf.huis(BEDDEN), verblijf.huis(BEDDEN), verblijf.huis(BEDDEN));
            var werk = new ArrayList<Future<?>>();
            try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var draad = 0; draad < DRADEN; draad++) {
                    var toeval = new Random(11 + draad);
                    werk.add(draden.submit(() -> {
                        while (gedaan.incrementAndGet() <= STAPPEN) {
                            stap(huizen, toeval);
                        }
                    }));
                }
                for (var een : werk) {
                    een.get();
                }
            }
            aanbiedingen.laatVerlopen();

            try (var verbinding = dienst.verbinding()) {
                var model = Bedmodel.speelNa(verbinding);
                model.gehouden(geboden);
                model.genomen(gekozen);
                assertThat(geboden).hasSizeGreaterThan(100);
                assertThat(gekozen).hasSizeGreaterThan(20);
                assertThat(bezet).as("beds that another was given").hasValueGreaterThan(50);
                assertThat(gewijzigd).as("longer or shorter").hasValueGreaterThan(5);
                assertThat(model.aantal("verlopen")).isGreaterThan(5);
                assertThat(model.aantal("vrijgegeven")).isGreaterThan(5);
            }
        }
    }

    private void stap(List<Huis> huizen, Random toeval) {
        var wat = toeval.nextInt(100);
        if (wat < 15 || gasten.isEmpty()) {
            var van = begin.plusDays(toeval.nextInt(VENSTER));
            gasten.add(verblijf.gast(
                    new Verblijf(van, van.plusDays(2)),
                    toeval.nextInt(3) > 0 ? OptionalInt.of(6) : OptionalInt.empty()));
        } else if (wat < 55) {
            bied(huizen.get(toeval.nextInt(huizen.size())), toeval);
        } else if (wat < 72) {
            kies(toeval);
        } else if (wat < 80) {
            trekIn(toeval);
        } else if (wat < 85) {
            langerOfKorter(huizen, toeval);
        } else if (wat < 89) {
            aanbiedingen.wijsAf(
                    een(gasten, toeval),
                    "vol",
                    huizen.get(toeval.nextInt(huizen.size())).aanmelding());
        } else if (wat < 95) {
            aanbiedingen.laatVerlopen();
        } else {
            spring();
        }
    }

    private void bied(Huis huis, Random toeval) {
        var gast = een(gasten, toeval);
        var van = begin.plusDays(toeval.nextInt(VENSTER));
        var nachten = new Verblijf(van, van.plusDays(1 + toeval.nextInt(4)));
        switch (aanbiedingen.bied(gast, huis.bed(toeval.nextInt(BEDDEN)), nachten, huis.aanmelding())) {
            case BiedResultaat.Aangeboden(var aanbieding) -> {
                geboden.put(
                        aanbieding.id(), nachten.van().datesUntil(nachten.tot()).collect(Collectors.toSet()));
                boden.add(new Bod(aanbieding.id(), gast));
            }
            case BiedResultaat.BedBezet _ -> bezet.incrementAndGet();
            default -> {}
        }
    }

    /** Two can choose the same at once, for it stays in the list. */
    private void kies(Random toeval) {
        if (boden.isEmpty()) {
            return;
        }
        var bod = toeval.nextInt(3) == 0 ? een(boden, toeval) : boden.poll();
        if (bod == null) {
            return;
        }
        if (toeval.nextInt(3) == 0) {
            aanbiedingen.wijsAf(bod.id(), bod.gast(), WIE);
        } else if (aanbiedingen.aanvaard(bod.id(), bod.gast(), WIE) instanceof KiesResultaat.Gekozen) {
            gekozen.add(bod.id());
            bezetters.add(bod.gast());
        }
    }

    /** Mostly somebody who has a bed, which makes room for others. */
    private void trekIn(Random toeval) {
        var metBed = toeval.nextInt(4) == 0 ? null : bezetters.poll();
        aanbiedingen.trekIn(metBed == null ? een(gasten, toeval) : metBed, WIE);
    }

    /** Of somebody who has a bed, in the house where it is. */
    private void langerOfKorter(List<Huis> huizen, Random toeval) {
        if (bezetters.isEmpty()) {
            return;
        }
        var gast = een(bezetters, toeval);
        var tot = begin.plusDays(1L + toeval.nextInt(VENSTER + 3));
        for (var huis : huizen) {
            if (verblijven.nachten(gast, tot, huis.aanmelding()) instanceof NachtenResultaat.Gewijzigd) {
                gewijzigd.incrementAndGet();
            }
        }
    }

    private static <T> T een(ConcurrentLinkedQueue<T> uit, Random toeval) {
        var alle = List.copyOf(uit);
        return alle.get(toeval.nextInt(alle.size()));
    }

    private synchronized void spring() {
        if (sprongen < MEESTE_SPRONGEN) {
            sprongen++;
            klok.verschuif(klok.verschuiving().plus(SPRONG));
            aanbiedingen.laatVerlopen();
        }
    }
}
