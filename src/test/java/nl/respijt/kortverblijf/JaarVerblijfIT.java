package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.GemeenteBestand;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.kortverblijf.doorlooptijd.Doorlooptijd;
import nl.respijt.kortverblijf.doorlooptijd.Doorlooptijden;
import nl.respijt.kortverblijf.doorlooptijd.Spreiding;
import nl.respijt.kortverblijf.doorlooptijd.Stap;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One year of Utrecht: five providers, 26 beds, two thousand intakes, on a clock that jumps from one thing that happens to the
 * next. Whoever plays it keeps a diary; the report must say what the diary says.
 */
@Timeout(300)
final class JaarVerblijfIT {
    private static final Logger LOG = LoggerFactory.getLogger(JaarVerblijfIT.class);
    private static final int AANMELDINGEN = 2000;
    private static final int DAGEN = 365;
    private static final int BESLUIT_NACHTEN = 21;

    /** Something that happens at a moment. */
    private record Gebeurt(Instant op, int nummer, Runnable wat) {}

    /**
     * What is told of one intake: whom it asked, and each step that was written down while it happened. The report counts from
     * other columns.
     *
     * @param gevraagd the providers, by name
     * @param bij the provider whose bed was chosen, else empty
     * @param besluit how long the gemeente took, where it decided
     */
    private record Dagboek(
            Urgentie urgentie,
            Instant begonnen,
            Set<String> gevraagd,
            String bij,
            LocalDate nacht,
            Optional<Duration> besluit,
            List<Gebeurtenis> stappen) {
        private Optional<Instant> eerste(Predicate<Gebeurtenis> welke) {
            return stappen.stream().filter(welke).map(Gebeurtenis::op).findFirst();
        }

        Instant verzonden() {
            return eerste(stap -> stap.wat().equals("ingediend")).orElseThrow();
        }

        Optional<Instant> bod() {
            return eerste(stap -> stap.wat().equals("aangeboden"));
        }

        Optional<Instant> bodVan(String aanbieder) {
            return eerste(stap -> stap.wat().equals("aangeboden") && stap.wie().equals(aanbieder));
        }

        Optional<Instant> gekozen() {
            return bij.isEmpty()
                    ? Optional.empty()
                    : eerste(stap ->
                            stap.wat().equals("geaccepteerd") || stap.wat().equals("bevestigd"));
        }

        /** It was certain, and nobody stayed away. */
        boolean isZeker() {
            return eerste(stap -> stap.wat().equals("bevestigd")).isPresent()
                    && eerste(stap -> stap.wat().equals("niet-gekomen")).isEmpty();
        }
    }

    @TempDir
    private Path map;

    private final Random toeval = new Random(2027);
    private final PriorityQueue<Gebeurt> rij =
            new PriorityQueue<>(Comparator.comparing(Gebeurt::op).thenComparing(Gebeurt::nummer));
    private int nummer;

    @Test
    void the_report_of_a_year_says_what_really_happened() throws IOException {
        var bestand = GemeenteBestand.metVerblijven(map).toString();
        try (var dienst = Proefdienst.start(Map.of("RESPIJT_GEMEENTE_BESTAND", bestand), Map.of())) {
            var stad = new Stad(dienst);
            var begin = dienst.bean(Klok.class)
                    .vandaag()
                    .plusDays(1)
                    .withDayOfMonth(1)
                    .plusMonths(1);
            for (var n = 0; n < AANMELDINGEN; n++) {
                var begonnen = Tijdzone.beginVan(begin).plusSeconds(toeval.nextInt(DAGEN * 24 * 3600));
                var duurt = toeval.nextInt(5) == 0 ? 60 * (3 + toeval.nextInt(3000)) : 180 + toeval.nextInt(900);
                var op = begonnen.plusSeconds(duurt);
                plan(op, () -> stad.meldAan(begonnen));
            }
            for (var dag = begin; dag.isBefore(begin.plusDays(DAGEN + 90)); dag = dag.plusDays(1)) {
                plan(Tijdzone.beginVan(dag).plus(Duration.ofHours(4)), stad::nacht);
            }
            var gestart = System.nanoTime();
            while (!rij.isEmpty()) {
                var volgende = rij.remove();
                stad.naar(volgende.op());
                volgende.wat().run();
            }
            LOG.info("a year was played in {}", Duration.ofNanos(System.nanoTime() - gestart));

            var dagboeken = stad.dagboeken();
            var rapport = dienst.bean(Doorlooptijden.class).van(begin, begin.plusDays(DAGEN));
            vergelijk(rapport.alle(), dagboeken);
            assertThat(rapport.perMaand())
                    .hasSizeBetween(12, 13)
                    .allSatisfy(groep -> vergelijk(
                            groep,
                            van(
                                    dagboeken,
                                    een -> YearMonth.from(Tijdzone.datum(een.begonnen()))
                                            .toString()
                                            .equals(groep.wat()))));
            assertThat(rapport.perUrgentie())
                    .hasSize(3)
                    .allSatisfy(groep -> vergelijk(
                            groep, van(dagboeken, een -> een.urgentie().woord().equals(groep.wat()))));
            assertThat(rapport.perAanbieder()).hasSize(5).allSatisfy(groep -> {
                var naam = groep.wat();
                vergelijk(
                        groep,
                        van(dagboeken, een -> een.gevraagd().contains(naam)),
                        een -> een.bodVan(naam),
                        een -> een.bij().equals(naam));
            });
            assertThat(rapport.alle().bij(Stap.NACHT).map(Spreiding::aantal))
                    .hasValueSatisfying(aantal -> assertThat(aantal).isGreaterThan(AANMELDINGEN / 10));
        }
    }

    private static List<Dagboek> van(List<Dagboek> alle, Predicate<Dagboek> welke) {
        return alle.stream().filter(welke).toList();
    }

    private static void vergelijk(Doorlooptijd groep, List<Dagboek> lijst) {
        vergelijk(groep, lijst, Dagboek::bod, _ -> true);
    }

    private static void vergelijk(
            Doorlooptijd groep,
            List<Dagboek> lijst,
            Function<Dagboek, Optional<Instant>> bod,
            Predicate<Dagboek> bijHen) {
        assertThat(groep.aantal()).as(groep.wat()).hasValue(lijst.size());
        var gekozen = van(lijst, bijHen);
        spreiding(groep, Stap.VERZONDEN, lijst, een -> Optional.of(een.verzonden()));
        spreiding(groep, Stap.AANBOD, lijst, bod);
        spreiding(groep, Stap.KEUZE, gekozen, Dagboek::gekozen);
        spreiding(
                groep,
                Stap.BESLUIT,
                lijst.stream().flatMap(een -> een.besluit().stream()).toList());
        spreiding(
                groep,
                Stap.NACHT,
                gekozen.stream()
                        .filter(een -> !een.bij().isEmpty() && een.isZeker())
                        .map(een ->
                                Duration.ofDays(ChronoUnit.DAYS.between(Tijdzone.datum(een.begonnen()), een.nacht())))
                        .toList());
    }

    private static void spreiding(
            Doorlooptijd groep, Stap stap, List<Dagboek> lijst, Function<Dagboek, Optional<Instant>> wanneer) {
        spreiding(
                groep,
                stap,
                lijst.stream()
                        .flatMap(een -> wanneer.apply(een).map(op -> Duration.between(een.begonnen(), op)).stream())
                        .toList());
    }

    /** By what the words mean: the smallest that so many of a hundred did not take longer than. */
    private static void spreiding(Doorlooptijd groep, Stap stap, List<Duration> alle) {
        var verwacht = alle.size() < Spreiding.MINSTENS
                ? Optional.<Spreiding>empty()
                : Optional.of(new Spreiding(alle.size(), kleinste(alle, 50), kleinste(alle, 90)));
        assertThat(groep.bij(stap)).as("%s of '%s'", stap, groep.wat()).isEqualTo(verwacht);
    }

    private static Duration kleinste(List<Duration> alle, int vanHonderd) {
        return alle.stream()
                .filter(duur -> alle.stream()
                                        .filter(ander -> ander.compareTo(duur) <= 0)
                                        .count()
                                * 100
                        >= (long) vanHonderd * alle.size())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void plan(Instant op, Runnable wat) {
        rij.add(new Gebeurt(op.truncatedTo(ChronoUnit.SECONDS), nummer++, wat));
    }

    /** Everybody who does something. */
    private final class Stad {
        private final Klok klok;
        private final Aanmeldingen aanmeldingen;
        private final Aanbiedingen aanbiedingen;
        private final Wmobesluiten besluiten;
        private final Verblijven verblijven;

        /** Who acts for a provider; they are called by its name in what is written down. */
        private final Map<UUID, Aanmelding> huizen;

        private final Map<UUID, Instant> begonnen = new LinkedHashMap<>();
        private final Map<UUID, Set<String>> gevraagd = new HashMap<>();
        private final Map<UUID, Aanbieding> gekozen = new HashMap<>();
        private final Map<UUID, Duration> bijDeGemeente = new HashMap<>();
        private final Map<UUID, String> namen;

        Stad(Proefdienst dienst) {
            klok = dienst.bean(Klok.class);
            aanmeldingen = dienst.bean(Aanmeldingen.class);
            aanbiedingen = dienst.bean(Aanbiedingen.class);
            besluiten = dienst.bean(Wmobesluiten.class);
            verblijven = dienst.bean(Verblijven.class);
            var proef = new Proefaanbieder(dienst);
            huizen = dienst.bean(Aanbieders.class).alle().stream()
                    .collect(Collectors.toMap(
                            Aanbieder::id,
                            een -> new Aanmelding(
                                    een.naam(), een.naam(), Rol.AANBIEDER, Optional.of(proef.medewerker(een)), "")));
            namen = dienst
                    .bean(Transacties.class)
                    .lees(handle -> dienst.bean(LogeerhuisRepository.class).alle(handle, klok.vandaag()))
                    .stream()
                    .collect(Collectors.toMap(Logeerhuis::id, huis -> naam(huis.aanbieder())));
        }

        private String naam(UUID aanbieder) {
            return wie(aanbieder).slug();
        }

        private Aanmelding wie(UUID aanbieder) {
            return Optional.ofNullable(huizen.get(aanbieder)).orElseThrow();
        }

        void naar(Instant op) {
            klok.verschuif(Duration.between(klok.echt().instant(), op));
        }

        /** Before anybody is up: what lapsed, and who left. */
        void nacht() {
            aanbiedingen.laatVerlopen();
            verblijven.rondAf();
        }

        void meldAan(Instant begon) {
            var intake = intake();
            var verzoek = new AanmeldVerzoek(
                    UUID.randomUUID().toString(),
                    new byte[32],
                    "Gast",
                    new Contact(Optional.of("gast-%d@jaar.example".formatted(begonnen.size())), Optional.empty()),
                    Taal.NL,
                    intake,
                    begon,
                    BoekVerzoek.DOOR_MANTELZORGER);
            var id = ((AanmeldResultaat.Aangemeld) aanmeldingen.meldAan(verzoek))
                    .antwoord()
                    .id();
            begonnen.put(id, begon);
            for (var uitkomst : aanmeldingen.uitkomst(id)) {
                switch (uitkomst) {
                    case Uitkomst.Past(var huis, var _) -> vraag(id, huis, intake.verblijf());
                    case Uitkomst.AndereNachten(var huis, var _, var nachten) -> vraag(id, huis, nachten.getFirst());
                    case Uitkomst.PastNiet _ -> {}
                }
            }
            if (intake.wmo() == Wmo.GEEN) {
                var melding = klok.vandaag();
                besluiten.legVast(id, Wmostand.GEVRAAGD, OptionalInt.empty(), melding, "makelaar");
                plan(klok.instant().plus(Duration.ofDays(10L + toeval.nextInt(55))), () -> besluit(id, melding));
            }
        }

        private void besluit(UUID id, LocalDate melding) {
            bijDeGemeente.put(id, Duration.ofDays(ChronoUnit.DAYS.between(melding, klok.vandaag())));
            if (toeval.nextInt(8) > 0) {
                besluiten.legVast(id, Wmostand.TOEGEKEND, OptionalInt.of(BESLUIT_NACHTEN), klok.vandaag(), "makelaar");
            } else {
                besluiten.legVast(id, Wmostand.AFGEWEZEN, OptionalInt.empty(), klok.vandaag(), "makelaar");
            }
        }

        private Intake intake() {
            var urgentie = switch (toeval.nextInt(10)) {
                case 0 -> Urgentie.NU;
                case 1, 2 -> Urgentie.SPOEDIG;
                default -> Urgentie.GEPLAND;
            };
            var ver = switch (urgentie) {
                case NU -> toeval.nextInt(2);
                case SPOEDIG -> 3 + toeval.nextInt(12);
                case GEPLAND -> 14 + toeval.nextInt(45);
            };
            var van = klok.vandaag().plusDays(ver);
            var antwoorden = Regel.vragen().stream()
                    .collect(Collectors.toMap(
                            vraag -> vraag,
                            vraag -> vraag.antwoorden()
                                    .get(
                                            toeval.nextInt(3) > 0
                                                    ? 0
                                                    : toeval.nextInt(
                                                            vraag.antwoorden().size()))));
            var besloten = toeval.nextInt(5) < 3;
            return new Intake(
                    antwoorden,
                    urgentie,
                    new Verblijf(van, van.plusDays(2L + toeval.nextInt(6))),
                    toeval.nextInt(4),
                    besloten ? Wmo.TOEGEKEND : Wmo.GEEN,
                    besloten ? OptionalInt.of(BESLUIT_NACHTEN) : OptionalInt.empty(),
                    Wensen.GEEN);
        }

        private void vraag(UUID id, Logeerhuis huis, Verblijf nachten) {
            gevraagd.computeIfAbsent(id, _ -> new HashSet<>()).add(naam(huis.aanbieder()));
            plan(klok.instant().plusSeconds(3600L + toeval.nextInt(70 * 3600)), () -> {
                if (toeval.nextInt(6) == 0) {
                    aanbiedingen.wijsAf(id, "geen plek", wie(huis.aanbieder()));
                } else {
                    bied(id, huis, nachten);
                }
            });
        }

        /** The first bed that is free those nights. */
        private void bied(UUID id, Logeerhuis huis, Verblijf nachten) {
            for (var bed : huis.bedden()) {
                if (aanbiedingen.bied(id, bed.id().toString(), nachten, wie(huis.aanbieder()))
                        instanceof BiedResultaat.Aangeboden(var bod)) {
                    if (toeval.nextInt(8) > 0) {
                        plan(klok.instant().plusSeconds(3600L + toeval.nextInt(50 * 3600)), () -> kies(id, bod));
                    }
                    return;
                }
            }
        }

        private void kies(UUID id, Aanbieding bod) {
            if (toeval.nextInt(5) == 0) {
                aanbiedingen.wijsAf(bod.id(), id, BoekVerzoek.DOOR_MANTELZORGER);
            } else if (aanbiedingen.aanvaard(bod.id(), id, BoekVerzoek.DOOR_MANTELZORGER)
                    instanceof KiesResultaat.Gekozen) {
                gekozen.put(id, bod);
                plan(Tijdzone.beginVan(bod.verblijf().van()).plus(Duration.ofHours(15)), () -> komAan(id, bod));
            }
        }

        /** One in ten does not come; of one in ten the house says nothing. */
        private void komAan(UUID id, Aanbieding bod) {
            var huis = huizen.values().stream()
                    .filter(een -> een.slug().equals(namen.get(bod.huis())))
                    .findFirst()
                    .orElseThrow();
            switch (toeval.nextInt(10)) {
                case 0 -> verblijven.nietGekomen(id, huis);
                case 1 -> {}
                default -> verblijven.aankomst(id, huis);
            }
        }

        List<Dagboek> dagboeken() {
            return begonnen.entrySet().stream()
                    .map(een -> {
                        var id = een.getKey();
                        var bod = Optional.ofNullable(gekozen.get(id));
                        return new Dagboek(
                                aanmeldingen.find(id).orElseThrow().urgentie(),
                                een.getValue(),
                                gevraagd.getOrDefault(id, Set.of()),
                                bod.flatMap(gevonden -> Optional.ofNullable(namen.get(gevonden.huis())))
                                        .orElse(""),
                                bod.map(gevonden -> gevonden.verblijf().van()).orElse(LocalDate.MIN),
                                Optional.ofNullable(bijDeGemeente.get(id)),
                                aanmeldingen.stappen(id));
                    })
                    .toList();
        }
    }
}
