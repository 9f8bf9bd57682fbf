package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.rooster.DekkingService;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hosts and the makelaar do with a roster, in a real browser: on a phone and on a desk, in Dutch and in English. */
final class RoosterReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int reizigers;

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void a_host_says_when_takes_one_asks_to_swap_and_sees_what_we_have(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            wordGastheer(venster);
            venster.link("menu.rooster-wanneer");
            venster.bekijk("wanneer");
            venster.pagina().check("input[name='1-ochtend']");
            venster.pagina().locator("form[action$='/week'] button").click();
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            assertThat(venster.pagina().locator("input[name='1-ochtend']")).isChecked();
            venster.pagina().locator("form[action$='/dagen'] button").click();
            assertThat(venster.inhoud()).contains(venster.tekst("wanneer.geen-datum"));
            venster.bekijk("wanneer-fout");
            venster.link("menu.rooster-open");
            venster.bekijk("rooster-open");
            venster.link("menu.rooster");
            venster.pagina().locator("a[href$='/ruilen']").first().click();
            assertThat(venster.kop()).isEqualTo(venster.tekst("ruilen.kop"));
            venster.bekijk("rooster-ruilen");
            venster.link("menu.rooster");
            venster.link("eigen.alles");
            venster.bekijk("gastheer-gegevens");
            venster.link("gastheer.stop");
            venster.bekijk("gastheer-stoppen");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void who_drops_out_is_replaced_by_who_says_yes_first(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            wordGastheer(venster);
            venster.pagina().locator("form[action$='/afmelding'] button").last().click();
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            venster.bekijk("rooster-afgemeld");
            WERELD.dienst().bean(DekkingService.class).voerUit();
            WERELD.dienst().bean(Verzender.class).verzendAlles();
            var mail = WERELD.dienst().bean(DemoPostvak.class).nieuwste(100).stream()
                    .filter(een -> een.onderwerp().startsWith("Kunt u invallen"))
                    .findFirst();
            // Where everybody has what they want at most there is nobody to ask; the makelaar reads that.
            mail.ifPresent(een -> {
                venster.ga(een.tekst().replaceAll("(?s).*(/invallen/[A-Za-z0-9_-]+).*", "$1"));
                if (venster.kop().equals(venster.tekst("invallen.kop-vraag"))) {
                    venster.bekijk("invallen");
                    venster.knop("invallen.nee");
                    assertThat(venster.kop()).isEqualTo(venster.tekst("invallen.kop-nee"));
                    venster.bekijk("invallen-nee");
                    venster.knop("invallen.ja");
                    assertThat(venster.kop()).isEqualTo(venster.tekst("invallen.kop-ja"));
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void the_makelaar_knows_the_hosts_watches_the_weeks_and_asks_for_a_proposal(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            venster.ga("/demo").klik(AriaRole.BUTTON, "Voorbeeld Makelaar");
            venster.ga("/makelaar/weekwacht").bekijk("weekwacht");
            venster.pagina().locator("a[href$='/deur']").first().click();
            venster.bekijk("deur");
            venster.ga("/makelaar/gastheren").bekijk("gastheren");
            venster.link("gastheren.nieuw");
            venster.knop("wanneer.bewaar");
            assertThat(venster.inhoud()).contains(venster.tekst("gastheren.geen-naam"));
            venster.bekijk("gastheer-nieuw-fout");
            venster.pagina().fill("#naam", "Nieuwe gastvrouw " + breedte + taal);
            venster.pagina().check("#getraind");
            venster.knop("wanneer.bewaar");
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            venster.bekijk("gastheer");
            venster.ga("/makelaar/agenda-antwoorden").bekijk("agenda-antwoorden");
            venster.ga("/makelaar/voorstellen").bekijk("voorstellen");
            venster.pagina().selectOption("#weken", "4");
            venster.knop("voorstel.maak");
            // It comes by itself: the page asks again until it is there.
            assertThat(venster.pagina().locator("a[href*='/plaats?regel=']").first())
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(60_000));
            venster.bekijk("voorstel");
            venster.pagina().locator("a[href*='/plaats?regel=']").first().click();
            venster.bekijk("voorstel-plaats");
        }
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }

    /** Each journey another one, who has diensten. */
    private static void wordGastheer(Venster venster) {
        for (var poging = 0; poging < 10; poging++) {
            venster.ga("/demo");
            var gastheren = venster.pagina().locator("button[value^='gastheer-']");
            var gastheer = gastheren.nth(reizigers++ % gastheren.count());
            if (!gastheer.isVisible()) {
                gastheer.locator("xpath=ancestor::details/summary").click();
            }
            venster.klik(gastheer);
            assertThat(venster.pagina()).hasURL(Pattern.compile(".*/rooster.*"));
            if (venster.pagina().locator("form[action$='/afmelding']").count() > 0) {
                return;
            }
        }
        throw new AssertionError("no host has a dienst");
    }
}
