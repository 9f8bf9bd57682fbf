package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import nl.respijt.gemeente.Slug;
import nl.respijt.lotgenotengroep.Lotgenotengroep;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a coordinator does for a group on a phone, and the makelaar at the desk, in a real browser. */
final class CoordinatorReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int groepen;

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "AR, 390"})
    void a_coordinator_sees_who_is_in_the_group_and_writes_to_them(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            var metGesprek = WERELD.groepMetGesprek();
            WERELD.doeMee(metGesprek, "Zoë", WERELD.nieuwAdres(), false);
            wordCoordinator(venster, metGesprek);
            venster.ga("/groep/" + metGesprek.id() + "/deelnemers");
            venster.bekijk("coordinator-bellen");

            var groep = eigenGroep();
            wordCoordinator(venster, groep);
            assertThat(venster.pad()).isEqualTo("/groep/" + groep.id());
            venster.bekijk("coordinator-groep");
            venster.link("eigen-groep.deelnemers");
            assertThat(venster.inhoud()).contains("Ans", "Öznur");
            venster.bekijk("coordinator-deelnemers");
            venster.ga("/groep/" + groep.id() + "/berichten");
            venster.knop("groepsbericht.stuur");
            venster.bekijk("coordinator-berichten-fout");
            venster.pagina().fill("#tekst", "Volgende keer nemen we soep mee. Tot dan!");
            venster.knop("groepsbericht.stuur");
            assertThat(venster.inhoud()).contains(venster.tekst("groepsbericht.klaar"), "soep");
            venster.bekijk("coordinator-berichten");
            venster.ga("/groep/agenda");
            venster.knop("rooster-agenda.maak");
            venster.bekijk("coordinator-agenda");

            WERELD.leidtOok(groep, metGesprek);
            venster.ga("/groep");
            assertThat(venster.inhoud()).contains(groep.naam(), metGesprek.naam());
            venster.bekijk("coordinator-groepen");
        }
    }

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "AR, 390"})
    void a_coordinator_looks_before_a_meeting_is_moved_and_takes_attendance(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            var groep = eigenGroep();
            wordCoordinator(venster, groep);
            var eerste = "/groep/bijeenkomsten/" + WERELD.eerste(groep).id().waarde();
            venster.ga(eerste);
            venster.bekijk("coordinator-bijeenkomst");
            venster.pagina().fill("form[action$='/verzetten'] #eind", "23:45");
            venster.klik(venster.pagina().locator("form[action$='/verzetten'] button"));
            venster.bekijk("coordinator-bijeenkomst-fout");
            venster.ga(eerste);
            venster.pagina().fill("form[action$='/vervallen'] #reden", "De zaal is dicht");
            venster.klik(venster.pagina().locator("form[action$='/vervallen'] button"));
            assertThat(venster.kop()).isEqualTo(venster.tekst("voorproef.kop"));
            venster.bekijk("coordinator-voorproef");
            venster.ga(eerste + "/aanwezig");
            venster.bekijk("coordinator-wie-komt");
            WERELD.begint(WERELD.eerste(groep));
            venster.ga(eerste + "/aanwezig");
            venster.pagina().fill("#binnengelopen", "2");
            venster.knop("aanwezig.bewaar");
            assertThat(venster.inhoud()).contains(venster.tekst("aanwezig.klaar"));
            venster.bekijk("coordinator-aanwezig");
        }
    }

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "AR, 390", "AR, 1280"})
    void the_makelaar_sees_all_groups_and_who_waits_for_what(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            venster.ga("/demo").klik(AriaRole.BUTTON, "Voorbeeld Makelaar");
            venster.ga("/makelaar/groepen");
            venster.bekijk("makelaar-groepen");
            venster.link("groepsbeheer.nieuw");
            venster.bekijk("makelaar-groep-nieuw");
            var groep = "/makelaar/groepen/" + WERELD.groep().id();
            venster.ga(groep);
            venster.bekijk("makelaar-groep");
            for (var welk : List.of("feiten", "ritme", "extra", "stop")) {
                venster.ga(groep + "/" + welk);
                venster.bekijk("makelaar-groep-" + welk);
            }
            venster.pagina().fill("#reden", "Er is niemand die de groep leidt");
            venster.klik(venster.pagina().locator("main form button").last());
            assertThat(venster.kop()).isEqualTo(venster.tekst("voorproef.kop"));
            venster.bekijk("makelaar-groep-voorproef");

            var moment = WERELD.eigenMoment();
            WERELD.maakVol(moment);
            WERELD.zetInRij(moment, WERELD.nieuwAdres());
            WERELD.zetInRij(moment, WERELD.nieuwAdres());
            venster.ga("/makelaar/momenten/" + moment.id().waarde());
            venster.bekijk("makelaar-wachtlijst");
            venster.ga("/makelaar/belijst");
            venster.bekijk("makelaar-belijst");
        }
    }

    /** Of no other journey, with two people in it, one of whom wants somebody along. */
    private static Lotgenotengroep eigenGroep() {
        var groep = WERELD.groepen()
                .filter(een -> !een.kennismaking())
                .skip(++groepen)
                .findFirst()
                .orElseThrow();
        WERELD.doeMee(groep, "Ans", WERELD.nieuwAdres(), false);
        WERELD.doeMee(groep, "Öznur", WERELD.nieuwAdres(), true);
        return groep;
    }

    private static void wordCoordinator(Venster venster, Lotgenotengroep groep) {
        var wie = "button[value='coordinator-%s']".formatted(Slug.van(groep.naam()));
        venster.ga("/demo");
        var dicht = venster.pagina().locator("details:has(%s) > summary".formatted(wie));
        if (dicht.count() > 0) {
            dicht.click();
        }
        venster.klik(venster.pagina().locator(wie));
    }

    private static Venster venster(Taal taal, int breedte) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }
}
