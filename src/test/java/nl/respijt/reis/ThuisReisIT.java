package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.MomentService;
import nl.respijt.respijtthuis.Proefthuis;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody comes to the home every week: asked for, moved and cancelled in a real browser, with and without script. */
final class ThuisReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int reizigers;

    @ParameterizedTest
    @CsvSource({"390, NL, true, mail", "1280, NL, true, telefoon", "390, NL, false, telefoon", "390, AR, true, mail"})
    void a_carer_asks_for_a_series_moves_it_and_cancels_this_and_following(
            int breedte, Taal taal, boolean script, String contact) {
        try (var venster = venster(breedte, taal, script)) {
            var begin = new Proefthuis(WERELD.dienst()).elkeWeek(8, 2);
            venster.ga("/momenten/" + begin.id().waarde());
            bekijk(venster, script, "thuis-1-gegevens");
            venster.pagina().locator("details.r-uitklap summary").press("Enter");
            venster.knop("reeks.bekijk");
            assertThat(venster.inhoud()).contains(venster.tekst("fout.geen-ritme"), venster.tekst("fout.geen-naam"));
            bekijk(venster, script, "thuis-1-fout");

            venster.pagina().fill("#naam", "Ans van den Berg");
            if (contact.equals("mail")) {
                venster.pagina().fill("#email", "thuis-%d@voorbeeld.example".formatted(++reizigers));
            } else {
                venster.pagina().fill("#telefoon", "06 4%07d".formatted(++reizigers));
            }
            venster.pagina().fill("#adres", "Kanariestraat 12");
            venster.pagina().fill("#postcode", "3582 AB");
            kies(venster.pagina().locator("#ritme"), script);
            venster.pagina().selectOption("#aantal", "6");
            venster.knop("reeks.bekijk");
            assertThat(venster.kop()).isEqualTo(venster.tekst("reeks.kop"));
            assertThat(venster.inhoud())
                    .contains(venster.tekst("reeks.deels", 5, 1), venster.tekst("reeks.niet-bezet"));
            bekijk(venster, script, "thuis-2-dagen");
            venster.klik(AriaRole.BUTTON, venster.tekst("reeks.vraag", 5));

            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-aangevraagd"));
            assertThat(venster.inhoud()).contains(venster.tekst("reeks.gemist"));
            bekijk(venster, script, "thuis-3-reeks");

            venster.link("afspraak.verzet-knop");
            bekijk(venster, script, "thuis-4-verzetten");
            kies(venster.pagina().locator("input[name=momentId]").first(), script);
            kies(venster.pagina().locator("input[name=welke][value=volgende]"), script);
            venster.knop("verzetten.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("reeksverzet.kop"));
            bekijk(venster, script, "thuis-5-verandert");
            venster.klik(venster.pagina().locator("main form button").first());
            assertThat(venster.inhoud()).contains(venster.tekst("afspraak.verzet-reeks"));
            bekijk(venster, script, "thuis-6-verzet");

            venster.klik(venster.pagina().locator(".r-reeks a").first());
            venster.link("afspraak.zeg-af");
            kies(venster.pagina().locator("input[name=welke][value=volgende]"), script);
            bekijk(venster, script, "thuis-7-afzeggen");
            venster.knop("afzeggen.ja");
            assertThat(venster.inhoud()).contains(venster.tekst("afspraak.volgende-afgezegd"));
            bekijk(venster, script, "thuis-8-afgezegd");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void the_makelaar_asks_for_a_series_for_who_calls(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal, true)) {
            var begin = new Proefthuis(WERELD.dienst()).elkeWeek(4, 1);
            venster.ga("/demo")
                    .klik(venster.pagina().locator("button[value='makelaar']").first());
            venster.ga("/momenten/" + begin.id().waarde());
            venster.pagina().fill("#naam", "Beller");
            venster.pagina().fill("#telefoon", "06 4%07d".formatted(++reizigers));
            venster.pagina().fill("#adres", "Kanariestraat 12");
            venster.pagina().fill("#postcode", "3582 AB");
            venster.pagina().locator("details.r-uitklap summary").click();
            venster.pagina().check("#ritme");
            venster.pagina().selectOption("#aantal", "4");
            venster.knop("reeks.bekijk");
            venster.klik(AriaRole.BUTTON, venster.tekst("reeks.vraag", 3));
            assertThat(venster.kop()).isEqualTo(venster.tekst("geboekt.kop-gevraagd"));
            assertThat(venster.inhoud()).contains(venster.tekst("geboekt.zeg-reeks", 3));
            venster.bekijk("thuis-beller");
            assertThat(WERELD.dienst()
                            .bean(MomentService.class)
                            .boekingenOp(begin.id())
                            .getFirst()
                            .geboektDoor())
                    .isNotEqualTo(BoekVerzoek.DOOR_MANTELZORGER);
        }
    }

    /** What looks at the page is a script itself. */
    private static void bekijk(Venster venster, boolean script, String naam) {
        if (script) {
            venster.bekijk(naam);
        }
    }

    /** With the keyboard where no script tells the test that the pointer can come there. */
    private static void kies(Locator keuze, boolean script) {
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
