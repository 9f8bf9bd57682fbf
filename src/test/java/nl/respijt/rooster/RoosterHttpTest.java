package nl.respijt.rooster;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Rol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff may do over HTTP, and what they are told when they may not. */
@Timeout(120)
class RoosterHttpTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern ADRES = Pattern.compile("value=\"(http[^\"]+/agenda/[^\"]+\\.ics)\"");

    private final Proefrooster proef = new Proefrooster(Proefdienst.gedeeld());
    private final String makelaar = proef.inlog("makelaar", Rol.MAKELAAR, Optional.empty());

    @Test
    void the_makelaar_plans_sees_hands_over_and_takes_off() throws Exception {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(huis);
        var ander = proef.gastheer(huis);

        var gepland = plan(moment, gastheer);

        assertThat(gepland.statusCode()).isEqualTo(201);
        var plek = gepland.headers().firstValue("Location").orElseThrow();
        var een = proef.get(plek, makelaar);
        assertThat(een.body()).isEqualTo(gepland.body());
        var lijst = proef.get("/api/v1/diensten?huis=" + huis, makelaar);
        assertThat(lijst.body()).isEqualTo("[" + gepland.body() + "]");
        var dienst = json(gepland);
        assertThat(dienst)
                .containsEntry("gastheerId", gastheer.id().waarde().toString())
                .containsEntry("gastheer", gastheer.naam())
                .containsEntry("huis", Proefrooster.naam(huis))
                .containsEntry("momentId", moment.id().waarde().toString())
                .containsEntry("volgnummer", 0)
                .containsEntry("status", "gepland");
        assertThat(proef.agenda(gastheer)).contains("UID:" + dienst.get("uid"));

        var overgedragen = proef.post(
                plek + "/overdracht",
                makelaar,
                "{\"gastheerId\":\"%s\"}".formatted(ander.id().waarde()));
        assertThat(overgedragen.statusCode()).isEqualTo(200);
        assertThat(json(overgedragen))
                .containsEntry("gastheerId", ander.id().waarde().toString());
        assertThat(proef.get(plek, makelaar).body()).contains("\"status\":\"vervallen\"", "\"volgnummer\":1");

        var af = "/api/v1/diensten/" + json(overgedragen).get("id") + "/afmelding";
        assertThat(proef.post(af, makelaar, "{\"reden\":\"griep\"}").body()).contains("\"status\":\"afgemeld\"");
        assertThat(proef.post(af, makelaar, "").body()).contains("\"status\":\"afgemeld\"", "\"volgnummer\":1");
    }

    @Test
    void a_refusal_is_typed() throws Exception {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(true, 1, huis);

        assertProbleem(plan(moment, proef.gastheer(false, 4, huis)), 409, "niet-getraind");
        assertProbleem(plan(moment, proef.gastheer()), 409, "niet-van-dit-huis");
        assertThat(plan(moment, gastheer).statusCode()).isEqualTo(201);
        assertProbleem(plan(moment, gastheer), 409, "dubbel");
        assertProbleem(plan(proef.ochtend(huis, proef.dag(4)), gastheer), 409, "maximum-bereikt");
        assertProbleem(
                proef.post(
                        "/api/v1/diensten",
                        makelaar,
                        "{\"momentId\":\"%s\",\"gastheerId\":\"%s\"}"
                                .formatted(UUID.randomUUID(), gastheer.id().waarde())),
                404,
                "plan-onbekend");
    }

    @Test
    void a_gastheer_sees_and_gives_back_the_own_diensten_only() throws Exception {
        var huis = proef.huis();
        var eigen = proef.gastheer(huis);
        var ander = proef.gastheer(huis);
        var dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), eigen);
        var vanAnder = proef.gepland(proef.ochtend(huis, proef.dag(4)), ander);
        var koek = proef.inlog(eigen);

        assertThat(proef.get("/api/v1/diensten", koek).body())
                .contains(id(dienst))
                .doesNotContain(id(vanAnder));
        assertThat(proef.get("/api/v1/diensten?gastheer=" + ander.id().waarde(), koek)
                        .body())
                .isEqualTo("[]");
        assertThat(proef.get("/api/v1/diensten/" + id(dienst), koek).statusCode())
                .isEqualTo(200);
        assertProbleem(proef.get("/api/v1/diensten/" + id(vanAnder), koek), 404, "niet-gevonden");
        assertProbleem(proef.post("/api/v1/diensten/" + id(vanAnder) + "/afmelding", koek, "{}"), 404, "niet-gevonden");
        assertProbleem(
                proef.post(
                        "/api/v1/diensten/" + id(dienst) + "/overdracht",
                        koek,
                        "{\"gastheerId\":\"%s\"}".formatted(ander.id().waarde())),
                404,
                "niet-gevonden");
        assertProbleem(proef.get("/api/v1/gastheren", koek), 404, "niet-gevonden");
        assertThat(proef.post("/api/v1/diensten/" + id(dienst) + "/afmelding", koek, "{}")
                        .body())
                .contains("\"status\":\"afgemeld\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/diensten",
        "GET, /api/v1/diensten/00000000-0000-0000-0000-000000000001",
        "POST, /api/v1/diensten",
        "POST, /api/v1/diensten/00000000-0000-0000-0000-000000000001/afmelding",
        "POST, /api/v1/diensten/00000000-0000-0000-0000-000000000001/overdracht",
        "GET, /api/v1/gastheren",
        "POST, /api/v1/momenten/00000000-0000-0000-0000-000000000001/afgelasting",
        "POST, /api/v1/momenten/00000000-0000-0000-0000-000000000001/verplaatsing",
        "POST, /api/v1/agendasleutels",
        "DELETE, /api/v1/agendasleutels/00000000-0000-0000-0000-000000000001"
    })
    void nobody_gets_in_without_signing_in_and_others_find_nothing(String methode, String pad) throws Exception {
        var verzoek = HttpRequest.newBuilder(proef.dienst.adres(pad))
                .header("Content-Type", "application/json")
                .method(
                        methode,
                        methode.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString("{}")
                                : HttpRequest.BodyPublishers.noBody());

        assertProbleem(Proefrooster.stuur(verzoek.build()), 401, "niet-ingelogd");
        var verwijzer = proef.inlog("verwijzer-1", Rol.VERWIJZER, Optional.empty());
        assertProbleem(Proefrooster.stuur(verzoek.header("Cookie", verwijzer).build()), 404, "niet-gevonden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "van=2027-02-30",
                "van=2027-02-02&tot=2027-02-01",
                "van=2027-02-02&tot=2027-01-01",
                "huis=1",
                "gastheer=x",
                "wie=ik",
                "van=2027-02-01&van=2027-02-02"
            })
    void what_is_asked_wrongly_is_named(String vraag) throws Exception {
        var antwoord = proef.get("/api/v1/diensten?" + vraag, makelaar);

        assertProbleem(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.body()).contains("\"veld\":\"" + vraag.substring(0, vraag.indexOf('=')) + "\"");
    }

    @Test
    void every_fault_is_named_at_once() throws Exception {
        assertThat(proef.post("/api/v1/diensten", makelaar, "{\"momentId\":7,\"x\":1}")
                        .body())
                .contains("\"veld\":\"momentId\"", "\"veld\":\"gastheerId\"", "\"veld\":\"x\"");
        assertProbleem(proef.post("/api/v1/diensten", makelaar, "[]"), 400, "ongeldige-invoer");
        assertProbleem(proef.get("/api/v1/gastheren?grootte=1000000", makelaar), 400, "ongeldige-invoer");
        var moment = "/api/v1/momenten/"
                + proef.ochtend(proef.huis(), proef.dag(3)).id().waarde();
        assertProbleem(proef.post(moment + "/afgelasting", makelaar, "{}"), 400, "ongeldige-invoer");
        assertThat(proef.post(moment + "/verplaatsing", makelaar, "{\"begin\":\"morgen\"}")
                        .body())
                .contains("\"veld\":\"begin\"", "\"veld\":\"eind\"");
    }

    @Test
    void the_list_of_gastheren_comes_in_pages() throws Exception {
        proef.gastheer(proef.huis());

        var blad = json(proef.get("/api/v1/gastheren?grootte=1&pagina=1", makelaar));

        assertThat(blad)
                .containsKeys("gastheren", "pagina", "grootte", "totaal")
                .containsEntry("grootte", 1);
        assertThat(blad.get("gastheren"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void the_makelaar_moves_and_cancels_an_openstelling() throws Exception {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        proef.ochtend(huis, proef.dag(4));
        var gastheer = proef.gastheer(huis, proef.huis());
        proef.gepland(moment, gastheer);
        proef.gepland(
                proef.ochtend(
                        gastheer.huizen().getLast().equals(huis)
                                ? gastheer.huizen().getFirst()
                                : gastheer.huizen().getLast(),
                        proef.dag(5)),
                gastheer);
        var pad = "/api/v1/momenten/" + moment.id().waarde();

        assertThat(verplaats(pad, proef.dag(6) + "T13:00:00", proef.dag(6) + "T16:00:00")
                        .body())
                .contains("\"dagdeel\":\"middag\"");
        assertProbleem(verplaats(pad, proef.dag(4) + "T09:30:00", proef.dag(4) + "T11:00:00"), 409, "huis-bezet");
        assertProbleem(verplaats(pad, proef.dag(5) + "T09:30:00", proef.dag(5) + "T11:00:00"), 409, "gastheer-bezet");
        assertProbleem(verplaats(pad, proef.dag(6) + "T09:00:00", proef.dag(6) + "T16:00:00"), 400, "ongeldige-invoer");
        assertProbleem(verplaats(pad, "2020-01-06T09:00:00", "2020-01-06T12:00:00"), 400, "ongeldige-invoer");
        assertProbleem(verplaats(pad, proef.dag(7) + "T09:00:01", proef.dag(7) + "T12:00:00"), 400, "ongeldige-invoer");

        assertThat(proef.post(pad + "/afgelasting", makelaar, "{\"reden\":\"storm\"}")
                        .body())
                .contains("\"status\":\"vervallen\"");
        assertThat(proef.post(pad + "/afgelasting", makelaar, "{\"reden\":\"storm\"}")
                        .statusCode())
                .isEqualTo(200);
        assertProbleem(verplaats(pad, proef.dag(8) + "T09:00:00", proef.dag(8) + "T12:00:00"), 409, "moment-afgelast");
        assertProbleem(
                proef.post("/api/v1/momenten/" + UUID.randomUUID() + "/afgelasting", makelaar, "{\"reden\":\"x\"}"),
                404,
                "moment-onbekend");
    }

    private HttpResponse<String> verplaats(String pad, String begin, String eind) throws Exception {
        return proef.post(
                pad + "/verplaatsing",
                makelaar,
                "{\"begin\":\"%s+01:00\",\"eind\":\"%s+01:00\"}".formatted(begin, eind));
    }

    @Test
    void a_calendar_address_opens_until_it_is_revoked_by_whoever_may() throws Exception {
        var gastheer = proef.gastheer(proef.huis());
        var koek = proef.inlog(gastheer);
        var ander = proef.inlog(proef.gastheer(proef.huis()));

        var gemaakt = proef.post("/api/v1/agendasleutels", koek, "{\"soort\":\"gastheer\"}");
        assertThat(gemaakt.statusCode()).isEqualTo(201);
        var url = URI.create(json(gemaakt).get("url").toString());
        var pad = "/api/v1/agendasleutels/" + json(gemaakt).get("id");
        assertThat(proef.get(url, Optional.empty()).statusCode()).isEqualTo(200);

        assertProbleem(proef.delete(pad, ander), 404, "niet-gevonden");
        assertThat(proef.get(url, Optional.empty()).statusCode()).isEqualTo(200);
        assertThat(proef.delete(pad, koek).statusCode()).isEqualTo(204);
        assertThat(proef.get(url, Optional.empty()).statusCode()).isEqualTo(404);
        assertThat(proef.delete(pad, makelaar).statusCode()).isEqualTo(204);
    }

    @Test
    void a_calendar_address_is_made_for_the_own_roster_or_by_the_makelaar() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var ander = proef.inlog(proef.gastheer(huis));

        assertProbleem(sleutel(ander, "gastheer", gastheer.id().waarde()), 404, "niet-gevonden");
        assertProbleem(sleutel(ander, "huis", huis), 404, "niet-gevonden");
        assertProbleem(proef.post("/api/v1/agendasleutels", ander, "{\"soort\":\"makelaar\"}"), 404, "niet-gevonden");
        assertThat(sleutel(makelaar, "gastheer", gastheer.id().waarde()).statusCode())
                .isEqualTo(201);
        assertThat(sleutel(makelaar, "huis", huis).statusCode()).isEqualTo(201);
        assertThat(proef.post("/api/v1/agendasleutels", makelaar, "{\"soort\":\"makelaar\"}")
                        .statusCode())
                .isEqualTo(201);
        assertProbleem(sleutel(makelaar, "huis", UUID.randomUUID()), 404, "niet-gevonden");
        assertProbleem(sleutel(makelaar, "makelaar", huis), 400, "ongeldige-invoer");
        assertProbleem(
                proef.post("/api/v1/agendasleutels", makelaar, "{\"soort\":\"gastheer\"}"), 400, "ongeldige-invoer");
        assertProbleem(proef.post("/api/v1/agendasleutels", makelaar, "{\"soort\":\"x\"}"), 400, "ongeldige-invoer");
    }

    private HttpResponse<String> sleutel(String koek, String soort, UUID id) throws Exception {
        return proef.post("/api/v1/agendasleutels", koek, "{\"soort\":\"%s\",\"id\":\"%s\"}".formatted(soort, id));
    }

    @Test
    void a_gastheer_reads_the_own_page_and_says_ik_kan_niet() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), gastheer);
        var vanAnder = proef.gepland(proef.ochtend(huis, proef.dag(4)), proef.gastheer(huis));
        var koek = proef.inlog(gastheer);

        var pagina = proef.get("/rooster", koek);
        assertThat(pagina.body())
                .contains("0 van 12 plekken geboekt", "Proefstraat 1", "Ik kan niet", id(dienst))
                .doesNotContain(id(vanAnder));
        var pad = "/rooster/diensten/%s/afmelding";
        assertThat(proef.formulier(pad.formatted(id(dienst)), koek, "csrf=x").statusCode())
                .isEqualTo(403);
        assertThat(proef.formulier(pad.formatted(id(vanAnder)), koek, csrf(pagina))
                        .statusCode())
                .isEqualTo(404);

        var na = proef.formulier(pad.formatted(id(dienst)), koek, csrf(pagina));

        assertThat(na.statusCode()).isEqualTo(303);
        var terug = proef.get(na.headers().firstValue("Location").orElseThrow(), koek);
        assertThat(terug.body()).contains("Dank u wel", "U hebt nu geen diensten.");
        var niemand = proef.get(proef.dienst.adres("/rooster"), Optional.empty());
        assertThat(niemand.statusCode()).isEqualTo(303);
        assertThat(niemand.headers().firstValue("Location")).hasValue("/inloggen?verder=%2Frooster");
        assertThat(proef.get("/rooster", makelaar).statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_shows_a_calendar_address_once_and_a_new_one_replaces_it() throws Exception {
        var koek = proef.inlog(proef.gastheer(proef.huis()));
        var leeg = proef.get("/rooster/agenda", koek);

        var gemaakt = proef.formulier("/rooster/agenda", koek, csrf(leeg));
        var adres = adres(gemaakt);
        assertThat(gemaakt.body()).contains("webcal://", "<svg", "8 tot 24 uur", "Kopieer");
        assertThat(proef.get(adres, Optional.empty()).statusCode()).isEqualTo(200);
        var later = proef.get("/rooster/agenda", koek);
        assertThat(later.body()).contains("Gemaakt op", "Laatst opgehaald").doesNotContain(adres.getPath());

        var nieuw = adres(proef.formulier("/rooster/agenda", koek, csrf(leeg)));
        assertThat(proef.get(adres, Optional.empty()).statusCode()).isEqualTo(404);
        assertThat(proef.get(nieuw, Optional.empty()).statusCode()).isEqualTo(200);

        var intrekking = Pattern.compile("action=\"(/rooster/agenda/[^\"]+/intrekking)\"")
                .matcher(proef.get("/rooster/agenda", koek).body());
        assertThat(intrekking.find()).isTrue();
        var vreemd = proef.inlog(proef.gastheer(proef.huis()));
        assertThat(proef.formulier(intrekking.group(1), vreemd, csrf(proef.get("/rooster/agenda", vreemd)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(proef.formulier(intrekking.group(1), koek, csrf(leeg)).statusCode())
                .isEqualTo(303);
        assertThat(proef.get(nieuw, Optional.empty()).statusCode()).isEqualTo(404);
    }

    private static URI adres(HttpResponse<String> pagina) {
        var gevonden = ADRES.matcher(pagina.body());
        assertThat(gevonden.find()).as(pagina.body()).isTrue();
        return URI.create(gevonden.group(1));
    }

    private static String csrf(HttpResponse<String> pagina) {
        var gevonden = CSRF.matcher(pagina.body());
        assertThat(gevonden.find()).as(pagina.body()).isTrue();
        return "csrf=" + gevonden.group(1);
    }

    private HttpResponse<String> plan(Moment moment, Gastheer gastheer) throws Exception {
        return proef.post(
                "/api/v1/diensten",
                makelaar,
                "{\"momentId\":\"%s\",\"gastheerId\":\"%s\"}"
                        .formatted(moment.id().waarde(), gastheer.id().waarde()));
    }

    private static String id(Dienst dienst) {
        return dienst.id().waarde().toString();
    }

    private Map<?, ?> ruw(HttpResponse<String> antwoord) throws Exception {
        return (Map<?, ?>) proef.dienst.bean(ObjectMapper.class).readValue(antwoord.body(), Object.class);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private Map<String, Object> json(HttpResponse<String> antwoord) throws Exception {
        return (Map<String, Object>) ruw(antwoord);
    }

    private static void assertProbleem(HttpResponse<String> antwoord, int status, String naam) {
        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(status);
        assertThat(antwoord.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(antwoord.body()).contains("/problemen/" + naam + "\"");
    }
}
