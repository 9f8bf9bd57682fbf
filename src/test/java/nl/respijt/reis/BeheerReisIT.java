package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Aanvragen;
import nl.respijt.toegang.Account.Identiteit;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the beheerder sees and does, in a real browser; and what staff sees when their own sign-in is down. */
final class BeheerReisIT {
    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefdienst DIENST = Proefdienst.start(
            Map.of(
                    "RESPIJT_OIDC_ISSUER", "http://127.0.0.1:1/medewerkers",
                    "RESPIJT_OIDC_CLIENT_ID", "respijt",
                    "RESPIJT_OIDC_CLIENT_SECRET", "x"),
            Map.of());

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL", "390, EN"})
    void the_beheerder_gives_access_and_closes_it(int breedte, Taal taal) {
        var naam = "Voorbeeld Aanvrager " + taal + breedte;
        DIENST.bean(Aanvragen.class)
                .doe(
                        new Identiteit(
                                "https://inloggen.voorbeeld.example",
                                UUID.randomUUID().toString()),
                        naam,
                        "aanvrager-%s-%d@voorbeeld.example".formatted(taal.code(), breedte));
        try (var venster = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            venster.ga("/demo").klik(AriaRole.BUTTON, "Voorbeeld Beheerder");
            assertThat(venster.kop()).isEqualTo(venster.tekst("beheer.kop"));
            venster.bekijk("beheer-toegang");

            venster.klik(venster.pagina()
                    .locator("a", new Page.LocatorOptions().setHasText(venster.tekst("beheer.beslis") + ": " + naam)));
            venster.bekijk("beheer-aanvraag");
            venster.knop("beheer.geef-toegang");
            assertThat(venster.pagina().locator(".r-foutoverzicht")).isFocused();
            venster.bekijk("beheer-aanvraag-fout");
            venster.pagina().selectOption("#rol", "gemeente");
            venster.knop("beheer.geef-toegang");
            assertThat(venster.inhoud()).contains(venster.tekst("beheer.klaar-toegang"));

            venster.klik(AriaRole.LINK, naam);
            venster.knop("beheer.blokkeer");
            assertThat(venster.inhoud()).contains(venster.tekst("beheer.klaar-geblokkeerd"));
            venster.klik(AriaRole.LINK, naam);
            venster.bekijk("beheer-account");

            venster.ga("/beheer/toegang");
            venster.link("beheer.nodig-uit");
            venster.knop("beheer.nodig-uit-knop");
            venster.bekijk("beheer-uitnodigen-fout");
            venster.pagina().fill("#naam", naam);
            venster.pagina().fill("#email", "vera-%s-%d@voorbeeld.example".formatted(taal.code(), breedte));
            venster.pagina().selectOption("#rol", "verwijzer");
            venster.pagina().fill("#organisatie", "Voorbeeld Buurtteam");
            venster.knop("beheer.nodig-uit-knop");
            assertThat(venster.inhoud()).contains(venster.tekst("beheer.klaar-uitgenodigd"));
        }
    }

    @ParameterizedTest
    @CsvSource({"390, NL", "1280, NL"})
    void staff_whose_own_sign_in_is_down_is_told_so(int breedte, Taal taal) {
        try (var venster = Venster.open(CHROMIUM.browser(), DIENST.adres(), breedte, taal)) {
            venster.ga("/inloggen");
            venster.bekijk("inloggen-met-medewerkers");
            venster.link("medewerker.log-in");
            assertThat(venster.kop()).isEqualTo(venster.tekst("medewerker.niet-bereikbaar"));
            venster.bekijk("medewerker-niet-bereikbaar");
        }
    }
}
