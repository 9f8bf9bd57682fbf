package nl.respijt.rooster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorghuis.HuisService;
import nl.respijt.rooster.Weekwacht.Alarm;
import nl.respijt.rooster.Weekwacht.Stand;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house opens two dagdelen a week, with a trained gastheer; who watches hears in time when it does not. */
@Timeout(120)
final class WeekwachtTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-03-01");

    /** The Monday of the week in which the clock changes. */
    private static final LocalDate WEEK = LocalDate.parse("2027-03-22");

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefrooster proef = new Proefrooster(dienst);
    private final Weekwacht wacht = dienst.bean(Weekwacht.class);
    private final UUID huis = proef.huis();

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @BeforeEach
    void op_de_eerste_dag() {
        zetKlok(VANDAAG);
    }

    @Test
    void planned_covered_and_held_are_counted_by_iso_week() {
        var gastheer = proef.gastheer(huis);
        gedekt(WEEK, gastheer);
        open(WEEK.plusDays(1));
        gedekt(WEEK.plusDays(6), gastheer);
        open(WEEK.plusDays(7));

        assertThat(stand(WEEK))
                .extracting(Stand::gepland, Stand::gedekt, Stand::gehouden)
                .containsExactly(3, 2, 0);
        zetKlok(WEEK.plusDays(8));
        assertThat(stand(WEEK))
                .extracting(Stand::gepland, Stand::gedekt, Stand::gehouden)
                .containsExactly(3, 2, 2);
    }

    @ParameterizedTest
    @CsvSource({"22, GEEN", "21, BINNEN_21", "15, BINNEN_21", "14, BINNEN_14", "7, BINNEN_7", "1, BINNEN_7", "0, GEEN"})
    void a_week_that_falls_short_warns_in_time(int dagenVooraf, Alarm alarm) {
        open(WEEK);
        open(WEEK.plusDays(2));

        zetKlok(WEEK.minusDays(dagenVooraf));

        assertThat(stand(WEEK).alarm()).isEqualTo(alarm);
    }

    @Test
    void a_week_with_enough_is_no_alarm_and_one_gastheer_less_is() {
        var gastheer = proef.gastheer(huis);
        gedekt(WEEK, gastheer);
        var tweede = gedekt(WEEK.plusDays(2), gastheer);
        zetKlok(WEEK.minusDays(7));
        assertThat(stand(WEEK).alarm()).isEqualTo(Alarm.GEEN);

        proef.rooster.meldAf(tweede.id(), Optional.empty(), "makelaar");

        assertThat(stand(WEEK).alarm()).isEqualTo(Alarm.BINNEN_7);
        assertThat(wacht.alarmen()).extracting(stand -> stand.huis().id()).contains(huis);
    }

    @Test
    void a_closure_with_a_reason_is_no_alarm() {
        open(WEEK);
        zetKlok(WEEK.minusDays(7));
        assertThat(stand(WEEK).alarm()).isEqualTo(Alarm.BINNEN_7);

        dienst.bean(HuisService.class)
                .sluit(Optional.of(huis), WEEK, WEEK.plusDays(6), Optional.empty(), "Verbouwing", "makelaar");

        assertThat(stand(WEEK).alarm()).isEqualTo(Alarm.GEEN);
        assertThat(stand(WEEK).sluiting()).contains("Verbouwing");
    }

    @Test
    void the_makelaar_sees_it_on_the_week_and_can_print_a_week_for_the_door() throws Exception {
        open(VANDAAG.plusDays(8));
        var makelaar = proef.inlog("makelaar", Rol.MAKELAAR, Optional.empty());

        assertThat(proef.get("/makelaar/week", makelaar).body())
                .contains("%s, week 10: 0 van 2 dagdelen met gastheer".formatted(Proefrooster.naam(huis)));
        assertThat(proef.get("/makelaar/weekwacht", makelaar).body()).contains("Binnen 7 dagen");
        var deur = proef.get(
                        dienst.adres("/mantelzorghuizen/%s/deur?week=2027-W10"
                                .formatted(Proefrooster.naam(huis).replace(" ", "%20"))),
                        Optional.empty())
                .body();
        assertThat(deur).contains("Week 10", "Dinsdag 9 maart", "9.00", "dicht");
    }

    private Dienst gedekt(LocalDate dag, Gastheer gastheer) {
        return proef.gepland(open(dag), gastheer);
    }

    private Moment open(LocalDate dag) {
        return proef.ochtend(huis, dag);
    }

    private Stand stand(LocalDate maandag) {
        List<Stand> standen = wacht.standen(4, 8);
        return standen.stream()
                .filter(stand ->
                        stand.huis().id().equals(huis) && stand.maandag().equals(maandag))
                .findFirst()
                .orElseThrow();
    }

    private void zetKlok(LocalDate dag) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.of(8, 0))));
    }
}
