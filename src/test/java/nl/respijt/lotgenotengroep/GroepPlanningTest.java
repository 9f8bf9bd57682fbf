package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Plek;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.lotgenotengroep.Voorproef.Lot;
import nl.respijt.lotgenotengroep.Voorproef.Opmerking;
import nl.respijt.lotgenotengroep.Wijziging.AnderRitme;
import nl.respijt.lotgenotengroep.Wijziging.Extra;
import nl.respijt.lotgenotengroep.Wijziging.Stop;
import nl.respijt.lotgenotengroep.Wijziging.Vervalt;
import nl.respijt.lotgenotengroep.Wijziging.Verzet;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moving, cancelling and ending meetings: looked at first, then done, and everybody with a place is told. */
class GroepPlanningTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2026-11-23"); // a Monday
    private static final String DOOR = "makelaar";

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefgroep groepen = new Proefgroep(dienst);
    private final GroepService service = dienst.bean(GroepService.class);
    private final GroepPlanning planning = dienst.bean(GroepPlanning.class);

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
    void one_meeting_moves_and_who_has_a_place_keeps_it_and_hears_it() {
        var groep = elkeDinsdag();
        var tweede = komende(groep).get(1);
        var boeking = boek(tweede, "ans");

        var naar = tweede.datum().plusDays(1);
        var proef = doe(groep, new Verzet(tweede.id(), naar, Proefgroep.uren("14:00", "16:00"), tweede.plek(), false));

        assertThat(proef.mensen()).isEqualTo(1);
        assertThat(dagen(groep))
                .contains(tweede.datum().minusWeeks(1), naar, tweede.datum().plusWeeks(1))
                .doesNotContain(tweede.datum());
        assertThat(herlees(boeking).moment().datum()).isEqualTo(naar);
        assertThat(mails("ans")).anySatisfy(mail -> assertThat(mail.onderwerp()).contains("verzet naar"));
        planOpnieuw();
        assertThat(dagen(groep)).as("its old day is not planned again").doesNotContain(tweede.datum());
    }

    @Test
    void another_place_is_told_as_another_place() {
        var groep = elkeDinsdag();
        var eerste = komende(groep).getFirst();
        boek(eerste, "wil");

        doe(
                groep,
                new Verzet(eerste.id(), eerste.datum(), uren(groep), new Plek("Oost", "Nieuwe Zaal 9", true), false));

        assertThat(komende(groep).getFirst().plaats()).isEqualTo("Nieuwe Zaal 9");
        assertThat(komende(groep).get(1).plaats()).isEqualTo(eerste.plaats());
        assertThat(mails("wil")).anySatisfy(mail -> {
            assertThat(mail.onderwerp()).contains("op een andere plaats");
            assertThat(mail.tekst()).contains("Nieuwe Zaal 9", "Uw groep");
        });
    }

    @Test
    void this_and_following_move_the_rhythm_and_bookings_go_along() {
        var groep = elkeDinsdag();
        var derde = komende(groep).get(2);
        var zesde = komende(groep).get(5);
        var boeking = boek(zesde, "henk");

        // From the third on it is on Thursday afternoon.
        var donderdag = derde.datum().plusDays(2);
        var proef =
                doe(groep, new Verzet(derde.id(), donderdag, Proefgroep.uren("14:00", "16:00"), derde.plek(), true));

        assertThat(proef.aantal(Lot.NIEUW))
                .as("in the week of King's Day there was none on Tuesday")
                .isEqualTo(1);
        assertThat(herlees(boeking).moment().datum()).isEqualTo(zesde.datum().plusDays(2));
        assertThat(dagen(groep))
                .startsWith(
                        derde.datum().minusWeeks(2), derde.datum().minusWeeks(1), donderdag, donderdag.plusWeeks(1));
        assertThat(dagen(groep).stream().skip(2))
                .allMatch(dag -> dag.getDayOfWeek().getValue() == 4);
        planOpnieuw();
        assertThat(dagen(groep).stream().skip(2))
                .allMatch(dag -> dag.getDayOfWeek().getValue() == 4);
    }

    @Test
    void all_meetings_can_move_a_week_although_each_takes_the_day_of_the_next() {
        var groep = groepen.groep(new Weken(1, 2, VANDAAG, Optional.empty()), "10:00", "12:00", false);
        var eerste = komende(groep).getFirst();
        var mens = boek(eerste, "joke");
        var ookVolgende = boek(komende(groep).get(1), "joke");

        doe(groep, new Verzet(eerste.id(), eerste.datum().plusWeeks(1), uren(groep), eerste.plek(), true));

        assertThat(dagen(groep))
                .doesNotContain(eerste.datum())
                .startsWith(eerste.datum().plusWeeks(1));
        assertThat(herlees(mens).moment().datum()).isEqualTo(eerste.datum().plusWeeks(1));
        assertThat(herlees(ookVolgende).moment().datum())
                .isEqualTo(eerste.datum().plusWeeks(2));
    }

    @Test
    void the_last_that_is_planned_does_not_lapse_for_moving_past_what_is_planned() {
        var groep = groepen.groep(new Weken(1, 1, VANDAAG, Optional.empty()), "10:00", "12:00", false);
        var eerste = komende(groep).getFirst();
        var laatste = boek(komende(groep).getLast(), "wim");

        doe(groep, new Verzet(eerste.id(), eerste.datum().plusDays(1), uren(groep), eerste.plek(), true));

        assertThat(herlees(laatste).isActief()).isTrue();
        assertThat(herlees(laatste).moment().datum())
                .isEqualTo(VANDAAG.plusWeeks(26).plusDays(1));
    }

    @Test
    void what_lapsed_by_hand_stays_lapsed_under_the_new_rhythm() {
        var groep = elkeDinsdag();
        var vierde = komende(groep).get(3);
        doe(groep, new Vervalt(vierde.id(), Optional.empty(), "verbouwing"));

        var tweede = komende(groep).get(1);
        doe(groep, new Verzet(tweede.id(), tweede.datum().plusDays(1), uren(groep), tweede.plek(), true));
        planOpnieuw();

        assertThat(dagen(groep))
                .contains(tweede.datum().plusDays(1))
                .doesNotContain(vierde.datum().plusDays(1));
    }

    @Test
    void from_every_week_to_once_a_month_the_nearest_stays_and_the_others_lapse_with_word() {
        var groep = elkeDinsdag();
        var blijft = van(groep, "2027-01-05"); // the first Tuesday of January
        var gaat = van(groep, "2027-01-12");
        var houdt = boek(blijft, "fatima");
        var verliest = boek(gaat, "mehmet");

        var vanaf = LocalDate.parse("2027-01-01");
        doe(groep, new AnderRitme(new Maand(1, 2, 1, vanaf, Optional.empty()), uren(groep), blijft.plek(), false));

        assertThat(dagen(groep))
                .endsWith(
                        LocalDate.parse("2027-02-02"),
                        LocalDate.parse("2027-03-02"),
                        LocalDate.parse("2027-04-06"),
                        LocalDate.parse("2027-05-04"));
        assertThat(herlees(houdt).isActief()).isTrue();
        assertThat(herlees(verliest).isActief()).isFalse();
        assertThat(mails("mehmet"))
                .anySatisfy(mail -> assertThat(mail.onderwerp()).contains("gaat niet door"));
    }

    @Test
    void a_new_day_that_is_a_holiday_is_seen_first_and_left_out() {
        var groep = elkeDinsdag();
        var tweede = komende(groep).get(1);

        // Fridays: Christmas and New Year's Day among them.
        var wijziging = new Verzet(tweede.id(), tweede.datum().plusDays(3), uren(groep), tweede.plek(), true);
        var proef = proef(groep, wijziging);

        assertThat(proef.regels()).anySatisfy(regel -> {
            assertThat(regel.lot()).isEqualTo(Lot.VERVALT);
            assertThat(regel.opmerkingen()).containsExactly(new Opmerking.Feestdag(LocalDate.parse("2026-12-25")));
        });
        doe(groep, wijziging);
        assertThat(dagen(groep)).doesNotContain(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01"));
    }

    @Test
    void one_meeting_on_a_holiday_is_said_and_may_be() {
        var groep = elkeDinsdag();
        var eerste = komende(groep).getFirst();
        var kerst = LocalDate.parse("2026-12-25");

        var proef = doe(groep, new Verzet(eerste.id(), kerst, uren(groep), eerste.plek(), false));

        assertThat(proef.regels().getFirst().opmerkingen())
                .contains(new Opmerking.Feestdag(kerst), new Opmerking.Schoolvakantie(kerst));
        assertThat(dagen(groep)).contains(kerst);
    }

    @Test
    void another_group_at_the_place_is_said_and_an_own_meeting_refused() {
        var een = elkeDinsdag();
        var ander = elkeDinsdag();
        var vanAnder = komende(ander).getFirst();
        var eerste = komende(een).getFirst();

        var naarAnder = new Verzet(eerste.id(), vanAnder.datum(), uren(een), vanAnder.plek(), false);
        assertThat(proef(een, naarAnder).regels().getFirst().opmerkingen()).containsExactly(new Opmerking.PlekBezet());
        assertThat(proef(een, naarAnder).blokkeert()).isFalse();

        var opDeTweede = new Verzet(
                eerste.id(), eerste.datum().plusWeeks(1), Proefgroep.uren("11:00", "13:00"), eerste.plek(), false);
        var proef = proef(een, opDeTweede);
        assertThat(proef.blokkeert()).isTrue();
        assertThat(planning.voerUit(een.id(), opDeTweede, proef.stempel(), DOOR, Optional.empty()))
                .isInstanceOf(WijzigResultaat.KijkOpnieuw.class);
        assertThat(komende(een).getFirst().datum()).isEqualTo(eerste.datum());
    }

    @Test
    void nobody_is_put_at_two_places_at_once() {
        var groep = elkeDinsdag();
        var eerste = komende(groep).getFirst();
        var elders = Proefmoment.in(dienst).op(eerste.datum().plusDays(1)).publiceer();
        boek(eerste, "zeynep");
        boek(elders, "zeynep");

        var proef = proef(
                groep,
                new Verzet(eerste.id(), elders.datum(), Proefgroep.uren("10:00", "12:00"), eerste.plek(), false));

        assertThat(proef.regels().getFirst().opmerkingen())
                .anySatisfy(opmerking -> assertThat(opmerking).isInstanceOf(Opmerking.MensenElders.class));
        assertThat(proef.blokkeert()).isTrue();
    }

    @Test
    void who_booked_after_the_look_makes_one_look_again() {
        var groep = elkeDinsdag();
        var eerste = komende(groep).getFirst();
        var wijziging = new Vervalt(eerste.id(), Optional.empty(), "ziek");
        var gezien = proef(groep, wijziging);

        boek(eerste, "truus");

        assertThat(planning.voerUit(groep.id(), wijziging, gezien.stempel(), DOOR, Optional.empty()))
                .isInstanceOfSatisfying(
                        WijzigResultaat.KijkOpnieuw.class,
                        opnieuw -> assertThat(opnieuw.proef().mensen()).isEqualTo(1));
        assertThat(komende(groep).getFirst().vervallen()).isFalse();
    }

    @Test
    void agreeing_twice_is_agreeing_once() {
        var groep = elkeDinsdag();
        var eerste = komende(groep).getFirst();
        boek(eerste, "gerda");
        var wijziging = new Vervalt(eerste.id(), Optional.empty(), "ziek");
        var gezien = proef(groep, wijziging);

        assertThat(planning.voerUit(groep.id(), wijziging, gezien.stempel(), DOOR, Optional.empty()))
                .isEqualTo(new WijzigResultaat.Gedaan(1, 1));
        assertThat(planning.voerUit(groep.id(), wijziging, gezien.stempel(), DOOR, Optional.empty()))
                .isInstanceOf(WijzigResultaat.TeLaat.class);
        dienst.bean(Verzender.class).verzendAlles();
        assertThat(mails("gerda").filter(mail -> mail.onderwerp().contains("gaat niet door")))
                .hasSize(1);
    }

    @Test
    void a_few_weeks_lapse_and_then_it_goes_on() {
        var groep = elkeDinsdag();
        var tweede = komende(groep).get(1);

        doe(groep, new Vervalt(tweede.id(), Optional.of(tweede.datum().plusWeeks(2)), "de zaal wordt geverfd"));

        planOpnieuw();
        assertThat(dagen(groep))
                .contains(tweede.datum().minusWeeks(1), tweede.datum().plusWeeks(3))
                .doesNotContain(
                        tweede.datum(),
                        tweede.datum().plusWeeks(1),
                        tweede.datum().plusWeeks(2));
    }

    @Test
    void an_extra_meeting_is_one_more_and_takes_the_day_of_one_that_lapsed() {
        var groep = elkeDinsdag();
        var eerste = komende(groep).getFirst();
        doe(groep, new Vervalt(eerste.id(), Optional.empty(), "ziek"));

        doe(groep, new Extra(eerste.datum(), Proefgroep.uren("19:00", "21:00"), eerste.plek()));

        assertThat(dagen(groep)).startsWith(eerste.datum());
        assertThat(komende(groep).stream()
                        .filter(een -> !een.vervallen())
                        .findFirst()
                        .orElseThrow()
                        .dagdeel()
                        .woord())
                .isEqualTo("avond");
    }

    @Test
    void a_group_that_stops_has_nothing_to_come_and_is_not_found() {
        var groep = elkeDinsdag();
        var derde = komende(groep).get(2);
        boek(derde, "samira");

        var proef = doe(groep, new Stop(derde.datum(), "de groep gaat verder in een huis"));

        planOpnieuw();
        assertThat(proef.mensen()).isEqualTo(1);
        assertThat(dagen(groep))
                .containsExactly(derde.datum().minusWeeks(2), derde.datum().minusWeeks(1));
        assertThat(service.find(groep.id()).orElseThrow().isTeVinden()).isFalse();
        assertThat(mails("samira")).anySatisfy(mail -> assertThat(mail.tekst()).contains("gaat verder in een huis"));
    }

    @Test
    void what_is_of_another_group_or_over_is_not_changed() {
        var groep = elkeDinsdag();
        var ander = komende(elkeDinsdag()).getFirst();
        var eerste = komende(groep).getFirst();

        assertThat(planning.proef(groep.id(), new Vervalt(ander.id(), Optional.empty(), "x")))
                .isInstanceOf(ProefResultaat.Onbekend.class);
        assertThat(planning.proef(UUID.randomUUID(), new Stop(VANDAAG, "x")))
                .isInstanceOf(ProefResultaat.Onbekend.class);
        assertThat(planning.proef(
                        groep.id(), new Verzet(eerste.id(), VANDAAG.minusDays(1), uren(groep), eerste.plek(), false)))
                .isInstanceOf(ProefResultaat.TeLaat.class);
        assertThat(planning.proef(groep.id(), new Stop(VANDAAG.minusDays(1), "x")))
                .isInstanceOf(ProefResultaat.TeLaat.class);
    }

    private Lotgenotengroep elkeDinsdag() {
        return groepen.groep(new Weken(1, 2, VANDAAG, Optional.empty()), "10:00", "12:00", false);
    }

    private static nl.respijt.tijd.Dagdelen.Uren uren(Lotgenotengroep groep) {
        return Proefgroep.uren("10:00", "12:00");
    }

    private Voorproef proef(Lotgenotengroep groep, Wijziging wijziging) {
        return ((ProefResultaat.Gezien) planning.proef(groep.id(), wijziging)).proef();
    }

    /** Looks, agrees, and says what was seen. */
    private Voorproef doe(Lotgenotengroep groep, Wijziging wijziging) {
        var proef = proef(groep, wijziging);
        assertThat(planning.voerUit(groep.id(), wijziging, proef.stempel(), DOOR, Optional.empty()))
                .isEqualTo(new WijzigResultaat.Gedaan(proef.regels().size(), proef.mensen()));
        dienst.bean(Verzender.class).verzendAlles();
        return proef;
    }

    private void planOpnieuw() {
        dienst.bean(Bijeenkomsten.class).voerUit();
    }

    private List<Moment> komende(Lotgenotengroep groep) {
        return service.komende(groep.id(), 100);
    }

    private Moment van(Lotgenotengroep groep, String dag) {
        return komende(groep).stream()
                .filter(een -> een.datum().equals(LocalDate.parse(dag)))
                .findFirst()
                .orElseThrow();
    }

    private List<LocalDate> dagen(Lotgenotengroep groep) {
        return komende(groep).stream()
                .filter(een -> !een.vervallen())
                .map(Moment::datum)
                .toList();
    }

    private Geboekt boek(Moment moment, String wie) {
        return (Geboekt) dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment).email(adres(wie)).verzoek());
    }

    private Boeking herlees(Geboekt boeking) {
        return dienst.bean(BoekingBeheer.class).find(boeking.id()).orElseThrow();
    }

    private static String adres(String wie) {
        return wie + "@planning.example";
    }

    private Stream<DemoMail> mails(String wie) {
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().contains(adres(wie)));
    }
}
