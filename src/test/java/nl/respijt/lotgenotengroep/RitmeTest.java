package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of rhythm over ten years, against a count that walks a calendar page by page. */
class RitmeTest {
    private static final LocalDate VAN = LocalDate.parse("2026-11-25"); // a Wednesday
    private static final LocalDate TOT = VAN.plusYears(10);

    static Stream<Weken> weken() {
        return IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(elke ->
                        IntStream.rangeClosed(1, 7).mapToObj(dag -> new Weken(elke, dag, VAN, Optional.empty())));
    }

    static Stream<Maand> maanden() {
        return IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(elke -> IntStream.rangeClosed(1, 7)
                        .boxed()
                        .flatMap(dag -> Stream.of(-1, 1, 2, 3, 4)
                                .map(hoeveelste -> new Maand(elke, dag, hoeveelste, VAN, Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("weken")
    void every_so_many_weeks_is_every_so_many_weeks_for_ten_years(Weken ritme) {
        var verwacht = new ArrayList<LocalDate>();
        var maandag = LocalDate.parse("2026-11-23");
        for (var dag = maandag.plusDays(ritme.dag() - 1L); dag.isBefore(TOT); dag = dag.plusWeeks(ritme.elke())) {
            if (!dag.isBefore(VAN)) {
                verwacht.add(dag);
            }
        }

        assertThat(dagen(ritme)).isEqualTo(verwacht);
    }

    @ParameterizedTest
    @MethodSource("maanden")
    void the_nth_weekday_of_every_so_many_months_is_just_that_for_ten_years(Maand ritme) {
        var verwacht = new ArrayList<LocalDate>();
        for (var eerste = VAN.withDayOfMonth(1); eerste.isBefore(TOT); eerste = eerste.plusMonths(ritme.elke())) {
            var zulke = new ArrayList<LocalDate>();
            for (var nummer = 1; nummer <= eerste.lengthOfMonth(); nummer++) {
                if (eerste.withDayOfMonth(nummer).getDayOfWeek() == DayOfWeek.of(ritme.dag())) {
                    zulke.add(eerste.withDayOfMonth(nummer));
                }
            }
            var dag = ritme.hoeveelste() == -1 ? zulke.getLast() : zulke.get(ritme.hoeveelste() - 1);
            if (!dag.isBefore(VAN) && dag.isBefore(TOT)) {
                verwacht.add(dag);
            }
        }

        assertThat(dagen(ritme)).isEqualTo(verwacht);
    }

    @Test
    void a_group_meets_at_the_same_time_by_the_clock_on_the_wall_all_ten_years() {
        var uren = new Uren(LocalTime.of(19, 30), LocalTime.of(21, 30));

        // Sundays, so that both nights on which the clocks change are among them.
        var lijn = new Ritmelijn(
                UUID.randomUUID(), UUID.randomUUID(), new Weken(1, 7, VAN, Optional.empty()), uren, false);

        assertThat(dagen(lijn.ritme())).hasSizeGreaterThan(500).allSatisfy(dag -> {
            var tijdvak = lijn.op(dag);
            assertThat(Tijdzone.lokaal(tijdvak.van()).toLocalDateTime()).isEqualTo(dag.atTime(19, 30));
            assertThat(Tijdzone.lokaal(tijdvak.tot()).toLocalDateTime()).isEqualTo(dag.atTime(21, 30));
        });
        assertThat(dagen(lijn.ritme()))
                .as("nights on which the clocks change")
                .contains(LocalDate.parse("2027-03-28"), LocalDate.parse("2027-10-31"));
    }

    @Test
    void a_rhythm_holds_from_its_first_day_and_before_its_last() {
        var ritme = new Weken(1, 3, VAN, Optional.of(VAN.plusWeeks(2)));

        assertThat(dagen(ritme)).containsExactly(VAN, VAN.plusWeeks(1));
    }

    @Test
    void the_fifth_of_a_weekday_is_the_last() {
        assertThat(Maand.hoeveelste(LocalDate.parse("2027-01-29"))).isEqualTo(Maand.LAATSTE);
        assertThat(Maand.hoeveelste(LocalDate.parse("2027-01-22"))).isEqualTo(4);
        assertThat(Maand.hoeveelste(LocalDate.parse("2027-01-01"))).isEqualTo(1);
    }

    private static List<LocalDate> dagen(Ritme ritme) {
        return VAN.minusYears(1).datesUntil(TOT).filter(ritme::geldtOp).toList();
    }
}
