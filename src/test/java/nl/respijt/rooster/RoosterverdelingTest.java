package nl.respijt.rooster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RoosterverdelingTest {
    private static final UUID HUIS = UUID.randomUUID();
    private static final LocalDate MAANDAG = LocalDate.of(2027, 3, 1);

    @Test
    void everyone_gets_the_same_share_of_what_he_or_she_wants() {
        var gastheren = List.of(gastheer("a", 4), gastheer("b", 8), gastheer("c", 6));
        var verdeling = new Roosterverdeling(gastheren, List.of());

        var aantallen = verdeel(verdeling, MAANDAG.datesUntil(MAANDAG.plusDays(9)));

        assertThat(aantallen.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(9);
        assertThat(verschil(gastheren, aantallen)).isLessThanOrEqualTo(0.25);
    }

    @Test
    void nobody_gets_more_than_the_maximum_of_a_month_and_the_rest_stays_open() {
        var gastheren = List.of(gastheer("a", 2), gastheer("b", 3));
        var verdeling = new Roosterverdeling(gastheren, List.of());

        assertThat(verdeel(verdeling, MAANDAG.datesUntil(MAANDAG.plusMonths(1))))
                .isEqualTo(Map.of("a", 2, "b", 3));
        assertThat(verdeel(verdeling, Stream.of(MAANDAG.plusMonths(1)))).hasSize(1);
    }

    @Test
    void nobody_is_on_two_diensten_of_one_dagdeel() {
        var verdeling = new Roosterverdeling(List.of(gastheer("a", 9)), List.of());

        assertThat(verdeling.wijsToe(moment(MAANDAG, "09:00", "12:00"))).isPresent();
        assertThat(verdeling.wijsToe(moment(MAANDAG, "11:00", "14:00"))).isEmpty();
        assertThat(verdeling.wijsToe(moment(MAANDAG, "14:00", "16:00"))).isPresent();
    }

    @Test
    void the_first_start_fills_the_coming_weeks_fairly_tells_nobody_and_does_it_once() {
        try (var dienst = Proefdienst.start()) {
            var rooster = dienst.bean(RoosterService.class);
            var inrichting = dienst.bean(RoosterInrichting.class);
            var vandaag = dienst.bean(Klok.class).vandaag();
            var vraag = DienstVraag.van(Tijdzone.beginVan(vandaag), Tijdzone.beginVan(vandaag.plusWeeks(26)));
            var eerste = rooster.diensten(vraag);
            var gastheren = rooster.gastheren();

            assertThat(gastheren)
                    .hasSize(10)
                    .allSatisfy(
                            gastheer -> assertThat(gastheer.email()).contains(gastheer.slug() + "@voorbeeld.example"));
            assertThat(eerste).isNotEmpty().allSatisfy(een -> {
                assertThat(een.gastheer().scholing().gevolgd()).isTrue();
                assertThat(een.datum()).isBefore(vandaag.plusWeeks(8));
            });
            // A gap that came later (the demo makes one) is not for the next start to fill.
            inrichting.richtIn();
            assertThat(rooster.diensten(vraag)).isEqualTo(eerste);

            inrichting.verdeelEersteWeken(8);
            // Where nobody is, nobody could be.
            assertThat(rooster.zonderGastheer(vandaag, vandaag.plusWeeks(8)))
                    .allSatisfy(moment ->
                            assertThat(rooster.kandidaten(moment.id())).noneMatch(Kandidaat::kan));
            var verdeeld = rooster.diensten(vraag);
            assertThat(inrichting.verdeelEersteWeken(8)).isZero();
            assertThat(rooster.diensten(vraag)).isEqualTo(verdeeld);
            assertThat(rooster.gastheren()).isEqualTo(gastheren);
            assertThat(berichten(dienst)).isZero();
        }
    }

    private static int berichten(Proefdienst dienst) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select count(*) from bericht where soort = 'dienst-nieuw'")
                        .mapTo(Integer.class)
                        .one());
    }

    private static Map<String, Integer> verdeel(Roosterverdeling verdeling, Stream<LocalDate> dagen) {
        var aantallen = new HashMap<String, Integer>();
        dagen.forEach(dag -> verdeling
                .wijsToe(moment(dag, "09:00", "12:00"))
                .ifPresent(gastheer -> aantallen.merge(gastheer.slug(), 1, Integer::sum)));
        return aantallen;
    }

    private static double verschil(List<Gastheer> gastheren, Map<String, Integer> aantallen) {
        var aandelen = gastheren.stream()
                .mapToDouble(gastheer -> (double) aantallen.getOrDefault(gastheer.slug(), 0) / gastheer.maxPerMaand())
                .summaryStatistics();
        return aandelen.getMax() - aandelen.getMin();
    }

    private static Gastheer gastheer(String slug, int max) {
        return new Gastheer(
                new GastheerId(UUID.randomUUID()),
                slug,
                slug,
                Optional.empty(),
                Scholing.ALTIJD,
                max,
                List.of("nl"),
                List.of(HUIS),
                Taal.NL,
                true);
    }

    private static Moment moment(LocalDate dag, String van, String tot) {
        return new Moment(
                new MomentId(UUID.randomUUID()),
                Soort.HUIS,
                HUIS,
                "Huis",
                "Zuid",
                List.of(),
                "",
                dag,
                Dagdeel.bij(LocalTime.parse(van)),
                new Tijdvak(Tijdzone.instant(dag, LocalTime.parse(van)), Tijdzone.instant(dag, LocalTime.parse(tot))),
                12,
                0,
                List.of("nl"),
                true,
                false,
                false,
                true,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
