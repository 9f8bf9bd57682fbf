package nl.respijt.aanbieder;

import static nl.respijt.aanbieder.Contractdienst.THUIS;
import static nl.respijt.aanbieder.Contractdienst.VERBLIJF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** Contracts over the API: for the makelaar's own tools, and for a provider about itself. */
final class AanbiederApiTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefaanbieder proef = new Proefaanbieder(dienst);
    private final Klant buiten = new Klant(dienst);
    private final Klant makelaar = buiten.als("makelaar");
    private final Aanbieder hups = proef.met(THUIS, "2029-12-31", "2031-12-31");

    @Test
    void an_extension_is_told_back_and_holds() {
        var antwoord = makelaar.stuur(pad(hups), """
                {"tot": "2031-12-31", "bron": "Brief van 1 december"}""");

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.json())
                .containsEntry("aanbiederId", hups.id().toString())
                .containsEntry("dienst", "thuis")
                .containsEntry("tot", "2031-12-31")
                .containsEntry("verlengbaarTot", "2031-12-31")
                .containsEntry("bron", "Brief van 1 december");
        assertThat(makelaar.haal("/api/v1/aanbieders").tekst())
                .contains("\"id\":\"%s\",\"naam\":\"%s\",\"diensten\":[\"thuis\"],\"contractTot\":\"2031-12-31\""
                        .formatted(hups.id(), hups.naam()));
    }

    @Test
    void every_fault_is_named_at_once() {
        var leeg = makelaar.stuur(pad(hups), "{}");
        assertThat(leeg.status()).isEqualTo(400);
        assertThat(leeg.velden()).containsExactlyInAnyOrder("tot", "bron");

        var fout = makelaar.stuur(pad(hups), """
                {"tot": "31-12-2031", "bron": 7, "dienst": "verblijf", "contract": true}""");
        assertThat(fout.status()).isEqualTo(400);
        assertThat(fout.velden()).containsExactlyInAnyOrder("tot", "bron", "dienst", "contract");
    }

    @Test
    void beyond_the_option_is_a_conflict_that_says_how_far_it_reaches() {
        var antwoord = makelaar.stuur(pad(hups), """
                {"tot": "2032-01-01", "bron": "Brief"}""");

        assertThat(antwoord.status()).isEqualTo(409);
        assertThat(antwoord.probleem()).isEqualTo("contract-na-optie");
        assertThat(antwoord.json()).containsEntry("verlengbaarTot", "2031-12-31");
    }

    @Test
    void a_provider_that_gives_both_is_asked_which() {
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(AanbiederRepository.class).insert(handle, hups.id(), VERBLIJF);
            dienst.bean(ContractRepository.class)
                    .insert(
                            handle,
                            new Aanbiedercontract(
                                    hups.id(),
                                    VERBLIJF,
                                    LocalDate.parse("2029-06-30"),
                                    Optional.empty(),
                                    Contracten.UIT_BESTAND,
                                    Instant.EPOCH,
                                    Contracten.SYSTEEM));
            return hups;
        });

        assertThat(makelaar.stuur(pad(hups), """
                {"tot": "2030-12-31", "bron": "Brief"}""").velden()).containsExactly("dienst");
        var antwoord = makelaar.stuur(pad(hups), """
                {"tot": "2030-12-31", "bron": "Brief", "dienst": "verblijf"}""");
        assertThat(antwoord.json()).containsEntry("dienst", "verblijf").containsEntry("tot", "2030-12-31");
        assertThat(dienst.bean(Contracten.class).geldt(hups.id(), THUIS))
                .hasValueSatisfying(contract -> assertThat(contract.tot()).isEqualTo(LocalDate.parse("2029-12-31")));
    }

    @Test
    void nobody_else_records_and_a_provider_sees_only_itself() {
        var ander = proef.zonderOptie(VERBLIJF, "2029-12-31");
        var eigen = buiten.met(dienst.bean(Sessies.class)
                .open("aanbieder-proef", "Proef", Rol.AANBIEDER, Optional.of(proef.medewerker(hups))));

        assertThat(eigen.haal("/api/v1/aanbieders").tekst())
                .contains(hups.id().toString())
                .doesNotContain(ander.id().toString());
        assertThat(eigen.stuur(pad(hups), """
                {"tot": "2031-12-31", "bron": "Brief"}""").status()).isEqualTo(404);
        assertThat(makelaar.stuur("/api/v1/aanbieders/%s/contract".formatted(UUID.randomUUID()), """
                {"tot": "2031-12-31", "bron": "Brief"}""")
                        .probleem())
                .isEqualTo("niet-gevonden");
        assertThat(buiten.haal("/api/v1/aanbieders").status()).isEqualTo(401);
    }

    @Test
    void the_people_of_the_demo_act_for_their_provider() {
        assertThat(buiten.als("aanbieder-hups").haal("/api/v1/aanbieders").tekst())
                .contains("\"naam\":\"Hups\"")
                .doesNotContain("Logeerhuis");
        assertThat(buiten.als("aanbieder-voorbeeld-logeerhuis-a")
                        .haal("/api/v1/aanbieders")
                        .tekst())
                .contains("\"naam\":\"Voorbeeld Logeerhuis A\"", "\"diensten\":[\"verblijf\"]");
    }

    @Test
    void the_menu_has_the_pages_of_what_a_provider_gives() {
        var thuis = als(hups);
        var verblijf = als(proef.zonderOptie(VERBLIJF, "2029-12-31"));
        var beide = proef.met(THUIS, "2029-12-31", "2031-12-31");
        dienst.bean(Transacties.class)
                .schrijf(handle -> dienst.bean(AanbiederRepository.class).insert(handle, beide.id(), VERBLIJF));

        assertThat(menu(thuis)).contains("/bezoeken", "/medewerkers").doesNotContain("/aanmeldingen");
        assertThat(menu(verblijf)).contains("/aanmeldingen").doesNotContain("/bezoeken", "/medewerkers");
        assertThat(menu(als(beide))).contains("/bezoeken", "/medewerkers", "/aanmeldingen");
        assertThat(begin("aanbieder-hups")).isEqualTo("/bezoeken");
        assertThat(begin("aanbieder-voorbeeld-logeerhuis-a")).isEqualTo("/aanmeldingen");
        var niemands = dienst.bean(Sessies.class).open("proef", "Proef", Rol.AANBIEDER, Optional.of(UUID.randomUUID()));
        assertThat(menu(buiten.met(niemands))).contains("/werkplek");
    }

    private Klant als(Aanbieder aanbieder) {
        var persoon = Optional.of(proef.medewerker(aanbieder));
        return buiten.met(dienst.bean(Sessies.class).open("proef", "Proef", Rol.AANBIEDER, persoon));
    }

    private String begin(String slug) {
        return buiten.formulier("/demo/inloggen", "wie=" + slug).kop("Location").orElseThrow();
    }

    /** As it stands above every page. */
    private static String menu(Klant wie) {
        var pagina = wie.haal("/privacy").tekst();
        return pagina.substring(pagina.indexOf("class=\"r-nav\""), pagina.indexOf("</header>"));
    }

    private static String pad(Aanbieder aanbieder) {
        return "/api/v1/aanbieders/%s/contract".formatted(aanbieder.id());
    }
}
