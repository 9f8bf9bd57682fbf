package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a carer sees of the own data and of who looked, and what the desk sees of a carer, in a real browser. */
final class PrivacyReisIT {
    private static final String HULPWENS = "Bel liever na vijven. Dan ben ik even alleen.";

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefdienst DIENST = Proefdienst.start();

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void the_desk_looks_and_the_carer_reads_that_it_did(int breedte, Taal taal) {
        try (var makelaar = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal);
                var carer = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            carer.ga("/demo").klik(AriaRole.BUTTON, "Voorbeeld Ans");
            carer.ga("/mijn/gegevens");
            carer.pagina().fill("#hulpwens", HULPWENS);
            carer.pagina().check("#akkoord");
            carer.klik(carer.pagina().locator("form[action$='/over-mij'] button"));

            makelaar.ga("/demo").klik(AriaRole.BUTTON, "Voorbeeld Makelaar");
            makelaar.ga("/makelaar/mantelzorgers");
            makelaar.knop("mantelzorgers.zoek-knop");
            makelaar.bekijk("mantelzorgers-fout");
            makelaar.pagina().fill("#zoek", "ans@voorbeeld.example");
            makelaar.knop("mantelzorgers.zoek-knop");
            makelaar.bekijk("mantelzorgers");
            makelaar.klik(makelaar.pagina()
                    .locator("a[href^='/makelaar/mantelzorgers/']")
                    .first());
            assertThat(makelaar.inhoud()).contains(HULPWENS);
            makelaar.bekijk("mantelzorger");
            makelaar.link("persoon.wijzigen");
            assertThat(makelaar.kop()).isEqualTo(makelaar.tekst("persoon-wijzigen.kop"));
            makelaar.bekijk("persoon-wijzigen");
            makelaar.link("persoon.terug");
            makelaar.link("persoon.wissen");
            makelaar.knop("persoon-wissen.ja");
            assertThat(makelaar.pagina().title()).startsWith(makelaar.tekst("fout.titel"));
            makelaar.bekijk("persoon-wissen");
            makelaar.ga("/makelaar/inzage").bekijk("makelaar-inzage");
            makelaar.ga("/makelaar/nieuw").bekijk("makelaar-nieuw");

            carer.ga("/mijn/inzage");
            assertThat(carer.kop()).isEqualTo(carer.tekst("mijn-inzage.kop"));
            carer.bekijk("mijn-inzage");
            carer.ga("/mijn/gegevens");
            assertThat(carer.kop()).isEqualTo(carer.tekst("eigen.kop"));
            carer.bekijk("mijn-gegevens");
            carer.ga("/mijn/gegevens/wissen");
            assertThat(carer.kop()).isEqualTo(carer.tekst("wissen.kop"));
            carer.bekijk("wissen");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void the_beheerder_sees_what_the_next_night_takes_away(int breedte, Taal taal) {
        try (var beheerder = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            beheerder.ga("/demo").klik(AriaRole.BUTTON, "Voorbeeld Beheerder");
            beheerder.ga("/beheer/bewaartermijnen");
            assertThat(beheerder.kop()).isEqualTo(beheerder.tekst("bewaren.kop"));
            beheerder.bekijk("bewaartermijnen");
        }
    }
}
