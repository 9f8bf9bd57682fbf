package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests that make no sense, or nearly some, always the same ones: whatever one sends, the service does
 * not break, and does not tell how it is made.
 */
final class FuzzIT {
    private static final long ZAAD = 20261123;
    private static final int AANTAL = 3_000;

    private static final Pattern BINNENKANT = Pattern.compile(
            "Exception|\\bat (java|io|nl|org)\\.|nl\\.respijt|io\\.micronaut|org\\.jdbi|PSQL|SQLSTATE|select .* from ");

    private static final List<String> METHODEN = List.of(
            "GET",
            "GET",
            "GET",
            "POST",
            "POST",
            "POST",
            "POST",
            "POST",
            "GET",
            "GET",
            "GET",
            "POST",
            "POST",
            "POST",
            "HEAD",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "get",
            "X");
    private static final List<String> STUKKEN = List.of(
            "%00",
            "%",
            "%zz",
            "%ff",
            "%c3%28",
            "..",
            "%2e%2e",
            "%2f",
            "//",
            "\\",
            ";a=b",
            "é",
            "😀",
            "{}",
            "<script>",
            "'",
            "\"",
            "%0d%0aX-Kwaad: 1",
            "+",
            "#",
            "null",
            "-1",
            "1e99",
            "9999999999999999999999",
            "NaN",
            "0x10",
            "2026-02-30",
            "2027-03-28",
            "2027-03-28T02:30:00+01:00",
            "+999999999-01-01",
            "true",
            "ja",
            "nl",
            "huis",
            "A",
            "a".repeat(300),
            "ı",
            "\u202e",
            "${jndi:x}",
            "{{7*7}}",
            "' or 1=1 --",
            "018f0000-0000-7000-8000-000000000000");
    private static final List<String> PARAMETERS = List.of(
            "van",
            "tot",
            "soort",
            "wijk",
            "taal",
            "rolstoel",
            "personen",
            "alleenVrij",
            "pagina",
            "grootte",
            "zoek",
            "week",
            "huis",
            "gastheer",
            "nu",
            "wie",
            "momentId",
            "naam",
            "dag",
            "moment",
            "csrf",
            "onzin",
            "");
    private static final List<String> SOORTEN = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded",
            "application/json",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/problem+json",
            "*/*",
            "/",
            "json",
            "",
            ";",
            "application/json;;;=");
    private static final List<String> ACCEPT = List.of(
            "*/*",
            "application/json",
            "text/html",
            "application/xml",
            "text/html;q=x",
            "/",
            "",
            "application/*;q=0",
            "a/b/c",
            ",,,",
            "text/calendar",
            "*");
    private static final List<String> INHOUD = List.of(
            "",
            "{}",
            "[]",
            "null",
            "{",
            "{\"naam\":\"A\",\"email\":\"a@voorbeeld.nl\",\"momentId\":\"018f0000-0000-7000-8000-000000000000\"}",
            "{\"naam\":[1],\"personen\":{}}",
            "{\"reden\":\"\\u0000\"}",
            "{\"begin\":\"2027-03-28T02:30:00+01:00\",\"eind\":1}",
            "{\"soort\":\"huis\",\"id\":\"x\"}",
            "{\"gastheerId\":\"018f0000-0000-7000-8000-000000000000\"}",
            "naam=A&email=a%40voorbeeld.nl",
            "momentId=%00&naam=%ff&personen=-1",
            "wie=makelaar",
            "wie=%00",
            "nu=%00",
            "nu=+999999999-12-31T00:00:00Z",
            "nu=2027",
            "csrf=x&reden=%f0%9f",
            "a=1&a=2&&&=",
            "%",
            "=",
            "--x\r\nContent-Disposition: form-data; name=\"naam\"\r\n\r\nA\r\n--x--\r\n",
            "\u0000\u0001\u0002",
            "[".repeat(5_000),
            "a".repeat(70_000),
            "{\"personen\":" + "9".repeat(5_000) + "}");

    @Test
    void nothing_one_sends_breaks_it_or_makes_it_tell_how_it_is_made() {
        try (var dienst = Proefdienst.start()) {
            var paden = paden(dienst);
            var koeken = List.of(koek(dienst, "makelaar"), koek(dienst, "gemeente"), gastheer(dienst));
            var klant = new RuweKlant(dienst.adres());
            var toeval = new Random(ZAAD);
            var statussen = new TreeMap<Integer, Integer>();
            for (var nummer = 0; nummer < AANTAL; nummer++) {
                var regel = kies(toeval, METHODEN) + " " + pad(toeval, paden);
                var koppen = koppen(toeval, koeken);
                var inhoud = toeval.nextInt(3) == 0 ? new byte[0] : inhoud(toeval);
                var antwoord = klant.stuur(regel, koppen, inhoud);
                statussen.merge(antwoord.status(), 1, Integer::sum);
                keur(
                        "%d: %s %s %.80s".formatted(nummer, regel, koppen, new String(inhoud, StandardCharsets.UTF_8)),
                        regel,
                        antwoord);
            }
            assertThat(statussen)
                    .as("of everything something, or this does not reach far")
                    .containsKeys(200, 303, 400, 401, 403, 404, 405, 406, 415);
            assertThat(new Klant(dienst).haal("/health").status()).isEqualTo(200);
        }
    }

    private static void keur(String vraag, String regel, RuweKlant.Antwoord antwoord) {
        assertThat(antwoord.status()).as(vraag + "\n" + antwoord.inhoud()).isBetween(200, 499);
        assertThat(antwoord.inhoud()).as(vraag).doesNotContainPattern(BINNENKANT);
        assertThat(antwoord.kop().toLowerCase(Locale.ROOT)).as(vraag).doesNotContain("\nx-kwaad");
        if (antwoord.status() >= 400 && regel.contains(" /api/") && !regel.startsWith("HEAD ")) {
            assertThat(antwoord.kop().toLowerCase(Locale.ROOT))
                    .as(vraag + "\n" + antwoord.inhoud())
                    .contains("application/problem+json", "api-version: ");
        }
        if (!antwoord.kop().contains("nosniff")) {
            throw new AssertionError("no guard for the browser on " + vraag + "\n" + antwoord.kop());
        }
    }

    /** Every address there is, with its blanks open. */
    private static List<String> paden(Proefdienst dienst) {
        var paden = dienst.bean(Router.class)
                .uriRoutes()
                .map(route -> route.getUriMatchTemplate().toPathString())
                .distinct()
                .sorted()
                .toList();
        assertThat(paden).hasSizeGreaterThan(30);
        return paden;
    }

    private static String pad(Random toeval, List<String> paden) {
        var pad = kies(toeval, paden);
        while (pad.contains("{")) {
            var vulling = toeval.nextBoolean()
                    ? new UUID(toeval.nextLong(), toeval.nextLong()).toString()
                    : kies(toeval, STUKKEN);
            pad = pad.substring(0, pad.indexOf('{'))
                    + vulling.replace("{", "").replace(" ", "%20")
                    + pad.substring(pad.indexOf('}', pad.indexOf('{')) + 1);
        }
        if (toeval.nextInt(5) == 0) {
            var plek = 1 + toeval.nextInt(pad.length());
            pad = pad.substring(0, plek) + kies(toeval, STUKKEN).replace(" ", "%20") + pad.substring(plek);
        }
        if (toeval.nextInt(2) == 0) {
            var vraag = new ArrayList<String>();
            for (var nog = toeval.nextInt(4); nog >= 0; nog--) {
                vraag.add(kies(toeval, PARAMETERS)
                        + (toeval.nextInt(8) == 0
                                ? ""
                                : "=" + kies(toeval, STUKKEN).replace(" ", "+")));
            }
            pad += "?" + String.join("&", vraag);
        }
        return pad;
    }

    private static List<String> koppen(Random toeval, List<String> koeken) {
        var koppen = new ArrayList<String>();
        var mogelijk = new ArrayList<Map.Entry<Integer, String>>();
        mogelijk.add(Map.entry(2, "Idempotency-Key: " + kies(toeval, STUKKEN)));
        mogelijk.add(Map.entry(
                3,
                "Authorization: " + kies(toeval, List.of("Bearer ", "bearer ", "Basic ", "")) + kies(toeval, STUKKEN)));
        mogelijk.add(Map.entry(2, "Content-Type: " + kies(toeval, SOORTEN)));
        mogelijk.add(Map.entry(4, "Accept: " + kies(toeval, ACCEPT)));
        mogelijk.add(Map.entry(
                2,
                "Cookie: "
                        + (toeval.nextInt(4) == 0
                                ? "respijt=" + kies(toeval, STUKKEN) + "; taal=" + kies(toeval, STUKKEN)
                                : kies(toeval, koeken))));
        mogelijk.add(Map.entry(
                10,
                "Origin: " + kies(toeval, List.of("null", "https://elders.example", "x", ":", "", "http://[", "é"))));
        mogelijk.add(Map.entry(8, "Accept-Language: " + kies(toeval, STUKKEN)));
        mogelijk.add(Map.entry(8, "If-None-Match: " + kies(toeval, STUKKEN)));
        mogelijk.add(Map.entry(8, "If-Modified-Since: " + kies(toeval, STUKKEN)));
        mogelijk.add(Map.entry(8, "Accept-Encoding: " + kies(toeval, List.of("gzip;q=x", ",", "*;q=0", "br"))));
        mogelijk.add(Map.entry(20, "Expect: 100-continue"));
        mogelijk.add(Map.entry(20, "X-Forwarded-For: " + kies(toeval, STUKKEN)));
        mogelijk.add(Map.entry(20, "X-HTTP-Method-Override: DELETE"));
        for (var kop : mogelijk) {
            if (toeval.nextInt(kop.getKey()) == 0) {
                koppen.add(kop.getValue());
            }
        }
        return koppen;
    }

    private static byte[] inhoud(Random toeval) {
        var inhoud = kies(toeval, INHOUD).getBytes(StandardCharsets.UTF_8);
        if (inhoud.length > 0 && toeval.nextInt(4) == 0) {
            inhoud[toeval.nextInt(inhoud.length)] = (byte) toeval.nextInt();
        }
        return inhoud;
    }

    private static <T> T kies(Random toeval, List<T> uit) {
        return uit.get(toeval.nextInt(uit.size()));
    }

    private static String gastheer(Proefdienst dienst) {
        var personen = new Klant(dienst).haal("/demo/personen.json").tekst();
        return koek(dienst, personen.replaceAll("(?s).*?\"(gastheer-[^\"]+)\".*", "$1"));
    }

    private static String koek(Proefdienst dienst, String slug) {
        var koek = new Klant(dienst)
                .formulier("/demo/inloggen", "wie=" + slug)
                .kop("Set-Cookie")
                .orElseThrow();
        return koek.substring(0, koek.indexOf(';'));
    }
}
