package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.respijt.boeking.Moment;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The journeys of all who use the pages, in a real browser: on a phone and on a desk, in Dutch and in English; the busiest in Arabic
 * too. A carer in each language: {@link TalenReisIT}.
 */
final class ReisIT {
    /** Of all that is free only places in a house; what comes first of everything depends on the hour. */
    private static final String HUIZEN = "/momenten?soort=huis";

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int reizigers;

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void a_carer_chooses_books_moves_and_cancels(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            venster.ga("/");
            assertThat(venster.kop()).isEqualTo(venster.tekst("kies.kop"));
            venster.bekijk("1-kies");
            venster.pagina().selectOption("#dagdeel", "avond");
            venster.knop("kies.laat-zien");
            assertThat(venster.pad()).contains("dagdeel=avond");
            venster.bekijk("1-kies-avond");

            venster.ga(HUIZEN);
            venster.klik(venster.pagina()
                    .locator(".r-moment .utrecht-button-link--primary-action")
                    .first());
            assertThat(venster.pagina().title()).startsWith(venster.tekst("gegevens.titel"));
            venster.bekijk("2-gegevens");

            venster.pagina().fill("#email", "ans@");
            venster.knop("gegevens.maak");
            assertThat(venster.pagina().title()).startsWith(venster.tekst("fout.titel"));
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            assertThat(venster.pagina().locator("#email")).hasValue("ans@");
            assertThat(venster.pagina().locator("#email")).hasAttribute("aria-describedby", "email-uitleg email-fout");
            venster.bekijk("2-gegevens-fout");
            venster.een(AriaRole.LINK, venster.tekst("fout.geen-naam")).click();
            assertThat(venster.pagina().locator("#naam")).isFocused();

            var email = email();
            venster.pagina().fill("#naam", "Zoë ’t Hart-Öztürk");
            venster.pagina().fill("#email", email);
            venster.pagina().selectOption("#personen", "2");
            venster.pagina().check("#iemandMee");
            venster.knop("gegevens.maak");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            assertThat(venster.inhoud()).contains(email, "Zoë ’t Hart-Öztürk", venster.tekst("gegevens.aantal", 2));
            assertThat(venster.pagina().locator(".r-code").innerText()).isNotBlank();
            venster.bekijk("3-bevestiging");

            var agenda = venster.een(AriaRole.LINK, venster.tekst("afspraak.in-agenda"))
                    .getAttribute("href");
            var bestand =
                    venster.pagina().request().get(WERELD.dienst().adres(agenda).toString());
            assertThat(bestand.headers().get("content-type")).startsWith("text/calendar");
            assertThat(bestand.text()).contains("BEGIN:VEVENT");

            venster.link("afspraak.verzet-knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("verzetten.kop"));
            venster.bekijk("4-verzetten");
            venster.pagina().locator("input[name=momentId]").last().check();
            venster.knop("verzetten.knop");
            assertThat(venster.inhoud()).contains(venster.tekst("afspraak.verzet"));
            venster.bekijk("4-verzet");

            venster.link("afspraak.zeg-af");
            venster.bekijk("5-afzeggen");
            venster.knop("afzeggen.ja");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-geannuleerd"));
            venster.bekijk("5-afgezegd");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void who_comes_too_late_gets_what_is_near_and_keeps_what_was_typed(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            var vol = WERELD.eigenMoment();
            WERELD.maakVol(vol);
            venster.ga(pad(vol));
            assertThat(venster.kop()).isEqualTo(venster.tekst("boeking.vol.titel"));
            assertThat(venster.pagina().locator("main a[href^='tel:']").first()).isVisible();
            assertThat(venster.pagina().locator(".r-moment").count()).isPositive();
            venster.bekijk("6-vol");

            var moment = WERELD.eigenMoment();
            venster.ga(pad(moment));
            venster.pagina().fill("#naam", "Wil van den Berg");
            venster.pagina().fill("#telefoon", "06 8" + "%07d".formatted(volgende()));
            WERELD.maakVol(moment);
            venster.knop("gegevens.maak");
            assertThat(venster.kop()).isEqualTo(venster.tekst("boeking.vol.kop"));
            assertThat(venster.pagina().locator("main a[href^='tel:']").first()).isVisible();
            venster.bekijk("6-net-vol");
            venster.knop("boeking.neem-dit");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            assertThat(venster.inhoud()).contains("Wil van den Berg", venster.tekst("afspraak.geen-mail"));
            venster.bekijk("3-bevestiging-zonder-mail");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void whoever_looks_around_finds_houses_and_help(int breedte, Taal taal) throws IOException {
        try (var venster = venster(breedte, taal)) {
            venster.ga("/").link("kader.huizen");
            venster.bekijk("huizen");
            venster.klik(venster.pagina().locator("main h2 a").first());
            var gegevens = new ObjectMapper()
                    .readTree(venster.pagina()
                            .locator("script[type='application/ld+json']")
                            .textContent());
            assertThat(gegevens.path("@context").asText()).isEqualTo("https://schema.org");
            assertThat(gegevens.path("name").asText()).isNotBlank();
            venster.bekijk("huis");
            for (var pagina : new String[] {"privacy", "toegankelijkheid", "contact"}) {
                venster.link("kader." + pagina);
                assertThat(venster.kop()).isEqualTo(venster.tekst(pagina + ".kop"));
                venster.bekijk(pagina);
            }
            venster.ga("/bestaat-niet");
            assertThat(venster.kop()).isEqualTo(venster.tekst("probleem.niet-gevonden"));
            venster.bekijk("404");
            venster.ga("/makelaar/week");
            assertThat(venster.kop()).isEqualTo(venster.tekst("inloggen.kop"));
            venster.bekijk("niet-ingelogd");
            venster.link("kader.demo-link");
            venster.bekijk("demo");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN", "1280, AR"})
    void the_makelaar_runs_the_week(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal);
                var mantelzorger = venster(breedte, taal)) {
            word(venster, "Voorbeeld Makelaar");
            assertThat(venster.kop()).isEqualTo(venster.tekst("week.kop"));
            venster.bekijk("makelaar-week");
            venster.ga("/makelaar/week?vorm=lijst").bekijk("makelaar-week-lijst");
            venster.ga("/makelaar/week");

            var moment = openWaarIemandKan(venster);
            venster.bekijk("openstelling");
            zetErop(venster, 1, venster.tekst("weigering.kort-niet-getraind"));
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            assertThat(venster.inhoud()).contains(naDeNaam(venster, "weigering.niet-getraind"));
            venster.bekijk("openstelling-geweigerd");
            zetErop(venster, 0, "");
            assertThat(venster.inhoud()).contains(venster.tekst("openstelling.klaar-gepland"));
            venster.bekijk("openstelling-gepland");

            venster.link("week.boek-voor-iemand");
            assertThat(venster.kop()).isEqualTo(venster.tekst("gegevens.kop-makelaar"));
            venster.bekijk("beller");
            venster.pagina().fill("#naam", "Beller Nummer " + reizigers);
            venster.pagina().fill("#telefoon", "06 8" + "%07d".formatted(volgende()));
            venster.knop("gegevens.maak");
            venster.bekijk("beller-bevestiging");
            venster.link("afspraak.brief");
            assertThat(venster.inhoud()).contains("Beller Nummer");
            venster.bekijk("brief");
            assertThat(bladen(venster.pagina())).isEqualTo(1);

            var email = email();
            mantelzorger.ga(pad(moment));
            mantelzorger.pagina().fill("#naam", "Fatima");
            mantelzorger.pagina().fill("#email", email);
            mantelzorger.knop("gegevens.maak");
            var afspraak = mantelzorger.pad().replaceFirst("\\?.*", "");

            venster.ga("/makelaar/momenten/" + moment.id().waarde()).bekijk("openstelling-met-gasten");
            venster.knop("openstelling.gelast-af");
            assertThat(venster.inhoud()).contains(venster.tekst("openstelling.geen-reden"));
            venster.bekijk("openstelling-zonder-reden");
            venster.pagina().fill("#reden", "De verwarming is stuk");
            venster.knop("openstelling.gelast-af");
            assertThat(venster.inhoud()).contains(venster.tekst("openstelling.klaar-afgelast"));
            venster.bekijk("openstelling-afgelast");

            mantelzorger.ga(afspraak);
            assertThat(mantelzorger.kop()).isEqualTo(venster.tekst("afspraak.kop-vervallen"));
            assertThat(mantelzorger.pagina().locator("input[name=momentId]").count())
                    .isPositive();
            mantelzorger.bekijk("afspraak-vervallen");
            mantelzorger.ga("/demo").knop("demo.taken");
            var post = mantelzorger.pagina().locator(".r-postvak li").filter(met(email));
            assertThat(post.first()).isVisible();
            post.first().locator("summary").click();
            assertThat(post.first()).containsText("De verwarming is stuk");
            mantelzorger.bekijk("demo-post");

            venster.ga("/makelaar/belijst");
            assertThat(venster.inhoud()).contains("Beller Nummer");
            venster.bekijk("belijst");
            var aantal = venster.pagina().locator("main section").count();
            venster.klik(venster.pagina().locator("main section form button").first());
            assertThat(venster.pagina().locator("main section").count()).isEqualTo(aantal - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void the_makelaar_closes_a_day(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            word(venster, "Voorbeeld Makelaar");
            venster.link("menu.huizen");
            venster.bekijk("huizenbeheer");
            venster.knop("huizenbeheer.sluit-knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("huizenbeheer-fout");
            venster.pagina()
                    .fill(
                            "#van",
                            LocalDate.now(java.time.ZoneOffset.UTC)
                                    .plusDays(90L + volgende())
                                    .toString());
            venster.pagina().fill("#reden", "Onderhoud");
            venster.knop("huizenbeheer.sluit-knop");
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            assertThat(venster.inhoud()).contains("Onderhoud");
            venster.bekijk("huizenbeheer-gesloten");
            venster.ga("/makelaar/belijst").link("teksten.naar");
            assertThat(venster.kop()).isEqualTo(venster.tekst("teksten.kop"));
            venster.bekijk("teksten");
            venster.ga("/makelaar/teksten?van=ar&deel=mijn").bekijk("teksten-deel");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN", "1280, AR"})
    void the_makelaar_records_that_a_contract_goes_on(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            word(venster, "Voorbeeld Makelaar");
            venster.link("menu.aanbieders");
            venster.bekijk("aanbieders");
            venster.klik(venster.pagina()
                    .locator("main a[href^='/makelaar/aanbieders/']")
                    .first());
            venster.knop("contract.knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("aanbieder-fout");
            venster.pagina()
                    .fill(
                            "#tot-thuis",
                            LocalDate.parse("2028-01-01").plusDays(volgende()).toString());
            venster.pagina().fill("#bron-thuis", "Brief van de gemeente");
            venster.knop("contract.knop");
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            assertThat(venster.inhoud()).contains("Brief van de gemeente");
            venster.bekijk("aanbieder");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN", "1280, AR"})
    void a_host_finds_the_own_diensten_and_a_calendar(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            venster.ga("/demo");
            var gastheren = venster.pagina().locator("button[value^='gastheer-']");
            var gastheer = gastheren.nth(volgende() % gastheren.count());
            if (!gastheer.isVisible()) {
                gastheer.locator("xpath=ancestor::details/summary").click();
            }
            venster.klik(gastheer);
            assertThat(venster.kop()).isEqualTo(venster.tekst("rooster.kop"));
            venster.bekijk("rooster");
            venster.link("rooster.in-agenda-knop");
            venster.bekijk("rooster-agenda");
            venster.knop("rooster-agenda.maak");
            assertThat(venster.pagina().locator("#adres")).hasValue(Pattern.compile("https?://.+\\.ics"));
            venster.bekijk("rooster-agenda-nieuw");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void roles_whose_pages_are_still_to_come_say_so(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            word(venster, "Voorbeeld Beleidsmedewerker");
            venster.bekijk("werkplek");
            venster.klik(AriaRole.BUTTON, venster.tekst("kader.uitloggen", "Voorbeeld Beleidsmedewerker"));
            venster.ga("/werkplek");
            assertThat(venster.kop()).isEqualTo(venster.tekst("inloggen.kop"));
        }
    }

    @Test
    void all_of_it_goes_by_keyboard() {
        try (var venster = venster(1280, Taal.NL)) {
            var toetsen = new Toetsenbord(venster);
            venster.ga(HUIZEN);
            toetsen.naar(".utrecht-skip-link");
            toetsen.naar(".r-moment .utrecht-button-link--primary-action").enter();
            toetsen.naar("#naam").typ("Mehmet").naar("#email").typ(email());
            toetsen.naar("#personen").druk("ArrowDown").naar("#iemandMee").druk("Space");
            toetsen.naar("main button[type=submit]").enter();
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            assertThat(venster.inhoud()).contains(venster.tekst("gegevens.aantal", 2));
            toetsen.naar("a[href$='/verzetten']").enter();
            toetsen.naar("input[name=momentId]").druk("ArrowDown");
            toetsen.naar("main button[type=submit]").enter();
            assertThat(venster.inhoud()).contains(venster.tekst("afspraak.verzet"));
            toetsen.naar("a[href$='/afzeggen']").enter();
            toetsen.naar("main button[type=submit]").enter();
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-geannuleerd"));
        }
    }

    @Test
    void the_makelaar_and_the_demo_go_by_keyboard_too() {
        try (var venster = venster(1280, Taal.NL)) {
            var toetsen = new Toetsenbord(venster);
            venster.ga("/demo");
            toetsen.naar("button[value=makelaar]").enter();
            assertThat(venster.kop()).isEqualTo(venster.tekst("week.kop"));
            toetsen.langsAlles();
            venster.ga("/makelaar/huizen");
            toetsen.langsAlles();
            venster.ga("/demo");
            toetsen.langsAlles();
        }
    }

    @Test
    void all_of_it_goes_without_script() {
        try (var venster =
                Venster.zonderScript(CHROMIUM.browser(), WERELD.dienst().adres(), 390, Taal.NL)) {
            venster.ga(HUIZEN);
            venster.klik(venster.pagina()
                    .locator(".r-moment .utrecht-button-link--primary-action")
                    .first());
            venster.knop("gegevens.maak");
            assertThat(venster.pagina().title()).startsWith(venster.tekst("fout.titel"));
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.pagina().fill("#naam", "Joke");
            venster.pagina().fill("#email", email());
            venster.knop("gegevens.maak");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            venster.link("afspraak.verzet-knop");
            venster.knop("verzetten.knop");
            assertThat(venster.inhoud()).contains(venster.tekst("afspraak.verzet"));
            venster.link("afspraak.zeg-af");
            venster.knop("afzeggen.ja");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-geannuleerd"));
            word(venster, "Voorbeeld Makelaar");
            assertThat(venster.kop()).isEqualTo(venster.tekst("week.kop"));
        }
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }

    private static int volgende() {
        return ++reizigers;
    }

    private static String email() {
        return "reiziger-%d@voorbeeld.example".formatted(volgende());
    }

    private static String pad(Moment moment) {
        return "/momenten/" + moment.id().waarde();
    }

    private static com.microsoft.playwright.Locator.FilterOptions met(String tekst) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(tekst);
    }

    private static void word(Venster venster, String naam) {
        venster.ga("/demo").klik(AriaRole.BUTTON, naam);
    }

    /** Goes from week to week until the openstelling is there, as a makelaar would. */
    private static void openInWeek(Venster venster, Moment moment) {
        var cel = venster.pagina()
                .locator("a.r-cel[href='/makelaar/momenten/%s']:visible"
                        .formatted(moment.id().waarde()));
        for (var week = 0; week < 9 && cel.count() == 0; week++) {
            venster.link("kies.volgende-week");
        }
        venster.klik(cel);
    }

    /** On some days all hosts have what they can. */
    private static Moment openWaarIemandKan(Venster venster) {
        var moment = WERELD.eigenMoment();
        openInWeek(venster, moment);
        while (venster.pagina()
                        .locator("#gastheerId optgroup")
                        .first()
                        .locator("option")
                        .count()
                == 0) {
            moment = WERELD.eigenMoment();
            venster.ga("/makelaar/week");
            openInWeek(venster, moment);
        }
        return moment;
    }

    /** Picks a host from those who can (0) or cannot (1), whose option says so. */
    private static void zetErop(Venster venster, int groep, String woorden) {
        var keuze = venster.pagina()
                .locator("#gastheerId optgroup")
                .nth(groep)
                .locator("option")
                .filter(met(woorden))
                .first();
        venster.pagina().selectOption("#gastheerId", keuze.getAttribute("value"));
        venster.knop("openstelling.zet");
    }

    /** What a text says after its first place, wherever the language puts that. */
    private static String naDeNaam(Venster venster, String sleutel) {
        var patroon = venster.t().patroon(sleutel);
        return patroon.substring(patroon.indexOf("{0}") + 3)
                .replace("\u2069", "")
                .strip();
    }

    /** How many sheets of A4 the page takes on paper. */
    private static int bladen(Page pagina) {
        var pdf = new String(
                pagina.pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(java.nio.file.Path.of("target", "schermen", "brief.pdf"))),
                StandardCharsets.ISO_8859_1);
        return (int) Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
    }
}
