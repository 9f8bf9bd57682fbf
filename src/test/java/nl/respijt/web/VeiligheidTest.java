package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with bad intentions tries on the pages: forms from elsewhere, a stolen cookie, the demo's doors. */
final class VeiligheidTest {
    private static final String DICHT = "/makelaar/huizen/sluitingen";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);

    @Test
    void a_form_without_its_token_changes_nothing() {
        var makelaar = klant.als("makelaar");
        var vooraf = makelaar.haal("/makelaar/huizen").tekst();
        var velden = sluiting(vooraf);
        var token = vooraf.replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        var ander = klant.als("makelaar")
                .haal("/makelaar/huizen")
                .tekst()
                .replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        for (var csrf :
                List.of("", "&csrf=", "&csrf=x", "&csrf=" + ander, "&csrf=" + token.substring(1), "&csrf=%00")) {
            var antwoord = makelaar.formulier(DICHT, velden + csrf);

            assertThat(antwoord.status()).as(csrf).isEqualTo(403);
            assertThat(antwoord.kop("Content-Type"))
                    .hasValueSatisfying(soort -> assertThat(soort).startsWith("text/html"));
        }
        assertThat(sluitingen()).isZero();
        assertThat(makelaar.formulier(DICHT, velden + "&csrf=" + token).status())
                .as("with the token it is done")
                .isEqualTo(303);
        assertThat(sluitingen()).isEqualTo(1);
    }

    /** A day on which no house opens, so that nobody else's test is in the way. */
    private static String sluiting(String pagina) {
        var huis = pagina.replaceAll("(?s).*?<option value=\"([0-9a-f-]{36})\".*", "$1");
        return "huis=" + huis + "&van=2027-12-25&tot=2027-12-25&reden=proef-csrf";
    }

    private int sluitingen() {
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.createStatement();
                var rijen = vraag.executeQuery("select count(*) from sluiting where reden = 'proef-csrf'")) {
            rijen.next();
            return rijen.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/uitloggen",
                "/makelaar/belijst/018f0000-0000-7000-8000-000000000000/gebeld",
                "/makelaar/huizen/extra",
                "/makelaar/huizen/patronen",
                "/makelaar/momenten/018f0000-0000-7000-8000-000000000000/afgelasten"
            })
    void every_form_of_staff_asks_for_its_token(String pad) {
        assertThat(klant.als("makelaar").formulier(pad, "reden=x").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elders.example",
                "http://localhost",
                "http://localhost:1",
                "http://localhost.elders.example",
                "https://[",
                "x"
            })
    void what_a_page_of_another_site_sends_is_refused(String herkomst) {
        var makelaar = klant.als("makelaar");

        assertThat(makelaar.formulier("/uitloggen", "", "Origin", herkomst).status())
                .isEqualTo(403);
        assertThat(klant.formulier("/demo/inloggen", "wie=makelaar", "Origin", herkomst)
                        .status())
                .isEqualTo(403);
        ApiTest.geweigerd(makelaar.stuur("/api/v1/diensten", "{}", "Origin", herkomst), 403, "niet-toegestaan");
        ApiTest.geweigerd(klant.stuur("/api/v1/boekingen", "{}", "Origin", herkomst), 403, "niet-toegestaan");
        assertThat(makelaar.haal("/makelaar/week", "Origin", herkomst).status())
                .as("reading is the browser's to refuse")
                .isEqualTo(200);
    }

    @Test
    void what_our_own_pages_send_is_taken() {
        var eigen = dienst.adres().toString();

        assertThat(klant.formulier("/demo/inloggen", "wie=makelaar", "Origin", eigen)
                        .status())
                .isEqualTo(303);
        ApiTest.geweigerd(klant.stuur("/api/v1/boekingen", "{}", "Origin", eigen), 400, "geen-sleutel");
    }

    @Test
    void a_session_is_for_the_browser_that_opened_it() {
        var koek = klant.formulier("/demo/inloggen", "wie=makelaar")
                .kop("Set-Cookie")
                .orElseThrow();

        assertThat(koek)
                .contains("; HTTPOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain=", "Expires=", "Max-Age=");
        assertThat(koek.substring(koek.indexOf('=') + 1, koek.indexOf(';'))).hasSize(43);
        assertThat(koek)
                .isNotEqualTo(klant.formulier("/demo/inloggen", "wie=makelaar")
                        .kop("Set-Cookie")
                        .orElseThrow());
    }

    @Test
    void who_signs_out_is_out_even_with_the_old_cookie() {
        var makelaar = klant.als("makelaar");
        var token =
                makelaar.haal("/makelaar/huizen").tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(makelaar.formulier("/uitloggen", "csrf=" + token).status()).isEqualTo(303);
        assertThat(makelaar.haal("/makelaar/week?vorm=lijst").kop("Location"))
                .hasValue("/inloggen?verder=%2Fmakelaar%2Fweek%3Fvorm%3Dlijst");
        ApiTest.geweigerd(makelaar.haal("/api/v1/boekingen"), 401, "niet-ingelogd");
    }

    @Test
    void signing_in_again_ends_what_the_browser_had() {
        var eerst = klant.als("makelaar");
        eerst.formulier("/demo/inloggen", "wie=gemeente");

        assertThat(eerst.haal("/makelaar/week").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wie=niemand", "wie=", "wie=MAKELAAR", "wie=makelaar%00", "wie[]=makelaar"})
    void nobody_can_be_who_is_not_there(String velden) {
        var antwoord = klant.formulier("/demo/inloggen", velden);

        assertThat(antwoord.status()).isEqualTo(404);
        assertThat(antwoord.kop("Set-Cookie")).isEmpty();
    }

    @Test
    void who_finds_a_hole_reads_where_to_tell_it() {
        var antwoord = klant.haal("/.well-known/security.txt");

        assertThat(antwoord.kop("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(antwoord.tekst().lines())
                .contains("Preferred-Languages: nl, en")
                .anyMatch(regel -> regel.startsWith("Contact: mailto:"))
                .anyMatch(regel -> regel.startsWith("Contact: tel:+"))
                .anyMatch(regel -> regel.matches("Canonical: http.*/\\.well-known/security\\.txt"));
        var tot = Instant.parse(antwoord.tekst().replaceAll("(?s).*Expires: (\\S+).*", "$1"));
        assertThat(Duration.between(dienst.bean(Klok.class).instant(), tot))
                .isBetween(Duration.ofDays(30), Duration.ofDays(365));
    }

    @Test
    void production_has_no_demo(@TempDir Path map) throws IOException, SQLException {
        var sleutels = Files.writeString(map.resolve("sleutels"), UUID.randomUUID() + "" + UUID.randomUUID());
        try (var productie = Proefdienst.start(
                List.of("--productie"),
                Map.of(
                        "RESPIJT_SMTP_HOST", "localhost",
                        "RESPIJT_SMTP_PORT", "9",
                        "RESPIJT_KEYS_FILE", sleutels.toString(),
                        "RESPIJT_BASE_URL", "https://respijt.example",
                        "RESPIJT_TELEFOON", "030 123 45 67",
                        "RESPIJT_OIDC_ISSUER", "https://inloggen.example",
                        "RESPIJT_OIDC_CLIENT_ID", "respijt",
                        "RESPIJT_OIDC_CLIENT_SECRET", "x"),
                Map.of())) {
            var buiten = new Klant(productie);

            for (var pad : List.of(
                    "/demo",
                    "/demo/personen.json",
                    "/demo/postvak.json",
                    "/demo/klok",
                    "/demo/taken",
                    "/demo/inloggen",
                    "/demo/onzin")) {
                assertThat(buiten.haal(pad).status()).as(pad).isEqualTo(404);
                assertThat(buiten.formulier(pad, "wie=makelaar&nu=2027-03-28T00:30:00%2B01:00")
                                .status())
                        .as(pad)
                        .isEqualTo(404);
            }
            assertThat(buiten.haal("/").tekst()).doesNotContain("/demo");
            assertThat(buiten.haal("/inloggen").tekst()).contains("/inloggen/medewerker");
            assertThat(buiten.haal("/health").status()).isEqualTo(200);
            try (var verbinding = productie.verbinding();
                    var vraag = verbinding.createStatement();
                    var rijen = vraag.executeQuery(
                            "select (select count(*) from boeking) + (select count(*) from demo_sleutel)")) {
                rijen.next();
                assertThat(rijen.getInt(1)).isZero();
            }
        }
    }
}
