package nl.respijt.boeking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.boeking.MomentVraag.Ruimte;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, the database answers as somebody would who goes through all moments with the question in hand: the
 * same ones, in the order of {@link Zoekvolgorde}, on the same page, of as many.
 */
class ZoekOrakelTest {
    private static final long ZAAD = 20261127;
    private static final int VRAGEN = 1_000;
    private static final int OVER_HTTP = 200;
    private static final int MOMENTEN = 420;
    private static final LocalDate BEGIN = LocalDate.parse("2061-03-21"); // the clocks change within these days
    private static final int DAGEN = 10;
    private static final List<String> TALEN = List.of("nl", "en", "tr", "ar");
    private static final List<String> TITELS = List.of(
            "Huis", "huis", "Huis ", "Ünal", "Zoë", "Zoe", "Respijtzorg Thuis", "Zon\u015f", "\u0623\u0645\u0644");

    /** As the test knows it: what a moment does not tell of itself, beside it. */
    private record Bekend(Moment moment, boolean besloten) {}

    private static Proefdienst dienst;
    private static Gemeente gemeente;
    private static final List<Bekend> ALLE = new ArrayList<>();

    @BeforeAll
    static void vul() {
        dienst = Proefdienst.start();
        gemeente = dienst.bean(Gemeente.class);
        var toeval = new Random(ZAAD);
        var bezet = new HashSet<String>();
        var bronnen = new HashMap<Soort, List<UUID>>();
        for (var soort : Soort.values()) {
            bronnen.put(soort, Stream.generate(UUID::randomUUID).limit(20).toList());
        }
        while (ALLE.size() < MOMENTEN) {
            var soort = een(toeval, List.of(Soort.values()));
            var bron = een(toeval, bronnen.get(soort));
            var dag = BEGIN.plusDays(toeval.nextInt(DAGEN));
            var dagdeel = een(toeval, List.of(Dagdeel.values()));
            if (bezet.add(bron + " " + dag + " " + dagdeel)) {
                ALLE.add(verzin(toeval, soort, bron, dag, dagdeel));
            }
        }
        dienst.bean(Transacties.class).schrijf(handle -> {
            for (var bekend : ALLE) {
                var moment = bekend.moment();
                dienst.bean(MomentRepository.class).insert(handle, moment);
                handle.execute(
                        "update moment set bezet = ?, besloten = ?, status = ? where id = ?",
                        moment.bezet(),
                        bekend.besloten(),
                        moment.vervallen() ? "vervallen" : "open",
                        moment.id().waarde());
            }
            return true;
        });
    }

    @AfterAll
    static void stop() {
        dienst.close();
    }

    @Test
    void a_thousand_questions_are_answered_as_by_hand() {
        var toeval = new Random(ZAAD + 1);
        var momenten = dienst.bean(MomentService.class);
        var gevonden = 0;
        for (var n = 0; n < VRAGEN; n++) {
            var vraag = vraag(toeval);
            var blad = new Blad(1 + toeval.nextInt(3), 1 + toeval.nextInt(30));

            var antwoord = momenten.zoek(vraag, blad);

            var verwacht = metDeHand(vraag);
            assertThat(ids(antwoord.momenten())).as("%s, %s", vraag, blad).isEqualTo(ids(bladzij(verwacht, blad)));
            assertThat(antwoord.totaal()).as("%s, %s", vraag, blad).isEqualTo(verwacht.size());
            assertThat(momenten.eerste(vraag).map(Moment::id))
                    .isEqualTo(verwacht.stream().findFirst().map(Moment::id));
            gevonden += verwacht.isEmpty() ? 0 : 1;
        }
        assertThat(gevonden).isGreaterThan(VRAGEN / 2);
    }

    @Test
    void the_pages_of_a_list_fit_together() {
        var vraag = MomentVraag.tussen(dag(0), dag(DAGEN))
                .wijk(Optional.of("West"))
                .buurt(gemeente.buren("West"))
                .vraag();
        var bladen = Stream.iterate(1, n -> n + 1)
                .map(n -> dienst.bean(MomentService.class)
                        .zoek(vraag, new Blad(n, 7))
                        .momenten())
                .takeWhile(momenten -> !momenten.isEmpty())
                .flatMap(List::stream)
                .toList();

        assertThat(ids(bladen)).isEqualTo(ids(metDeHand(vraag))).hasSizeGreaterThan(50);
    }

    @Test
    void the_api_answers_the_same() {
        var toeval = new Random(ZAAD + 2);
        var klant = new Klant(dienst);
        for (var n = 0; n < OVER_HTTP; n++) {
            var velden = new LinkedHashMap<String, String>();
            var wens = MomentVraag.tussen(dag(0), dag(DAGEN)).ookVervallen();
            velden.put("van", BEGIN.toString());
            velden.put("tot", BEGIN.plusDays(DAGEN - 1).toString());
            if (toeval.nextBoolean()) {
                var soort = een(toeval, List.of(Soort.values()));
                velden.put("soort", soort.woord());
                wens.soort(soort);
            }
            if (toeval.nextBoolean()) {
                var wijk = een(toeval, gemeente.wijken());
                velden.put("wijk", Klant.gecodeerd(wijk));
                wens.wijk(Optional.of(wijk));
                if (toeval.nextBoolean()) {
                    velden.put("inDeBuurt", "true");
                    wens.buurt(gemeente.buren(wijk));
                }
            }
            if (toeval.nextBoolean()) {
                var dagdeel = een(toeval, List.of(Dagdeel.values()));
                velden.put("dagdeel", dagdeel.woord());
                wens.dagdeel(Optional.of(dagdeel));
            }
            if (toeval.nextInt(3) == 0) {
                var taal = een(toeval, TALEN);
                velden.put("taal", taal);
                wens.taal(Optional.of(taal));
            }
            if (toeval.nextInt(4) == 0) {
                velden.put("rolstoel", "true");
                wens.alleenRolstoel();
            }
            if (toeval.nextBoolean()) {
                var personen = 1 + toeval.nextInt(3);
                velden.put("alleenVrij", "true");
                velden.put("personen", String.valueOf(personen));
                wens.vrijVoor(personen);
            }
            var blad = new Blad(1 + toeval.nextInt(2), 1 + toeval.nextInt(20));
            velden.put("pagina", String.valueOf(blad.pagina()));
            velden.put("grootte", String.valueOf(blad.grootte()));

            var antwoord = klant.haal("/api/v1/momenten?"
                    + String.join(
                            "&",
                            velden.entrySet().stream()
                                    .map(veld -> veld.getKey() + "=" + veld.getValue())
                                    .toList()));

            var verwacht = metDeHand(wens.vraag());
            assertThat(antwoord.lijst("momenten").stream()
                            .map(moment -> moment.get("id").toString())
                            .toList())
                    .as("%s", velden)
                    .isEqualTo(ids(bladzij(verwacht, blad)));
            assertThat(antwoord.json().get("totaal")).as("%s", velden).isEqualTo(verwacht.size());
        }
    }

    /** All moments, one by one. */
    private static List<Moment> metDeHand(MomentVraag vraag) {
        var over = new ArrayList<Moment>();
        for (var bekend : ALLE) {
            if (past(bekend, vraag)) {
                over.add(bekend.moment());
            }
        }
        over.sort(volgorde(vraag));
        if (!vraag.bezoekenSamen()) {
            return over;
        }
        var bezoeken = new HashSet<Tijdvak>();
        return over.stream()
                .filter(moment -> moment.soort() != Soort.THUIS || bezoeken.add(moment.tijdvak()))
                .toList();
    }

    private static boolean past(Bekend bekend, MomentVraag vraag) {
        var moment = bekend.moment();
        var begin = moment.tijdvak().van();
        if (begin.isBefore(vraag.van()) || !begin.isBefore(vraag.tot())) {
            return false;
        }
        if (!vraag.soorten().isEmpty() && !vraag.soorten().contains(moment.soort())) {
            return false;
        }
        if (vraag.bron().isPresent() && !vraag.bron().get().equals(moment.bronId())) {
            return false;
        }
        if (vraag.wijk().isPresent() && verte(moment, vraag) > 1) {
            return false;
        }
        if (vraag.dagdeel().isPresent() && vraag.dagdeel().get() != moment.dagdeel()) {
            return false;
        }
        if (vraag.taal().isPresent() && !moment.talen().contains(vraag.taal().get())) {
            return false;
        }
        if (vraag.alleenRolstoel() && !moment.rolstoeltoegankelijk()) {
            return false;
        }
        if (moment.vervallen() && !vraag.ookVervallen()) {
            return false;
        }
        if (bekend.besloten() && !vraag.ookBesloten()) {
            return false;
        }
        var vrij = !moment.voorbehoud() && moment.plaatsen() - moment.bezet() >= vraag.personen();
        var wachtlijst = !moment.voorbehoud()
                && moment.soort() != Soort.THUIS
                && moment.plaatsen() == moment.bezet()
                && moment.plaatsen() >= vraag.personen();
        return switch (vraag.ruimte()) {
            case MAAKT_NIET_UIT -> true;
            case VRIJ -> vrij;
            case WACHTLIJST -> wachtlijst;
            case VRIJ_OF_WACHTLIJST -> vrij || wachtlijst;
        };
    }

    /** 0 in the wijk, 1 near it, 2 elsewhere. */
    private static int verte(Moment moment, MomentVraag vraag) {
        var wijken = Stream.concat(Stream.of(moment.wijk()), moment.ookWijken().stream())
                .toList();
        if (wijken.contains(vraag.wijk().orElseThrow())) {
            return 0;
        }
        return moment.soort() != Soort.THUIS && wijken.stream().anyMatch(vraag.buurt()::contains) ? 1 : 2;
    }

    private static Comparator<Moment> volgorde(MomentVraag vraag) {
        return Comparator.<Moment, Instant>comparing(moment -> moment.tijdvak().van())
                .thenComparing(moment -> vraag.wijk().isPresent() ? verte(moment, vraag) : 0)
                .thenComparing(moment ->
                        List.of("huis", "groep", "thuis").indexOf(moment.soort().woord()))
                .thenComparing(moment -> moment.titel().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
                .thenComparing(moment -> moment.id().waarde().toString());
    }

    private static List<Moment> bladzij(List<Moment> alle, Blad blad) {
        var van = Math.min(alle.size(), (blad.pagina() - 1) * blad.grootte());
        return alle.subList(van, Math.min(alle.size(), van + blad.grootte()));
    }

    private static List<String> ids(List<Moment> momenten) {
        return momenten.stream().map(moment -> moment.id().waarde().toString()).toList();
    }

    private static MomentVraag vraag(Random toeval) {
        var eerste = toeval.nextInt(DAGEN);
        var wens = MomentVraag.tussen(
                dag(eerste).plus(Duration.ofHours(toeval.nextInt(24))),
                dag(eerste + 1 + toeval.nextInt(DAGEN)).plus(Duration.ofHours(toeval.nextInt(24))));
        if (toeval.nextInt(3) == 0) {
            wens.soorten(
                    toeval.nextBoolean()
                            ? Set.of(Soort.HUIS, Soort.THUIS)
                            : Set.of(een(toeval, List.of(Soort.values()))));
        }
        if (toeval.nextInt(10) == 0) {
            wens.bron(een(toeval, ALLE).moment().bronId());
        }
        if (toeval.nextInt(3) > 0) {
            var wijk = een(toeval, gemeente.wijken());
            wens.wijk(Optional.of(wijk));
            if (toeval.nextBoolean()) {
                wens.buurt(gemeente.buren(wijk));
            }
        }
        if (toeval.nextInt(4) == 0) {
            wens.dagdeel(Optional.of(een(toeval, List.of(Dagdeel.values()))));
        }
        if (toeval.nextInt(4) == 0) {
            wens.taal(Optional.of(een(toeval, TALEN)));
        }
        if (toeval.nextInt(5) == 0) {
            wens.alleenRolstoel();
        }
        wens.ruimte(een(toeval, List.of(Ruimte.values())), 1 + toeval.nextInt(3));
        if (toeval.nextInt(4) == 0) {
            wens.ookVervallen();
        }
        if (toeval.nextInt(4) == 0) {
            wens.ookBesloten();
        }
        if (toeval.nextInt(3) == 0) {
            wens.bezoekenSamen();
        }
        return wens.vraag();
    }

    private static Bekend verzin(Random toeval, Soort soort, UUID bron, LocalDate dag, Dagdeel dagdeel) {
        var begin = Tijdzone.instant(
                dag,
                switch (dagdeel) {
                    case OCHTEND -> LocalTime.of(9, 0);
                    case MIDDAG -> LocalTime.of(toeval.nextInt(4) == 0 ? 14 : 13, 0);
                    case AVOND -> LocalTime.of(19, 0);
                });
        var wijken = new ArrayList<>(gemeente.wijken());
        Collections.shuffle(wijken, toeval);
        var plaatsen = soort == Soort.THUIS ? 1 : 1 + toeval.nextInt(4);
        var vervallen = toeval.nextInt(8) == 0;
        var moment = new Moment(
                new MomentId(new UUID(toeval.nextLong(), toeval.nextLong())),
                soort,
                bron,
                een(toeval, TITELS),
                wijken.getFirst(),
                soort == Soort.THUIS ? wijken.subList(1, 1 + toeval.nextInt(4)) : List.of(),
                "Proefstraat 1",
                dag,
                dagdeel,
                new Tijdvak(begin, begin.plus(Duration.ofHours(2 + toeval.nextInt(2)))),
                plaatsen,
                vervallen ? 0 : toeval.nextInt(plaatsen + 1),
                TALEN.stream().filter(_ -> toeval.nextBoolean()).toList(),
                toeval.nextBoolean(),
                vervallen,
                toeval.nextInt(7) == 0,
                false,
                0,
                begin,
                begin);
        return new Bekend(moment, soort == Soort.GROEP && toeval.nextInt(4) == 0);
    }

    private static Instant dag(int n) {
        return Tijdzone.beginVan(BEGIN.plusDays(n));
    }

    private static <T> T een(Random toeval, List<T> uit) {
        return uit.get(toeval.nextInt(uit.size()));
    }
}
