package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.Test;

/** The open form: whom it doubts presses once more and loses nothing. */
final class BoekingFormulierTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);

    @Test
    void who_fills_the_field_that_nobody_sees_is_asked_once_more() {
        var moment = Proefmoment.in(dienst).publiceer();
        var adres = Proefwens.nieuwAdres();

        var eerst = klant.formulier("/boekingen", velden(klant, moment, adres) + "&onderwerp=koop");

        assertThat(eerst.status()).isEqualTo(409);
        assertThat(eerst.tekst())
                .contains("Druk dan nog een keer op de knop", "value=\"" + adres + "\"", "value=\"Ans\"");
        assertThat(eerst.tekst()).contains("name=\"onderwerp\" type=\"text\" value=\"\"");
        var weer = klant.formulier("/boekingen", verborgen(eerst.tekst(), moment, adres));
        assertThat(weer.status()).isEqualTo(303);
    }

    @Test
    void many_who_are_quicker_than_people_in_one_minute_are_asked_once_more_and_the_makelaar_is_not() {
        try (var eigen = Proefdienst.start()) {
            var buiten = new Klant(eigen);
            var moment = Proefmoment.in(eigen).met(500).publiceer();
            Klant.Antwoord laatste = null;
            for (var vlug = 0; vlug < 70 && (laatste == null || laatste.status() == 303); vlug++) {
                laatste = buiten.formulier("/boekingen", velden(buiten, moment, Proefwens.nieuwAdres()));
                assertThat(vlug > 10 || laatste.status() == 303)
                        .as("somebody quick")
                        .isTrue();
            }

            assertThat(laatste.status()).isEqualTo(409);
            var makelaar = buiten.als("makelaar");
            assertThat(makelaar.formulier("/boekingen", velden(makelaar, moment, Proefwens.nieuwAdres()))
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_fifth_appointment_on_the_page_is_the_makelaars_to_make() {
        var adres = Proefwens.nieuwAdres();
        var eerste = Proefmoment.in(dienst).publiceer();
        for (var dag = 0; dag < 4; dag++) {
            var moment = Proefmoment.in(dienst).op(eerste.datum().plusDays(dag)).publiceer();
            assertThat(klant.formulier("/boekingen", velden(klant, moment, adres))
                            .status())
                    .isEqualTo(303);
        }
        var vijfde = Proefmoment.in(dienst).op(eerste.datum().plusDays(9)).publiceer();

        var pagina = klant.formulier("/boekingen", velden(klant, vijfde, adres));
        var api = klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(vijfde).email(adres).json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());

        assertThat(pagina.status()).isEqualTo(409);
        assertThat(pagina.tekst()).contains("href=\"#email\"", "value=\"" + adres + "\"");
        ApiTest.geweigerd(api, 409, "te-veel-afspraken");
        assertThat(api.json()).containsKey("telefoon").doesNotContainKey("alternatieven");
    }

    private static String velden(Klant klant, Moment moment, String adres) {
        return verborgen(klant.haal("/momenten/" + moment.id().waarde()).tekst(), moment, adres);
    }

    /** The form as the page gave it, filled in. */
    private static String verborgen(String pagina, Moment moment, String adres) {
        return "momentId=%s&sleutel=%s&formulier=%s&naam=Ans&email=%s"
                .formatted(
                        moment.id().waarde(),
                        pagina.replaceAll("(?s).*name=\"sleutel\" value=\"([^\"]+)\".*", "$1"),
                        pagina.replaceAll("(?s).*name=\"formulier\" value=\"([^\"]+)\".*", "$1"),
                        Klant.gecodeerd(adres));
    }
}
