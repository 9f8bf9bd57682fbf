package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import nl.respijt.bericht.BelTaak;
import nl.respijt.bericht.Belijst;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.kortverblijf.Wmobesluiten.BesluitResultaat;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk sees who waits for whom and by which rule, chooses for who calls, asks again, and counts the days of the gemeente. */
@Timeout(300)
final class AanvraagDossierTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Wmobesluiten besluiten = dienst.bean(Wmobesluiten.class);
    private final Klant klant = new Klant(dienst);
    private final Klant makelaar = verblijf.makelaar();
    private final LocalDate vandaag = verblijf.vandaag();
    private final LocalDate van = vandaag.plusDays(30);
    private final LocalDate tot = van.plusDays(3);

    @Test
    void the_list_says_who_waits_for_whom_and_whoever_needs_a_bed_now_is_on_top() {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var wie = hier.makelaar();
            var huis = hier.huis(2).huis().naam();
            var gepland = meldAan(new Klant(eigen), Proefverblijf.intake(van, tot));
            var spoed = meldAan(
                    new Klant(eigen),
                    Proefverblijf.intake(vandaag, vandaag.plusDays(2)).replace("\"gepland\"", "\"nu\""));

            var lijst = wie.haal("/makelaar/aanmeldingen").tekst();

            assertThat(lijst).contains("Bedden die vannacht en morgen vrij zijn", "moeten nog antwoorden");
            assertThat(lijst.substring(lijst.indexOf(huis)).lines().limit(3).toList())
                    .as("of this house")
                    .anyMatch(regel -> regel.contains("Vannacht 2, morgennacht 2"));
            assertThat(lijst.indexOf(spoed.toString())).isPositive().isLessThan(lijst.indexOf(gepland.toString()));
            assertThat(wie.haal("/makelaar/aanmeldingen?stand=voorbij").tekst()).doesNotContain(gepland.toString());
            assertThat(wie.haal("/makelaar/aanmeldingen?stand=onzin").status()).isEqualTo(200);
        }
    }

    @Test
    void one_names_the_rule_of_every_house_and_what_was_told() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot).replace("\"onrust\": \"geen\"", "\"onrust\": \"dwalen\""));

        var pagina = pagina(gast);

        assertThat(pagina)
                .contains(
                        huis.huis().naam(),
                        "Vrij en geschikt: P00",
                        "Onrust: Gaat dwalen. Dit huis neemt: Geen onrust",
                        "Dit huis is niet gevraagd",
                        "Houdt van rummikub",
                        "Huizen gevraagd");
        assertThat(gezien(gast)).containsExactly("afspraak", "zorg");
    }

    @Test
    void the_makelaar_chooses_for_who_calls() {
        var een = verblijf.huis(1);
        var ander = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));
        var bod = bied(een, gast);
        var weg = bied(ander, gast);
        assertThat(pagina(gast)).contains("De mantelzorger kiest dit bed", "Volgens versie 1 van de huisregels");

        assertThat(klaar(formulier(gast, "weigering", "bod=" + weg.id()))).isEqualTo("geweigerd");
        assertThat(klaar(formulier(gast, "aanvaarding", "bod=" + bod.id()))).isEqualTo("gekozen");

        assertThat(klaar(formulier(gast, "aanvaarding", "bod=" + bod.id())))
                .as("twice is once")
                .isEqualTo("gekozen");
        assertThat(klaar(formulier(gast, "aanvaarding", "bod=" + weg.id()))).isEqualTo("te-laat");
        assertThat(klaar(formulier(gast, "aanvaarding", "bod=onzin"))).isEqualTo("te-laat");
        assertThat(dienst.bean(Aanmeldingen.class).find(gast).orElseThrow().status())
                .isEqualTo(Verblijfsaanmelding.Status.BEVESTIGD);
        assertThat(makelaar.haal("/makelaar/aanmeldingen?stand=zeker").tekst()).contains(gast.toString());
    }

    @Test
    void a_house_that_said_no_or_was_not_asked_is_asked() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));
        var later = verblijf.huis(1);
        dienst.bean(Aanbiedingen.class).wijsAf(gast, "Dak lekt", huis.aanmelding());
        assertThat(pagina(gast)).contains("Zei nee", "Dak lekt", "Vraag dit huis opnieuw", "Vraag dit huis toch");

        assertThat(klaar(formulier(gast, "vraag", "huis=" + huis.huis().id()))).isEqualTo("gevraagd");
        assertThat(klaar(formulier(gast, "vraag", "huis=" + huis.huis().id()))).isEqualTo("gevraagd");
        assertThat(klaar(formulier(gast, "vraag", "huis=" + later.huis().id()))).isEqualTo("gevraagd");

        assertThat(verblijf.als(huis).haal("/aanmeldingen").tekst()).contains("Ans", gast.toString());
        assertThat(bied(later, gast).status()).isEqualTo(Aanbieding.Status.AANGEBODEN);
        assertThat(klaar(formulier(gast, "vraag", "huis=" + UUID.randomUUID()))).isEqualTo("te-laat");
    }

    @Test
    void a_house_that_was_let_go_answers_nothing_and_holds_nothing_up() {
        var huis = verblijf.huis(1);
        var ander = verblijf.huis(1);
        var gast = verblijf.geaccepteerd(huis, new Verblijf(van, tot));
        var aanbiedingen = dienst.bean(Aanbiedingen.class);
        besluiten.legVast(gast, Wmostand.AFGEWEZEN, OptionalInt.empty(), vandaag, "makelaar");
        formulier(gast, "vraag", "huis=" + huis.huis().id());

        assertThat(Toeval.uit(verblijf.als(ander).haal("/aanmeldingen/" + gast).tekst()))
                .contains("Uw antwoord is niet meer nodig")
                .doesNotContain("Ans", "Bied bed", "/afwijzing");
        assertThat(aanbiedingen.bied(gast, "P00", new Verblijf(van, tot), ander.aanmelding()))
                .isInstanceOf(BiedResultaat.AlBeantwoord.class);
        assertThat(aanbiedingen.wijsAf(gast, "Dak lekt", ander.aanmelding()))
                .isInstanceOf(Aanbiedingen.AfwijsResultaat.TeLaat.class);
        aanbiedingen.wijsAf(gast, "Dak lekt", huis.aanmelding());

        assertThat(dienst.bean(Aanmeldingen.class).find(gast).orElseThrow().status())
                .as("nobody is asked any more: the makelaar calls")
                .isEqualTo(Verblijfsaanmelding.Status.AFGEWEZEN);
    }

    @Test
    void stopping_is_asked_twice_and_what_is_over_opens_with_a_reason() {
        var gast = meldAan(Proefverblijf.intake(van, tot));

        assertThat(formulier(gast, "intrekking", "").tekst()).contains("Vink aan dat de mantelzorger dit vroeg");
        var gestopt = formulier(gast, "intrekking", "gevraagd=ja");
        assertThat(makelaar.haal(gestopt.kop("Location").orElseThrow()).tekst())
                .contains("De aanvraag is gestopt. Alle bedden zijn weer vrij");

        assertThat(Toeval.uit(pagina(gast))).contains("Waarom").doesNotContain("Ans", "rummikub");
        assertThat(formulier(gast, "vraag", "huis=" + UUID.randomUUID())
                        .kop("Location")
                        .orElseThrow())
                .isEqualTo(pad(gast));
        assertThat(makelaar.formulier(pad(gast), "reden=&csrf=" + Proefverblijf.csrf(makelaar))
                        .status())
                .isEqualTo(422);
        assertThat(makelaar.formulier(pad(gast), "reden=Belt+erover&csrf=" + Proefverblijf.csrf(makelaar))
                        .status())
                .isEqualTo(303);
        assertThat(pagina(gast)).contains("Ans", "Belt erover", "Gestopt");
    }

    @Test
    void of_who_is_there_nothing_is_called_stopped_and_more_nights_can_be_written_down() {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var wie = hier.makelaar();
            var huis = hier.huis(1);
            var gast = hier.bevestigd(huis, new Verblijf(vandaag, vandaag.plusDays(3)));
            var pad = pad(gast);
            eigen.bean(Verblijven.class).aankomst(gast, huis.aanmelding());

            assertThat(wie.haal(pad).tekst()).contains(pad + "/wmo").doesNotContain(pad + "/intrekking");
            assertThat(klaar(wie.formulier(pad + "/intrekking", "gevraagd=ja&csrf=" + Proefverblijf.csrf(wie))))
                    .isEqualTo("te-laat");
            wie.formulier(
                    pad + "/wmo",
                    "besluit=toegekend&nachten=30&op=%s&csrf=%s".formatted(vandaag, Proefverblijf.csrf(wie)));

            assertThat(wie.haal(pad).tekst()).contains("30 nachten in totaal, 27 over");
        }
    }

    @Test
    void the_terms_of_the_law_are_counted_in_days() {
        var gast = meldAan(Proefverblijf.intake(van, tot));
        assertThat(besluit(gast, "besluit=gevraagd&nachten=&op=" + vandaag.minusDays(43))
                        .status())
                .isEqualTo(303);

        assertThat(pagina(gast))
                .contains("1 dag over de termijn", "Bel de gemeente", "Er wacht nog niets op dit besluit");
        assertThat(telefoontjes(gast)).hasSize(1);
        besluit(gast, "besluit=gevraagd&nachten=&op=" + vandaag.minusDays(43));
        assertThat(telefoontjes(gast)).as("the same again changes nothing").hasSize(1);

        besluit(gast, "besluit=lopend&nachten=&op=" + vandaag.minusDays(14));
        assertThat(pagina(gast))
                .contains("De gemeente beslist binnen twee weken")
                .doesNotContain("over de termijn");
        assertThat(telefoontjes(gast)).as("the last day is in time").isEmpty();
        besluit(gast, "besluit=toegekend&nachten=7&op=" + vandaag);
        assertThat(pagina(gast)).contains("Toegekend", "7 nachten in totaal, 7 over", "Besloten op");
    }

    @Test
    void a_decision_of_another_day_than_can_be_is_refused_and_kept_as_typed() {
        var gast = meldAan(Proefverblijf.intake(van, tot));
        besluit(gast, "besluit=lopend&nachten=&op=" + vandaag.minusDays(3));

        assertThat(besluit(gast, "besluit=toegekend&nachten=5&op=" + vandaag.minusDays(4))
                        .tekst())
                .contains("niet voor de vorige stap van de gemeente", "value=\"5\"");
        assertThat(besluit(gast, "besluit=toegekend&nachten=5&op=" + vandaag.plusDays(1))
                        .status())
                .isEqualTo(422);
        assertThat(besluit(gast, "besluit=toegekend&nachten=&op=" + vandaag).tekst())
                .contains("Dit moet een heel getal zijn");
        assertThat(besluit(gast, "besluit=&nachten=&op=").status()).isEqualTo(422);
        assertThat(besluiten.legVast(gast, Wmostand.TOEGEKEND, OptionalInt.of(5), vandaag.minusDays(3), "makelaar"))
                .isInstanceOf(BesluitResultaat.Vastgelegd.class);
        assertThat(makelaar.stuur(
                                "/api/v1/aanmeldingen/%s/wmo".formatted(gast),
                                "{\"besluit\": \"afgewezen\", \"op\": \"%s\"}".formatted(vandaag.plusDays(1)))
                        .velden())
                .containsExactly("op");
    }

    @Test
    void whom_the_call_list_shows_can_read_that_they_were_seen() {
        var spoed = meldAan(Proefverblijf.intake(vandaag, vandaag.plusDays(2)).replace("\"gepland\"", "\"nu\""));

        makelaar.haal("/makelaar/belijst");

        var wie = dienst.bean(Aanmeldingen.class).find(spoed).orElseThrow().mantelzorger();
        List<String> gezien = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select object from inzage where betrokkene = ?", wie.waarde())
                        .mapTo(String.class)
                        .list());
        assertThat(gezien).contains("beltaak");
    }

    @Test
    void who_only_asked_for_a_stay_is_found_by_whoever_has_them_on_the_phone_and_can_read_that_they_were_sought() {
        var gast = dienst.bean(Aanmeldingen.class)
                .find(meldAan(Proefverblijf.intake(van, tot)))
                .orElseThrow();
        var csrf = "&csrf=" + Proefverblijf.csrf(makelaar);

        var opCode = makelaar.formulier("/makelaar/mantelzorgers", "zoek=" + gast.code() + csrf);

        assertThat(opCode.tekst())
                .contains("Aanvragen om te logeren", pad(gast.id()), gast.naam(), gast.code())
                .doesNotContain(
                        "Niemand gevonden",
                        "Wij kennen niemand",
                        gast.contact().email().orElseThrow());
        assertThat(makelaar.formulier(
                                "/makelaar/mantelzorgers",
                                "zoek=" + Klant.gecodeerd(gast.contact().email().orElseThrow()) + csrf)
                        .tekst())
                .contains(pad(gast.id()));
        assertThat(makelaar.formulier("/makelaar/mantelzorgers", "zoek=%25%25" + csrf)
                        .tekst())
                .as("a sign that means anything means itself")
                .contains("Wij kennen niemand");
        List<String> gezien = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select handeling from inzage where betrokkene = ?",
                                gast.mantelzorger().waarde())
                        .mapTo(String.class)
                        .list());
        assertThat(gezien).contains("MANTELZORGERS_ZOEKEN");
    }

    @Test
    void a_house_or_a_carer_has_no_business_here() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));

        assertThat(verblijf.als(huis).haal(pad(gast)).status()).isEqualTo(404);
        assertThat(verblijf.als(huis).haal("/makelaar/aanmeldingen").status()).isEqualTo(404);
        assertThat(klant.haal(pad(gast)).status()).isEqualTo(303);
        assertThat(makelaar.haal("/makelaar/aanmeldingen/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private UUID meldAan(String intake) {
        return meldAan(klant, intake);
    }

    private static UUID meldAan(Klant klant, String intake) {
        var antwoord = klant.stuur(
                "/api/v1/aanmeldingen",
                intake,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(antwoord.status()).isEqualTo(201);
        return UUID.fromString(antwoord.json().get("id").toString());
    }

    private Aanbieding bied(Huis huis, UUID gast) {
        var bod = dienst.bean(Aanbiedingen.class).bied(gast, "P00", new Verblijf(van, tot), huis.aanmelding());
        return ((BiedResultaat.Aangeboden) bod).aanbieding();
    }

    private Antwoord besluit(UUID gast, String velden) {
        return formulier(gast, "wmo", velden);
    }

    private Antwoord formulier(UUID gast, String wat, String velden) {
        return makelaar.formulier(pad(gast) + "/" + wat, velden + "&csrf=" + Proefverblijf.csrf(makelaar));
    }

    private String pagina(UUID gast) {
        return makelaar.haal(pad(gast)).tekst();
    }

    private static String pad(UUID gast) {
        return "/makelaar/aanmeldingen/" + gast;
    }

    private static String klaar(Antwoord antwoord) {
        var waar = antwoord.kop("Location").orElseThrow();
        return waar.substring(waar.indexOf('=') + 1);
    }

    private List<BelTaak> telefoontjes(UUID gast) {
        return dienst.bean(Belijst.class).open().stream()
                .filter(taak -> taak.soort().equals(Verblijfpost.TERMIJN))
                .filter(taak -> taak.knoppen().getFirst().adres().getPath().equals(pad(gast)))
                .toList();
    }

    private List<String> gezien(UUID gast) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select distinct object from inzage where object_id = ? order by object", gast)
                        .mapTo(String.class)
                        .list());
    }
}
