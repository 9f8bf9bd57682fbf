package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import nl.respijt.tijd.Week;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house answers and keeps a bed to itself, and the desk looks after who waits, in a real browser. */
final class LogeerhuisReisIT {
    private static final String HUIS = "Voorbeeld Logeerhuis B";

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static int weken = 1;

    @BeforeAll
    static void contract() {
        WERELD.contracteer(HUIS);
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, AR"})
    void a_house_answers_and_keeps_a_bed_to_itself(int breedte, Taal taal) {
        var van = vrijeWeek();
        var gast = gevraagd("Ans van Dijk", "gepland", van);
        var spoed = gevraagd("Ko Visser", "nu", WERELD.vandaag());
        try (var venster = venster(breedte, taal)) {
            venster.word("aanbieder-voorbeeld-logeerhuis-b");
            assertThat(venster.kop()).isEqualTo(venster.tekst("aanvragen.kop"));
            assertThat(venster.inhoud()).contains("Ans van Dijk", "Ko Visser", venster.tekst("urgentie.nu"));
            assertThat(venster.pagina().locator("form[action='/aanmeldingen/%s/aanbiedingen'] button".formatted(spoed)))
                    .isVisible();
            venster.bekijk("logeerhuis-aanvragen");

            venster.ga("/aanmeldingen/" + gast);
            assertThat(venster.inhoud()).contains(venster.tekst("zorg.mobiliteit.zelf"), "Houdt van rummikub");
            venster.bekijk("logeerhuis-aanvraag");
            open(venster, "afwijzen.kop");
            venster.knop("afwijzen.knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("logeerhuis-aanvraag-fout");
            bied(venster);
            assertThat(venster.inhoud())
                    .contains(venster.tekst("aanvraag.klaar-geboden"), venster.tekst("bodstand.aangeboden"));
            venster.bekijk("logeerhuis-aangeboden");

            venster.link("menu.bedden");
            assertThat(venster.kop()).isEqualTo(venster.tekst("bedden.kop"));
            blokkeer(venster, "B4", van);
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("logeerhuis-bedden-fout");
            blokkeer(venster, "B1", van);
            assertThat(venster.inhoud()).contains(venster.tekst("bedden.klaar-geblokkeerd"), "Matras is stuk");
            venster.bekijk("logeerhuis-bedden");
            venster.ga("/bedden?als=lijst&week=" + Week.van(van).naam());
            assertThat(venster.inhoud())
                    .contains(venster.tekst("bednacht.vastgehouden"), venster.tekst("bednacht.geblokkeerd"));
            venster.bekijk("logeerhuis-bedden-lijst");
            venster.ga("/bedden").knop("blokkeer.vrij");
            assertThat(venster.inhoud()).contains(venster.tekst("bedden.klaar-vrij"));

            venster.link("menu.huisregels");
            venster.bekijk("logeerhuis-huisregels");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void the_desk_looks_after_who_waits_and_records_what_the_gemeente_decides(int breedte, Taal taal) {
        var gast = gevraagd("Fatma Yilmaz", "gepland", vrijeWeek());
        gevraagd("Bep Jansen", "nu", WERELD.vandaag());
        try (var venster = venster(breedte, taal)) {
            venster.word("makelaar");
            venster.link("menu.logeren");
            assertThat(venster.inhoud()).contains("Fatma Yilmaz", "Bep Jansen", venster.tekst("spoed.vrij"));
            venster.bekijk("makelaar-logeren");

            venster.ga("/makelaar/aanmeldingen/" + gast);
            assertThat(venster.inhoud()).contains(HUIS, venster.tekst("dossier.past-niet"));
            open(venster, "wmo.leg-vast");
            venster.pagina().selectOption("#besluit", "toegekend");
            venster.knop("wmo.knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("makelaar-aanvraag-fout");
            venster.pagina().fill("#nachten", "10");
            venster.knop("wmo.knop");
            assertThat(venster.inhoud())
                    .contains(venster.tekst("dossier.klaar-besluit"), venster.tekst("wmo.stand-toegekend"));
            venster.bekijk("makelaar-aanvraag");
            venster.ga("/bedden").bekijk("makelaar-bedden");
            venster.ga("/huisregels").bekijk("makelaar-huisregels");
        }
    }

    @Test
    void with_only_a_keyboard_a_bed_is_offered() {
        var gast = gevraagd("Toets Enbord", "gepland", vrijeWeek());
        try (var venster = venster(1280, Taal.NL)) {
            venster.word("aanbieder-voorbeeld-logeerhuis-b");
            venster.ga("/aanmeldingen/" + gast);
            new Toetsenbord(venster)
                    .naar("form[action$='/aanbiedingen'] button")
                    .enter();
            assertThat(venster.inhoud()).contains(venster.tekst("aanvraag.klaar-geboden"));
            new Toetsenbord(venster).langsAlles();
            venster.ga("/bedden");
            new Toetsenbord(venster).langsAlles();
        }
    }

    @Test
    void all_of_it_goes_without_script() {
        var gast = gevraagd("Zonder Script", "gepland", vrijeWeek());
        try (var venster =
                Venster.zonderScript(CHROMIUM.browser(), WERELD.dienst().adres(), 390, Taal.NL)) {
            venster.word("aanbieder-voorbeeld-logeerhuis-b");
            venster.ga("/aanmeldingen/" + gast);
            bied(venster);
            assertThat(venster.inhoud()).contains(venster.tekst("aanvraag.klaar-geboden"));
            open(venster, "afwijzen.kop");
            venster.pagina().selectOption("#waarom", "vol");
            venster.knop("afwijzen.knop");
            assertThat(venster.inhoud())
                    .contains(venster.tekst("aanvraag.klaar-afgewezen"))
                    .doesNotContain("Zonder Script");
        }
    }

    private static void bied(Venster venster) {
        venster.klik(
                venster.pagina().locator("form[action$='/aanbiedingen'] button").first());
    }

    private static void blokkeer(Venster venster, String bed, LocalDate van) {
        venster.pagina()
                .locator("#bed option", new Page.LocatorOptions().setHasText(bed))
                .evaluate("keuze => keuze.selected = true");
        venster.pagina().fill("#van", van.toString());
        venster.pagina().fill("#tot", van.plusDays(2).toString());
        venster.pagina().fill("#reden", "Matras is stuk");
        venster.knop("blokkeer.knop");
    }

    private static void open(Venster venster, String sleutel) {
        venster.pagina()
                .locator("summary", new Page.LocatorOptions().setHasText(venster.tekst(sleutel)))
                .press("Enter");
    }

    /** Nights that no other journey asks for. */
    private static synchronized LocalDate vrijeWeek() {
        return WERELD.vandaag().plusWeeks(2 + weken++);
    }

    private static UUID gevraagd(String naam, String urgentie, LocalDate van) {
        var antwoord = new Klant(WERELD.dienst())
                .stuur(
                        "/api/v1/aanmeldingen",
                        """
                        {"wie": {"naam": "%s", "email": "reis-%s@voorbeeld.example"}, "leeftijd": "65+", "urgentie": "%s",
                         "van": "%s", "tot": "%s", "flexibeleDagen": 3, "wlz": "nee", "wmo": "gevraagd",
                         "mobiliteit": "zelf", "nachtzorg": "elke-nacht", "medicatie": "verpleegkundig", "onrust": "geen",
                         "dementie": "nee", "wensen": {"wijk": "Oost", "opmerking": "Houdt van rummikub"}}""".formatted(naam, UUID.randomUUID(), urgentie, van, van.plusDays(3)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        return UUID.fromString(antwoord.json().get("id").toString());
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }
}
