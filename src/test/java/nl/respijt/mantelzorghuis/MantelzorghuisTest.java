package nl.respijt.mantelzorghuis;

import static nl.respijt.tijd.Dagdeel.AVOND;
import static nl.respijt.tijd.Dagdeel.MIDDAG;
import static nl.respijt.tijd.Dagdeel.OCHTEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.bericht.Belijst;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.mantelzorghuis.HuisService.ExtraResultaat;
import nl.respijt.mantelzorghuis.HuisService.Gesloten;
import nl.respijt.rooster.RoosterInrichting;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When houses are open, and that nobody finds one closed without having been told. Its own service: the clock moves. */
class MantelzorghuisTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2026-11-23"); // a Monday
    private static final LocalDate HORIZON = VANDAAG.plusWeeks(26);
    private static final String DOOR = "makelaar";

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final HuisService huizen = dienst.bean(HuisService.class);
    private final Openstellingen planner = dienst.bean(Openstellingen.class);
    private final MomentService momenten = dienst.bean(MomentService.class);
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);

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
        zetKlok(VANDAAG, "08:00");
    }

    @AfterEach
    void taken_places_are_those_of_the_bookings() {
        Proefmoment.controleerBezetting(dienst);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MONDAY|2027-03-29,2027-05-17",
                "TUESDAY|2027-04-27",
                "THURSDAY|2027-05-06",
                "FRIDAY|2026-12-25,2027-01-01",
                "SATURDAY|2026-12-26"
            })
    void a_house_is_open_every_week_for_26_weeks_and_not_on_public_holidays(DayOfWeek dag, String feestdagen) {
        var huis = huis();
        var vrij = Stream.of(feestdagen.split(",")).map(LocalDate::parse).toList();

        huizen.voegPatroonToe(huis, dag.getValue(), OCHTEND, 1, VANDAAG);

        var verwacht = VANDAAG.datesUntil(HORIZON.plusDays(1))
                .filter(datum -> datum.getDayOfWeek() == dag && !vrij.contains(datum))
                .toList();
        assertThat(open(huis)).extracting(Moment::datum).isEqualTo(verwacht);
    }

    @Test
    void every_other_week_is_every_other_week_across_a_year_of_53() {
        var huis = huis();

        huizen.voegPatroonToe(huis, 3, AVOND, 2, VANDAAG);

        var verwacht = LocalDate.parse("2026-11-25")
                .datesUntil(HORIZON.plusDays(1), Period.ofWeeks(2))
                .toList();
        assertThat(open(huis)).extracting(Moment::datum).isEqualTo(verwacht);
    }

    @Test
    void the_houses_of_the_gemeente_are_open_two_dagdelen_a_week_at_least() {
        planner.voerUit();

        assertThat(dienst.bean(Gemeente.class).huizen()).hasSize(4).allSatisfy(uitBestand -> {
            var huis = huizen.find(uitBestand.slug()).orElseThrow();
            assertThat(huizen.patronen(huis.id()).stream().filter(patroon -> patroon.elkeWeken() == 1))
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void planning_and_setting_up_again_change_nothing() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        richtIn();
        var eerst = alles();

        richtIn();

        assertThat(alles()).isEqualTo(eerst);
    }

    @Test
    void a_week_later_a_week_more_is_planned() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 4, MIDDAG, 1, VANDAAG);
        var eerst = open(huis);

        zetKlok(VANDAAG.plusWeeks(1), "03:00");
        planner.voerUit();

        assertThat(open(huis)).hasSize(eerst.size() + 1).containsAll(eerst);
        assertThat(open(huis).getLast().datum()).isBetween(HORIZON.plusDays(1), HORIZON.plusWeeks(1));
    }

    @Test
    void closing_a_house_tells_who_had_a_place_why_and_what_else_there_is() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        huizen.voegPatroonToe(huis, 2, MIDDAG, 1, VANDAAG);
        var ochtend = open(huis).getFirst();
        var middag = open(huis).get(1);
        var adres = Proefwens.nieuwAdres();
        var nummer = Proefwens.nieuwNummer();
        var perMail = boek(Proefwens.voor(ochtend).email(adres));
        var perTelefoon = boek(Proefwens.voor(ochtend).naam("Henk Bellen").telefoon(nummer));
        var elders = boek(Proefwens.voor(middag));

        var gesloten = sluit(huis, ochtend.datum(), Optional.of(OCHTEND), "De verwarming is stuk");
        dienst.bean(Verzender.class).verzendAlles();

        assertThat(gesloten).isEqualTo(new Gesloten(1, 2));
        assertThat(Stream.of(perMail, perTelefoon)).noneMatch(this::isActief);
        assertThat(isActief(elders)).isTrue();
        assertThat(post(adres).getFirst().onderwerp()).isEqualTo("Uw afspraak op dinsdag 24 november gaat niet door");
        assertThat(post(adres).getFirst().tekst())
                .contains("De verwarming is stuk")
                .contains("dinsdag 24 november 2026, 13.00 tot 16.30 uur")
                .contains("Kies een ander moment");
        assertThat(dienst.bean(Belijst.class).open())
                .filteredOn(taak -> taak.naam().equals("Henk Bellen"))
                .singleElement()
                .satisfies(taak -> assertThat(taak.alineas()).anyMatch(alinea -> alinea.contains("verwarming")));
    }

    @Test
    void what_is_closed_stays_closed_when_planned_again() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        var weken = open(huis).size();
        sluit(huis, LocalDate.parse("2026-12-01"), Optional.empty(), "Schoonmaak");
        // A day that is not planned yet.
        sluit(huis, HORIZON.plusDays(1), Optional.empty(), "Verbouwing");

        zetKlok(VANDAAG.plusWeeks(1), "03:00");
        planner.voerUit();

        assertThat(open(huis))
                .hasSize(weken - 1)
                .extracting(Moment::datum)
                .doesNotContain(LocalDate.parse("2026-12-01"), HORIZON.plusDays(1));
    }

    @Test
    void a_closed_dagdeel_leaves_the_rest_of_the_day_and_other_houses_open() {
        var huis = huis();
        var ander = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        huizen.voegPatroonToe(huis, 2, MIDDAG, 1, VANDAAG);
        huizen.voegPatroonToe(ander, 2, OCHTEND, 1, VANDAAG);

        sluit(huis, LocalDate.parse("2026-11-24"), Optional.of(OCHTEND), "Schoonmaak");

        assertThat(open(huis).getFirst().dagdeel()).isEqualTo(MIDDAG);
        assertThat(open(huis).getFirst().datum()).isEqualTo("2026-11-24");
        assertThat(open(ander).getFirst().datum()).isEqualTo("2026-11-24");
    }

    @Test
    void a_period_for_all_houses_closes_each_of_them() {
        zetKlok(LocalDate.parse("2028-01-10"), "08:00"); // away from the other tests: it closes their houses too
        var een = huis();
        var ander = huis();
        huizen.voegPatroonToe(een, 2, OCHTEND, 1, VANDAAG);
        huizen.voegPatroonToe(ander, 4, MIDDAG, 1, VANDAAG);

        huizen.sluit(
                Optional.empty(),
                LocalDate.parse("2028-02-21"),
                LocalDate.parse("2028-03-02"),
                Optional.empty(),
                "Voorjaarsvakantie",
                DOOR);

        assertThat(Stream.of(een, ander)
                        .flatMap(huis -> open(huis).stream())
                        .map(Moment::datum)
                        .filter(datum -> datum.isAfter(LocalDate.parse("2028-02-14"))
                                && datum.isBefore(LocalDate.parse("2028-03-10"))))
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2028-02-15"),
                        LocalDate.parse("2028-02-17"),
                        LocalDate.parse("2028-03-07"),
                        LocalDate.parse("2028-03-09"));
    }

    @Test
    void a_house_may_be_open_on_a_holiday_on_purpose() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 5, OCHTEND, 1, VANDAAG);
        var kerst = LocalDate.parse("2026-12-25");

        assertThat(huizen.openExtra(huis, kerst, OCHTEND, DOOR)).isInstanceOf(ExtraResultaat.Geopend.class);
        assertThat(huizen.openExtra(huis, kerst, OCHTEND, DOOR)).isInstanceOf(ExtraResultaat.AlOpen.class);
        planner.voerUit();
        assertThat(open(huis))
                .filteredOn(moment -> moment.datum().equals(kerst))
                .hasSize(1);
    }

    @Test
    void nothing_opens_in_the_past_or_nowhere() {
        var huis = huis();

        assertThat(huizen.openExtra(huis, VANDAAG.minusDays(1), OCHTEND, DOOR))
                .isInstanceOf(ExtraResultaat.InHetVerleden.class);
        assertThat(huizen.openExtra(UUID.randomUUID(), VANDAAG.plusDays(1), OCHTEND, DOOR))
                .isInstanceOf(ExtraResultaat.Onbekend.class);
    }

    @Test
    void ending_a_pattern_tells_who_had_a_place_and_leaves_what_others_plan() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        huizen.voegPatroonToe(huis, 4, MIDDAG, 1, VANDAAG);
        var tot = LocalDate.parse("2027-01-05");
        huizen.openExtra(huis, LocalDate.parse("2027-04-27"), OCHTEND, DOOR); // King's day, a Tuesday
        var eerder = boek(Proefwens.voor(op(huis, "2026-12-29")));
        var adres = Proefwens.nieuwAdres();
        var later = boek(Proefwens.voor(op(huis, "2027-01-05")).email(adres));
        var dinsdag = huizen.patronen(huis).stream()
                .filter(patroon -> patroon.dag() == 2)
                .findFirst()
                .orElseThrow();

        var gesloten = huizen.beeindigPatroon(dinsdag.id(), tot, "Te weinig bezoekers", DOOR);
        planner.voerUit();
        dienst.bean(Verzender.class).verzendAlles();

        assertThat(gesloten.mensen()).isEqualTo(1);
        assertThat(isActief(eerder)).isTrue();
        assertThat(isActief(later)).isFalse();
        assertThat(post(adres).getFirst().tekst()).contains("Te weinig bezoekers");
        assertThat(open(huis).stream().filter(moment -> !moment.datum().isBefore(tot)))
                .filteredOn(moment -> moment.dagdeel() == OCHTEND)
                .extracting(Moment::datum)
                .containsExactly(LocalDate.parse("2027-04-27"));
        assertThat(op(huis, "2027-01-07").dagdeel()).isEqualTo(MIDDAG);
        assertThat(huizen.patronen(huis)).hasSize(2);
    }

    @Test
    void a_pattern_that_begins_later_is_not_open_before() {
        var huis = huis();

        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, LocalDate.parse("2027-02-01"));

        assertThat(open(huis).getFirst().datum()).isEqualTo("2027-02-02");
    }

    @Test
    void a_line_of_the_pattern_that_was_ended_can_be_added_again() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        var weken = open(huis).size();
        huizen.beeindigPatroon(huizen.patronen(huis).getFirst().id(), VANDAAG, "Vergissing", DOOR);
        assertThat(open(huis)).isEmpty();

        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);

        assertThat(open(huis)).hasSize(weken);
    }

    @Test
    void a_cancelled_opening_opens_again_for_who_was_told_it_would_not() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        var moment = open(huis).getFirst();
        var adres = Proefwens.nieuwAdres();
        boek(Proefwens.voor(moment).email(adres));
        sluit(huis, moment.datum(), Optional.empty(), "Storm");

        assertThat(huizen.openExtra(huis, moment.datum(), OCHTEND, DOOR)).isInstanceOf(ExtraResultaat.Geopend.class);

        var heropend = momenten.find(moment.id()).orElseThrow();
        assertThat(heropend.vervallen()).isFalse();
        assertThat(heropend.versie()).isEqualTo(2);
        assertThat(heropend.bezet()).isZero();
        assertThat(isActief(boek(Proefwens.voor(heropend).email(adres)))).isTrue();
    }

    @Test
    void an_opening_that_was_moved_is_planned_once() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        var weken = open(huis).size();
        momenten.verplaats(
                open(huis).getFirst().id(), Proefmoment.op(LocalDate.parse("2026-11-25"), "10:00", "12:00"), DOOR);

        planner.voerUit();

        assertThat(open(huis)).hasSize(weken).first().extracting(Moment::datum).hasToString("2026-11-25");
    }

    @Test
    void what_is_planned_on_top_of_a_moved_opening_leaves_that_one_in_peace() {
        var huis = huis();
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, VANDAAG);
        var weken = open(huis).size();
        var verzet = open(huis).getFirst();
        momenten.verplaats(verzet.id(), Proefmoment.op(LocalDate.parse("2026-11-26"), "14:00", "16:00"), DOOR);

        huizen.voegPatroonToe(huis, 4, MIDDAG, 1, VANDAAG);

        assertThat(open(huis)).hasSizeGreaterThan(weken);
        assertThat(op(huis, "2026-11-26").id()).isEqualTo(verzet.id());
        assertThat(huizen.openExtra(huis, LocalDate.parse("2026-11-26"), MIDDAG, DOOR))
                .isInstanceOf(ExtraResultaat.AlOpen.class);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-01,2027-03-27,08:00,2027-03-30,07:00", "2027-10-01,2027-10-30,07:00,2027-11-02,08:00"})
    void nine_o_clock_is_nine_o_clock_on_both_sides_of_a_change_of_the_clock(
            LocalDate vanaf, String ervoor, String utcErvoor, String erna, String utcErna) {
        zetKlok(vanaf, "08:00");
        var huis = huis();

        huizen.voegPatroonToe(huis, 6, OCHTEND, 1, vanaf);
        huizen.voegPatroonToe(huis, 2, OCHTEND, 1, vanaf);

        assertThat(open(huis)).allSatisfy(moment -> {
            assertThat(lokaal(moment.tijdvak().van())).isEqualTo("09:00");
            assertThat(lokaal(moment.tijdvak().tot())).isEqualTo("12:30");
        });
        assertThat(op(huis, ervoor).tijdvak().van()).isEqualTo(ervoor + "T" + utcErvoor + ":00Z");
        assertThat(op(huis, erna).tijdvak().van()).isEqualTo(erna + "T" + utcErna + ":00Z");
    }

    private void zetKlok(LocalDate dag, String tijd) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.parse(tijd))));
    }

    /** A house without a pattern. */
    private UUID huis() {
        var id = UUID.randomUUID();
        var huis = new Mantelzorghuis(
                id,
                "proef-" + id,
                "Huis " + id,
                "Zuid",
                Optional.of("Proefstraat 1"),
                Optional.empty(),
                5,
                List.of("nl"),
                true,
                false);
        dienst.bean(Transacties.class)
                .schrijf(handle -> dienst.bean(HuisRepository.class).insert(handle, huis));
        return id;
    }

    private List<Moment> open(UUID huis) {
        var vraag = MomentVraag.tussen(Tijdzone.beginVan(VANDAAG), Tijdzone.beginVan(VANDAAG.plusYears(2)))
                .soort(Soort.HUIS)
                .bron(huis)
                .vraag();
        return momenten.zoek(vraag, new MomentVraag.Blad(1, 1_000)).momenten();
    }

    private Moment op(UUID huis, String dag) {
        return open(huis).stream()
                .filter(moment -> moment.datum().equals(LocalDate.parse(dag)))
                .findFirst()
                .orElseThrow();
    }

    private Gesloten sluit(UUID huis, LocalDate dag, Optional<Dagdeel> dagdeel, String reden) {
        return huizen.sluit(Optional.of(huis), dag, dag, dagdeel, reden, DOOR);
    }

    private Geboekt boek(Proefwens wens) {
        var uitkomst = boekingen.boek(wens.verzoek());
        assertThat(uitkomst).isInstanceOf(Geboekt.class);
        return (Geboekt) uitkomst;
    }

    private boolean isActief(Geboekt geboekt) {
        return beheer.find(geboekt.id()).orElseThrow().isActief();
    }

    private List<DemoMail> post(String adres) {
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }

    private void richtIn() {
        dienst.bean(HuisInrichting.class).richtIn();
        dienst.bean(RoosterInrichting.class).richtIn();
        planner.voerUit();
    }

    /** How many rows there are of all that setting up makes. */
    private List<Integer> alles() {
        return Stream.of("mantelzorghuis", "openingspatroon", "openstelling", "moment", "gastheer", "dienst", "bericht")
                .map(tabel -> dienst.bean(Jdbi.class)
                        .withHandle(handle -> handle.select("select count(*) from " + tabel)
                                .mapTo(Integer.class)
                                .one()))
                .toList();
    }

    private static String lokaal(Instant moment) {
        return Tijdzone.lokaal(moment).toLocalTime().toString();
    }
}
