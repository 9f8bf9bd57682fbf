package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Soort;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.respijtthuis.Medewerkerbeheer;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.tijd.Week;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider does all week, in a real browser: answer, plan, and send somebody else when one falls ill. */
final class AanbiederReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int weken = 1;

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, AR"})
    void a_provider_answers_plans_and_sends_somebody_else(int breedte, Taal taal) {
        var moment = gevraagd("Ans van Dijk");
        try (var venster = venster(breedte, taal)) {
            wordAanbieder(venster);
            assertThat(venster.kop()).isEqualTo(venster.tekst("bezoeken.kop"));
            assertThat(venster.inhoud()).contains("Ans van Dijk", "Kanariestraat 12");
            venster.bekijk("aanbieder-bezoeken");
            venster.knop("bezoeken.ja");
            assertThat(venster.inhoud()).contains(venster.tekst("bezoeken.klaar-ja"));

            venster.link("menu.medewerkers");
            venster.bekijk("aanbieder-medewerkers");
            venster.link("medewerkers.nieuw");
            venster.knop("medewerker.bewaar");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("aanbieder-medewerker-fout");
            venster.pagina().fill("#naam", "Voorbeeld Iris " + taal + breedte);
            for (var vinkje :
                    new String[] {"#voor-volwassene", "#taal-nl", "#wijk-oost", "#kan-eten", "#kan-vergeten"}) {
                venster.pagina().check(vinkje);
            }
            venster.knop("medewerker.bewaar");
            assertThat(venster.inhoud()).contains(venster.tekst("medewerker.klaar-nieuw"));
            venster.bekijk("aanbieder-medewerker-nieuw");
            venster.pagina().fill("#begin", "09:00");
            venster.knop("medewerker.nieuwe-tijd-knop");
            assertThat(venster.inhoud()).contains(venster.tekst("medewerker.klaar-werktijd"));
            venster.pagina().fill("#begin", "10:00");
            venster.knop("medewerker.nieuwe-tijd-knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("aanbieder-medewerker-botst");

            venster.ga("/medewerkers/" + moment.bronId());
            venster.link("medewerker.meld-weg");
            venster.bekijk("aanbieder-afwezig-vraag");
            venster.pagina().fill("#van", moment.datum().toString());
            venster.pagina().fill("#tot", moment.datum().toString());
            venster.knop("afwezigheid.bekijk");
            assertThat(venster.inhoud()).contains("Ans van Dijk", venster.tekst("afwezigheid.komt-anders", "Joost"));
            venster.bekijk("aanbieder-afwezig-proef");
            venster.knop("afwezigheid.doe");
            assertThat(venster.inhoud())
                    .contains(venster.tekst("afwezigheid.klaar"), venster.tekst("afwezigheid.kreeg-mail"));
            venster.bekijk("aanbieder-afwezig-verslag");
            venster.ga("/medewerkers/" + moment.bronId()).bekijk("aanbieder-medewerker");

            venster.ga("/medewerkers/%s/plan?week=%s"
                    .formatted(joost(), Week.van(moment.datum()).naam()));
            assertThat(venster.inhoud()).contains("Ans van Dijk", "Kanariestraat 12");
            venster.bekijk("aanbieder-plan");
            assertThat(bladen(venster)).as("sheets of A4").isEqualTo(1);
            venster.ga("/medewerkers/%s/agenda".formatted(joost()));
            venster.klik(venster.pagina().locator("form[action$='/agenda'] button"));
            assertThat(venster.pagina().locator("#adres")).isVisible();
            venster.bekijk("aanbieder-agenda");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void a_carer_says_what_is_needed(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            venster.ga("/momenten/" + vrij().id().waarde());
            assertThat(venster.inhoud())
                    .contains(
                            venster.tekst("thuis.kan"),
                            venster.tekst("vaardigheid.tillift"),
                            venster.tekst("thuis.nodig"));
            venster.bekijk("thuis-wat-is-er-nodig");
        }
    }

    @Test
    void with_only_a_keyboard_somebody_is_reported_ill() {
        var moment = gevraagd("Ko");
        try (var venster = venster(1280, Taal.NL)) {
            wordAanbieder(venster);
            venster.ga("/medewerkers/%s/afwezigheid".formatted(moment.bronId()));
            var toetsen = new Toetsenbord(venster);
            toetsen.naar("#van");
            venster.pagina().fill("#van", moment.datum().toString());
            venster.pagina().fill("#tot", moment.datum().toString());
            toetsen.naar("main form button").enter();
            assertThat(venster.inhoud()).contains("Ko", venster.tekst("afwezigheid.komt-anders", "Joost"));
            new Toetsenbord(venster).naar("main form button").enter();
            assertThat(venster.inhoud()).contains(venster.tekst("afwezigheid.klaar"));
            new Toetsenbord(venster).langsAlles();
        }
    }

    @Test
    void all_of_it_goes_without_script() {
        var moment = gevraagd("Fatma");
        try (var venster =
                Venster.zonderScript(CHROMIUM.browser(), WERELD.dienst().adres(), 390, Taal.NL)) {
            wordAanbieder(venster);
            venster.knop("bezoeken.ja");
            assertThat(venster.inhoud()).contains(venster.tekst("bezoeken.klaar-ja"));
            venster.ga("/medewerkers/%s/afwezigheid".formatted(moment.bronId()));
            venster.pagina().fill("#van", moment.datum().toString());
            venster.pagina().fill("#tot", moment.datum().toString());
            venster.knop("afwezigheid.bekijk");
            venster.knop("afwezigheid.doe");
            assertThat(venster.inhoud()).contains(venster.tekst("afwezigheid.klaar"), "Fatma");
            venster.knop("afwezigheid.toch-knop");
            assertThat(venster.inhoud()).contains(venster.tekst("medewerker.klaar-weer-er"));
        }
    }

    /** Somebody asks for Emre on a Thursday afternoon on which Joost can come as well; each time another week. */
    private static Moment gevraagd(String naam) {
        var moment = vrij();
        WERELD.dienst()
                .bean(BoekingService.class)
                .boek(Proefwens.voor(moment)
                        .naam(naam)
                        .thuis(Voor.VOLWASSENE, "Kanariestraat 12")
                        .verzoek());
        return moment;
    }

    private static synchronized Moment vrij() {
        var vandaag = WERELD.dienst().bean(Klok.class).vandaag();
        WERELD.dienst()
                .bean(Contracten.class)
                .legVast(hups().id(), Contractdienst.THUIS, vandaag.plusMonths(4), "Reis", "makelaar");
        while (true) {
            var donderdag =
                    vandaag.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)).plusWeeks(weken++);
            var momenten = WERELD.dienst()
                    .bean(MomentService.class)
                    .zoek(
                            MomentVraag.tussen(Tijdzone.beginVan(donderdag), Tijdzone.beginVan(donderdag.plusDays(1)))
                                    .soort(Soort.THUIS)
                                    .vrijVoor(1)
                                    .vraag(),
                            new MomentVraag.Blad(1, 20))
                    .momenten();
            var vanJoost = momenten.stream()
                    .filter(een -> een.bronId().equals(joost()))
                    .findFirst();
            var vanEmre = momenten.stream()
                    .filter(een -> een.bronId().equals(medewerker("Emre")))
                    .filter(een -> vanJoost.filter(ook -> ook.tijdvak().equals(een.tijdvak()))
                            .isPresent())
                    .findFirst();
            if (vanEmre.isPresent()) {
                return vanEmre.get();
            }
        }
    }

    /** How many sheets of paper the page takes; kept to look at. */
    private static long bladen(Venster venster) {
        var pdf = venster.pagina()
                .pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(Path.of("target", "schermen", "aanbieder-plan.pdf")));
        venster.pagina().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        venster.pagina()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "schermen", "aanbieder-plan-papier.png")));
        venster.pagina().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return Pattern.compile("/Type\\s*/Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private static UUID joost() {
        return medewerker("Joost");
    }

    private static UUID medewerker(String naam) {
        return WERELD.dienst().bean(Medewerkerbeheer.class).van(hups()).stream()
                .map(Medewerkerbeheer.Overzicht::medewerker)
                .filter(een -> een.voornaam().equals(naam))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Aanbieder hups() {
        return WERELD.dienst().bean(Aanbieders.class).alle().stream()
                .filter(een -> een.diensten().contains(Contractdienst.THUIS))
                .findFirst()
                .orElseThrow();
    }

    private static void wordAanbieder(Venster venster) {
        venster.ga("/demo");
        var knop = venster.pagina().locator("button[value='aanbieder-hups']");
        if (!knop.isVisible()) {
            venster.pagina()
                    .locator("details:has(button[value='aanbieder-hups']) > summary")
                    .press("Enter");
        }
        venster.klik(knop);
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }
}
