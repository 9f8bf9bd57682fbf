package nl.respijt.kortverblijf.doorlooptijd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.kortverblijf.Verblijf;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import nl.respijt.web.Toeval;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoorlooptijdPaginaTest {
    private static final Proefdienst DIENST = Proefdienst.gedeeld();
    private final Klant gemeente = new Klant(DIENST)
            .met(DIENST.bean(Sessies.class).open("gemeente", "Gemeente", Rol.GEMEENTE, Optional.empty()));

    @BeforeAll
    static void zes_aanvragen() {
        var verblijf = new Proefverblijf(DIENST);
        verblijf.huis(1);
        var van = verblijf.vandaag().plusDays(30);
        for (var n = 0; n < 6; n++) {
            new Klant(DIENST)
                    .stuur(
                            "/api/v1/aanmeldingen",
                            Proefverblijf.intake(van, van.plusDays(3)),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
        }
    }

    @Test
    void the_gemeente_sees_figures_and_nobody() {
        var pagina = gemeente.haal("/doorlooptijd");

        assertThat(pagina.status()).isEqualTo(200);
        assertThat(Toeval.uit(pagina.tekst()))
                .contains("Hoe lang het duurt", "Eerste nacht", "Gepland")
                .doesNotContain("Ans");
    }

    @Test
    void the_same_at_the_api_and_nothing_of_a_period_without_requests() {
        var leeg = gemeente.haal("/api/v1/doorlooptijd?van=2019-01-01&tot=2019-12-31");
        assertThat(leeg.status()).isEqualTo(200);
        assertThat(leeg.tekst()).contains("\"perMaand\":[]").doesNotContain("\"aantal\":0");
        assertThat(gemeente.haal("/doorlooptijd?van=2019-01-01&tot=2019-12-31").tekst())
                .contains("Er zijn nog te weinig aanvragen");

        var vandaag = DIENST.bean(Klok.class).vandaag();
        assertThat(gemeente.haal("/api/v1/doorlooptijd?van=%s&tot=%s".formatted(vandaag, vandaag))
                        .tekst())
                .contains("\"stap\":\"verzonden\"", "\"mediaan\":\"PT");
    }

    @Test
    void whoever_comes_on_the_day_itself_waited_no_days_and_not_a_minute() {
        try (var eigen = Proefdienst.start()) {
            var verblijf = new Proefverblijf(eigen);
            var vandaag = verblijf.vandaag();
            var huis = verblijf.huis(6);
            for (var n = 0; n < 6; n++) {
                verblijf.bevestigd(huis, n, new Verblijf(vandaag, vandaag.plusDays(2)));
            }
            var pagina = new Klant(eigen)
                    .met(eigen.bean(Sessies.class).open("gemeente", "Gemeente", Rol.GEMEENTE, Optional.empty()))
                    .haal("/doorlooptijd")
                    .tekst();

            assertThat(bij(pagina, "Eerste nacht")).contains("0 dagen").doesNotContain("minu");
            assertThat(bij(pagina, "Verstuurd")).contains("1 minuut");
        }
    }

    @Test
    void a_count_that_tells_another_is_hidden_and_not_called_small() {
        try (var eigen = Proefdienst.start()) {
            var verblijf = new Proefverblijf(eigen);
            var vandaag = verblijf.vandaag();
            for (var n = 0; n < 6; n++) {
                verblijf.gast(new Verblijf(vandaag.plusDays(20), vandaag.plusDays(22)), OptionalInt.empty());
            }
            var spoed = Proefverblijf.intake(vandaag, vandaag.plusDays(2)).replace("\"gepland\"", "\"nu\"");
            assertThat(new Klant(eigen)
                            .stuur("/api/v1/aanmeldingen", spoed, "Idempotency-Key", "een-met-spoed-0001")
                            .status())
                    .isEqualTo(201);
            var pagina = new Klant(eigen)
                    .met(eigen.bean(Sessies.class).open("gemeente", "Gemeente", Rol.GEMEENTE, Optional.empty()))
                    .haal("/doorlooptijd")
                    .tekst();

            assertThat(pagina).contains("Alle 7 aanvragen samen").doesNotContain("minder dan");
            assertThat(pagina.substring(pagina.indexOf("Per haast")))
                    .contains("Gepland", "Nu", "niet te zien")
                    .doesNotContain(">6<", ">1<");
        }
    }

    /** What the list above the tables says of this step. */
    private static String bij(String pagina, String stap) {
        var begin = pagina.indexOf("<dt>" + stap);
        assertThat(begin).as(stap).isPositive();
        return pagina.substring(begin, pagina.indexOf("</dd>", begin));
    }

    @Test
    void a_period_that_is_none_says_what_to_do() {
        var pagina = gemeente.haal("/doorlooptijd?van=2027-02-01&tot=2027-01-01");
        assertThat(pagina.status()).isEqualTo(422);
        assertThat(pagina.tekst()).contains("Draai ze om", "2027-02-01");
        assertThat(gemeente.haal("/api/v1/doorlooptijd?van=1990-01-01").status())
                .isEqualTo(400);
    }

    @Test
    void a_house_sees_no_figures_of_others() {
        var huis =
                new Klant(DIENST).met(DIENST.bean(Sessies.class).open("huis", "Huis", Rol.AANBIEDER, Optional.empty()));
        assertThat(huis.haal("/doorlooptijd").status()).isEqualTo(404);
        assertThat(huis.haal("/api/v1/doorlooptijd").status()).isEqualTo(404);
    }
}
