package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A house reads what was asked of it, offers a bed or says no, and sees of who asked no more than it needs. */
@Timeout(300)
final class HuisaanvraagTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klant klant = new Klant(dienst);
    private final LocalDate van = verblijf.vandaag().plusDays(30);
    private final LocalDate tot = van.plusDays(3);

    @Test
    void a_house_reads_what_is_needed_and_offers_the_best_bed_with_one_tap() {
        var huis = verblijf.huis(2);
        var gast = meldAan(Proefverblijf.intake(van, tot));

        var lijst = verblijf.als(huis).haal("/aanmeldingen").tekst();
        var pagina = verblijf.als(huis).haal(pad(gast)).tekst();

        assertThat(lijst).contains("Ans", pad(gast), "Nog ");
        assertThat(pagina)
                .contains(
                        "Ans", "Loopt zelf", "Houdt van rummikub", "Er zijn 2 bedden vrij die passen", "Bied bed P00");
        var antwoord = bied(huis, gast, "P00", van, tot);
        assertThat(antwoord.status()).isEqualTo(303);
        assertThat(verblijf.als(huis)
                        .haal(antwoord.kop("Location").orElseThrow())
                        .tekst())
                .contains("U houdt het bed nu vrij", "Bed P00", "De mantelzorger kiest nog");
        assertThat(verblijf.als(huis).haal("/aanmeldingen").tekst()).contains("U houdt dit bed vrij tot");
    }

    @Test
    void sending_twice_is_offering_once() {
        var huis = verblijf.huis(2);
        var gast = meldAan(Proefverblijf.intake(van, tot));

        bied(huis, gast, "P00", van, tot);
        var nogEens = bied(huis, gast, "P00", van, tot);

        assertThat(nogEens.kop("Location").orElseThrow()).endsWith("klaar=geboden");
        assertThat(dienst.bean(Aanmeldingen.class).aanbiedingen(id(gast))).hasSize(1);
    }

    @Test
    void what_cannot_be_offered_says_why_and_keeps_what_was_typed() {
        var maandag = van.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var huis = verblijf.huis(1, Set.of(DayOfWeek.MONDAY), maandag.plusDays(10));
        var gast = meldAan(Proefverblijf.intake(maandag, maandag.plusDays(3)));

        assertThat(bied(huis, gast, "", maandag, maandag.plusDays(3)).status()).isEqualTo(422);
        assertThat(bied(huis, gast, "P00", maandag.plusDays(3), maandag).tekst())
                .contains(
                        "De dag van vertrek is na de dag van aankomst",
                        maandag.plusDays(3).toString());
        assertThat(bied(huis, gast, "P00", maandag.plusDays(1), maandag.plusDays(3))
                        .tekst())
                .contains(
                        "Op deze dag van de week komt bij u niemand aan",
                        maandag.plusDays(1).toString());
        assertThat(bied(huis, gast, "P00", maandag, maandag.plusDays(22)).tekst())
                .contains("Bij u kan iemand 1 tot 21 nachten logeren");
        assertThat(bied(huis, gast, "P00", maandag.plusDays(7), maandag.plusDays(12))
                        .tekst())
                .contains("Uw contract met de gemeente loopt tot en met");
        assertThat(bied(huis, gast, "Z99", maandag, maandag.plusDays(3)).tekst())
                .contains("Vul een bed van uw huis in");
    }

    @Test
    void nobody_can_choose_in_the_last_minute_of_a_day_so_nothing_is_held_for_it() {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var klok = eigen.bean(Klok.class);
            var huis = hier.huis(1);
            var vandaag = hier.vandaag();
            var gast = hier.meldAan(new Verblijf(vandaag, vandaag.plusDays(2)));
            var wie = hier.als(huis);
            klok.verschuif(Duration.between(klok.instant(), Tijdzone.instant(vandaag, LocalTime.of(23, 59, 5))));

            var antwoord = wie.formulier(
                    "/aanmeldingen/%s/aanbiedingen".formatted(gast),
                    "bed=P00&van=%s&tot=%s&csrf=%s".formatted(vandaag, vandaag.plusDays(2), Proefverblijf.csrf(wie)));

            assertThat(antwoord.status()).isEqualTo(409);
            assertThat(antwoord.tekst()).contains("Deze dag is bijna voorbij");
            assertThat(eigen.bean(Aanmeldingen.class).aanbiedingen(gast)).isEmpty();
            assertThat(eigen.bean(Bedden.class)
                            .van(huis.aanmelding(), vandaag, vandaag.plusDays(2))
                            .getFirst()
                            .nachten())
                    .as("no bed is kept")
                    .isEmpty();
        }
    }

    @Test
    void who_asked_for_a_day_that_went_by_is_offered_other_nights() {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var klok = eigen.bean(Klok.class);
            var huis = hier.huis(1);
            var gisteren = hier.vandaag();
            var gast = hier.meldAan(new Verblijf(gisteren, gisteren.plusDays(2)));
            klok.verschuif(
                    Duration.between(klok.instant(), Tijdzone.instant(gisteren.plusDays(1), LocalTime.of(9, 0))));
            var wie = hier.als(huis);

            var pagina = wie.haal("/aanmeldingen/" + gast).tekst();

            assertThat(pagina)
                    .contains("De dag van aankomst is al voorbij", "name=\"van\" value=\"" + gisteren.plusDays(1))
                    .doesNotContain("name=\"van\" value=\"" + gisteren + "\"><input");
            assertThat(wie.formulier(
                                    "/aanmeldingen/%s/aanbiedingen".formatted(gast),
                                    "bed=P00&van=%s&tot=%s&csrf=%s"
                                            .formatted(
                                                    gisteren.plusDays(1),
                                                    gisteren.plusDays(3),
                                                    Proefverblijf.csrf(wie)))
                            .status())
                    .isEqualTo(303);
            assertThat(hier.makelaar().haal("/makelaar/aanmeldingen/" + gast).tekst())
                    .contains("is voorbij");
        }
    }

    @Test
    void a_full_house_offers_the_nearest_other_nights() {
        var huis = verblijf.huis(1);
        var eerste = meldAan(Proefverblijf.intake(van, tot));
        bied(huis, eerste, "P00", van, tot);
        var gast = meldAan(Proefverblijf.intake(van, tot).replace("\"flexibeleDagen\": 0", "\"flexibeleDagen\": 9"));

        var pagina = verblijf.als(huis).haal(pad(gast)).tekst();

        assertThat(pagina).contains("Op deze nachten kan het niet", "Er is geen bed vrij dat past");
        assertThat(Pattern.compile("Bied bed P00 aan").matcher(pagina).results())
                .hasSize(3);
        assertThat(bied(huis, gast, "P00", van, tot).tekst()).contains("Dit bed is niet vrij op een van deze nachten");
    }

    @Test
    void of_two_houses_each_bed_says_whose_it_is_and_none_is_chosen_by_itself() {
        var huis = verblijf.huis(1);
        var tweede = verblijf.tweede(huis, "Huis Twee " + UUID.randomUUID());
        var gast = meldAan(Proefverblijf.intake(van, tot));
        bied(huis, gast, huis.bed(0), van, tot);

        var keuze = keuze(verblijf.als(huis).haal(pad(gast)).tekst());

        assertThat(keuze)
                .contains(huis.huis().naam() + ", P00", tweede.huis().naam() + ", P00")
                .doesNotContain("selected");
        assertThat(keuze.indexOf("Kies een bed")).isPositive().isLessThan(keuze.indexOf("P00"));
        assertThat(bied(huis, gast, "", van, tot).tekst()).contains("Vul een bed van uw huis in");
    }

    @Test
    void of_two_beds_of_one_name_the_one_is_offered_whose_house_can_still_answer() {
        var weer = verblijf.huis(1);
        var ander = verblijf.tweede(weer, "A " + UUID.randomUUID());
        var nachten = new Verblijf(van, tot);
        var gast = verblijf.gast(nachten, OptionalInt.empty());
        verblijf.vraag(gast, ander);
        var aanbiedingen = dienst.bean(Aanbiedingen.class);
        aanbiedingen.wijsAf(gast, "vol", weer.aanmelding());

        aanbiedingen.vraag(gast, weer.huis().id(), "makelaar");

        assertThat(aanbiedingen.bied(gast, "P00", nachten, weer.aanmelding()))
                .isInstanceOfSatisfying(
                        BiedResultaat.Aangeboden.class,
                        bod -> assertThat(bod.aanbieding().huis())
                                .isEqualTo(weer.huis().id()));
    }

    @Test
    void a_house_that_was_let_go_hears_nothing_of_what_comes_after() {
        var gekozen = verblijf.huis(1);
        var ander = verblijf.huis(1);
        var nachten = new Verblijf(van, tot);
        var gast = verblijf.gast(nachten, OptionalInt.empty());
        var aanbiedingen = dienst.bean(Aanbiedingen.class);
        var bod = (BiedResultaat.Aangeboden) aanbiedingen.bied(gast, gekozen.bed(0), nachten, gekozen.aanmelding());
        aanbiedingen.aanvaard(bod.aanbieding().id(), gast, "mantelzorger");

        aanbiedingen.trekIn(gast, "mantelzorger");

        assertThat(veranderd(gast, ander)).as("they chose another").isOne();
        assertThat(veranderd(gast, gekozen)).as("they chose it, and stopped").isEqualTo(2);
    }

    /** How often a house hears that something changed about this guest. */
    private int veranderd(UUID gast, Huis huis) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                        select count(*) from bericht
                        where soort = 'aanmelding-veranderd' and ding_id = :gast and ontvanger = 'aanbieder:' || :wie
                        """)
                        .bind("gast", gast)
                        .bind("wie", huis.medewerker().toString())
                        .mapTo(Integer.class)
                        .one());
    }

    private static String keuze(String pagina) {
        var begin = pagina.indexOf("<select");
        return pagina.substring(begin, pagina.indexOf("</select>", begin));
    }

    @Test
    void who_has_no_time_is_on_top_and_is_helped_from_the_list() {
        var huis = verblijf.huis(1);
        meldAan(Proefverblijf.intake(van, tot).replace("\"Ans\"", "\"Gepland Bep\""));
        var vandaag = verblijf.vandaag();
        var gast = meldAan(Proefverblijf.intake(vandaag, vandaag.plusDays(2))
                .replace("\"gepland\"", "\"nu\"")
                .replace("\"Ans\"", "\"Spoed Ko\""));

        var lijst = verblijf.als(huis).haal("/aanmeldingen").tekst();

        assertThat(lijst.indexOf("Spoed Ko")).isPositive().isLessThan(lijst.indexOf("Gepland Bep"));
        assertThat(lijst).contains("Vandaag of morgen nodig", "action=\"%s/aanbiedingen\"".formatted(pad(gast)));
    }

    @Test
    void a_no_has_a_reason_and_takes_the_person_out_of_sight() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));

        assertThat(wijsAf(huis, gast, "", "").tekst()).contains("Vul in waarom het niet past");
        assertThat(wijsAf(huis, gast, "anders", "").tekst()).contains("Vul in waarom het niet past");
        assertThat(wijsAf(huis, gast, "fiets", "").status()).isEqualTo(422);
        var nee = wijsAf(huis, gast, "vol", "Wij verbouwen");
        assertThat(nee.kop("Location").orElseThrow()).endsWith("klaar=afgewezen");
        assertThat(wijsAf(huis, gast, "vol", "").status()).as("twice is once").isEqualTo(303);

        assertThat(Toeval.uit(verblijf.als(huis).haal(pad(gast)).tekst()))
                .contains("U zei nee", "Er is geen bed vrij: Wij verbouwen", "Deze aanvraag is voor u klaar")
                .doesNotContain("Ans", "rummikub", "Loopt zelf", "Bied bed");
        assertThat(Toeval.uit(verblijf.als(huis).haal("/aanmeldingen").tekst()))
                .contains("Er wacht geen aanvraag op u", gast.json().get("code").toString())
                .doesNotContain("Ans");
        assertThat(bied(huis, gast, "P00", van, tot).kop("Location").orElseThrow())
                .endsWith("klaar=te-laat");
    }

    @Test
    void who_is_chosen_sees_whom_to_call_and_who_is_not_sees_nothing_more() {
        var een = verblijf.huis(1);
        var ander = verblijf.huis(1);
        var adres = "ans-" + UUID.randomUUID() + "@proef.example";
        var gast = meldAan(Proefverblijf.intake(adres, van, tot));
        bied(een, gast, "P00", van, tot);
        bied(ander, gast, "P00", van, tot);
        var bod = dienst.bean(Aanmeldingen.class).aanbiedingen(id(gast)).getFirst();
        assertThat(verblijf.als(een).haal(pad(gast)).tekst()).doesNotContain(adres);

        dienst.bean(Aanbiedingen.class).aanvaard(bod.id(), id(gast), "mantelzorger");

        assertThat(verblijf.als(een).haal(pad(gast)).tekst()).contains(adres, "Houdt van rummikub", "Gekozen");
        assertThat(verblijf.als(een).haal("/aanmeldingen").tekst()).contains("Komt logeren", "Het is zeker");
        assertThat(Toeval.uit(verblijf.als(ander).haal(pad(gast)).tekst()))
                .contains("Niet meer nodig")
                .doesNotContain("Ans", "rummikub");
        assertThat(verblijf.als(ander).haal("/aanmeldingen").tekst()).contains("Niet meer nodig");
    }

    @Test
    void another_house_finds_nothing_and_each_look_at_care_is_written_down() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));
        var later = verblijf.huis(1);

        verblijf.als(huis).haal(pad(gast));

        assertThat(verblijf.als(later).haal(pad(gast)).status()).isEqualTo(404);
        assertThat(bied(later, gast, "P00", van, tot).status()).isEqualTo(404);
        assertThat(wijsAf(later, gast, "vol", "").status()).isEqualTo(404);
        assertThat(verblijf.makelaar().haal(pad(gast)).status()).isEqualTo(404);
        List<String> gezien = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select distinct object from inzage where object_id = ? order by object", id(gast))
                        .mapTo(String.class)
                        .list());
        assertThat(gezien).containsExactly("afspraak", "zorg");
    }

    @Test
    void nothing_asked_and_nothing_answered_says_so() {
        assertThat(verblijf.als(verblijf.huis(1)).haal("/aanmeldingen").tekst())
                .contains("Er wacht geen aanvraag op u", "U heeft nog niets beantwoord")
                .doesNotContain("Komt logeren");
    }

    private Antwoord meldAan(String intake) {
        var antwoord = klant.stuur(
                "/api/v1/aanmeldingen",
                intake,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(antwoord.status()).isEqualTo(201);
        return antwoord;
    }

    private Antwoord bied(Huis huis, Antwoord gast, String bed, LocalDate aankomst, LocalDate vertrek) {
        return formulier(huis, gast, "aanbiedingen", "bed=%s&van=%s&tot=%s".formatted(bed, aankomst, vertrek));
    }

    private Antwoord wijsAf(Huis huis, Antwoord gast, String waarom, String reden) {
        return formulier(huis, gast, "afwijzing", "waarom=%s&reden=%s".formatted(waarom, Klant.gecodeerd(reden)));
    }

    private Antwoord formulier(Huis huis, Antwoord gast, String wat, String velden) {
        var wie = verblijf.als(huis);
        return wie.formulier(pad(gast) + "/" + wat, velden + "&csrf=" + Proefverblijf.csrf(wie));
    }

    private static String pad(Antwoord gast) {
        return "/aanmeldingen/" + gast.json().get("id");
    }

    private static UUID id(Antwoord gast) {
        return UUID.fromString(gast.json().get("id").toString());
    }
}
