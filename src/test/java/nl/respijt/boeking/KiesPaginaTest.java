package nl.respijt.boeking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Datums;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Wanneer wilt u even vrij?", in a city with nothing but what a test puts there. */
class KiesPaginaTest {
    private static Proefdienst dienst;
    private Klant klant;

    /** Monday in two weeks: nothing of what is there has begun. */
    private LocalDate maandag;

    @BeforeAll
    static void start() {
        dienst = Proefdienst.start();
    }

    @AfterAll
    static void stop() {
        dienst.close();
    }

    @BeforeEach
    void een_lege_stad() throws Exception {
        klant = new Klant(dienst);
        maandag = dienst.bean(Klok.class).vandaag().plusWeeks(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        try (var verbinding = dienst.verbinding();
                var opdracht = verbinding.createStatement()) {
            opdracht.execute("truncate moment, logeerhuis cascade");
        }
    }

    @Test
    void houses_groups_and_care_at_home_are_one_answer_and_each_says_what_it_is() {
        publiceer(Soort.THUIS, "Respijtzorg Thuis", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.GROEP, "Lotgenotengroep", "Oost", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Oost", "Oost", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis West", "West", maandag.plusDays(1), Dagdeel.AVOND);

        var pagina = klant.haal("/").tekst();

        assertThat(pagina).contains("<h1", "Wanneer wilt u even vrij?", "Zo snel mogelijk");
        assertThat(pagina.substring(pagina.indexOf("id=\"antwoord\"")))
                .containsSubsequence(
                        dag(maandag),
                        "Huis Oost",
                        "Een huis waar u even tot rust komt",
                        "Lotgenotengroep",
                        "Een groep mensen",
                        "Respijtzorg Thuis",
                        "Iemand komt bij u thuis",
                        "Bij u thuis",
                        dag(maandag.plusDays(1)),
                        "Huis West");
    }

    @Test
    void who_chooses_a_stay_sees_where_a_bed_is_free_first_and_who_cannot_find_one_is_not_left_there() {
        publiceer(Soort.HUIS, "Huis Oost", "Oost", maandag, Dagdeel.OCHTEND);
        var verblijf = new Proefverblijf(dienst);
        var een = verblijf.huis(1).huis().naam();
        var ander = verblijf.huis(3).huis().naam();

        var gekozen = klant.haal("/momenten?soort=verblijf&datum=" + maandag).tekst();
        var antwoord = gekozen.substring(gekozen.indexOf("id=\"antwoord\""));

        assertThat(antwoord)
                .contains("Een paar nachten logeren", "href=\"/logeren\"", "Voor 1 tot en met 21 nachten")
                .doesNotContain("Huis Oost");
        assertThat(antwoord.split(Pattern.quote(dag(maandag)), -1))
                .as("each house once, on its first day")
                .hasSize(3);
        assertThat(antwoord).contains(een, ander, "nog 1 bed<", "nog 3 bedden<");
        assertThat(gekozen).containsPattern("value=\"verblijf\" selected");
        assertThat(klant.haal("/momenten?soort=verblijf&waar=wijk-west").tekst())
                .contains("Zo vinden we geen vrij bed.", "href=\"tel:", "href=\"/logeren\"");
    }

    @Test
    void stays_are_in_the_same_answer_once_a_week_on_the_first_day_from_which_there_is_a_bed() {
        var huis = new Proefverblijf(dienst).huis(1);
        var logeren = "Uw naaste slaapt in een logeerhuis.";
        publiceer(Soort.HUIS, "Huis Oost", "Oost", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis West", "West", maandag.plusDays(1), Dagdeel.OCHTEND);

        var pagina = klant.haal("/momenten?datum=" + maandag).tekst();

        assertThat(pagina)
                .containsSubsequence(dag(maandag), "Huis Oost", logeren, "Oost", "bij 1 huis", dag(maandag.plusDays(1)))
                .contains("href=\"/momenten?soort=verblijf&amp;datum=" + maandag + "#antwoord\"");
        assertThat(pagina.split(logeren, -1)).hasSize(2);
        assertThat(klant.haal("/momenten?waar=wijk-oost&rolstoel=ja&datum=" + maandag)
                        .tekst())
                .contains("&amp;waar=wijk-oost&amp;rolstoel=ja#antwoord");
        for (var wens : List.of("waar=wijk-west", "dagdeel=avond", "gesproken=tr", "personen=2", "soort=huis")) {
            assertThat(klant.haal("/momenten?" + wens + "&datum=" + maandag).tekst())
                    .as(wens)
                    .doesNotContain(logeren);
        }
        assertThat(huis.huis().wijk()).isEqualTo("Oost");
    }

    @Test
    void where_nothing_fits_a_stay_is_a_way_out_and_says_whether_it_is_possible_now() {
        var deze = "/momenten?week=" + new Datums(Taal.NL).isoWeek(maandag);

        var niets = klant.haal(deze).tekst();
        new Proefverblijf(dienst).huis(1);
        var wel = klant.haal(deze).tekst();

        assertThat(niets.substring(niets.indexOf("r-uitwegen")))
                .contains("href=\"/logeren\"", "Uw naaste kan ook een paar nachten ergens anders slapen.");
        assertThat(wel.substring(wel.indexOf("r-uitwegen")))
                .contains("href=\"/logeren\"", "Uw naaste kan in deze week wel logeren. Bij 1 huis is een bed vrij.");
    }

    @Test
    void of_several_who_could_come_at_one_time_one_is_shown() {
        publiceer(Soort.THUIS, "Respijtzorg Thuis", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.THUIS, "Respijtzorg Thuis", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.THUIS, "Respijtzorg Thuis", "West", maandag, Dagdeel.MIDDAG);

        assertThat(gevonden("/")).hasSize(2);
    }

    @Test
    void near_a_wijk_is_for_who_goes_out_not_for_who_comes() {
        publiceer(Soort.THUIS, "Wie naar Oost komt", "Oost", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Aan De Overkant", "Noordwest", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Zonder Meer", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Ver", "Oost", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.THUIS, "Wie naar Noordwest komt", "Noordwest", maandag, Dagdeel.OCHTEND);

        assertThat(gevonden("/momenten?waar=wijk-west")).containsExactly("Huis Zonder Meer");
        assertThat(gevonden("/momenten?waar=wijk-west&buurt=ja"))
                .containsExactly("Huis Zonder Meer", "Huis Aan De Overkant");
    }

    @Test
    void with_two_only_what_holds_two_is_found_and_old_words_of_links_still_work() {
        publiceer(Soort.HUIS, "Huis Klein", "West", maandag, Dagdeel.OCHTEND, 1);
        publiceer(Soort.HUIS, "Huis Groot", "West", maandag, Dagdeel.AVOND, 4);

        assertThat(gevonden("/momenten?personen=2")).containsExactly("Huis Groot");
        assertThat(gevonden("/momenten?soort=huis&waar=huis-klein&dagdeel=ochtend&gesproken=nl&rolstoel=ja"))
                .containsExactly("Huis Klein");
        assertThat(gevonden("/momenten?week=" + new Datums(Taal.NL).isoWeek(maandag)))
                .hasSize(2);
        assertThat(gevonden("/momenten?soort=logeren&waar=nergens&dagdeel=nacht&datum=31-12"))
                .hasSize(2);
    }

    @Test
    void from_a_day_on_the_first_that_fits_is_shown_and_that_the_day_itself_has_nothing() {
        publiceer(Soort.HUIS, "Huis Eerder", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Later", "West", maandag.plusDays(3), Dagdeel.OCHTEND);

        var pagina = klant.haal("/momenten?datum=" + maandag.plusDays(1)).tekst();

        assertThat(pagina)
                .contains("Op " + new Datums(Taal.NL).dagZonderJaar(maandag.plusDays(1)) + " past er niets.")
                .contains("<p>Huis Later")
                .doesNotContain("<p>Huis Eerder");
        assertThat(klant.haal("/momenten?datum=" + maandag).tekst())
                .contains("<p>Huis Eerder")
                .doesNotContain("past er niets.");
    }

    @Test
    void in_a_week_that_is_full_one_calls_looks_further_or_waits() {
        var vol = publiceer(Soort.HUIS, "Huis Vol", "West", maandag, Dagdeel.OCHTEND);
        maakVol(vol);
        publiceer(Soort.HUIS, "Huis Later", "West", maandag.plusWeeks(2), Dagdeel.OCHTEND);

        var pagina = klant.haal("/momenten?week=" + new Datums(Taal.NL).isoWeek(maandag) + "&dagdeel=ochtend")
                .tekst();

        assertThat(pagina.substring(pagina.indexOf("r-uitwegen")))
                .containsSubsequence(
                        "In deze week is alles vol wat u past.",
                        "href=\"tel:",
                        "href=\"/contact\"",
                        "href=\"/momenten?datum=" + maandag.plusWeeks(2) + "&amp;dagdeel=ochtend#antwoord\"",
                        "Huis Vol",
                        "href=\"/momenten/" + vol.id().waarde() + "/wachtlijst\"");
    }

    @Test
    void who_asks_too_much_hears_which_wish_to_let_go_and_what_it_gives() {
        publiceer(Soort.HUIS, "Huis Overdag", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Buren", "Noordwest", maandag.plusDays(2), Dagdeel.AVOND);

        var pagina =
                klant.haal("/momenten?waar=wijk-west&dagdeel=avond&rolstoel=ja").tekst();

        assertThat(pagina.substring(pagina.indexOf("r-uitwegen")))
                .containsSubsequence(
                        "Met één wens minder kan het wel:",
                        "Huis Overdag",
                        "href=\"/momenten?datum=" + maandag + "&amp;waar=wijk-west&amp;rolstoel=ja#antwoord\"",
                        "Kijk op elk deel van de dag");
        assertThat(klant.haal("/momenten?waar=wijk-overvecht&dagdeel=avond&soort=huis")
                        .tekst())
                .contains("Kijk ook in de buurt van Overvecht", "buurt=ja");
    }

    @Test
    void the_first_that_fits_far_away_comes_with_what_one_wish_less_gives_sooner() {
        publiceer(Soort.HUIS, "Huis Overdag", "West", maandag, Dagdeel.OCHTEND);
        publiceer(Soort.HUIS, "Huis Avond", "West", maandag.plusWeeks(6), Dagdeel.AVOND);

        assertThat(klant.haal("/momenten?dagdeel=avond").tekst())
                .contains("<p>Huis Avond", "Met één wens minder kan het eerder:", "href=\"/momenten?datum=" + maandag);
    }

    @Test
    void what_is_over_what_asks_too_much_and_what_is_not_there_are_told_apart() {
        var nu = dienst.bean(Klok.class).instant();
        var deze = "week=" + new Datums(Taal.NL).isoWeek(Tijdzone.datum(nu));
        publiceer(Soort.HUIS, "Huis Later", "West", maandag, Dagdeel.OCHTEND);
        var dinsdag = "week=" + new Datums(Taal.NL).isoWeek(maandag);

        assertThat(klant.haal("/momenten?" + dinsdag + "&dagdeel=avond").tekst())
                .contains("In deze week past niets bij al uw wensen.", "Ook in de weken daarna is er geen plek.");
        assertThat(klant.haal("/momenten?week=" + new Datums(Taal.NL).isoWeek(maandag.plusWeeks(1)))
                        .tekst())
                .contains("In deze week is er niets.")
                .doesNotContain("Ook in de weken daarna");

        begonnen(publiceer(Soort.HUIS, "Huis Zojuist", "West", maandag.plusWeeks(1), Dagdeel.OCHTEND));
        assertThat(klant.haal("/momenten?" + deze).tekst()).contains("Wat u in deze week paste, is al geweest.");
    }

    @Test
    void where_there_is_nothing_at_all_the_phone_is_what_is_left() {
        var pagina = klant.haal("/?rolstoel=ja").tekst();

        assertThat(pagina.substring(pagina.indexOf("r-uitwegen")))
                .contains("In deze week is er niets.", "Ook in de weken daarna is er geen plek.", "href=\"tel:")
                .doesNotContain("wens minder", "/wachtlijst\"", "Laat alles zien");
    }

    private List<String> gevonden(String pad) {
        return Pattern.compile("<li class=\"r-moment[^\"]*\">.*?</p>\\s*<p>([^<]*)", Pattern.DOTALL)
                .matcher(klant.haal(pad).tekst())
                .results()
                .map(gevonden -> gevonden.group(1).strip())
                .toList();
    }

    private static String dag(LocalDate dag) {
        var tekst = new Datums(Taal.NL).dagZonderJaar(dag);
        return ">" + tekst.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + tekst.substring(1);
    }

    private static Moment publiceer(Soort soort, String titel, String wijk, LocalDate dag, Dagdeel dagdeel) {
        return publiceer(soort, titel, wijk, dag, dagdeel, soort == Soort.THUIS ? 1 : 4);
    }

    private static Moment publiceer(
            Soort soort, String titel, String wijk, LocalDate dag, Dagdeel dagdeel, int plaatsen) {
        var nu = dienst.bean(Klok.class).instant();
        var begin = LocalTime.of(
                switch (dagdeel) {
                    case OCHTEND -> 9;
                    case MIDDAG -> 13;
                    case AVOND -> 19;
                },
                0);
        var moment = new Moment(
                new MomentId(Id.nieuw(nu)),
                soort,
                UUID.randomUUID(),
                titel,
                wijk,
                List.of(),
                "Proefstraat 1",
                dag,
                dagdeel,
                new Tijdvak(Tijdzone.instant(dag, begin), Tijdzone.instant(dag, begin.plusHours(2))),
                plaatsen,
                0,
                List.of("nl"),
                true,
                false,
                false,
                false,
                0,
                nu,
                nu);
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(MomentService.class).publiceer(handle, moment);
            return moment;
        });
        return moment;
    }

    private static void maakVol(Moment moment) {
        zet("update moment set bezet = plaatsen where id = ?", moment);
    }

    private static void begonnen(Moment moment) {
        zet("update moment set begin = date_trunc('week', now(), 'Europe/Amsterdam') where id = ?", moment);
    }

    private static void zet(String opdracht, Moment moment) {
        dienst.bean(Transacties.class)
                .schrijf(handle -> handle.execute(opdracht, moment.id().waarde()));
    }
}
