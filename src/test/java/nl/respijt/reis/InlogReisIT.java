package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import nl.respijt.bericht.Verzender;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in by mail in a real browser: ask, read the mail in the mailbox of the demo, type the code or press the button. */
final class InlogReisIT {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4} \\d{4})\\b");
    private static final Pattern LINK = Pattern.compile("/inloggen/[A-Za-z0-9_-]{64}");

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    @ParameterizedTest
    @CsvSource({"390, NL, ans", "1280, NL, mehmet", "390, EN, fatima"})
    void a_carer_signs_in_by_mail_and_sees_the_own_appointments(int breedte, Taal taal, String wie) {
        var adres = wie + "@voorbeeld.example";
        try (var venster = venster(breedte, taal);
                var ander = venster(breedte, taal)) {
            venster.ga("/").link("kader.inloggen");
            assertThat(venster.kop()).isEqualTo(venster.tekst("inloggen.kop"));
            venster.bekijk("inloggen");

            venster.pagina().fill("#email", wie + "@");
            venster.knop("inloggen.knop");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            assertThat(venster.pagina().locator("#email")).hasValue(wie + "@");
            venster.bekijk("inloggen-fout");

            venster.pagina().fill("#email", adres);
            venster.knop("inloggen.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("inlogcode.kop"));
            venster.bekijk("inlogcode");
            venster.pagina().fill("#code", "1234");
            venster.knop("inlogcode.knop");
            assertThat(venster.pagina().locator("#code")).hasValue("1234");
            venster.bekijk("inlogcode-fout");

            var mail = nieuwsteMail(ander, adres);
            venster.pagina().fill("#code", vind(CODE, mail));
            venster.knop("inlogcode.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("mijn.kop"));
            assertThat(venster.pagina().locator(".r-moment").count()).isGreaterThan(1);
            assertThat(venster.pagina().locator(".r-nav [aria-current]")).hasText(venster.tekst("menu.mijn"));
            venster.bekijk("mijn");
            venster.klik(venster.pagina().locator(".r-moment a").first());
            assertThat(venster.kop()).isIn(venster.tekst("afspraak.kop"), venster.tekst("afspraak.kop-aangevraagd"));

            venster.klik(venster.pagina().locator(".r-nav__knop"));
            venster.link("kader.inloggen");
            venster.pagina().fill("#email", adres);
            venster.knop("inloggen.knop");
            var link = vind(LINK, nieuwsteMail(ander, adres));
            ander.ga(link);
            assertThat(ander.kop()).isEqualTo(ander.tekst("inloglink.kop-niet"));
            ander.bekijk("inloglink-niet");
            venster.ga(link);
            venster.bekijk("inloglink");
            venster.knop("inloglink.knop");
            assertThat(venster.kop()).isEqualTo(venster.tekst("mijn.kop"));
        }
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }

    /** As a newcomer reads it, in the mailbox of the demo. */
    private static String nieuwsteMail(Venster venster, String adres) {
        WERELD.dienst().bean(Verzender.class).verzendAlles();
        venster.ga("/demo");
        return venster.pagina()
                .locator(".r-postvak li")
                .filter(new Locator.FilterOptions().setHasText(adres))
                .first()
                .locator(".r-mail")
                .textContent();
    }

    private static String vind(Pattern patroon, String tekst) {
        var vondst = patroon.matcher(tekst);
        assertThat(vondst.find()).as("%s in %s", patroon, tekst).isTrue();
        return vondst.group();
    }
}
