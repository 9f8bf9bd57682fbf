package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.web.Datums;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding a group, in the API and on pages. */
class GroepPaginasTest {
    private static final Pattern U = Pattern.compile("\\b[Uu]w?\\b");

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);
    private final Proefgroep groepen = new Proefgroep(dienst);
    private final GroepService service = dienst.bean(GroepService.class);

    @Test
    void the_api_tells_the_public_facts_of_all_open_groups_and_of_nobody_in_them() {
        var antwoord = klant.haal("/api/v1/lotgenotengroepen");

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.tekst())
                .contains("\"naam\":\"AMWAHT 01\"", "\"naam\":\"AMWAHT 21\"", "\"naam\":\"Lotgenoten NAH\"")
                .contains("\"status\":\"loopt\"", "\"status\":\"doorstart\"", "\"eerstvolgende\":\"20")
                .contains("Om de week op ", "van de maand, ")
                .doesNotContain("\"deelnemers\"", "\"bezet\"", "\"grootte\"", "\"voorbeeld\"");
        assertThat(aantal(antwoord.tekst(), "\"naam\":")).isGreaterThanOrEqualTo(23);
        assertThat(klant.haal("/api/v1/lotgenotengroepen?onzin=1").status()).isEqualTo(400);
        assertThat(klant.haal("/api/v1/lotgenotengroepen/").status()).isEqualTo(404);
    }

    @Test
    void one_group_is_found_by_its_id_and_a_closed_one_is_not_there() {
        var groep = elkeWeek();
        assertThat(klant.haal("/api/v1" + groep.pad()).tekst()).contains(groep.naam());
        assertThat(klant.haal(groep.pad()).status()).isEqualTo(200);

        service.wijzig(groep.id(), Proefgroep.metOpen(Groepskaart.van(groep), false));

        for (var pad : Stream.of(groep.pad(), "/api/v1" + groep.pad()).toList()) {
            assertThat(klant.haal(pad).status()).as(pad).isEqualTo(404);
        }
        assertThat(klant.haal("/api/v1/lotgenotengroepen").tekst()).doesNotContain(groep.naam());
        assertThat(klant.haal("/lotgenotengroepen").tekst()).doesNotContain(groep.naam());
    }

    @Test
    void a_fifth_group_on_the_page_or_by_the_api_is_the_makelaars_to_give() {
        var adres = Proefwens.nieuwAdres();
        for (var n = 0; n < 4; n++) {
            assertThat(doeMeePerApi(elkeWeek(), adres).status()).isEqualTo(201);
        }
        var vijfde = elkeWeek();

        var pagina = doeMee(klant, vijfde, adres);
        var api = doeMeePerApi(vijfde, adres);

        assertThat(pagina.status()).isEqualTo(409);
        assertThat(pagina.tekst())
                .contains("al mee met 4 groepen", "Bel ons", "value=\"" + adres + "\"")
                .containsPattern("denken we mee: [0-9 -]{8,}");
        assertThat(api.status()).isEqualTo(409);
        assertThat(api.json().get("type").toString()).endsWith("te-veel-afspraken");
        assertThat(api.json()).containsKey("telefoon");
        assertThat(doeMee(new Klant(dienst).als("makelaar"), vijfde, adres).status())
                .as("at the desk")
                .isEqualTo(303);
    }

    private Klant.Antwoord doeMeePerApi(Lotgenotengroep groep, String adres) {
        return klant.stuur(
                "/api/v1" + groep.pad() + "/deelnames",
                "{\"naam\": \"Ans\", \"email\": \"%s\"}".formatted(adres),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** Sends the form as the page gave it, filled in. */
    private static Klant.Antwoord doeMee(Klant wie, Lotgenotengroep groep, String adres) {
        var pad = groep.pad() + "/meedoen";
        var pagina = wie.haal(pad).tekst();
        return wie.formulier(
                pad,
                "sleutel=%s&formulier=%s&naam=Ans&email=%s"
                        .formatted(
                                pagina.replaceAll("(?s).*name=\"sleutel\" value=\"([^\"]+)\".*", "$1"),
                                pagina.replaceAll("(?s).*name=\"formulier\" value=\"([^\"]+)\".*", "$1"),
                                Klant.gecodeerd(adres)));
    }

    @Test
    void meetings_of_groups_are_among_the_moments_and_nameless_there() {
        var antwoord = klant.haal("/api/v1/momenten?soort=groep&grootte=200");

        assertThat(Toeval.uit(antwoord.tekst()))
                .contains("\"soort\":\"groep\"", "\"titel\":\"Lotgenotengroep\"")
                .doesNotContain("AMWAHT", "NAH", "Jonge", "hersenletsel", "migratie");
    }

    @Test
    void a_meeting_is_booked_like_any_other_moment_and_one_of_a_closed_group_by_no_stranger() {
        var groep = elkeWeek();
        var eerste = service.komende(groep.id(), 2).getFirst();
        var tweede = service.komende(groep.id(), 2).get(1);
        assertThat(klant.stuur(
                                "/api/v1/boekingen",
                                Proefwens.voor(eerste).json(),
                                "Idempotency-Key",
                                java.util.UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);

        service.wijzig(groep.id(), Proefgroep.metOpen(Groepskaart.van(groep), false));

        var geweigerd = klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(tweede).json(),
                "Idempotency-Key",
                java.util.UUID.randomUUID().toString());
        assertThat(geweigerd.status()).isEqualTo(404);
        assertThat(geweigerd.tekst()).contains("moment-onbekend");
        var pad = "/momenten/" + tweede.id().waarde();
        assertThat(klant.haal(pad).status()).isEqualTo(404);
        assertThat(klant.haal("/api/v1" + pad).status()).isEqualTo(404);
        assertThat(klant.haal(pad + "/wachtlijst").status()).isEqualTo(404);
        assertThat(klant.als("makelaar").haal(pad).status())
                .as("the makelaar books whoever belongs to it")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "past=jong, Jonge mantelzorgers, AMWAHT 01",
        "past=vrouwen, AMWAHT 03, AMWAHT 01",
        "gesproken=tr, AMWAHT 01, Lotgenoten NAH",
        "wijk=overvecht, AMWAHT 03, AMWAHT 01"
    })
    void three_plain_questions_find_what_fits(String vraag, String wel, String niet) {
        var pagina = klant.haal("/lotgenotengroepen?" + vraag).tekst();

        assertThat(pagina).contains("Bekijk " + wel + "</a>").doesNotContain("Bekijk " + niet + "</a>");
    }

    @Test
    void by_day_and_in_the_evening_are_all_there_is_together() {
        var overdag = aantal(klant.haal("/lotgenotengroepen?past=overdag").tekst(), "<li class=\"r-moment\"");
        var avond = aantal(klant.haal("/lotgenotengroepen?past=avond").tekst(), "<li class=\"r-moment\"");

        assertThat(overdag).isPositive();
        assertThat(avond).isPositive();
        assertThat(overdag + avond)
                .isEqualTo(aantal(klant.haal("/lotgenotengroepen").tekst(), "<li class=\"r-moment\""));
    }

    @Test
    void where_nothing_fits_there_is_a_number_to_call() {
        var pagina = klant.haal("/lotgenotengroepen?past=jong&gesproken=tr").tekst();

        assertThat(pagina).contains("Er is nu geen groep die zo past.", "tel:");
    }

    @Test
    void an_old_link_with_a_word_that_is_no_choice_shows_all() {
        assertThat(klant.haal("/lotgenotengroepen?past=onzin&wijk=nergens").tekst())
                .contains("Bekijk AMWAHT 01</a>", "Bekijk Lotgenoten NAH</a>");
    }

    @Test
    void the_young_have_their_own_door_with_their_own_group_only() {
        var pagina = klant.haal("/jong").tekst();

        assertThat(pagina)
                .contains("Zorg jij voor iemand thuis?", "Jonge mantelzorgers", "tel:")
                .doesNotContain("AMWAHT", "geboorte");
    }

    @Test
    void the_first_page_shows_groups_among_houses_and_for_whom_they_are() {
        var pagina = klant.haal("/momenten").tekst();
        assertThat(pagina).contains("Mantelzorghuis ", "Lotgenotengroep", "Voor mantelzorgers met migratieachtergrond");

        assertThat(klant.haal("/momenten?soort=huis").tekst()).doesNotContain("Voor mantelzorgers");
        assertThat(klant.haal("/momenten?soort=groep").tekst())
                .contains("Voor mantelzorgers")
                .doesNotContain("<p>Mantelzorghuis");
    }

    @Test
    void the_page_of_a_meeting_says_what_a_group_is() {
        var groep = elkeWeek();
        var eerste = service.komende(groep.id(), 1).getFirst();

        assertThat(klant.haal("/momenten/" + eerste.id().waarde()).tekst())
                .contains("Voor mensen die proberen", "U mag ook alleen luisteren", groep.pad());
    }

    @Test
    void who_joins_sees_above_the_form_when_and_where_the_group_meets_and_when_next() {
        var groep = elkeWeek();
        var eerste = service.komende(groep.id(), 1).getFirst();

        var pagina = klant.haal(groep.pad() + "/meedoen").tekst();

        var boven = pagina.substring(0, pagina.indexOf("<form method=\"post\" action=\"" + groep.pad()));
        assertThat(boven)
                .contains(
                        "Elke week op dinsdag, 10.00 tot 12.00 uur.",
                        groep.plek().plaats())
                .containsIgnoringCase(new Datums(Taal.NL).wanneerZonderJaar(eerste.tijdvak()));
    }

    @Test
    void who_joins_is_not_told_of_a_next_time_that_does_not_go_on_and_of_another_place_is() {
        var groep = elkeWeek();
        var komende = service.komende(groep.id(), 2);
        dienst.bean(Jdbi.class).useHandle(handle -> {
            handle.execute(
                    "update moment set status = 'vervallen' where id = ?",
                    komende.getFirst().id().waarde());
            handle.execute(
                    "update moment set plaats = 'In het park' where id = ?",
                    komende.get(1).id().waarde());
        });

        assertThat(klant.haal(groep.pad() + "/meedoen").tekst())
                .containsIgnoringCase(
                        new Datums(Taal.NL).wanneerZonderJaar(komende.get(1).tijdvak()))
                .contains("Let op, een andere plaats:", "In het park")
                .doesNotContainIgnoringCase(
                        new Datums(Taal.NL).wanneerZonderJaar(komende.getFirst().tijdvak()));
    }

    @Test
    void who_reads_arabic_reads_for_whom_a_group_is_and_no_dutch_of_the_makelaar() {
        var groep = elkeWeek();
        var moment = service.komende(groep.id(), 1).getFirst();
        var arabisch = klant.inTaal(Taal.AR);

        for (var pad : List.of(
                groep.pad(),
                "/lotgenotengroepen",
                "/momenten?soort=groep",
                "/momenten/" + moment.id().waarde())) {
            assertThat(arabisch.haal(pad).tekst())
                    .as(pad)
                    .contains("لمن: \u2068")
                    .doesNotContain(groep.doelgroep(), "migratieachtergrond", "hersenletsel");
        }
        assertThat(arabisch.haal(groep.pad()).tekst()).contains("من يعتنون بأقاربهم");
        assertThat(klant.inTaal(Taal.EN).haal("/api/v1" + groep.pad()).tekst()).contains(groep.doelgroep());
    }

    @Test
    void a_group_of_the_young_says_jij_on_its_page_and_its_form_and_any_other_says_u() {
        var groep = elkeWeek();
        groepen.deelnemer(groep);
        var paden = List.of(groep.pad(), groep.pad() + "/meedoen");
        service.wijzig(groep.id(), volMetGesprek(groep, Groepssoort.OVERIG));
        assertThat(paden).allSatisfy(pad -> assertThat(zichtbaar(pad)).containsPattern(U));

        service.wijzig(groep.id(), volMetGesprek(groep, Groepssoort.JONG));

        assertThat(paden)
                .allSatisfy(pad ->
                        assertThat(zichtbaar(pad)).containsPattern("\\bje\\b").doesNotContainPattern(U));
        assertThat(zichtbaar(groep.pad() + "/meedoen"))
                .contains("Je komt op de wachtlijst.", "De coördinator belt je", "Je naam");
    }

    /** What the page itself says, without its frame. */
    private String zichtbaar(String pad) {
        var pagina = klant.haal(pad).tekst();
        return pagina.substring(pagina.indexOf("<main"), pagina.indexOf("</main>"))
                .replaceAll("<[^>]*>", " ");
    }

    /** With every text that a group may have on its pages: it is full, and one is called first. */
    private static Groepskaart volMetGesprek(Lotgenotengroep groep, Groepssoort soort) {
        return new Groepskaart(
                groep.naam(),
                soort,
                groep.doelgroep(),
                "",
                groep.talen(),
                1,
                Groepsstatus.LOOPT,
                true,
                false,
                true,
                "",
                Optional.empty(),
                Optional.empty());
    }

    private Lotgenotengroep elkeWeek() {
        return groepen.groep(new Weken(1, 2, LocalDate.of(2026, 1, 5), Optional.empty()), "10:00", "12:00", false);
    }

    private static long aantal(String tekst, String deel) {
        return Pattern.compile(Pattern.quote(deel)).matcher(tekst).results().count();
    }
}
