package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others build on: statuses, fields, headers and kinds of problems, as one sees them over HTTP. */
final class ApiTest {
    private static final AtomicInteger TELLER = new AtomicInteger();
    private static final String NERGENS = "018f0000-0000-7000-8000-000000000000";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);

    @Test
    void a_moment_says_all_that_one_needs_to_choose() {
        var antwoord = klant.haal("/api/v1/momenten?soort=huis&grootte=2");

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.json())
                .containsOnlyKeys("momenten", "pagina", "grootte", "totaal")
                .containsEntry("pagina", 1)
                .containsEntry("grootte", 2);
        assertThat(antwoord.lijst("momenten")).hasSize(2).allSatisfy(moment -> {
            assertThat(moment)
                    .containsOnlyKeys(
                            "id",
                            "soort",
                            "titel",
                            "wijk",
                            "wijken",
                            "plaats",
                            "datum",
                            "dagdeel",
                            "begin",
                            "eind",
                            "plaatsen",
                            "vrij",
                            "talen",
                            "rolstoeltoegankelijk",
                            "status",
                            "onderVoorbehoud")
                    .containsEntry("soort", "huis")
                    .containsEntry("status", "open");
            assertThat(moment.get("begin").toString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?\\+0[12]:00");
            assertThat(moment.get("datum").toString()).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(klant.haal("/api/v1/momenten/" + moment.get("id")).json())
                    .isEqualTo(moment);
        });
    }

    @Test
    void pages_follow_each_other_and_end() {
        var alles = klant.haal("/api/v1/momenten?grootte=200");
        var totaal = (int) alles.json().get("totaal");
        var tweede = klant.haal("/api/v1/momenten?grootte=7&pagina=2");

        assertThat(tweede.lijst("momenten")).isEqualTo(alles.lijst("momenten").subList(7, 14));
        assertThat(klant.haal("/api/v1/momenten?grootte=200&pagina=" + (totaal / 200 + 2))
                        .lijst("momenten"))
                .isEmpty();
        assertThat(klant.haal("/api/v1/momenten?grootte=200&pagina=1000000").lijst("momenten"))
                .isEmpty();
    }

    @Test
    void a_house_says_when_it_opens() {
        var huizen = klant.haal("/api/v1/mantelzorghuizen");

        assertThat(huizen.status()).isEqualTo(200);
        assertThat(huizen.tekst()).startsWith("[{\"id\":");
        var id = huizen.tekst().substring(8, 44);
        assertThat(klant.haal("/api/v1/mantelzorghuizen/" + id).json())
                .containsOnlyKeys("id", "naam", "wijk", "adres", "talen", "rolstoeltoegankelijk", "openingstijden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/momenten/", "/api/v1/mantelzorghuizen/", "/api/v1/boekingen/"})
    void what_is_not_there_is_not_found(String pad) {
        for (var id : List.of(NERGENS, "1", "x-y", "0-0-0-0-0", "%00", "%F0%9F%98%80", "a".repeat(2000))) {
            geweigerd(klant.haal(pad + id), 404, null);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    van=2026-02-30                               | van
                    van=2027-02-29&tot=2027-13-01                | van, tot
                    van=2027-03-28T02:30:00                      | van
                    van=gisteren&tot=31-12-2027                  | van, tot
                    van=2027-05-02&tot=2027-05-01                | van
                    van=2027-05-02T10:00:00%2B02:00&tot=2027-05-02T09:59:59%2B02:00 | van
                    van=%2B999999999-12-31                       | van
                    grootte=1000000&pagina=0                     | pagina, grootte
                    grootte=0                                    | grootte
                    pagina=-1                                    | pagina
                    pagina=1000001                               | pagina
                    pagina=99999999999999999999                  | pagina
                    pagina=1.0&grootte=1e2                       | pagina, grootte
                    soort=huis,tent                              | soort
                    soort=huis,,groep                            | soort
                    wijk=Atlantis                                | wijk
                    taal=nederlands&rolstoel=misschien           | taal, rolstoel
                    taal=NL                                      | taal
                    alleenVrij=1                                 | alleenVrij
                    personen=9                                   | personen
                    van=2027-05-01&van=2027-05-02                | van
                    wijk=%00                                     | wijk
                    onzin=1&ookOnzin=2                           | ookOnzin, onzin
                    Van=2027-05-01                               | Van
                    van=2026-02-30&grootte=0&onzin=1&rolstoel=x  | van, rolstoel, grootte, onzin
                    """)
    void a_question_that_makes_no_sense_is_told_every_fault(String vraag, String velden) {
        var antwoord = klant.haal("/api/v1/momenten?" + vraag);

        geweigerd(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.velden()).containsExactlyInAnyOrder(velden.split(", ", -1));
    }

    @Test
    void a_booking_can_be_made_seen_and_given_back_twice() {
        var moment = vrijMoment();
        var gemaakt = boek(moment, "sleutel");

        assertThat(gemaakt.status()).isEqualTo(201);
        assertThat(gemaakt.json())
                .containsOnlyKeys("id", "code", "status", "beheersleutel", "beheerUrl", "agendaUrl", "moment")
                .containsEntry("status", "bevestigd");
        var id = gemaakt.json().get("id").toString();
        assertThat(gemaakt.kop("Location")).hasValue("/api/v1/boekingen/" + id);
        var sleutel = "Bearer " + gemaakt.json().get("beheersleutel");

        var gezien = klant.haal("/api/v1/boekingen/" + id, "Authorization", sleutel);
        assertThat(gezien.status()).isEqualTo(200);
        assertThat(gezien.json())
                .containsOnlyKeys(
                        "id",
                        "code",
                        "status",
                        "naam",
                        "personen",
                        "taal",
                        "iemandMee",
                        "beheerUrl",
                        "agendaUrl",
                        "moment")
                .containsEntry("code", gemaakt.json().get("code"));

        var vrij = vrij(moment);
        var eerste = klant.stuur("/api/v1/boekingen/" + id + "/annulering", "", "Authorization", sleutel);
        assertThat(eerste.status()).isEqualTo(200);
        assertThat(eerste.json()).containsEntry("status", "geannuleerd");
        assertThat(vrij(moment)).isEqualTo(vrij + 1);
        var tweede = klant.stuur("/api/v1/boekingen/" + id + "/annulering", "{}", "Authorization", sleutel);
        assertThat(tweede.status()).isEqualTo(200);
        assertThat(tweede.json()).isEqualTo(eerste.json());
        assertThat(vrij(moment)).isEqualTo(vrij + 1);
    }

    @Test
    void only_its_own_key_opens_a_booking() {
        var een = boek(vrijMoment(), "een").json();
        var ander = boek(vrijMoment(), "ander").json();
        var pad = "/api/v1/boekingen/" + een.get("id");
        var goed = een.get("beheersleutel").toString();
        var fout = new java.util.ArrayList<>(List.of(
                "Bearer " + ander.get("beheersleutel"),
                "Bearer " + goed.substring(0, goed.length() - 1),
                "Bearer " + goed + "A",
                "Bearer " + omgezet(goed),
                "Bearer " + ander.get("beheersleutel").toString().substring(0, 24) + goed.substring(24),
                "Bearer " + een.get("agendaUrl").toString().replaceAll(".*/|\\.ics", ""),
                "Bearer " + een.get("code"),
                "Bearer",
                "Bearer ",
                "Bearer null",
                "Basic " + goed,
                "Bearer" + goed,
                "Token " + goed,
                goed,
                "Bearer " + goed + " " + goed,
                "Bearer " + goed + ", Bearer " + goed));
        fout.replaceAll(kop -> kop.isBlank() ? "x" : kop);

        for (var kop : fout) {
            geweigerd(klant.haal(pad, "Authorization", kop), 404, "niet-gevonden");
            geweigerd(klant.stuur(pad + "/annulering", "", "Authorization", kop), 404, "niet-gevonden");
        }
        geweigerd(klant.haal(pad), 404, "niet-gevonden");
        geweigerd(klant.stuur(pad + "/annulering", ""), 404, "niet-gevonden");
        geweigerd(klant.haal("/api/v1/boekingen/" + ander.get("id"), "Authorization", "Bearer " + goed), 404, null);
        assertThat(klant.haal(pad, "Authorization", "bearer " + goed).json()).containsEntry("status", "bevestigd");
    }

    /** Another letter at the end of the stamp, that is other bits. */
    private static String omgezet(String sleutel) {
        var midden = sleutel.length() - 10;
        return sleutel.substring(0, midden)
                + (sleutel.charAt(midden) == 'A' ? 'B' : 'A')
                + sleutel.substring(midden + 1);
    }

    @Test
    void asking_twice_with_one_key_is_asking_once() {
        var moment = vrijMoment();
        var aanvraag = aanvraag(moment, "twee keer");
        var sleutel = UUID.randomUUID().toString();
        var eerste = klant.stuur("/api/v1/boekingen", aanvraag, "Idempotency-Key", sleutel);
        var tweede = klant.stuur("/api/v1/boekingen", aanvraag, "Idempotency-Key", sleutel);

        assertThat(tweede.status()).isEqualTo(201);
        assertThat(tweede.json()).isEqualTo(eerste.json());
        geweigerd(
                klant.stuur("/api/v1/boekingen", aanvraag(moment, "anders"), "Idempotency-Key", sleutel),
                422,
                "sleutel-hergebruikt");
        var alGeboekt = klant.stuur("/api/v1/boekingen", aanvraag, "Idempotency-Key", sleutel + "-2");
        geweigerd(alGeboekt, 409, "al-geboekt");
        assertThat(alGeboekt.lijst("alternatieven"))
                .isNotEmpty()
                .allSatisfy(een -> assertThat(een).containsKey("vrij"));
    }

    @Test
    void without_a_key_of_the_callers_nothing_is_booked() {
        var aanvraag = aanvraag(vrijMoment(), "geen sleutel");

        geweigerd(klant.stuur("/api/v1/boekingen", aanvraag), 400, "geen-sleutel");
        geweigerd(klant.stuur("/api/v1/boekingen", aanvraag, "Idempotency-Key", " "), 400, "geen-sleutel");
        geweigerd(klant.stuur("/api/v1/boekingen", aanvraag, "Idempotency-Key", "x".repeat(201)), 400, "geen-sleutel");
    }

    @Test
    void a_moment_that_does_not_exist_cannot_be_booked() {
        geweigerd(boek(NERGENS, "nergens"), 404, "moment-onbekend");
    }

    @Test
    void a_full_moment_names_others() {
        var moment = vrijMoment();
        var vrij = vrij(moment);
        if (vrij > 0) {
            assertThat(boek(moment, "alle plaatsen", Math.min(vrij, 8)).status())
                    .isEqualTo(201);
        }
        while (vrij(moment) > 0) {
            assertThat(boek(moment, "de rest").status()).isEqualTo(201);
        }

        var antwoord = boek(moment, "te laat");
        geweigerd(antwoord, 409, "moment-vol");
        assertThat(antwoord.lijst("alternatieven"))
                .isNotEmpty()
                .allSatisfy(een -> assertThat((int) een.get("vrij")).isPositive());
    }

    @Test
    void a_body_with_many_faults_is_told_all_of_them() {
        var antwoord = stuurBoeking("""
                {"momentId": "x", "naam": "", "email": "geen adres", "telefoon": "12", "personen": 0, "taal": "fy",
                 "iemandMee": "soms", "extra": 1}
                """);

        geweigerd(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.velden())
                .containsExactlyInAnyOrder(
                        "momentId", "naam", "email", "telefoon", "personen", "taal", "iemandMee", "extra");
        assertThat(antwoord.lijst("fouten")).allSatisfy(fout -> assertThat(fout).containsOnlyKeys("veld", "melding"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "naam": ["A"]                                | naam
                    "naam": {"a": 1}                             | naam
                    "naam": 7                                    | naam
                    "naam": true                                 | naam
                    "naam": null                                 | naam
                    "naam": "A\\u0000B"                          | naam
                    "naam": "\\ud800"                            | naam
                    "naam": "\\udc00\\ud800"                     | naam
                    "naam": "\\u202eSnA"                         | naam
                    "naam": "   "                                | naam
                    "personen": 99999999999999999999999999       | personen
                    "personen": -1                               | personen
                    "personen": 1.5                              | personen
                    "personen": 1e99                             | personen
                    "personen": "veel"                           | personen
                    "personen": [1]                              | personen
                    "personen": {}                               | personen
                    "iemandMee": 1                               | iemandMee
                    "iemandMee": []                              | iemandMee
                    "email": []                                  | email
                    "telefoon": 612345678                        | telefoon
                    "taal": "NL"                                 | taal
                    "momentId": 1                                | momentId
                    "momentId": "1-1-1-1-1"                      | momentId
                    "": 1                                        | ``
                    "__proto__": {}                              | __proto__
                    """)
    void a_value_of_the_wrong_kind_is_a_fault_of_its_field(String veld, String verwacht) {
        var naam = veld.substring(1, veld.indexOf('"', 1));
        var velden = new java.util.LinkedHashMap<>(
                Map.of("momentId", "\"" + NERGENS + "\"", "naam", "\"A\"", "email", "\"a@voorbeeld.nl\""));
        velden.remove(naam);
        var json = new StringBuilder("{").append(veld);
        velden.forEach((sleutel, waarde) -> json.append(", \"%s\": %s".formatted(sleutel, waarde)));
        var antwoord = stuurBoeking(json.append('}').toString());

        geweigerd(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.velden()).contains(verwacht);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"tekst\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{\"naam\"}",
                "{'naam': 'A'}",
                "{\"naam\": \"A\u0000\"}",
                "{\"naam\": NaN}",
                "\u0000",
                "<xml/>",
                "naam=A"
            })
    void what_is_no_json_object_is_a_fault_of_the_whole(String inhoud) {
        geweigerd(stuurBoeking(inhoud), 400, null);
    }

    @Test
    void a_body_as_deep_as_a_well_is_refused() {
        geweigerd(stuurBoeking("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)), 400, null);
        geweigerd(stuurBoeking("[".repeat(100_000)), 400, null);
        geweigerd(stuurBoeking("{\"personen\": " + "9".repeat(100_000) + "}"), 400, null);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        for (var slecht : List.of(new byte[] {(byte) 0xC3, 0x28}, new byte[] {(byte) 0xFF}, new byte[] {
            (byte) 0xED, (byte) 0xA0, (byte) 0x80
        })) {
            var voor = "{\"naam\": \"".getBytes(StandardCharsets.UTF_8);
            var na = ("\", \"email\": \"a@voorbeeld.nl\", \"momentId\": \"" + vrijMoment() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            var alles = java.nio.ByteBuffer.allocate(voor.length + slecht.length + na.length)
                    .put(voor)
                    .put(slecht)
                    .put(na)
                    .array();

            geweigerd(
                    klant.vraag(
                            "POST",
                            "/api/v1/boekingen",
                            alles,
                            "Content-Type",
                            "application/json",
                            "Idempotency-Key",
                            UUID.randomUUID().toString()),
                    400,
                    null);
        }
    }

    @Test
    void two_megabytes_are_too_much() {
        geweigerd(stuurBoeking("{\"naam\": \"" + "a".repeat(2 << 20) + "\"}"), 413, "te-groot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "image/png"
            })
    void what_is_no_json_by_its_own_words_is_not_read(String soort) {
        geweigerd(
                klant.vraag(
                        "POST",
                        "/api/v1/boekingen",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        soort,
                        "Idempotency-Key",
                        "x"),
                415,
                "inhoudstype-onbekend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/momenten",
                "/api/v1/mantelzorghuizen",
                "/api/v1/momenten/" + NERGENS,
                "/api/v1/openapi.json"
            })
    void there_is_json_only(String pad) {
        geweigerd(klant.haal(pad, "Accept", "application/xml"), 406, "antwoordvorm-onbekend");
        geweigerd(klant.haal(pad, "Accept", "text/html"), 406, "antwoordvorm-onbekend");
        for (var accept : List.of(
                "*/*",
                "application/json",
                "application/json;q=0.5, text/html",
                "text/html, */*;q=0.1",
                "application/problem+json")) {
            assertThat(klant.haal(pad, "Accept", accept).status()).as(accept).isIn(200, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/momenten/",
                "/api/v1/mantelzorghuizen/",
                "/api/v1/openapi.json/",
                "/api/v1/",
                "/api/v1",
                "/api",
                "/api/",
                "/api/v2/momenten",
                "/api/v1/Momenten",
                "/api/v1//momenten"
            })
    void one_thing_has_one_address(String pad) {
        var antwoord = klant.haal(pad);

        assertThat(antwoord.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/momenten, 405",
        "PUT, /api/v1/momenten, 405",
        "PATCH, /api/v1/boekingen, 405",
        "DELETE, /api/v1/boekingen/018f0000-0000-7000-8000-000000000000, 405",
        "GET, /api/v1/boekingen/018f0000-0000-7000-8000-000000000000/annulering, 405",
        "POST, /api/v1/momenten, 405",
        "POST, /api/v1/openapi.json, 405",
        "DELETE, /api/v1/onzin, 404",
        "POST, /api/v1/onzin, 404",
        "OPTIONS, /api/v1/onzin, 404",
        "OPTIONS, /api/v1/momenten, 405",
        "TRACE, /api/v1/momenten, 405",
        "PROPFIND, /api/v1/momenten, 405"
    })
    void a_method_that_is_not_there_is_told_so(String methode, String pad, int status) {
        var antwoord = klant.vraag(methode, pad, new byte[0]);

        geweigerd(antwoord, status, null);
        if (status == 405) {
            assertThat(antwoord.kop("Allow")).isPresent();
        }
    }

    @Test
    void asking_for_the_head_gives_what_asking_gives_without_the_body() {
        for (var pad :
                List.of("/api/v1/momenten", "/api/v1/mantelzorghuizen", "/api/v1/openapi.json", "/", "/momenten")) {
            var hoofd = klant.vraag("HEAD", pad, new byte[0]);

            assertThat(hoofd.status()).as(pad).isEqualTo(200);
            assertThat(hoofd.tekst()).isEmpty();
        }
        assertThat(klant.vraag("HEAD", "/api/v1/momenten/x", new byte[0]).status())
                .isEqualTo(404);
    }

    @Test
    void every_answer_guards_the_browser() {
        var bestand = klant.haal("/").tekst().replaceAll("(?s).*?\"(/static/[^\"]+)\".*", "$1");
        for (var pad : List.of(
                "/",
                "/momenten",
                "/onzin",
                "/static/onzin.css",
                bestand,
                "/robots.txt",
                "/privacy",
                "/afspraak/x",
                "/agenda/x.ics",
                "/makelaar/week",
                "/demo",
                "/demo/personen.json",
                "/health",
                "/api/v1/momenten",
                "/api/v1/onzin",
                "/api/v1/momenten/",
                "/api/v1/momenten?onzin",
                "/api/v1/boekingen")) {
            var antwoord = klant.haal(pad);

            assertThat(antwoord.status()).as(pad).isLessThan(500);
            for (var kop : List.of(
                    "Content-Security-Policy",
                    "Strict-Transport-Security",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "X-Frame-Options",
                    "Cache-Control")) {
                assertThat(antwoord.kop(kop)).as(kop + " of " + pad).isPresent();
            }
            assertThat(antwoord.kop("X-Content-Type-Options")).as(pad).hasValue("nosniff");
            assertThat(antwoord.kop("API-Version").isPresent()).as(pad).isEqualTo(pad.startsWith("/api/"));
            assertThat(antwoord.http().headers().map()).doesNotContainKeys("server", "x-powered-by", "date-generated");
        }
    }

    @Test
    void the_desk_sees_bookings_by_their_moment() {
        var moment = vrijMoment();
        var gemaakt = boek(moment, "balie").json();
        var datum = klant.haal("/api/v1/momenten/" + moment).json().get("datum");
        var makelaar = klant.als("makelaar");

        var antwoord = makelaar.haal("/api/v1/boekingen?grootte=200&van=" + datum + "&tot=" + datum);

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.json()).containsOnlyKeys("boekingen", "pagina", "grootte", "totaal");
        assertThat(antwoord.lijst("boekingen"))
                .allSatisfy(een -> assertThat(een)
                        .extractingByKey("moment")
                        .extracting("datum")
                        .isEqualTo(datum))
                .filteredOn(een -> een.get("id").equals(gemaakt.get("id")))
                .singleElement()
                .satisfies(een -> assertThat(een)
                        .containsOnlyKeys(
                                "id",
                                "code",
                                "status",
                                "naam",
                                "email",
                                "personen",
                                "iemandMee",
                                "geboektDoor",
                                "moment")
                        .containsEntry("geboektDoor", "mantelzorger"));
        geweigerd(makelaar.haal("/api/v1/boekingen?van=2027-02-30&grootte=0&onzin=1"), 400, "ongeldige-invoer");
        geweigerd(makelaar.haal("/api/v1/boekingen?van=2027-02-03&tot=2027-02-02"), 400, "ongeldige-invoer");
    }

    @Test
    void the_desk_finds_a_mantelzorger_by_anything_they_say() {
        var nummer = "%08d".formatted(10_000_000 + TELLER.incrementAndGet() * 7919);
        var uniek = "Vindbaar%" + nummer + "_x";
        var gemaakt =
                stuurBoeking("""
                {"momentId": "%s", "naam": "%s", "telefoon": "06 %s", "email": "v%s@voorbeeld.nl"}
                """.formatted(vrijMoment(), uniek, nummer, nummer)).json();
        var makelaar = klant.als("makelaar");

        for (var zoek : List.of(
                "vindbaar%" + nummer,
                nummer + "_X",
                "06" + nummer,
                "+316" + nummer,
                "0031 6-" + nummer,
                "V" + nummer + "@voorbeeld",
                gemaakt.get("code").toString())) {
            var antwoord = makelaar.haal("/api/v1/mantelzorgers?zoek=" + Klant.gecodeerd(zoek));
            assertThat(antwoord.json()).as(zoek).containsEntry("totaal", 1);
            assertThat(antwoord.lijst("mantelzorgers"))
                    .singleElement()
                    .satisfies(een -> assertThat(een)
                            .containsEntry("naam", uniek)
                            .containsEntry("telefoon", "+316" + nummer)
                            .containsOnlyKeys("id", "naam", "email", "telefoon"));
        }
        for (var zoek : List.of("%%%%%%", "______", "\\\\", "' or 1=1 --", "Vindbaar_" + nummer)) {
            assertThat(makelaar.haal("/api/v1/mantelzorgers?zoek=" + Klant.gecodeerd(zoek))
                            .json())
                    .as(zoek)
                    .containsEntry("totaal", 0);
        }
        for (var vraag : List.of(
                "",
                "?zoek=",
                "?zoek=a",
                "?zoek=%20a%20",
                "?zoek=%00%00",
                "?zoek=aa&zoek=bb",
                "?zoek=" + "a".repeat(101))) {
            geweigerd(makelaar.haal("/api/v1/mantelzorgers" + vraag), 400, "ongeldige-invoer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/boekingen", "/api/v1/mantelzorgers?zoek=aa", "/api/v1/gastheren"})
    void the_desk_is_the_desks(String pad) {
        geweigerd(klant.haal(pad), 401, "niet-ingelogd");
        geweigerd(klant.haal(pad, "Cookie", "respijt=onzin"), 401, "niet-ingelogd");
        for (var slug : List.of("gemeente", "beheerder", "mantelzorger-ans", "verwijzer-huisarts")) {
            geweigerd(klant.als(slug).haal(pad), 404, "niet-gevonden");
        }
        assertThat(klant.als("makelaar").haal(pad).status()).isEqualTo(200);
    }

    /** A refusal of the API is always a problem, with a version and without a word too many. */
    static void geweigerd(Antwoord antwoord, int status, @org.jspecify.annotations.Nullable String probleem) {
        assertThat(antwoord.status()).as(antwoord.tekst()).isEqualTo(status);
        assertThat(antwoord.kop("Content-Type"))
                .as(antwoord.http().uri().toString())
                .hasValueSatisfying(soort -> assertThat(soort).startsWith("application/problem+json"));
        assertThat(antwoord.kop("API-Version")).hasValue(Kopregels.API_VERSIE);
        assertThat(antwoord.json()).containsEntry("status", status).containsKeys("type", "title", "detail");
        assertThat(antwoord.tekst()).doesNotContain("Exception", "java.", "nl.respijt", "select ", "micronaut");
        if (probleem != null) {
            assertThat(antwoord.probleem()).isEqualTo(probleem);
        }
    }

    private Antwoord boek(String moment, String naam) {
        return boek(moment, naam, 1);
    }

    private Antwoord boek(String moment, String naam, int personen) {
        return stuurBoeking(aanvraag(moment, naam).replace("}", ", \"personen\": %d}".formatted(personen)));
    }

    private Antwoord stuurBoeking(String json) {
        return klant.stuur(
                "/api/v1/boekingen", json, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String aanvraag(String moment, String naam) {
        return """
                {"momentId": "%s", "naam": "%s", "email": "api-%s@voorbeeld.nl"}""".formatted(moment, naam, UUID.randomUUID());
    }

    private int vrij(String moment) {
        return (int) klant.haal("/api/v1/momenten/" + moment).json().get("vrij");
    }

    /** Another one each time, far from today, where nobody else is testing. */
    private String vrijMoment() {
        var momenten = klant.haal("/api/v1/momenten?soort=huis&alleenVrij=true&personen=3&grootte=200")
                .lijst("momenten");
        return momenten.get(momenten.size() - 1 - TELLER.getAndIncrement() % momenten.size())
                .get("id")
                .toString();
    }
}
