package nl.respijt.rooster.voorstel;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static nl.respijt.rooster.voorstel.Proefstad.MAANDAG;
import static nl.respijt.rooster.voorstel.Proefstad.id;
import static nl.respijt.tijd.Dagdeel.AVOND;
import static nl.respijt.tijd.Dagdeel.MIDDAG;
import static nl.respijt.tijd.Dagdeel.OCHTEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.respijt.boeking.Moment;
import nl.respijt.rooster.Beschikbaarheid;
import nl.respijt.rooster.Beschikbaarheid.Plek;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Scholing;
import nl.respijt.rooster.Wensen;
import nl.respijt.tijd.Dagdeel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proposal is worth, and that no rule is broken where breaking it would be worth a lot. Never how long it takes. */
@Timeout(300)
final class VerdelerTest {
    private static final UUID HUIS = id(1);
    private static final UUID ANDER_HUIS = id(2);

    private final Proefstad stad = new Proefstad();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twelve_weeks_of_four_houses_and_sixty_hosts_come_out_whole_fair_and_as_wished(long zaad) {
        var groot = Proefstad.groot(zaad);

        var oordeel = groot.oordeel(groot.voorstel());

        assertThat(oordeel.gebroken()).isEmpty();
        assertThat(oordeel.zonder()).isZero();
        assertThat(oordeel.alleen()).isZero();
        assertThat(oordeel.gini()).isLessThanOrEqualTo(0.15);
        assertThat(oordeel.vervuldDeel()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void the_same_question_gives_the_same_answer() {
        assertThat(Proefstad.groot(7).voorstel()).isEqualTo(Proefstad.groot(7).voorstel());
    }

    @Test
    void who_is_not_trained_on_that_day_is_left_out_though_nobody_else_is_there() {
        var dinsdag = MAANDAG.plusDays(1);
        var nog = stad.gastheer(
                "nog-niet",
                new Scholing(true, Optional.of(dinsdag), Optional.of(dinsdag)),
                31,
                List.of("nl"),
                List.of(HUIS));
        stad.gastheer("niet", Scholing.GEEN, 31, List.of("nl"), List.of(HUIS));
        var ervoor = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        var erop = stad.openstelling(HUIS, dinsdag, OCHTEND);
        var erna = stad.openstelling(HUIS, dinsdag.plusDays(1), OCHTEND);

        var wie = wie(stad.voorstel());

        assertThat(wie).containsOnlyKeys(erop);
        assertThat(wie.get(erop)).containsExactly(nog);
        assertThat(wie).doesNotContainKeys(ervoor, erna);
    }

    @Test
    void nobody_is_sent_to_a_house_where_they_do_not_work() {
        stad.gastheer("elders", ANDER_HUIS);
        stad.openstelling(HUIS, MAANDAG, OCHTEND);

        assertThat(wie(stad.voorstel())).isEmpty();
    }

    @Test
    void nobody_is_asked_when_they_cannot() {
        var gastheer = stad.gastheer("maandagen", HUIS);
        var maandag = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.openstelling(HUIS, MAANDAG.plusDays(1), OCHTEND);
        stad.openstelling(HUIS, MAANDAG.plusWeeks(1), OCHTEND);
        stad.kan(
                gastheer,
                new Beschikbaarheid(
                        Set.of(new Weekplek(DayOfWeek.MONDAY, OCHTEND)),
                        Map.of(new Plek(MAANDAG.plusWeeks(1), OCHTEND), false)));

        assertThat(wie(stad.voorstel())).containsOnlyKeys(maandag);
    }

    @Test
    void nobody_is_at_two_houses_at_once_though_both_need_them() {
        stad.gastheer("overal", HUIS, ANDER_HUIS);
        stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.openstelling(ANDER_HUIS, MAANDAG, OCHTEND);

        var oordeel = stad.oordeel(stad.voorstel());

        assertThat(oordeel.gebroken()).isEmpty();
        assertThat(oordeel.zonder()).isEqualTo(1);
    }

    @Test
    void a_dienst_that_is_planned_already_keeps_its_gastheer_from_another_at_that_time() {
        var gastheer = stad.gastheer("overal", HUIS, ANDER_HUIS);
        stad.gepland(stad.openstelling(HUIS, MAANDAG, OCHTEND), gastheer);
        stad.openstelling(ANDER_HUIS, MAANDAG, OCHTEND);

        assertThat(wie(stad.voorstel())).isEmpty();
    }

    @Test
    void nobody_gets_more_than_the_maximum_of_a_month_counting_what_is_planned() {
        var gastheer = stad.gastheer("drie", 3, List.of("nl"), List.of(HUIS));
        for (var week = 0; week < 4; week++) {
            stad.openstelling(HUIS, MAANDAG.plusWeeks(week), OCHTEND);
            stad.openstelling(HUIS, MAANDAG.plusWeeks(week).plusDays(2), OCHTEND);
        }
        stad.gepland(stad.momenten.getFirst(), gastheer);

        var voorstel = stad.voorstel();

        assertThat(stad.oordeel(voorstel).gebroken()).isEmpty();
        assertThat(wie(voorstel)).hasSize(2);
    }

    @Test
    void there_is_rest_between_unless_two_on_a_day_are_fine() {
        var gastheer = stad.gastheer("een", HUIS);
        stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.openstelling(HUIS, MAANDAG, AVOND);

        assertThat(wie(stad.voorstel())).hasSize(1);

        stad.wenst(
                gastheer,
                new Wensen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, false));
        assertThat(wie(stad.voorstel())).hasSize(2);
    }

    @Test
    void one_on_each_openstelling_comes_before_two_on_one_and_before_every_wish() {
        var een = stad.gastheer("een", HUIS, ANDER_HUIS);
        var twee = stad.gastheer("twee", HUIS, ANDER_HUIS);
        for (var wie : List.of(een, twee)) {
            stad.wenst(
                    wie,
                    new Wensen(
                            Optional.of(0),
                            Optional.of(HUIS),
                            Optional.of(wie == een ? twee.id() : een.id()),
                            Optional.empty(),
                            false,
                            false));
        }
        stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.openstelling(ANDER_HUIS, MAANDAG, OCHTEND);

        var oordeel = stad.oordeel(stad.voorstel());

        assertThat(oordeel.zonder()).isZero();
    }

    @Test
    void two_are_there_where_there_are_two() {
        stad.gastheer("een", HUIS);
        stad.gastheer("twee", HUIS);
        stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.openstelling(HUIS, MAANDAG.plusDays(1), MIDDAG);

        assertThat(stad.oordeel(stad.voorstel()).alleen()).isZero();
    }

    @Test
    void a_wish_for_a_house_and_for_somebody_comes_true_where_it_can() {
        var hier = stad.gastheer("hier", HUIS, ANDER_HUIS);
        var daar = stad.gastheer("daar", HUIS, ANDER_HUIS);
        var met = stad.gastheer("met", HUIS, ANDER_HUIS);
        stad.gastheer("gelijk", HUIS, ANDER_HUIS);
        stad.wenst(
                hier,
                new Wensen(Optional.empty(), Optional.of(HUIS), Optional.empty(), Optional.empty(), false, false));
        stad.wenst(
                daar,
                new Wensen(
                        Optional.empty(), Optional.of(ANDER_HUIS), Optional.empty(), Optional.empty(), false, false));
        stad.wenst(
                met,
                new Wensen(Optional.empty(), Optional.empty(), Optional.of(daar.id()), Optional.empty(), false, false));
        var hierOpen = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        var daarOpen = stad.openstelling(ANDER_HUIS, MAANDAG, OCHTEND);

        var wie = wie(stad.voorstel());

        assertThat(wie.get(hierOpen)).contains(hier);
        assertThat(wie.get(daarOpen)).containsExactlyInAnyOrder(daar, met);
    }

    @Test
    void a_new_one_goes_along_with_the_experienced_one() {
        var nieuw = stad.gastheer("a-nieuw", HUIS);
        stad.gastheer("b-ander", HUIS);
        stad.gastheer("c-ander", HUIS);
        var ervaren = stad.gastheer("d-ervaren", HUIS);
        stad.wenst(
                nieuw,
                new Wensen(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ervaren.id()), false, false));
        for (var week = 0; week < 4; week++) {
            stad.openstelling(HUIS, MAANDAG.plusWeeks(week), OCHTEND);
        }

        assertThat(wie(stad.voorstel()).values())
                .anyMatch(paar -> paar.contains(nieuw))
                .allMatch(paar -> !paar.contains(nieuw) || paar.contains(ervaren));
    }

    @Test
    void somebody_speaks_the_language_of_the_house() {
        for (var n = 0; n < 6; n++) {
            stad.gastheer("a-" + n, HUIS);
        }
        var turks = stad.gastheer("z-turks", 31, List.of("nl", "tr"), List.of(HUIS));
        var open = stad.openstelling(HUIS, MAANDAG, OCHTEND, List.of("nl", "tr"));

        assertThat(wie(stad.voorstel()).get(open)).contains(turks);
    }

    @Test
    void what_is_planned_stays_though_another_would_be_fairer_and_moves_when_asked() {
        var druk = stad.gastheer("druk", HUIS);
        stad.gastheer("vrij-1", HUIS);
        stad.gastheer("vrij-2", HUIS);
        for (var week = 0; week < 4; week++) {
            stad.gepland(stad.openstelling(HUIS, MAANDAG.plusWeeks(week), OCHTEND), druk);
        }

        var voorstel = stad.voorstel();
        assertThat(voorstel).hasSize(4).allMatch(plaats -> plaats.dienst().isEmpty());
        assertThat(wie(voorstel).values()).allMatch(paar -> !paar.contains(druk));

        var opnieuw = stad.opnieuw();
        assertThat(opnieuw.stream().filter(plaats -> plaats.dienst().isPresent()))
                .hasSize(4);
        assertThat(wie(opnieuw).values().stream().filter(paar -> paar.contains(druk)))
                .hasSizeLessThan(4);
        assertThat(stad.oordeel(opnieuw).gebroken()).isEmpty();
    }

    @Test
    void whoever_stays_on_an_openstelling_keeps_the_own_dienst() {
        var groot = Proefstad.groot(4);
        var eerst = groot.voorstel();
        eerst.stream()
                .limit(200)
                .forEach(plaats -> plaats.gastheer()
                        .ifPresent(wie -> groot.gepland(groot.moment(plaats.moment()), groot.gastheer(wie))));

        var opnieuw = groot.opnieuw();

        assertThat(groot.oordeel(opnieuw).gebroken()).isEmpty();
        for (var plaats : opnieuw) {
            if (!plaats.was().equals(plaats.gastheer())) {
                assertThat(opnieuw)
                        .filteredOn(ander -> ander.moment().equals(plaats.moment()))
                        .extracting(Toewijzing::was)
                        .doesNotContain(
                                plaats.gastheer().map(Optional::of).orElse(Optional.of(new GastheerId(id(99)))));
            }
        }
    }

    @Test
    void a_gastheer_whose_training_lapsed_is_no_cover_for_the_others() {
        var verlopen = stad.gastheer("verlopen", Scholing.GEEN, 31, List.of("nl"), List.of(HUIS));
        stad.gastheer("een", HUIS);
        stad.gastheer("twee", HUIS);
        var open = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.gepland(open, verlopen);

        assertThat(wie(stad.voorstel()).get(open)).hasSize(2);
    }

    @Test
    void who_stops_it_gets_what_was_found_so_far() {
        var keer = new AtomicInteger();
        var groot = Proefstad.groot(2);

        var antwoord = Verdeler.verdeel(new Verdeelvraag(groot.beeld(), false), procent -> {
            keer.incrementAndGet();
            return procent < 30;
        });

        assertThat(keer.get()).isBetween(2, 30);
        assertThat(antwoord).hasSize(groot.momenten.size() * 2);
    }

    /** Every roster there could be is looked at: none is legal and leaves fewer houses without, or with only one. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void none_of_all_possible_rosters_covers_more(long zaad) {
        var toeval = new Random(zaad);
        for (var n = 0; n < 4; n++) {
            var huis = toeval.nextBoolean() ? HUIS : ANDER_HUIS;
            var dag = MAANDAG.plusDays(toeval.nextInt(2));
            stad.openstelling(huis, dag, Dagdeel.values()[n % 3]);
        }
        for (var n = 0; n < 3; n++) {
            var gastheer = stad.gastheer(
                    "g" + n,
                    toeval.nextInt(5) == 0 ? Scholing.GEEN : Scholing.ALTIJD,
                    1 + toeval.nextInt(3),
                    List.of("nl"),
                    toeval.nextInt(3) == 0 ? List.of(HUIS) : List.of(HUIS, ANDER_HUIS));
            if (toeval.nextInt(3) == 0) {
                var weg = new Plek(MAANDAG.plusDays(toeval.nextInt(2)), Dagdeel.values()[toeval.nextInt(3)]);
                stad.kan(gastheer, new Beschikbaarheid(Set.of(), Map.of(weg, false)));
            }
        }

        var voorstel = stad.oordeel(stad.voorstel());
        var beste = alleRoosters(0)
                .map(stad::oordeel)
                .filter(oordeel -> oordeel.gebroken().isEmpty())
                .min(comparingInt(Oordeel::zonder).thenComparingInt(Oordeel::alleen))
                .orElseThrow();

        assertThat(voorstel.gebroken()).isEmpty();
        assertThat(List.of(voorstel.zonder(), voorstel.alleen())).isEqualTo(List.of(beste.zonder(), beste.alleen()));
    }

    /** On each openstelling from here on nobody, one or two of all. */
    private Stream<List<Toewijzing>> alleRoosters(int vanaf) {
        if (vanaf == stad.momenten.size()) {
            return Stream.of(List.of());
        }
        var plek = Toewijzing.vrij(stad.momenten.get(vanaf).id());
        var keuzes = new ArrayList<List<Toewijzing>>();
        keuzes.add(List.of());
        for (var een = 0; een < stad.gastheren.size(); een++) {
            var eerste = plek.metGastheer(Optional.of(stad.gastheren.get(een).id()));
            keuzes.add(List.of(eerste));
            for (var ander = een + 1; ander < stad.gastheren.size(); ander++) {
                keuzes.add(List.of(
                        eerste,
                        plek.metGastheer(Optional.of(stad.gastheren.get(ander).id()))));
            }
        }
        return alleRoosters(vanaf + 1)
                .flatMap(rest -> keuzes.stream()
                        .map(hier -> Stream.concat(hier.stream(), rest.stream()).toList()));
    }

    private Map<Moment, List<Gastheer>> wie(List<Toewijzing> voorstel) {
        return voorstel.stream()
                .flatMap(plaats -> plaats.gastheer().stream()
                        .map(wie -> Map.entry(stad.moment(plaats.moment()), stad.gastheer(wie))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
