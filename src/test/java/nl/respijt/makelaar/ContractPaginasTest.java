package nl.respijt.makelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk reads in plain words until when a provider is contracted, hears in time, and records that it goes on. */
@Timeout(120)
final class ContractPaginasTest {
    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefaanbieder proef = new Proefaanbieder(dienst);
    private final Klant buiten = new Klant(dienst);
    private final Klant makelaar = buiten.als("makelaar");

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @Test
    void the_list_says_in_words_what_each_contract_says() {
        zetKlok("2026-11-26T09:00:00+01:00");
        var nieuw = proef.met(Contractdienst.THUIS, "2029-03-31", "2030-03-31");
        var op = proef.met(Contractdienst.THUIS, "2029-03-30", "2029-03-30");
        var voorbij = proef.zonderOptie(Contractdienst.VERBLIJF, "2026-10-31");

        assertThat(makelaar.haal("/makelaar/week").tekst()).contains("href=\"/makelaar/aanbieders\"");
        assertThat(makelaar.haal("/makelaar/aanbieders").tekst())
                .contains(
                        nieuw.naam(),
                        op.naam(),
                        voorbij.naam(),
                        "Loopt tot en met 31 maart 2029. Verlengen kan tot en met 31 maart 2030.",
                        "Loopt tot en met 30 maart 2029. Langer verlengen kan niet.",
                        "Liep tot en met 31 oktober 2026. Er kan niets meer worden geboekt.",
                        "Er is geen optie om te verlengen.");
    }

    @Test
    void without_providers_the_list_says_where_they_come_from(@TempDir Path map) throws IOException {
        var bestand = Files.writeString(map.resolve("gemeente.yaml"), zonderAanbieders());
        try (var leeg = Proefdienst.start(Map.of("RESPIJT_GEMEENTE_BESTAND", bestand.toString()), Map.of())) {
            assertThat(new Klant(leeg)
                            .als("makelaar")
                            .haal("/makelaar/aanbieders")
                            .tekst())
                    .contains("Er zijn nog geen aanbieders.", "Ze staan in het bestand van de gemeente.");
        }
    }

    private static String zonderAanbieders() throws IOException {
        try (var stroom = Klant.class.getResourceAsStream("/gemeente/utrecht.yaml")) {
            var tekst = new String(stroom.readAllBytes(), StandardCharsets.UTF_8);
            return tekst.substring(0, tekst.indexOf("respijtzorgThuis:")) + """
                    respijtzorgThuis: []
                    kortdurendVerblijf: {contract: {tot: 2026-12-31}, aanbieders: []}
                    """;
        }
    }

    @Test
    void an_extension_is_recorded_with_its_source_and_can_be_read_back() {
        var hups = proef.met(Contractdienst.THUIS, "2029-12-31", "2031-12-31");

        var antwoord = legVast(hups, "2031-12-31", "Brief van 1 december");
        assertThat(antwoord.status()).isEqualTo(303);
        var pagina = makelaar.haal(antwoord.kop("Location").orElseThrow()).tekst();
        assertThat(pagina)
                .contains("Vastgelegd. Het contract loopt tot en met 31 december 2031.")
                .contains("<bdi>Brief van 1 december</bdi> (<bdi>makelaar</bdi>)")
                .contains("Uit het bestand van de gemeente")
                .contains("Langer verlengen kan niet.");

        assertThat(legVast(hups, "2031-12-31", "Brief van 1 december").status()).isEqualTo(303);
        assertThat(dienst.bean(Contracten.class).geschiedenis(hups.id())).hasSize(2);
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed_and_says_why() {
        var hups = proef.met(Contractdienst.THUIS, "2029-12-31", "2031-12-31");

        var leeg = legVast(hups, "", "");
        assertThat(leeg.status()).isEqualTo(422);
        assertThat(leeg.tekst())
                .contains("<title>Fout:", "href=\"#tot-thuis\"", "href=\"#bron-thuis\"")
                .contains("Vul de laatste dag van het contract in.", "in welke brief");

        var fout = legVast(hups, "31 december", "Brief");
        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst()).contains("value=\"31 december\"", "value=\"Brief\"", "Deze datum bestaat niet.");

        var teLaat = legVast(hups, "2032-01-01", "Brief");
        assertThat(teLaat.status()).isEqualTo(409);
        assertThat(teLaat.tekst())
                .contains("Dit contract kan tot en met 31 december 2031 worden verlengd.", "value=\"2032-01-01\"");
        assertThat(dienst.bean(Contracten.class).geschiedenis(hups.id())).hasSize(1);
    }

    @Test
    void the_work_list_says_so_in_time_until_it_is_recorded() {
        var hups = proef.met(Contractdienst.THUIS, "2027-06-30", "2028-06-30");
        var regel = "%s: het contract loopt tot en met 30 juni 2027.".formatted(hups.naam());
        zetKlok("2027-03-01T09:00:00+01:00"); // 121 days
        assertThat(week()).doesNotContain(regel);

        zetKlok("2027-03-02T09:00:00+01:00");
        assertThat(week()).contains(regel, "Contract stopt binnen 120 dagen", "/makelaar/aanbieders/" + hups.id());
        zetKlok("2027-05-31T09:00:00+02:00");
        assertThat(week()).contains(regel, "Contract stopt binnen 30 dagen");
        zetKlok("2027-09-01T09:00:00+02:00");
        assertThat(week())
                .contains("%s: het contract liep tot en met 30 juni 2027.".formatted(hups.naam()), "Contract voorbij");

        legVast(hups, "2028-06-30", "Brief");
        assertThat(week()).doesNotContain(hups.naam());
    }

    private String week() {
        return makelaar.haal("/makelaar/week").tekst();
    }

    private Antwoord legVast(Aanbieder aanbieder, String tot, String bron) {
        var pad = "/makelaar/aanbieders/" + aanbieder.id();
        var csrf = makelaar.haal(pad).tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        return makelaar.formulier(
                pad + "/thuis", "csrf=%s&tot=%s&bron=%s".formatted(csrf, Klant.gecodeerd(tot), Klant.gecodeerd(bron)));
    }

    private void zetKlok(String nu) {
        assertThat(buiten.formulier("/demo/klok", "nu=" + Klant.gecodeerd(nu)).status())
                .isEqualTo(200);
    }
}
