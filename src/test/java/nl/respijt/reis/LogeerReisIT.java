package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stay is asked for, one question a page, in a real browser: stopped, gone on with, sent, and stopped again. */
final class LogeerReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    @ParameterizedTest
    @CsvSource({"390, NL, true", "1280, NL, true", "390, NL, false", "390, AR, true"})
    void a_carer_answers_eleven_questions_and_sees_what_every_house_says(int breedte, Taal taal, boolean script) {
        try (var venster = venster(breedte, taal, script)) {
            var verblijf = new Proefverblijf(WERELD.dienst());
            verblijf.huis(1);
            var van = verblijf.vandaag().plusDays(30);
            venster.ga("/momenten?soort=verblijf");
            venster.link("kies.logeren-knop");
            bekijk(venster, script, "logeren-0-begin");
            venster.knop("intake.begin");

            venster.knop("intake.verder");
            assertThat(venster.inhoud()).contains(venster.tekst("fout.geen-naam"), venster.tekst("intake.kies-een"));
            bekijk(venster, script, "logeren-1-fout");
            venster.pagina().fill("#naam", "Ans");
            kies(venster, script, "leeftijd", "0-17");
            venster.knop("intake.verder");
            assertThat(venster.kop()).isEqualTo(venster.tekst("intake.weg.jeugd"));
            bekijk(venster, script, "logeren-1-anders");
            venster.link("intake.weg-terug");
            kies(venster, script, "leeftijd", "65+");
            venster.knop("intake.verder");

            venster.pagina().fill("#email", "ans-%s@voorbeeld.example".formatted(UUID.randomUUID()));
            bekijk(venster, script, "logeren-2-bereiken");
            venster.knop("intake.verder");
            kies(venster, script, "urgentie", "gepland");
            bekijk(venster, script, "logeren-3-haast");
            venster.knop("intake.verder");
            venster.pagina().fill("#van", van.toString());
            venster.pagina().fill("#tot", van.plusDays(3).toString());
            bekijk(venster, script, "logeren-4-nachten");
            venster.knop("intake.verder");

            venster.link("intake.later");
            assertThat(venster.kop()).isEqualTo(venster.tekst("intake.later-kop"));
            bekijk(venster, script, "logeren-later");
            venster.link("intake.toch-verder");
            kies(venster, script, "besluit", "geen");
            bekijk(venster, script, "logeren-5-besluit");
            venster.knop("intake.verder");
            kies(venster, script, "mobiliteit", "zelf");
            bekijk(venster, script, "logeren-6-mobiliteit");
            venster.knop("intake.verder");
            kies(venster, script, "nachtzorg", "weet-niet");
            venster.knop("intake.verder");
            kies(venster, script, "medicatie", "zelf");
            venster.knop("intake.verder");
            kies(venster, script, "onrust", "geen");
            venster.knop("intake.verder");
            kies(venster, script, "dementie", "nee");
            bekijk(venster, script, "logeren-10-onthouden");
            venster.knop("intake.verder");
            venster.pagina().fill("#opmerking", "Houdt van rummikub");
            bekijk(venster, script, "logeren-11-wensen");
            venster.knop("intake.verder");

            assertThat(venster.kop()).isEqualTo(venster.tekst("intake.controle"));
            assertThat(venster.inhoud()).contains("Houdt van rummikub");
            venster.knop("intake.verstuur");
            assertThat(venster.inhoud()).contains(venster.tekst("intake.geen-akkoord"));
            bekijk(venster, script, "logeren-12-controle");
            aan(venster.pagina().locator("#akkoord"), script);
            venster.knop("intake.verstuur");

            assertThat(venster.kop()).isEqualTo(venster.tekst("verblijf.status.uitgezet"));
            assertThat(venster.inhoud())
                    .contains(venster.tekst("logeerstand.verstuurd"), venster.tekst("logeerpast.ja"));
            bekijk(venster, script, "logeren-13-verstuurd");
            venster.link("logeerstand.stop");
            bekijk(venster, script, "logeren-14-stoppen");
            venster.knop("logeerstand.stop-ja");
            assertThat(venster.kop()).isEqualTo(venster.tekst("verblijf.status.ingetrokken"));
            venster.knop("logeerstand.opnieuw");
            assertThat(venster.inhoud()).contains(venster.tekst("intake.nummer", 1, 2));
            bekijk(venster, script, "logeren-15-opnieuw");
        }
    }

    @ParameterizedTest
    @CsvSource({"390", "1280"})
    void the_makelaar_walks_the_same_pages_for_tonight(int breedte) {
        try (var venster = venster(breedte, Taal.NL, true)) {
            venster.ga("/demo")
                    .klik(venster.pagina().locator("button[value='makelaar']").first());
            venster.ga("/logeren");
            bekijk(venster, true, "logeren-beller-0");
            venster.knop("intake.begin");
            venster.pagina().fill("#naam", "Beller");
            kies(venster, true, "leeftijd", "65+");
            venster.knop("intake.verder");
            venster.pagina().fill("#telefoon", "06 12345678");
            venster.knop("intake.verder");
            assertThat(venster.inhoud()).contains("Beller", "06 12345678");
            kies(venster, true, "urgentie", "nu");
            bekijk(venster, true, "logeren-beller-3");
            venster.knop("intake.verder");
            assertThat(venster.inhoud()).contains(venster.tekst("intake.vanavond"));
            bekijk(venster, true, "logeren-beller-4-vanavond");
            venster.knop("intake.verder");
            assertThat(venster.kop()).isEqualTo(venster.tekst("intake.vraag.besluit"));
        }
    }

    /** What looks at the page is a script itself. */
    private static void bekijk(Venster venster, boolean script, String naam) {
        if (script) {
            venster.bekijk(naam);
        }
    }

    private static void kies(Venster venster, boolean script, String vraag, String antwoord) {
        aan(venster.pagina().locator("input[name=%s][value='%s']".formatted(vraag, antwoord)), script);
    }

    /** With the keyboard where no script tells the test that the pointer can come there. */
    private static void aan(Locator keuze, boolean script) {
        if (script) {
            keuze.check();
        } else {
            keuze.press("Space");
        }
    }

    private static Venster venster(int breedte, Taal taal, boolean script) {
        var adres = WERELD.dienst().adres();
        return script
                ? Venster.open(CHROMIUM.browser(), adres, breedte, taal)
                : Venster.zonderScript(CHROMIUM.browser(), adres, breedte, taal);
    }
}
