package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Wachtend;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When groups meet, and what their meetings say of them. Its own service: the clock moves. */
class BijeenkomstenTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2026-11-23"); // a Monday
    private static final String DOOR = "makelaar";

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefgroep groepen = new Proefgroep(dienst);
    private final GroepService service = dienst.bean(GroepService.class);
    private final Bijeenkomsten planner = dienst.bean(Bijeenkomsten.class);
    private final MomentService momenten = dienst.bean(MomentService.class);

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
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(VANDAAG, LocalTime.of(8, 0))));
    }

    @AfterEach
    void taken_places_are_those_of_the_bookings() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void all_groups_of_the_file_are_there_open_to_newcomers_and_meet() {
        var eerste = service.eerstvolgende();

        assertThat(dienst.bean(Gemeente.class).lotgenotengroepen()).hasSize(23).allSatisfy(uitBestand -> {
            var groep = service.alle().stream()
                    .filter(een -> een.naam().equals(uitBestand.naam()))
                    .findFirst()
                    .orElseThrow();
            assertThat(groep.isTeVinden()).isTrue();
            assertThat(groep.voorbeeld()).isTrue();
            assertThat(eerste).containsKey(groep.id());
        });
        assertThat(service.alle())
                .anyMatch(Lotgenotengroep::alleenVrouwen)
                .anyMatch(Lotgenotengroep::kennismaking)
                .anyMatch(groep -> groep.talen().contains("ar"))
                .anyMatch(groep -> groep.talen().contains("tr"));
        assertThat(service.coordinatoren()).as("each has one who leads it").hasSizeGreaterThanOrEqualTo(23);
    }

    @Test
    void no_two_groups_of_the_file_are_at_one_place_at_one_time() {
        var alle = van(MomentVraag.tussen(nu(), nu().plus(Duration.ofDays(60))).soort(Soort.GROEP));

        assertThat(alle).hasSizeGreaterThan(50);
        for (var een : alle) {
            assertThat(alle)
                    .filteredOn(ander ->
                            !ander.id().equals(een.id()) && ander.plaats().equals(een.plaats()))
                    .noneMatch(ander -> ander.tijdvak().overlapt(een.tijdvak()));
        }
    }

    @Test
    void a_moment_of_a_group_says_neither_its_name_nor_for_whom_it_is() {
        assertThat(van(MomentVraag.tussen(nu(), nu().plus(Duration.ofDays(200))).soort(Soort.GROEP)))
                .isNotEmpty()
                .allSatisfy(moment -> assertThat(moment.titel()).isEqualTo("Lotgenotengroep"));
    }

    @Test
    void planning_and_setting_up_again_change_nothing() {
        var eerst = beeld();

        dienst.bean(GroepInrichting.class).richtIn();
        planner.voerUit();

        assertThat(beeld()).isEqualTo(eerst);
    }

    @Test
    void a_group_meets_by_its_rhythm_for_26_weeks_and_not_on_public_holidays() {
        var groep = groepen.groep(new Weken(1, 1, VANDAAG, Optional.empty()), "10:00", "12:00", false);

        var vrij = List.of(LocalDate.parse("2027-03-29"), LocalDate.parse("2027-05-17"));
        assertThat(dagen(groep))
                .isEqualTo(VANDAAG.datesUntil(VANDAAG.plusWeeks(26).plusDays(1), java.time.Period.ofWeeks(1))
                        .filter(dag -> !vrij.contains(dag))
                        .toList());
    }

    @Test
    void a_group_that_skips_school_holidays_has_none_at_christmas() {
        var met = groepen.groep(new Weken(1, 3, VANDAAG, Optional.empty()), "15:30", "17:00", false);
        var zonder = groepen.groep(new Weken(1, 3, VANDAAG, Optional.empty()), "15:30", "17:00", true);

        var inDeKerstvakantie = LocalDate.parse("2026-12-23");
        assertThat(dagen(met)).contains(inDeKerstvakantie);
        assertThat(dagen(zonder)).doesNotContain(inDeKerstvakantie).contains(LocalDate.parse("2027-01-06"));
    }

    @Test
    void what_was_cancelled_by_hand_is_not_planned_again() {
        var groep = groepen.groep(new Weken(1, 2, VANDAAG, Optional.empty()), "10:00", "12:00", false);
        var eerste = service.komende(groep.id(), 1).getFirst();

        momenten.gelastAf(eerste.id(), "ziek", DOOR);
        planner.voerUit();

        assertThat(dagen(groep)).doesNotContain(eerste.datum());
    }

    @Test
    void strangers_do_not_find_what_a_closed_group_does() {
        var groep = groepen.groep(new Weken(1, 2, VANDAAG, Optional.empty()), "10:00", "12:00", false);
        var eerste = service.komende(groep.id(), 1).getFirst();
        var vraag = MomentVraag.tussen(nu(), nu().plus(Duration.ofDays(60))).bron(groep.id());
        assertThat(van(vraag)).isNotEmpty();

        service.wijzig(groep.id(), Proefgroep.metOpen(Groepskaart.van(groep), false));

        assertThat(van(vraag)).isEmpty();
        assertThat(momenten.findOpenbaar(eerste.id())).isEmpty();
        assertThat(service.teVinden()).extracting(Lotgenotengroep::id).doesNotContain(groep.id());
        klokVooruit(Duration.ofDays(7));
        planner.voerUit();
        assertThat(van(vraag)).as("nor what is planned later").isEmpty();
    }

    @Test
    void a_night_in_which_somebody_goes_elsewhere_meanwhile_is_planned_all_the_same() throws Exception {
        var groep = groepen.groep(new Weken(1, 2, VANDAAG, Optional.empty()), "10:00", "12:00", false);
        var wie = dienst.bean(Deelnames.class).find(groepen.deelnemer(groep)).orElseThrow();
        var reeksen = dienst.bean(Reeksen.class);
        var nieuw = VANDAAG.plusWeeks(26).plusDays(1);
        var elders =
                Proefmoment.in(dienst).op(nieuw).van("10:00", "12:00").met(2).publiceer();
        var daar = new Reeksen.Reeks(
                UUID.randomUUID(), wie.mantelzorger(), wie.naam(), wie.contact(), 1, wie.taal(), "mantelzorger");
        klokVooruit(Duration.ofDays(7));

        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var nacht = dienst.bean(Jdbi.class).inTransaction(handle -> {
                assertThat(reeksen.boek(handle, daar, elders.id(), nu())).isEqualTo(Reeksen.Uitkomst.GEBOEKT);
                var bezig = draden.submit(planner::voerUit);
                Wachtend.opDeze(handle, bezig);
                return bezig;
            });
            nacht.get();
        }

        assertThat(dagen(groep)).contains(nieuw);
        assertThat(reeksen.van(daar.id())).hasSize(1);
        assertThat(reeksen.van(wie.id()))
                .extracting(boeking -> boeking.moment().datum())
                .contains(nieuw.minusWeeks(2))
                .doesNotContain(nieuw);
    }

    private void klokVooruit(Duration verder) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(klok.verschuiving().plus(verder));
    }

    private List<String> beeld() {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("""
                                select naam || soort || plaats || talen::text || status || versie as beeld from lotgenotengroep
                                union all select r::text from ritme r
                                union all select b::text || m.begin || m.versie
                                          from bijeenkomst b join moment m on m.id = b.moment_id
                                order by 1
                                """).mapTo(String.class).list());
    }

    private List<LocalDate> dagen(Lotgenotengroep groep) {
        return van(MomentVraag.tussen(nu(), nu().plus(Duration.ofDays(400))).bron(groep.id())).stream()
                .map(Moment::datum)
                .toList();
    }

    private java.time.Instant nu() {
        return dienst.bean(Klok.class).instant();
    }

    private List<Moment> van(MomentVraag.Wens wens) {
        return momenten.zoek(wens.vraag(), new MomentVraag.Blad(1, 10_000)).momenten();
    }
}
