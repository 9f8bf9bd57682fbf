package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a carer sees, in each of the languages: every page at 320, 390 and 1280 px, with axe, and in its direction. */
final class TalenReisIT {
    /** Pages anyone can open. A page that is added gets its line here. */
    private static final List<String> PAGINAS = List.of(
            "/",
            "/momenten?dagdeel=avond",
            "/mantelzorghuizen",
            "/mantelzorghuizen/mantelzorghuis-hoograven",
            "/lotgenotengroepen",
            "/lotgenotengroepen?wijk=west&past=jong",
            "/jong",
            "/inloggen",
            "/privacy",
            "/toegankelijkheid",
            "/contact",
            "/bestaat-niet");

    /** Pages of a carer who is signed in. */
    private static final List<String> EIGEN_PAGINAS =
            List.of("/mijn", "/mijn/gegevens", "/mijn/gegevens/wissen", "/mijn/inzage");

    /** A first visit on a phone with a bad line. */
    private static final int EERSTE_BEZOEK_NL = 100 * 1024;

    /** Of the carer one can be in the demo. */
    private static final String FATIMA = "fatima@voorbeeld.example";

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int reizigers;

    /** Fatima is in two groups, one of which calls first; in line for a moment and a full group; and offered a place. */
    @BeforeAll
    static void een_mantelzorger_met_alles() {
        WERELD.doeMee(WERELD.groep(), "Fatima", FATIMA, false);
        WERELD.doeMee(WERELD.groepMetGesprek(), "Fatima", FATIMA, false);
        WERELD.doeMee(WERELD.volleGroep(), "Fatima", FATIMA, false);
        var moment = WERELD.eigenMoment();
        WERELD.maakVol(moment);
        WERELD.zetInRij(moment, FATIMA);
        var aangeboden = WERELD.eigenMoment();
        var laatste = WERELD.maakVol(aangeboden);
        WERELD.zetInRij(aangeboden, FATIMA);
        WERELD.zegAf(laatste);
    }

    @ParameterizedTest
    @EnumSource
    void every_page_reads_in_the_direction_of_its_language(Taal taal) {
        try (var venster = venster(taal)) {
            for (var pad : PAGINAS) {
                venster.ga(pad);
                bekijk(venster, taal, "taal" + pad.replaceAll("[^a-z]+", "-"));
            }
            venster.ga("/demo")
                    .klik(venster.pagina()
                            .locator("button[value='mantelzorger-fatima']")
                            .first());
            for (var pad : EIGEN_PAGINAS) {
                venster.ga(pad);
                bekijk(venster, taal, "taal" + pad.replaceAll("[^a-z]+", "-"));
            }
            venster.ga("/mijn").link("mail.wachtplek-aanbod.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("wachtplek.kop-aangeboden"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TR", "AR"})
    void a_carer_books_moves_and_cancels(Taal taal) {
        try (var venster = venster(taal)) {
            venster.ga("/momenten/" + WERELD.eigenMoment().id().waarde());
            venster.pagina().fill("#email", "ans@");
            venster.knop("gegevens.maak");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            bekijk(venster, taal, "taal-fout");

            var adres = "taal-%d@voorbeeld.example".formatted(++reizigers);
            venster.pagina().fill("#naam", "Zoë ’t Hart-Öztürk");
            venster.pagina().fill("#email", adres);
            venster.pagina().fill("#telefoon", "06 12345678");
            venster.pagina().selectOption("#personen", "2");
            venster.knop("gegevens.maak");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            bekijk(venster, taal, "taal-bevestiging");

            venster.link("afspraak.verzet-knop");
            bekijk(venster, taal, "taal-verzetten");
            venster.pagina().locator("input[name=momentId]").last().check();
            venster.knop("verzetten.knop");
            var afspraak = venster.pad();
            venster.ga(afspraak.replaceFirst("\\?.*", "") + "/brief");
            bekijk(venster, taal, "taal-brief");
            assertThat(venster.pagina().locator(".r-brief")).hasAttribute("dir", taal.richting());

            venster.ga(afspraak).link("afspraak.zeg-af");
            bekijk(venster, taal, "taal-afzeggen");
            venster.knop("afzeggen.ja");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-geannuleerd"));

            venster.ga("/demo").knop("demo.taken");
            var post = venster.pagina()
                    .locator(".r-postvak li")
                    .filter(new Locator.FilterOptions().setHasText(adres))
                    .first();
            post.locator("summary").click();
            assertThat(post).containsText(venster.tekst("mail.boeking-annulering.tekst"));
        }
    }

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "EN, 390", "TR, 390", "AR, 390", "AR, 1280"})
    void a_carer_waits_in_line_and_takes_the_place_that_is_offered(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            var moment = WERELD.eigenMoment();
            var laatste = WERELD.maakVol(moment);
            venster.ga("/momenten/" + moment.id().waarde());
            bekijk(venster, taal, "wacht-vol");
            venster.link("wachtplek.knop");
            venster.knop("wachtplek.knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            bekijk(venster, taal, "wacht-fout");
            venster.pagina().fill("#naam", "Zoë ’t Hart-Öztürk");
            venster.pagina().fill("#email", WERELD.nieuwAdres());
            venster.knop("wachtplek.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("wachtplek.kop-nieuw"));
            bekijk(venster, taal, "wacht-nieuw");
            var plek = venster.pad().replaceFirst("\\?.*", "");
            venster.ga(plek);
            bekijk(venster, taal, "wacht-wacht");

            WERELD.zegAf(laatste);
            venster.ga(plek);
            assertThat(venster.kop()).isEqualTo(venster.tekst("wachtplek.kop-aangeboden"));
            bekijk(venster, taal, "wacht-aangeboden");
            venster.knop("wachtplek.neem");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            venster.ga(plek);
            assertThat(venster.pad()).startsWith("/afspraak/");
        }
    }

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "EN, 390", "TR, 390", "AR, 390", "AR, 1280"})
    void a_carer_who_chose_too_late_or_leaves_the_line_can_stand_in_it_again(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            var moment = WERELD.eigenMoment();
            var laatste = WERELD.maakVol(moment);
            venster.ga(WERELD.zetInRij(moment, WERELD.nieuwAdres()));
            venster.knop("wachtplek.stop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("wachtplek.kop-ingetrokken"));
            bekijk(venster, taal, "wacht-ingetrokken");

            var plek = WERELD.zetInRij(moment, WERELD.nieuwAdres());
            WERELD.zegAf(laatste);
            WERELD.laatVerlopen(moment);
            venster.ga(plek);
            assertThat(venster.kop()).isEqualTo(venster.tekst("wachtplek.kop-verlopen"));
            bekijk(venster, taal, "wacht-verlopen");
        }
    }

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "EN, 390", "TR, 390", "AR, 390", "AR, 1280"})
    void a_carer_joins_a_group_reads_what_is_written_and_stops(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            var groep = WERELD.groep();
            venster.ga(groep.pad());
            bekijk(venster, taal, "groep");
            venster.link("deelname.meedoen");
            venster.knop("deelname.stuur");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            bekijk(venster, taal, "groep-fout");
            venster.pagina().fill("#naam", "Zoë");
            venster.pagina().fill("#email", WERELD.nieuwAdres());
            venster.pagina().fill("#samenMet", "Öznur");
            venster.pagina().check("#iemandMee");
            venster.knop("deelname.stuur");
            assertThat(venster.kop()).isEqualTo(venster.tekst("deelname.kop-nieuw"));
            bekijk(venster, taal, "groep-nieuw");

            var eigen = venster.pad().replaceFirst("\\?.*", "");
            WERELD.vertel(groep, "Bij de bushalte op het plein", "Volgende keer nemen we soep mee.");
            venster.ga(eigen);
            assertThat(venster.inhoud()).contains("Bij de bushalte", "soep");
            venster.pagina().locator(".r-uitklap summary").last().click();
            bekijk(venster, taal, "groep-deelnemer");
            venster.link("deelname.stop");
            bekijk(venster, taal, "groep-stoppen");
            venster.knop("deelname.stop-ja");
            assertThat(venster.kop()).isEqualTo(venster.tekst("deelname.kop-gestopt"));
            assertThat(venster.inhoud()).doesNotContain("Öznur");
            bekijk(venster, taal, "groep-gestopt");
        }
    }

    @ParameterizedTest
    @CsvSource({"NL, 390", "NL, 1280", "EN, 390", "TR, 390", "AR, 390", "AR, 1280"})
    void a_carer_is_called_first_or_waits_for_a_full_group(Taal taal, int breedte) {
        try (var venster = venster(taal, breedte)) {
            venster.ga(WERELD.groepMetGesprek().pad() + "/meedoen");
            bekijk(venster, taal, "groep-eerst-bellen");
            venster.pagina().fill("#naam", "Zoë");
            venster.pagina().fill("#email", WERELD.nieuwAdres());
            venster.knop("deelname.stuur");
            assertThat(venster.kop()).isEqualTo(venster.tekst("deelname.kop-kennismaking"));
            bekijk(venster, taal, "groep-kennismaking");

            venster.ga(WERELD.volleGroep().pad() + "/meedoen");
            bekijk(venster, taal, "groep-vol");
            venster.pagina().fill("#naam", "Zoë");
            venster.pagina().fill("#email", WERELD.nieuwAdres());
            venster.knop("deelname.stuur-wacht");
            assertThat(venster.kop()).isEqualTo(venster.tekst("wachtplek.kop-nieuw"));
            bekijk(venster, taal, "groep-wacht");
        }
    }

    /** A browser offers what it prefers; it is taken with one tap and stays. */
    @ParameterizedTest
    @CsvSource({"TR, tr-TR", "AR, ar", "AR, ar-EG"})
    void a_browser_that_prefers_it_is_offered_the_language(Taal taal, String voorkeur) {
        try (var venster =
                Venster.metVoorkeur(CHROMIUM.browser(), WERELD.dienst().adres(), 390, voorkeur)) {
            venster.ga("/");
            assertThat(venster.pagina().locator("html")).hasAttribute("lang", "nl");
            venster.klik(venster.pagina().locator(".r-taalvoorstel a"));
            assertThat(venster.pagina().locator("html")).hasAttribute("lang", taal.code());
            venster.ga("/contact");
            assertThat(venster.pagina().locator("html")).hasAttribute("dir", taal.richting());
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_the_letters_of_the_language_are_fetched(Taal taal) {
        try (var venster = Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), 390, Taal.NL)) {
            var antwoorden = new ArrayList<Response>();
            venster.pagina().onResponse(antwoorden::add);
            venster.ga("/?taal=" + taal.code());
            venster.pagina().evaluate("document.fonts.ready.then(() => true)");

            var letters = List.copyOf(antwoorden).stream()
                    .map(antwoord -> antwoord.url().replaceFirst(".*/", ""))
                    .filter(naam -> naam.endsWith(".woff2"))
                    .map(naam -> naam.replaceFirst("\\..*", ""))
                    .toList();
            assertThat(letters).contains("noto-sans-latin");
            assertThat(letters.contains("noto-sans-arabic")).isEqualTo(taal == Taal.AR);
            assertThat(letters.contains("noto-sans-latin-ext")).isEqualTo(taal == Taal.TR);
            if (taal == Taal.NL) {
                assertThat(List.copyOf(antwoorden).stream()
                                .mapToLong(antwoord -> antwoord.request().sizes().responseBodySize)
                                .sum())
                        .isBetween(30_000L, (long) EERSTE_BEZOEK_NL);
            }
        }
    }

    private static void bekijk(Venster venster, Taal taal, String naam) {
        assertThat(venster.pagina().locator("html")).hasAttribute("lang", taal.code());
        assertThat(venster.pagina().locator("html")).hasAttribute("dir", taal.richting());
        venster.bekijk(naam);
    }

    private static Venster venster(Taal taal) {
        return venster(taal, 390);
    }

    private static Venster venster(Taal taal, int breedte) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }
}
