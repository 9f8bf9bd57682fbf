package nl.respijt.reis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stay from the day of arrival to the question afterwards, by the carer on a phone and the house at a desk. */
final class VerblijfReisIT {
    private static final String HUIS = "Voorbeeld Logeerhuis B";
    private static final String SLUG = "aanbieder-voorbeeld-logeerhuis-b";

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @AutoClose
    private static final Proefwereld WERELD = new Proefwereld();

    @BeforeAll
    static void contract() {
        WERELD.contracteer(HUIS);
    }

    @ParameterizedTest
    @CsvSource({"390, NL, B1", "1280, NL, B2", "390, AR, B3"})
    void a_stay_is_prepared_lived_made_longer_and_looked_back_on(int breedte, Taal taal, String bed) {
        var gast = bevestigd(bed);
        var langer = WERELD.vandaag().plusDays(4);
        try (var mantelzorger = venster(breedte, taal);
                var huis = venster(breedte, taal)) {
            mantelzorger.ga(gast.pad() + "/verblijf");
            assertThat(mantelzorger.inhoud()).contains(HUIS, mantelzorger.tekst("uw-verblijf.brief"));
            mantelzorger.bekijk("verblijf-uw");
            mantelzorger.ga(gast.pad() + "/brief").bekijk("verblijf-brief");

            mantelzorger.ga(gast.pad() + "/overdracht").knop("verblijfsoverdracht.bewaar");
            assertThat(mantelzorger.pagina().locator(".r-foutoverzicht")).isFocused();
            mantelzorger.bekijk("verblijf-overdracht-fout");
            mantelzorger.pagina().fill("#dag", "Koffie om tien uur, dan de krant.");
            mantelzorger.pagina().check("#akkoord");
            mantelzorger.knop("verblijfsoverdracht.bewaar");
            assertThat(mantelzorger.inhoud()).contains(mantelzorger.tekst("verblijfsoverdracht.klaar-bewaard"));
            mantelzorger.ga(gast.pad() + "/verblijf").pagina().fill("#tot", langer.toString());
            mantelzorger.klik(mantelzorger.pagina().locator("form[action$='/verblijf/vraag'] button"));

            huis.word(SLUG);
            huis.link("menu.verblijven");
            assertThat(huis.inhoud()).contains(huis.tekst("verblijven.verwacht"));
            huis.bekijk("verblijf-gasten");
            huis.ga("/verblijven/" + gast.id());
            huis.bekijk("verblijf-gast");
            huis.link("verblijven.overdracht");
            assertThat(huis.inhoud()).contains("Koffie om tien uur");
            huis.bekijk("verblijf-overdracht");
            huis.ga("/verblijven/" + gast.id()).knop("verblijven.is-gekomen");
            assertThat(huis.inhoud()).contains(huis.tekst("verblijven.klaar-aankomst"));
            huis.klik(huis.pagina().locator("form[action$='/nachten'] button").first());
            assertThat(huis.inhoud()).contains(huis.tekst("verblijven.klaar-nachten"));
            huis.knop("verblijven.is-vertrokken");
            assertThat(huis.inhoud()).contains(huis.tekst("verblijven.klaar-vertrek"));
            huis.bekijk("verblijf-vertrokken");

            mantelzorger.ga(gast.pad() + "/terugblik");
            mantelzorger.bekijk("verblijf-terugblik");
            mantelzorger.pagina().locator("input[value='goed']").first().check();
            mantelzorger.klik(mantelzorger.pagina().locator("form[action$='/mantelzorger'] button"));
            assertThat(mantelzorger.inhoud()).contains(mantelzorger.tekst("terugblik.bedankt.mantelzorger"));
        }
    }

    /** @param pad the secret page of the carer */
    private record Gast(UUID id, String pad) {}

    /** Arrives today, for three nights, and the gemeente pays ten. */
    private static Gast bevestigd(String bed) {
        var buiten = new Klant(WERELD.dienst());
        var van = WERELD.vandaag();
        var antwoord = buiten.stuur(
                        "/api/v1/aanmeldingen",
                        """
                        {"wie": {"naam": "Ria Bos", "email": "reis-%s@voorbeeld.example"}, "leeftijd": "65+", "urgentie": "nu",
                         "van": "%s", "tot": "%s", "flexibeleDagen": 0, "wlz": "nee", "wmo": "toegekend", "wmoNachten": 10,
                         "mobiliteit": "zelf", "nachtzorg": "geen", "medicatie": "zelf", "onrust": "geen",
                         "dementie": "nee"}""".formatted(UUID.randomUUID(), van, van.plusDays(3)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json();
        var sleutel = antwoord.get("beheersleutel").toString();
        var bod = buiten.als(SLUG)
                .stuur("/api/v1/aanmeldingen/%s/aanbiedingen".formatted(antwoord.get("id")), """
                        {"bed": "%s", "van": "%s", "tot": "%s"}""".formatted(
                                bed, van, van.plusDays(3)))
                .json();
        buiten.stuur(
                "/api/v1/aanbiedingen/%s/aanvaarding".formatted(bod.get("id")),
                "",
                "Authorization",
                "Bearer " + sleutel);
        return new Gast(UUID.fromString(antwoord.get("id").toString()), "/aanmelding/" + sleutel);
    }

    private static Venster venster(int breedte, Taal taal) {
        return Venster.open(CHROMIUM.browser(), WERELD.dienst().adres(), breedte, taal);
    }
}
