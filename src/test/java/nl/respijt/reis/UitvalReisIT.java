package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Moment;
import nl.respijt.respijtthuis.Medewerker;
import nl.respijt.respijtthuis.Proefthuis;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who drops out, and who goes out while somebody is with their naaste, in a real browser. Ans is visited by Hups already. */
final class UitvalReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    private static final Proefthuis THUIS = new Proefthuis(WERELD.dienst());

    @BeforeAll
    static void somebody_can_come_today() {
        THUIS.straks(medewerker());
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, AR"})
    void a_carer_lays_down_a_plan_and_has_somebody_within_two_taps(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            word(venster, "Voorbeeld Ans");
            venster.link("menu.plan-b");
            venster.bekijk("plan-b");
            venster.pagina().fill("#naam", "Bep");
            venster.pagina().fill("#nummer", "");
            venster.knop("plan-b.bewaar");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("plan-b-fout");
            venster.pagina().fill("#nummer", "06 12 34 56 78");
            venster.pagina().selectOption("#aanbieder", "Hups");
            venster.pagina().selectOption("#voor", "volwassene");
            venster.pagina().fill("#adres", "Planlaan 7");
            venster.pagina().fill("#postcode", "3582 AB");
            venster.pagina().fill("#zorg", "Medicijnen in de la.\nOm acht uur.");
            venster.pagina().check("#akkoord");
            venster.knop("plan-b.bewaar");
            assertThat(venster.inhoud()).contains(venster.tekst("plan-b.klaar-bewaard"));
            venster.bekijk("plan-b-bewaard");
            venster.link("plan-b.druk-af");
            assertThat(venster.inhoud()).contains("Medicijnen in de la.", "Planlaan 7", "Bep");
            venster.bekijk("plan-b-overdracht");

            venster.link("menu.val-uit");
            assertThat(venster.kop()).isEqualTo(venster.tekst("uitval.kop"));
            assertThat(venster.pagina().locator(".r-bel-nu a[href^='tel:']")).isVisible();
            venster.bekijk("uitval");
            venster.klik(venster.pagina().locator("form[action='/ik-val-uit/bezoek'] button"));
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            venster.bekijk("uitval-er-komt-iemand");
            venster.link("afspraak.zeg-af");
            venster.knop("afzeggen.ja");

            venster.ga("/mijn/plan-b").knop("plan-b.haal-weg");
            assertThat(venster.inhoud()).contains(venster.tekst("plan-b.klaar-weg"));
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void whom_nobody_can_come_to_is_called_first(int breedte, Taal taal) {
        try (var venster = venster(breedte, taal)) {
            word(venster, "Voorbeeld Mehmet");
            venster.link("menu.val-uit");
            if (venster.inhoud().contains(venster.tekst("uitval.bel-mij-knop"))) {
                venster.knop("uitval.bel-mij-knop");
            }
            assertThat(venster.inhoud()).contains(venster.tekst("uitval.wij-bellen"));
            venster.bekijk("uitval-wij-bellen");

            word(venster, "Voorbeeld Makelaar");
            venster.ga("/makelaar/belijst");
            assertThat(venster.pagina().locator(".r-kaart").first()).containsText(venster.tekst("belijst.nu"));
            assertThat(venster.pagina().locator(".r-kaart").first()).containsText("Voorbeeld Mehmet");
            venster.bekijk("uitval-belijst");
            venster.klik(venster.een(AriaRole.LINK, venster.tekst("mail.uitval.knop")));
            assertThat(venster.kop()).contains("Voorbeeld Mehmet");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void a_carer_has_somebody_at_home_while_out(int breedte, Taal taal) {
        var uitje = uitje();
        try (var venster = venster(breedte, taal)) {
            boek(venster, uitje);
            venster.link("naaste.ja");
            venster.bekijk("naaste");
            venster.knop("naaste.knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("naaste-fout");
            venster.pagina().selectOption("#voor", "volwassene");
            venster.pagina().fill("#adres", "Kanariestraat 12");
            venster.pagina().fill("#postcode", "3582 AB");
            venster.knop("naaste.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-aangevraagd"));
            venster.bekijk("naaste-gevraagd");
        }
    }

    @Test
    void with_only_a_keyboard_somebody_drops_out() {
        try (var venster = venster(1280, Taal.NL)) {
            word(venster, "Voorbeeld Ans");
            new Toetsenbord(venster).naar(".r-nav__dringend a").enter();
            assertThat(venster.kop()).isEqualTo(venster.tekst("uitval.kop"));
            new Toetsenbord(venster).naar("main form button").enter();
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            venster.link("afspraak.zeg-af");
            venster.knop("afzeggen.ja");
            venster.ga("/mijn/plan-b");
            new Toetsenbord(venster).langsAlles();
        }
    }

    @Test
    void all_of_it_goes_without_script() {
        var uitje = uitje();
        try (var venster =
                Venster.zonderScript(CHROMIUM.browser(), WERELD.dienst().adres(), 390, Taal.NL)) {
            boek(venster, uitje);
            venster.link("naaste.ja");
            venster.pagina().selectOption("#voor", "volwassene");
            venster.pagina().fill("#adres", "Kanariestraat 12");
            venster.pagina().fill("#postcode", "3582 AB");
            venster.knop("naaste.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-aangevraagd"));
            word(venster, "Voorbeeld Ans");
            venster.link("menu.val-uit");
            venster.klik(venster.pagina().locator("form[action='/ik-val-uit/bezoek'] button"));
            assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
            venster.link("afspraak.zeg-af");
            venster.knop("afzeggen.ja");
        }
    }

    private static void boek(Venster venster, Moment uitje) {
        venster.ga("/momenten/" + uitje.id().waarde());
        venster.pagina().fill("#naam", "Zoë");
        venster.pagina().fill("#email", "zoe-%s@voorbeeld.example".formatted(java.util.UUID.randomUUID()));
        venster.knop("gegevens.maak");
        assertThat(venster.kop()).isEqualTo(venster.tekst("afspraak.kop-nieuw"));
    }

    /** A place in a house, with somebody who can be at home at that time. */
    private static Moment uitje() {
        var moment = WERELD.eigenMoment();
        var van = Tijdzone.lokaal(moment.tijdvak().van());
        THUIS.moment(
                medewerker(),
                van.toLocalDate(),
                van.toLocalTime().toString(),
                van.toLocalTime().plusHours(3).toString());
        return moment;
    }

    private static Medewerker medewerker() {
        return THUIS.medewerker(hups());
    }

    private static Aanbieder hups() {
        return WERELD.dienst().bean(Aanbieders.class).alle().stream()
                .filter(een -> een.naam().equals("Hups"))
                .findFirst()
                .orElseThrow();
    }

    private static void word(Venster venster, String naam) {
        venster.ga("/demo").klik(AriaRole.BUTTON, naam);
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }
}
