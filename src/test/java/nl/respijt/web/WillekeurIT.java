package nl.respijt.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever arrives from people who are who they say they are, with ids and tokens that are real and the rest nearly
 * right, the answer is never that it is our fault. {@link FuzzIT} sends what strangers do; this goes deeper. All is
 * drawn from one seed, so that what went wrong goes wrong again.
 */
@Timeout(300)
class WillekeurIT {
    private static final int VERZOEKEN = 2_000;
    private static final long ZAAD = 20_261_123;
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    /** Every route there is; {@code {}} stands for anything, a real id or key included. */
    private static final List<String> ROUTES = List.of(
            "GET /",
            "GET /momenten",
            "GET /momenten/{}",
            "POST /boekingen",
            "POST /reeksen",
            "POST /reeksen/proef",
            "POST /reeksen/anders",
            "GET /afspraak/{}",
            "GET /afspraak/{}/brief",
            "GET /afspraak/{}/afzeggen",
            "POST /afspraak/{}/afzeggen",
            "GET /afspraak/{}/naaste",
            "POST /afspraak/{}/naaste",
            "GET /afspraak/{}/verzetten",
            "POST /afspraak/{}/verzetten",
            "GET /afspraak/{}/verzetten/reeks",
            "POST /afspraak/{}/verzetten/reeks",
            "GET /dienst/{}",
            "POST /dienst/{}/kom",
            "POST /dienst/{}/kan-niet",
            "GET /agenda/{}.ics",
            "GET /agenda/{}",
            "GET /mantelzorghuizen",
            "GET /mantelzorghuizen/{}",
            "GET /problemen/{}",
            "GET /static/{}",
            "GET /{}",
            "GET /api/v1/mantelzorghuizen",
            "GET /api/v1/mantelzorghuizen/{}",
            "GET /api/v1/momenten",
            "GET /api/v1/momenten/{}",
            "POST /api/v1/boekingen",
            "GET /api/v1/boekingen/{}",
            "POST /api/v1/boekingen/{}/annulering",
            "GET /api/v1/diensten",
            "GET /api/v1/diensten/{}",
            "POST /api/v1/diensten",
            "POST /api/v1/diensten/{}/afmelding",
            "POST /api/v1/diensten/{}/overdracht",
            "GET /api/v1/gastheren",
            "POST /api/v1/agendasleutels",
            "DELETE /api/v1/agendasleutels/{}",
            "POST /api/v1/momenten/{}/afgelasting",
            "POST /api/v1/momenten/{}/verplaatsing",
            "GET /api/v1/{}",
            "GET /makelaar/week",
            "GET /makelaar/momenten/{}",
            "POST /makelaar/momenten/{}/gastheer",
            "POST /makelaar/momenten/{}/afgelasten",
            "POST /makelaar/momenten/{}/verplaatsen",
            "POST /makelaar/diensten/{}/eraf",
            "POST /makelaar/diensten/{}/overdracht",
            "POST /makelaar/diensten/{}/ruil",
            "GET /makelaar/aanmeldingen",
            "GET /makelaar/aanmeldingen/{}",
            "POST /makelaar/aanmeldingen/{}",
            "POST /makelaar/aanmeldingen/{}/aanvaarding",
            "POST /makelaar/aanmeldingen/{}/weigering",
            "POST /makelaar/aanmeldingen/{}/vraag",
            "POST /makelaar/aanmeldingen/{}/intrekking",
            "POST /makelaar/aanmeldingen/{}/wmo",
            "GET /makelaar/belijst",
            "GET /makelaar/agenda-antwoorden",
            "POST /makelaar/belijst/{}/gebeld",
            "POST /makelaar/belijst/{}/opnieuw",
            "GET /makelaar/nieuw",
            "POST /makelaar/nieuw/terug",
            "GET /makelaar/mantelzorgers",
            "POST /makelaar/mantelzorgers",
            "GET /makelaar/mantelzorgers/{}",
            "POST /makelaar/mantelzorgers/{}",
            "GET /makelaar/inzage",
            "GET /makelaar/huizen",
            "POST /makelaar/huizen/sluitingen",
            "POST /makelaar/huizen/extra",
            "POST /makelaar/huizen/patronen",
            "POST /makelaar/huizen/patronen/{}/einde",
            "GET /rooster",
            "GET /rooster/agenda",
            "POST /rooster/agenda",
            "POST /rooster/agenda/{}/intrekking",
            "POST /rooster/diensten/{}/afmelding",
            "GET /inloggen",
            "POST /inloggen",
            "GET /inloggen/code",
            "POST /inloggen/code",
            "GET /inloggen/wie",
            "POST /inloggen/wie",
            "GET /inloggen/{}",
            "POST /inloggen/{}",
            "GET /mijn",
            "GET /mijn/inzage",
            "GET /mijn/gegevens",
            "GET /mijn/gegevens.json",
            "POST /mijn/gegevens/correctie",
            "POST /mijn/gegevens/email",
            "POST /mijn/gegevens/email/code",
            "POST /mijn/gegevens/herinneringen",
            "POST /mijn/gegevens/over-mij",
            "GET /mijn/plan-b",
            "POST /mijn/plan-b",
            "GET /mijn/plan-b/overdracht",
            "POST /mijn/plan-b/weg",
            "GET /ik-val-uit",
            "POST /ik-val-uit/bezoek",
            "POST /ik-val-uit/bellen",
            "GET /mijn/gegevens/wissen",
            "POST /mijn/gegevens/wissen",
            "GET /afmelden/{}",
            "POST /afmelden/{}",
            "GET /gewist",
            "GET /beheer/bewaartermijnen",
            "GET /werkplek",
            "GET /lotgenotengroepen",
            "GET /lotgenotengroepen/{}",
            "GET /jong",
            "GET /groep",
            "GET /groep/{}",
            "GET /groep/agenda",
            "POST /groep/agenda",
            "POST /groep/agenda/{}/intrekking",
            "GET /groep/bijeenkomsten/{}",
            "POST /groep/bijeenkomsten/{}/verzetten",
            "POST /groep/bijeenkomsten/{}/vervallen",
            "GET /makelaar/groepen",
            "POST /makelaar/groepen",
            "GET /makelaar/groepen/nieuw",
            "GET /makelaar/groepen/{}",
            "POST /makelaar/groepen/{}/feiten",
            "POST /makelaar/groepen/{}/ritme",
            "POST /makelaar/groepen/{}/extra",
            "POST /makelaar/groepen/{}/stop",
            "POST /makelaar/groepen/{}/coordinatoren",
            "POST /api/v1/reeksen",
            "POST /api/v1/aanmeldingen",
            "GET /api/v1/aanmeldingen/{}",
            "POST /api/v1/aanmeldingen/{}/aanbiedingen",
            "POST /api/v1/aanmeldingen/{}/afwijzing",
            "POST /api/v1/aanmeldingen/{}/wmo",
            "POST /api/v1/aanmeldingen/{}/verblijf/aankomst",
            "POST /api/v1/aanmeldingen/{}/verblijf/niet-gekomen",
            "POST /api/v1/aanmeldingen/{}/verblijf/vertrek",
            "POST /api/v1/aanmeldingen/{}/verblijf/nachten",
            "POST /api/v1/aanbiedingen/{}/aanvaarding",
            "POST /api/v1/aanbiedingen/{}/afwijzing",
            "GET /api/v1/bedden",
            "GET /api/v1/doorlooptijd",
            "GET /doorlooptijd",
            "GET /aanmelding/{}",
            "POST /aanmelding/{}/{}/aanvaarding",
            "POST /aanmelding/{}/{}/afwijzing",
            "GET /huisregels",
            "POST /huisregels",
            "POST /huisregels/intrekking",
            "GET /bedden",
            "POST /bedden/blokkades",
            "POST /bedden/vrijgave",
            "GET /aanmelding/{}/terugblik",
            "POST /aanmelding/{}/terugblik/{}",
            "GET /aanmelding/{}/verblijf",
            "GET /aanmelding/{}/brief",
            "POST /aanmelding/{}/verblijf/vraag",
            "GET /aanmelding/{}/overdracht",
            "GET /aanmelding/{}/overdracht/blad",
            "POST /aanmelding/{}/overdracht",
            "POST /aanmelding/{}/overdracht/weg",
            "GET /verblijven",
            "GET /verblijven/{}",
            "GET /verblijven/{}/overdracht",
            "POST /verblijven/{}/aankomst",
            "POST /verblijven/{}/niet-gekomen",
            "POST /verblijven/{}/vertrek",
            "POST /verblijven/{}/nachten",
            "POST /verblijven/{}/vraag-nee",
            "GET /aanmelding/{}/stoppen",
            "POST /aanmelding/{}/stoppen",
            "POST /aanmelding/{}/opnieuw",
            "GET /aanvraag/{}",
            "GET /logeren",
            "POST /logeren",
            "POST /logeren/verder",
            "GET /logeren/{}",
            "GET /logeren/{}/{}",
            "POST /logeren/{}/{}",
            "GET /aanmeldingen",
            "GET /aanmeldingen/{}",
            "POST /aanmeldingen/{}/aanbiedingen",
            "POST /aanmeldingen/{}/afwijzing",
            "POST /api/v1/boekingen/{}/bevestiging",
            "POST /api/v1/boekingen/{}/afwijzing",
            "GET /bezoeken",
            "POST /bezoeken/{}/bevestiging",
            "POST /bezoeken/{}/afwijzing",
            "GET /medewerkers",
            "POST /medewerkers",
            "GET /medewerkers/nieuw",
            "GET /medewerkers/{}",
            "GET /medewerkers/{}/gegevens",
            "POST /medewerkers/{}/gegevens",
            "POST /medewerkers/{}/werktijden",
            "POST /medewerkers/werktijden/{}/einde",
            "POST /medewerkers/{}/momenten",
            "POST /medewerkers/momenten/{}/intrekking",
            "GET /medewerkers/{}/afwezigheid",
            "POST /medewerkers/{}/afwezigheid",
            "POST /medewerkers/{}/vertrek",
            "GET /medewerkers/afwezigheid/{}",
            "POST /medewerkers/afwezigheid/{}/intrekking",
            "GET /medewerkers/{}/plan",
            "GET /medewerkers/{}/agenda",
            "POST /medewerkers/{}/agenda",
            "POST /medewerkers/agenda/{}/intrekking",
            "GET /api/v1/aanbieders",
            "POST /api/v1/aanbieders/{}/contract",
            "GET /makelaar/aanbieders",
            "GET /makelaar/aanbieders/{}",
            "POST /makelaar/aanbieders/{}/thuis",
            "GET /demo",
            "GET /demo/personen.json",
            "POST /demo/inloggen",
            "GET /demo/klok",
            "POST /demo/klok",
            "GET /health");

    private static final List<String> VELDEN = List.of(
            "momentId",
            "past",
            "plaats",
            "eind",
            "welke",
            "gezien",
            "ritme",
            "hoeveelste",
            "grootte",
            "status",
            "doelgroep",
            "hulpTelefoon",
            "coordinator",
            "per",
            "naam",
            "email",
            "telefoon",
            "personen",
            "taal",
            "iemandMee",
            "sleutel",
            "csrf",
            "van",
            "tot",
            "soort",
            "wijk",
            "rolstoel",
            "alleenVrij",
            "pagina",
            "week",
            "waar",
            "dagdeel",
            "gesproken",
            "gastheerId",
            "gastheer",
            "huis",
            "huisId",
            "reden",
            "begin",
            "datum",
            "dag",
            "uren",
            "plaatsen",
            "elkeWeken",
            "vanaf",
            "id",
            "wie",
            "nieuw",
            "verzet",
            "met",
            "dienstId",
            "zoek",
            "voor",
            "code",
            "rol",
            "herinneringen",
            "leeftijdsgroep",
            "postThuis",
            "hulpwens",
            "akkoord");

    private static final List<String> WAARDEN = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "1e999",
            "NaN",
            "null",
            "true",
            "ja",
            "huis",
            "huis,groep",
            "nl",
            "ochtend",
            "makelaar",
            "gastheer",
            "2026-11-24",
            "2026-02-30",
            "2027-03-28",
            "2027-03-28T02:30:00",
            "2027-03-28T02:30",
            "2026-11-24T09:00:00+01:00",
            "+999999999-12-31T23:59:59Z",
            "2200-12-31",
            "0000-00-00",
            "2026-W53",
            "2026-W99",
            "9999-W01",
            "00:00",
            "02:30",
            "24:00",
            "09:00",
            "12:30",
            "fatma@voorbeeld.example",
            "06 12345678",
            "+31612345678",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "{0}",
            "%s%n",
            "${7*7}",
            "\u0000",
            "\ud83d\ude00",
            "\ud800",
            "\u202e",
            "é",
            "..",
            "../../etc/passwd",
            "a".repeat(5_000),
            "00000000-0000-0000-0000-000000000000");

    private static final List<String> KOPPEN = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Authorization",
            "Cookie",
            "Origin",
            "Sec-Fetch-Site",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "X-Forwarded-For",
            "Content-Encoding",
            "X-Anders");

    /** Its own for each test: one of them moves the clock. */
    private final Proefdienst dienst = Proefdienst.start();

    private final Klant http = new Klant(dienst);
    private final RuweKlant ruw = new RuweKlant(dienst.adres());
    private final Random toeval = new Random(ZAAD);

    @AfterEach
    void stop() {
        dienst.close();
    }

    @Test
    void nothing_that_arrives_is_our_fault() {
        var echt = echteWaarden();
        var bezoekers = List.of(new Vrager("", ""), bezoeker("makelaar"), bezoeker(eenGastheer()), mantelzorger());
        var gelukt = 0;
        for (var nummer = 0; nummer < VERZOEKEN; nummer++) {
            var verzoek = verzoek(echt, bezoekers.get(toeval.nextInt(bezoekers.size())));
            var status =
                    ruw.stuur(verzoek.regel, verzoek.koppen, verzoek.inhoud).status();
            assertThat(status).as("%d: %s", nummer, verzoek).isBetween(200, 499);
            gelukt += status < 400 ? 1 : 0;
        }

        assertThat(gelukt).as("requests that reached something").isGreaterThan(VERZOEKEN / 10);
    }

    /** Nights in which the clocks change, leap days, and the ends of what the demo clock takes. */
    @Test
    void every_page_answers_at_any_time_of_the_demo_clock() {
        var makelaar = bezoeker("makelaar").koek();
        var gastheer = bezoeker(eenGastheer()).koek();
        for (var nu : List.of(
                "2026-10-25T02:30:00+02:00",
                "2026-10-25T02:30:00+01:00",
                "2027-03-28T01:59:59+01:00",
                "2027-03-28T03:00:00+02:00",
                "2028-02-29T12:00:00+01:00",
                "2026-12-31T23:59:59+01:00",
                "2027-01-01T00:00:00+01:00",
                "2020-01-01T00:00:00Z",
                "2100-12-31T23:59:59Z")) {
            assertThat(http.formulier("/demo/klok", "nu=" + Klant.gecodeerd(nu)).status())
                    .as(nu)
                    .isEqualTo(200);
            for (var route : ROUTES) {
                if (route.startsWith("GET ") && !route.contains("{}")) {
                    for (var koek : List.of("", makelaar, gastheer)) {
                        assertThat(http.haal(route.substring(4), "Cookie", koek + "; x=y")
                                        .status())
                                .as("%s at %s", route, nu)
                                .isLessThan(500);
                    }
                }
            }
        }
    }

    /** Somebody who asks: their cookie, and the token of their forms. */
    private record Vrager(String koek, String csrf) {}

    /** What is sent; {@code toString} tells it in short. */
    private record Verzoek(String regel, List<String> koppen, byte[] inhoud) {
        @Override
        public String toString() {
            return "%.300s %.300s %.300s".formatted(regel, koppen, new String(inhoud, ISO_8859_1));
        }
    }

    private Vrager bezoeker(String wie) {
        var ingelogd = http.formulier("/demo/inloggen", "wie=" + wie);
        assertThat(ingelogd.status()).as(wie).isEqualTo(303);
        var koek = ingelogd.kop("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        var pagina = http.haal(ingelogd.kop("Location").orElseThrow(), "Cookie", koek)
                .tekst();
        var csrf = CSRF.matcher(pagina);
        assertThat(csrf.find()).as("a form of " + wie).isTrue();
        return new Vrager(koek, csrf.group(1));
    }

    /** Whose booking is among the real values; until chance presses the button that forgets them. */
    private Vrager mantelzorger() {
        var wie = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select id from mantelzorger order by id desc limit 1")
                        .mapTo(UUID.class)
                        .one());
        var sessies = dienst.bean(Sessies.class);
        var koek = sessies.open("mantelzorger", "Fatma", Rol.MANTELZORGER, Optional.of(wie));
        return new Vrager("respijt=" + koek, sessies.find(koek).orElseThrow().csrf());
    }

    private String eenGastheer() {
        var slug = Pattern.compile("\"slug\":\"(gastheer-[^\"]+)\"")
                .matcher(http.haal("/demo/personen.json").tekst());
        assertThat(slug.find()).isTrue();
        return slug.group(1);
    }

    /** Ids and keys that open something. */
    private List<String> echteWaarden() {
        var moment = Proefmoment.in(dienst).met(8).publiceer();
        var geboekt = http.stuur(
                        "/api/v1/boekingen",
                        Proefwens.voor(moment).json(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json();
        var echt = new ArrayList<String>();
        echt.add(moment.id().waarde().toString());
        echt.add(geboekt.get("id").toString());
        echt.add(geboekt.get("beheersleutel").toString());
        echt.add(URI.create(geboekt.get("agendaUrl").toString()).getPath().replaceAll("^/agenda/|\\.ics$", ""));
        Pattern.compile("\"id\":\"([0-9a-f-]{36})\"")
                .matcher(http.haal("/api/v1/momenten?grootte=20").tekst()
                        + http.haal("/api/v1/mantelzorghuizen").tekst())
                .results()
                .limit(40)
                .forEach(id -> echt.add(id.group(1)));
        return echt;
    }

    private Verzoek verzoek(List<String> echt, Vrager wie) {
        var route = kies(ROUTES).split(" ");
        var methode = toeval.nextInt(12) == 0
                ? kies(List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "ONZIN"))
                : route[0];
        var pad = new StringBuilder(route[1].replace("{}", padwaarde(echt)));
        for (var teken = '?'; toeval.nextInt(3) == 0; teken = '&') {
            pad.append(teken).append(kies(VELDEN)).append('=').append(toeval.nextInt(8) == 0 ? rommel() : vraag(echt));
        }
        var koppen = new ArrayList<String>();
        if (!wie.koek.isEmpty() && toeval.nextInt(10) > 0) {
            koppen.add("Cookie: " + wie.koek);
        }
        var soort = route[1].startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        koppen.add("Content-Type: " + (toeval.nextInt(10) == 0 ? kop() : soort));
        if (toeval.nextInt(2) == 0) {
            koppen.add("Idempotency-Key: " + (toeval.nextInt(5) == 0 ? kop() : UUID.randomUUID()));
        }
        while (toeval.nextInt(2) == 0) {
            koppen.add(kies(KOPPEN) + ": " + (toeval.nextInt(3) == 0 ? "Bearer " + kies(echt) : kop()));
        }
        var inhoud = methode.equals("GET") || methode.equals("HEAD") ? new byte[0] : inhoud(route[1], echt, wie);
        return new Verzoek(methode + " " + pad, koppen, inhoud);
    }

    private byte[] inhoud(String pad, List<String> echt, Vrager wie) {
        if (toeval.nextInt(10) == 0) {
            var ruis = new byte[toeval.nextInt(2_000)];
            toeval.nextBytes(ruis);
            return ruis;
        }
        var velden = new ArrayList<String>();
        var json = pad.startsWith("/api/");
        for (var i = toeval.nextInt(12); i > 0; i--) {
            velden.add(
                    json
                            ? "\"%s\":%s".formatted(kies(VELDEN), jsonwaarde(echt, 0))
                            : kies(VELDEN) + "=" + (toeval.nextInt(8) == 0 ? rommel() : vraag(echt)));
        }
        if (!json && toeval.nextInt(6) > 0) {
            velden.add("csrf=" + wie.csrf);
        }
        var tekst = json ? "{" + String.join(",", velden) + "}" : String.join("&", velden);
        return (toeval.nextInt(10) == 0 ? tekst.substring(tekst.length() / 2) : tekst).getBytes(UTF_8);
    }

    private String jsonwaarde(List<String> echt, int diepte) {
        return switch (toeval.nextInt(diepte > 3 ? 4 : 6)) {
            case 0 -> kies(List.of("null", "true", "1", "-1", "1.5", "1e400", "99999999999999999999"));
            case 1 -> "\"" + kies(echt) + "\"";
            case 2, 3 -> tekst(kies(WAARDEN));
            case 4 -> "[" + jsonwaarde(echt, diepte + 1) + "]";
            default -> "{\"a\":" + jsonwaarde(echt, diepte + 1) + "}";
        };
    }

    private static String tekst(String waarde) {
        var uit = new StringBuilder("\"");
        waarde.chars()
                .forEach(teken -> uit.append(
                        teken < 0x20 || teken > 0x7e || teken == '"' || teken == '\\'
                                ? "\\u%04x".formatted(teken)
                                : String.valueOf((char) teken)));
        return uit.append('"').toString();
    }

    private String vraag(List<String> echt) {
        return URLEncoder.encode(toeval.nextInt(3) == 0 ? kies(echt) : kies(WAARDEN), UTF_8);
    }

    private String padwaarde(List<String> echt) {
        return switch (toeval.nextInt(6)) {
            case 0 -> vraag(echt).replace("+", "%20");
            case 1 -> UUID.randomUUID().toString();
            case 2 -> rommel();
            default -> kies(echt);
        };
    }

    /** What does not belong in an address: half escapes, brackets, raw bytes; but no space or line end. */
    private String rommel() {
        var tekens = "%/\\;:@&=+$,?#[]{}|^`<>\"'~!*().-_aZ0é\u0001\u007f";
        var uit = new StringBuilder();
        for (var i = toeval.nextInt(20); i >= 0; i--) {
            uit.append(tekens.charAt(toeval.nextInt(tekens.length())));
        }
        return uit.toString();
    }

    private String kop() {
        return kies(List.of(
                "",
                "*/*",
                "text/html",
                "application/*",
                "application/json; charset=onzin",
                ";;;",
                "gzip, deflate;q=x",
                "Bearer",
                "Basic x",
                "null",
                "https://elders.example",
                "nl;q=2, en;q=een",
                "respijt=" + rommel().replaceAll("\\p{Cntrl}", ""),
                "\"x\", W/\"y\"",
                "Sun, 99 Mar 2026 10:11:12 GMT",
                "a".repeat(3_000),
                rommel().replaceAll("\\p{Cntrl}", "")));
    }

    private <T> T kies(List<T> uit) {
        return uit.get(toeval.nextInt(uit.size()));
    }
}
