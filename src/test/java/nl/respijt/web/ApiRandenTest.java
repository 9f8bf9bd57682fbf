package nl.respijt.web;

import static nl.respijt.boeking.Proefwens.nieuwAdres;
import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of the public API, beside {@link ApiTest}: each refusal by its name, and headers as others write them. */
@Timeout(60)
class ApiRandenTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);

    @Test
    void the_addresses_in_the_answer_open_what_they_say() {
        var geboekt = boek(voor(moment())).json();

        assertThat(klant.haal(pad(geboekt.get("beheerUrl"))).status()).isEqualTo(200);
        var agenda = klant.haal(pad(geboekt.get("agendaUrl")));
        assertThat(agenda.status()).isEqualTo(200);
        assertThat(agenda.kop("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(agenda.tekst()).contains("UID:" + geboekt.get("id"));
    }

    @Test
    void each_refusal_has_its_own_name_and_a_page_that_explains_it() {
        var vol = Proefmoment.in(dienst).publiceer();
        var adres = nieuwAdres();
        boek(voor(vol).email(adres));
        var vervallen = moment();
        dienst.bean(MomentService.class).gelastAf(vervallen.id(), "ziek", "makelaar");

        weigert(boek(voor(vol)), 409, "moment-vol");
        weigert(boek(voor(vol).email(adres)), 409, "al-geboekt");
        weigert(boek(voor(Proefmoment.in(dienst).begonnen().publiceer())), 409, "moment-begonnen");
        weigert(boek(voor(vervallen)), 409, "moment-vervallen");
    }

    @Test
    void a_key_of_another_kind_opens_no_booking() {
        var geboekt = boek(voor(moment())).json();
        var agendasleutel = pad(geboekt.get("agendaUrl")).replaceAll("^/agenda/|\\.ics$", "");
        var plek = "/api/v1/boekingen/" + geboekt.get("id");

        ApiTest.geweigerd(klant.haal(plek, "Authorization", "Bearer " + agendasleutel), 404, "niet-gevonden");
        ApiTest.geweigerd(
                klant.stuur(plek + "/annulering", "", "Authorization", "Bearer " + agendasleutel),
                404,
                "niet-gevonden");
    }

    @Test
    void a_range_of_types_is_accepted_like_the_types_in_it() {
        for (var soort : List.of("application/*", "text/html, application/*;q=0.5")) {
            assertThat(klant.haal("/api/v1/momenten", "Accept", soort).status())
                    .as(soort)
                    .isEqualTo(200);
            assertThat(boek(voor(moment()), "Accept", soort).status()).as(soort).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ";;;", ",;", "nl;;q", "*;q=x", ",,,"})
    void a_language_that_is_none_breaks_no_page(String taal) {
        for (var pad : List.of("/", "/onzin", "/api/v1/momenten", "/api/v1/onzin", "/rooster")) {
            assertThat(klant.haal(pad, "Accept-Language", taal).status())
                    .as(pad)
                    .isLessThan(500);
        }
    }

    @Test
    void a_request_from_another_site_changes_nothing() {
        var moment = moment();

        ApiTest.geweigerd(boek(voor(moment), "Origin", "https://elders.example"), 403, "niet-toegestaan");
        ApiTest.geweigerd(boek(voor(moment), "Origin", "null", "Sec-Fetch-Site", "cross-site"), 403, "niet-toegestaan");
        assertThat(boek(voor(moment), "Origin", dienst.adres().toString()).status())
                .isEqualTo(201);
    }

    @Test
    void nothing_where_an_object_should_be_is_a_fault_with_a_name() {
        var antwoord = klant.stuur(
                "/api/v1/boekingen", "", "Idempotency-Key", UUID.randomUUID().toString());

        ApiTest.geweigerd(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.lijst("fouten")).isNotEmpty();
    }

    @Test
    void an_offset_whose_plus_was_not_escaped_is_understood() {
        var antwoord = klant.haal("/api/v1/momenten?van=2031-01-01T09:00:00+01:00&tot=2031-01-02T09:00:00+01:00");

        assertThat(antwoord.status()).as(antwoord.tekst()).isEqualTo(200);
    }

    @Test
    void asking_for_the_headers_alone_tells_the_same_type() {
        var agenda = pad(boek(voor(moment())).json().get("agendaUrl"));
        for (var pad : List.of(
                "/",
                "/mantelzorghuizen",
                "/onzin",
                "/health",
                "/demo/personen.json",
                "/api/v1/openapi.json",
                "/api/v1/momenten",
                "/api/v1/mantelzorghuizen",
                "/api/v1/momenten/" + moment().id().waarde(),
                "/api/v1/onzin",
                agenda)) {
            var hoofd = klant.vraag("HEAD", pad, new byte[0]);
            var geheel = klant.haal(pad);

            assertThat(hoofd.status()).as(pad).isEqualTo(geheel.status());
            assertThat(hoofd.kop("Content-Type"))
                    .as(pad)
                    .isEqualTo(geheel.kop("Content-Type"))
                    .isPresent();
            assertThat(hoofd.tekst()).as(pad).isEmpty();
        }
    }

    private void weigert(Antwoord antwoord, int status, String naam) {
        ApiTest.geweigerd(antwoord, status, naam);
        assertThat(klant.haal(pad(antwoord.json().get("type"))).status()).isEqualTo(200);
    }

    private Moment moment() {
        return Proefmoment.in(dienst).met(5).publiceer();
    }

    private Antwoord boek(Proefwens wens, String... koppen) {
        var alle = new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        alle.addAll(List.of(koppen));
        return klant.stuur("/api/v1/boekingen", wens.json(), alle.toArray(String[]::new));
    }

    private static String pad(Object adres) {
        return URI.create(adres.toString()).getPath();
    }
}
