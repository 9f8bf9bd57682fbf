package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.respijt.aanbieder.Bevestigtermijn;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody can be asked to come. */
final class BezoekmomentenTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Bezoekmomenten planner = dienst.bean(Bezoekmomenten.class);

    @Test
    void the_hours_of_a_worker_are_planned_half_a_year_ahead_at_the_same_local_time() {
        var eind = thuis.vandaag().plusWeeks(10);
        var wie = thuis.medewerker(thuis.aanbieder(eind));
        thuis.werkt(wie, 3, "13:00", "16:00");

        planner.voerUit();
        planner.voerUit();

        var feestdagen = dienst.bean(Feestdagen.class);
        var verwacht = thuis.vandaag()
                .plusDays(1)
                .datesUntil(thuis.vandaag().plusWeeks(26).plusDays(1))
                .filter(dag -> dag.getDayOfWeek() == DayOfWeek.WEDNESDAY && !feestdagen.isFeestdag(dag))
                .toList();
        assertThat(van(wie))
                .filteredOn(moment -> moment.datum().isAfter(thuis.vandaag()))
                .extracting(Moment::datum)
                .containsExactlyElementsOf(verwacht);
        assertThat(van(wie)).allSatisfy(moment -> {
            assertThat(Tijdzone.lokaal(moment.tijdvak().van()).toLocalTime()).isEqualTo(LocalTime.of(13, 0));
            assertThat(Tijdzone.lokaal(moment.tijdvak().tot()).toLocalTime()).isEqualTo(LocalTime.of(16, 0));
            assertThat(moment.voorbehoud()).isEqualTo(moment.datum().isAfter(eind));
        });
    }

    @Test
    void nobody_is_asked_to_be_in_two_streets_at_once() {
        var wie = thuis.medewerker(thuis.aanbieder());
        var dag = thuis.vandaag().plusWeeks(3);
        assertThat(thuis.moment(wie, dag, "09:00", "11:00")).isPresent();

        assertThat(thuis.moment(wie, dag, "11:15", "13:15")).isEmpty();
        assertThat(thuis.moment(wie, dag, "06:45", "08:45")).isEmpty();
        assertThat(thuis.moment(wie, dag, "11:30", "13:30")).isPresent();
        assertThat(thuis.moment(wie, dag, "06:30", "08:30")).isPresent();
    }

    @Test
    void who_comes_on_a_lapsed_visit_can_go_elsewhere() {
        var wie = thuis.medewerker(thuis.aanbieder());
        var dag = thuis.vandaag().plusWeeks(3);
        var moment = thuis.moment(wie, dag, "09:00", "11:00").orElseThrow();

        dienst.bean(MomentService.class).gelastAf(moment.id(), "Ziek", "proef");

        assertThat(thuis.moment(wie, dag, "09:30", "12:30")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T10:00:00Z, 2026-11-30T16:00:00Z", // Thursday: Friday and Monday
        "2026-11-27T22:30:00Z, 2026-12-01T16:00:00Z", // late on Friday: Monday and Tuesday
        "2026-11-28T10:00:00Z, 2026-12-01T16:00:00Z", // Saturday
        "2026-12-24T10:00:00Z, 2026-12-29T16:00:00Z", // Christmas
        "2027-03-26T10:00:00Z, 2027-03-31T15:00:00Z", // Easter Monday, and summer time
    })
    void a_first_request_is_answered_by_the_end_of_the_second_working_day(Instant gevraagd, Instant voor) {
        var termijn = dienst.bean(Bevestigtermijn.class);

        assertThat(termijn.van(gevraagd, 2, Instant.parse("2028-01-01T00:00:00Z")))
                .isEqualTo(voor);
        assertThat(termijn.van(gevraagd, 2, gevraagd.plusSeconds(7200))).isEqualTo(gevraagd.plusSeconds(7200));
    }

    private List<Moment> van(Medewerker wie) {
        var nu = Tijdzone.beginVan(thuis.vandaag());
        return dienst.bean(MomentService.class)
                .zoek(
                        MomentVraag.tussen(nu, Tijdzone.beginVan(LocalDate.of(2100, 1, 1)))
                                .soort(Soort.THUIS)
                                .bron(wie.id())
                                .vraag(),
                        new MomentVraag.Blad(1, 200))
                .momenten();
    }
}
