package nl.respijt.rooster;

import static nl.respijt.rooster.Proefrooster.DOOR;
import static nl.respijt.rooster.Proefrooster.tegelijk;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.boeking.MomentService.MomentVerplaatsResultaat;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RoosterServiceTest {
    private final Proefrooster proef = new Proefrooster(Proefdienst.gedeeld());
    private final RoosterService rooster = proef.rooster;

    @Test
    void a_training_counts_from_its_first_day_up_to_and_including_its_last() {
        var huis = proef.huis();
        var scholing = new Scholing(true, Optional.of(proef.dag(4)), Optional.of(proef.dag(5)));
        var gastheer = proef.gastheer(scholing, 10, huis);

        var uitkomsten = Stream.of(3, 4, 5, 6)
                .map(dag -> rooster.plan(proef.ochtend(huis, proef.dag(dag)).id(), gastheer.id(), DOOR));

        assertThat(uitkomsten.map(uitkomst -> uitkomst.getClass().getSimpleName()))
                .containsExactly("NietGetraind", "Gepland", "Gepland", "NietGetraind");
    }

    @Test
    void a_trained_gastheer_of_the_house_is_planned_and_told() {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(huis);

        var dienst = proef.gepland(moment, gastheer);

        assertThat(dienst.status()).isEqualTo(Dienst.Status.GEPLAND);
        assertThat(dienst.tijdvak()).isEqualTo(moment.tijdvak());
        assertThat(proef.berichten(dienst)).containsExactly("dienst-nieuw");
        assertThat(proef.geschiedenis(dienst)).containsExactly("gepland");
        assertThat(rooster.zonderGastheer(proef.dag(3), proef.dag(4))).doesNotContain(moment);
    }

    @Test
    void whoever_is_untrained_or_of_another_house_is_refused_with_the_reason() {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var ongetraind = proef.gastheer(false, 4, huis);
        var vanElders = proef.gastheer(proef.huis());

        assertThat(rooster.plan(moment.id(), ongetraind.id(), DOOR)).isInstanceOf(Weigering.NietGetraind.class);
        assertThat(rooster.plan(moment.id(), vanElders.id(), DOOR)).isInstanceOf(Weigering.NietVanDitHuis.class);
        assertThat(rooster.zonderGastheer(proef.dag(3), proef.dag(4))).contains(moment);
    }

    @Test
    void what_has_begun_lapsed_or_is_not_there_cannot_be_staffed() {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var begonnen = proef.openstelling(
                huis,
                new Tijdvak(
                        proef.nu()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .minusSeconds(60),
                        proef.nu()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .plusSeconds(3600)));
        var vervallen = proef.ochtend(huis, proef.dag(4));
        proef.momenten.gelastAf(vervallen.id(), "storm", DOOR);

        assertThat(rooster.plan(begonnen.id(), gastheer.id(), DOOR)).isInstanceOf(PlanResultaat.TeLaat.class);
        assertThat(rooster.plan(vervallen.id(), gastheer.id(), DOOR)).isInstanceOf(PlanResultaat.TeLaat.class);
        assertThat(rooster.plan(new MomentId(UUID.randomUUID()), gastheer.id(), DOOR))
                .isInstanceOf(PlanResultaat.Onbekend.class);
        assertThat(rooster.plan(vervallen.id(), new GastheerId(UUID.randomUUID()), DOOR))
                .isInstanceOf(PlanResultaat.Onbekend.class);
    }

    @Test
    void one_gastheer_takes_one_of_two_overlapping_openstellingen_asked_at_once() throws Exception {
        for (var ronde = 0; ronde < 10; ronde++) {
            var een = proef.huis();
            var ander = proef.huis();
            var gastheer = proef.gastheer(een, ander);
            var momenten = List.of(
                    proef.openstelling(een, proef.dag(5), "09:00", "12:30"),
                    proef.openstelling(ander, proef.dag(5), "12:00", "15:00"));

            var uitkomsten = tegelijk(momenten.stream()
                    .<Callable<PlanResultaat>>map(moment -> () -> rooster.plan(moment.id(), gastheer.id(), DOOR))
                    .toList());

            assertThat(uitkomsten).hasAtLeastOneElementOfType(PlanResultaat.Gepland.class);
            assertThat(uitkomsten).hasAtLeastOneElementOfType(Weigering.Dubbel.class);
        }
    }

    @Test
    void the_same_dienst_twice_is_refused_with_the_one_there_is() {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(true, 1, huis);
        var dienst = proef.gepland(moment, gastheer);

        assertThat(rooster.plan(moment.id(), gastheer.id(), DOOR)).isEqualTo(new Weigering.Dubbel(gastheer, dienst));
    }

    @Test
    void nobody_gets_more_than_the_maximum_of_a_month_whoever_asks_at_once() throws Exception {
        for (var ronde = 0; ronde < 5; ronde++) {
            var huis = proef.huis();
            var gastheer = proef.gastheer(true, 3, huis);
            var momenten = IntStream.rangeClosed(1, 8)
                    .mapToObj(dag -> proef.ochtend(huis, proef.dag(dag)))
                    .toList();

            var uitkomsten = tegelijk(momenten.stream()
                    .<Callable<PlanResultaat>>map(moment -> () -> rooster.plan(moment.id(), gastheer.id(), DOOR))
                    .toList());

            assertThat(uitkomsten)
                    .filteredOn(PlanResultaat.Gepland.class::isInstance)
                    .hasSize(3);
            assertThat(uitkomsten)
                    .filteredOn(uitkomst -> uitkomst.equals(new Weigering.MaximumBereikt(gastheer, 3)))
                    .hasSize(5);
            var maandErna = YearMonth.from(proef.dag(1)).plusMonths(1).atDay(1);
            assertThat(rooster.plan(proef.ochtend(huis, maandErna).id(), gastheer.id(), DOOR))
                    .isInstanceOf(PlanResultaat.Gepland.class);
        }
    }

    @Test
    void who_cannot_is_off_at_once_and_saying_so_twice_is_once() {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(true, 1, huis);
        var dienst = proef.gepland(moment, gastheer);

        var eerste = rooster.meldAf(dienst.id(), Optional.of("griep"), gastheer.slug());
        var tweede = rooster.meldAf(dienst.id(), Optional.empty(), gastheer.slug());

        assertThat(eerste).isEqualTo(tweede).isInstanceOfSatisfying(AfmeldResultaat.Afgemeld.class, afgemeld -> {
            assertThat(afgemeld.dienst().status()).isEqualTo(Dienst.Status.AFGEMELD);
            assertThat(afgemeld.dienst().versie()).isEqualTo(1);
        });
        assertThat(proef.geschiedenis(dienst)).containsExactly("gepland", "afgemeld");
        assertThat(proef.berichten(dienst)).containsExactly("dienst-nieuw", "dienst-vervallen");
        assertThat(rooster.plan(moment.id(), gastheer.id(), DOOR)).isInstanceOf(PlanResultaat.Gepland.class);
    }

    @Test
    void nobody_takes_somebody_else_off() {
        var huis = proef.huis();
        var dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), proef.gastheer(huis));
        var ander = proef.gastheer(huis);

        assertThat(rooster.meldAf(dienst.id(), Optional.empty(), als(ander)))
                .isInstanceOf(AfmeldResultaat.Onbekend.class);
        assertThat(rooster.find(dienst.id()).orElseThrow().isActief()).isTrue();
    }

    private static Aanmelding als(Gastheer gastheer) {
        return new Aanmelding(
                gastheer.slug(),
                gastheer.naam(),
                Rol.GASTHEER,
                Optional.of(gastheer.id().waarde()),
                "");
    }

    @Test
    void handing_over_is_all_or_nothing() {
        var huis = proef.huis();
        var dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), proef.gastheer(huis));
        var vol = proef.gastheer(true, 0, huis);
        var ander = proef.gastheer(huis);

        assertThat(rooster.draagOver(dienst.id(), vol.id(), DOOR)).isInstanceOf(Weigering.MaximumBereikt.class);
        assertThat(rooster.find(dienst.id())).contains(dienst);

        assertThat(rooster.draagOver(dienst.id(), ander.id(), DOOR))
                .isInstanceOfSatisfying(OverdrachtResultaat.Overgedragen.class, gelukt -> {
                    assertThat(gelukt.oude().status()).isEqualTo(Dienst.Status.VERVALLEN);
                    assertThat(gelukt.oude().versie()).isEqualTo(1);
                    assertThat(gelukt.nieuwe().gastheer()).isEqualTo(ander);
                    assertThat(proef.berichten(gelukt.oude())).containsExactly("dienst-nieuw", "dienst-vervallen");
                    assertThat(proef.berichten(gelukt.nieuwe())).containsExactly("dienst-nieuw");
                });
        assertThat(rooster.draagOver(dienst.id(), ander.id(), DOOR)).isInstanceOf(OverdrachtResultaat.TeLaat.class);
    }

    @Test
    void two_gastheren_swap_even_when_both_are_at_their_maximum() {
        var huis = proef.huis();
        var een = proef.gastheer(true, 1, huis);
        var ander = proef.gastheer(true, 1, huis);
        var eerste = proef.gepland(proef.ochtend(huis, proef.dag(3)), een);
        var tweede = proef.gepland(proef.ochtend(huis, proef.dag(10)), ander);

        assertThat(rooster.ruil(eerste.id(), tweede.id(), DOOR))
                .isInstanceOfSatisfying(RuilResultaat.Geruild.class, geruild -> {
                    assertThat(geruild.eerste().gastheer()).isEqualTo(ander);
                    assertThat(geruild.eerste().moment().id())
                            .isEqualTo(eerste.moment().id());
                    assertThat(geruild.tweede().gastheer()).isEqualTo(een);
                    assertThat(proef.berichten(geruild.eerste())).containsExactly("dienst-geruild");
                    assertThat(proef.berichten(geruild.tweede())).containsExactly("dienst-geruild");
                });
        assertThat(rooster.find(eerste.id()).orElseThrow().isActief()).isFalse();
        assertThat(proef.berichten(eerste)).containsExactly("dienst-nieuw");
        assertThat(proef.geschiedenis(eerste)).containsExactly("gepland", "geruild");
        assertThat(rooster.ruil(eerste.id(), tweede.id(), DOOR)).isInstanceOf(RuilResultaat.TeLaat.class);
    }

    @Test
    void a_swap_that_one_of_them_cannot_make_leaves_both_where_they_were() {
        var huis = proef.huis();
        var elders = proef.huis();
        var een = proef.gastheer(huis, elders);
        var ander = proef.gastheer(elders);
        var eerste = proef.gepland(proef.ochtend(huis, proef.dag(3)), een);
        var tweede = proef.gepland(proef.ochtend(elders, proef.dag(10)), ander);

        assertThat(rooster.ruil(eerste.id(), tweede.id(), DOOR)).isEqualTo(new Weigering.NietVanDitHuis(ander));
        assertThat(rooster.find(eerste.id())).contains(eerste);
        assertThat(rooster.find(tweede.id())).contains(tweede);
        assertThat(rooster.ruil(eerste.id(), eerste.id(), DOOR)).isInstanceOf(RuilResultaat.NietsTeRuilen.class);
    }

    @Test
    void a_dienst_follows_its_moment() {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var dienst = proef.gepland(moment, proef.gastheer(huis));
        var eerder = proef.gepland(moment, proef.gastheer(huis));
        rooster.meldAf(eerder.id(), Optional.empty(), DOOR);
        var naar = new Tijdvak(
                moment.tijdvak().van().plus(Duration.ofDays(1)),
                moment.tijdvak().tot().plus(Duration.ofDays(1)));

        assertThat(proef.momenten.verplaats(moment.id(), naar, DOOR))
                .isInstanceOf(MomentVerplaatsResultaat.Verplaatst.class);

        var verplaatst = rooster.find(dienst.id()).orElseThrow();
        assertThat(verplaatst.tijdvak()).isEqualTo(naar);
        assertThat(verplaatst.datum()).isEqualTo(proef.dag(4));
        assertThat(verplaatst.versie()).isEqualTo(1);
        assertThat(proef.berichten(dienst)).containsExactly("dienst-nieuw", "dienst-gewijzigd");
        assertThat(rooster.find(eerder.id()).orElseThrow().tijdvak()).isEqualTo(moment.tijdvak());

        assertThat(proef.momenten.gelastAf(moment.id(), "storm", DOOR)).isInstanceOf(AfgelastResultaat.Afgelast.class);

        var vervallen = rooster.find(dienst.id()).orElseThrow();
        assertThat(vervallen.status()).isEqualTo(Dienst.Status.VERVALLEN);
        assertThat(vervallen.versie()).isEqualTo(2);
        assertThat(proef.berichten(dienst)).containsExactly("dienst-nieuw", "dienst-gewijzigd", "dienst-vervallen");
        assertThat(proef.geschiedenis(dienst)).containsExactly("gepland", "verplaatst", "afgelast");
    }

    @Test
    void a_moment_does_not_move_onto_another_dienst_of_its_gastheer() {
        var huis = proef.huis();
        var elders = proef.huis();
        var gastheer = proef.gastheer(huis, elders);
        var moment = proef.ochtend(huis, proef.dag(3));
        proef.gepland(moment, gastheer);
        var bezet = proef.gepland(proef.ochtend(elders, proef.dag(4)), gastheer);

        assertThat(proef.momenten.verplaats(moment.id(), bezet.tijdvak(), DOOR))
                .isInstanceOf(MomentVerplaatsResultaat.GastheerBezet.class);
    }

    @Test
    void the_makelaar_sees_who_could_and_why_the_others_cannot() {
        var huis = proef.huis();
        var elders = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var druk = proef.gastheer(true, 4, huis);
        proef.gepland(proef.ochtend(huis, proef.dag(10)), druk);
        var vrij = proef.gastheer(true, 4, huis);
        var bezet = proef.gastheer(huis, elders);
        proef.gepland(proef.ochtend(elders, proef.dag(3)), bezet);
        var vol = proef.gastheer(true, 0, huis);
        var ongetraind = proef.gastheer(false, 4, huis);

        var kandidaten = rooster.kandidaten(moment.id());

        assertThat(kandidaten)
                .filteredOn(Kandidaat::kan)
                .extracting(Kandidaat::gastheer)
                .containsExactly(vrij, druk);
        assertThat(reden(kandidaten, bezet)).isInstanceOf(Weigering.Dubbel.class);
        assertThat(reden(kandidaten, vol)).isInstanceOf(Weigering.MaximumBereikt.class);
        assertThat(reden(kandidaten, ongetraind)).isInstanceOf(Weigering.NietGetraind.class);
        assertThat(kandidaten).hasSize(rooster.gastheren().size());
    }

    private static Weigering reden(List<Kandidaat> kandidaten, Gastheer van) {
        return kandidaten.stream()
                .filter(kandidaat -> kandidaat.gastheer().equals(van))
                .findFirst()
                .flatMap(Kandidaat::weigering)
                .orElseThrow();
    }
}
