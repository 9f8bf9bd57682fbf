package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding a group, leading one and arranging them, in a real browser. */
final class GroepReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefdienst DIENST = Proefdienst.start();

    private static final AtomicInteger TELLER = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void a_carer_finds_a_group_and_comes_once(int breedte, Taal taal) {
        try (var venster = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            venster.ga("/");
            venster.link("kies.zoek-groep");
            venster.bekijk("groepen");
            venster.pagina().selectOption("#past", "jong");
            venster.pagina().selectOption("#gesproken", "tr");
            venster.knop("groepen.zoek");
            assertThat(venster.inhoud()).contains(venster.tekst("groepen.leeg"));
            venster.bekijk("groepen-leeg");
            venster.ga("/lotgenotengroepen?past=vrouwen");
            venster.klik(venster.pagina().locator(".r-moment a").first());
            venster.bekijk("groep");
            venster.klik(venster.pagina().locator(".r-moment a").first());
            venster.bekijk("groep-moment");
            venster.pagina().fill("#naam", "Zeynep");
            venster.pagina().fill("#email", "zeynep-%d@voorbeeld.example".formatted(TELLER.incrementAndGet()));
            venster.knop("gegevens.maak");
            if (venster.pagina().locator(".r-foutoverzicht").count() > 0) {
                venster.knop("gegevens.maak"); // so quick that we were asked to press once more
            }
            assertThat(venster.inhoud())
                    .contains(venster.tekst("mail.uw-groep"))
                    .doesNotContain("AMWAHT");
            venster.bekijk("groep-afspraak");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void the_young_come_in_by_their_own_door(int breedte, Taal taal) {
        try (var venster = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            venster.ga("/");
            venster.link("kader.jong");
            assertThat(venster.kop()).isEqualTo(venster.tekst("jong.kop"));
            venster.bekijk("jong");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void a_coordinator_looks_moves_a_meeting_and_gets_a_calendar(int breedte, Taal taal) {
        try (var venster = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            venster.word("coordinator-amwaht-%02d".formatted(5 + TELLER.incrementAndGet()));
            venster.bekijk("eigen-groep");
            // Not the first: that one may be today, when nine o'clock is over.
            venster.klik(
                    venster.pagina().locator(".r-moment .utrecht-button-link").nth(1));
            venster.bekijk("bijeenkomst");
            venster.klik(venster.pagina().locator("form[action$='/vervallen'] button"));
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("bijeenkomst-fout");
            venster.pagina().fill("#begin", "09:15");
            venster.pagina().fill("#eind", "11:15");
            venster.pagina().selectOption("#welke", "volgende");
            venster.klik(venster.pagina().locator("form[action$='/verzetten'] button"));
            assertThat(venster.kop()).isEqualTo(venster.tekst("voorproef.kop"));
            venster.bekijk("voorproef");
            venster.knop("voorproef.doe");
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            venster.bekijk("eigen-groep-gedaan");
            venster.link("menu.groepsagenda");
            venster.bekijk("groepsagenda");
            venster.klik(venster.pagina().locator("form[action='/groep/agenda'] button"));
            assertThat(venster.pagina().locator("#adres")).isVisible();
            venster.bekijk("groepsagenda-nieuw");
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void the_makelaar_sees_all_groups_and_makes_one(int breedte, Taal taal) {
        try (var venster = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            venster.word("makelaar");
            venster.link("menu.groepen");
            venster.bekijk("groepsbeheer");
            venster.link("groepsbeheer.nieuw");
            venster.knop("groepsbeheer.maak");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("groep-nieuw-fout");
            venster.pagina().fill("#naam", "Groep van de reis " + TELLER.incrementAndGet());
            venster.pagina().fill("#doelgroep", "wie op reis is");
            venster.pagina().fill("#begin", "10:00");
            venster.pagina().fill("#eind", "12:00");
            venster.pagina().fill("#plaats", "Zaal " + TELLER.incrementAndGet());
            venster.knop("groepsbeheer.maak");
            assertThat(venster.inhoud()).contains(venster.tekst("groepsbeheer.gemaakt"));
            venster.bekijk("groep-gemaakt");
            venster.link("groepsbeheer.ander-ritme");
            venster.bekijk("groep-ritme");
            venster.pagina().selectOption("#ritme", "maand-1");
            venster.knop("bijeenkomst.bekijk");
            venster.bekijk("groep-ritme-voorproef");
            venster.knop("voorproef.doe");
            assertThat(venster.pagina().locator(".utrecht-alert--ok")).isVisible();
            venster.link("groepsbeheer.wijzig-feiten");
            venster.bekijk("groep-feiten");
            venster.knop("groepsbeheer.bewaar");
            venster.link("groepsbeheer.stop");
            venster.bekijk("groep-stop");
        }
    }
}
