package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A BSN comes in nowhere, however it is written; what only looks like one is let through. */
final class BurgerservicenummerTest {
    /** Made up; it passes the 11-proef. */
    private static final String BSN = "123456782";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "mijn bsn is 123456782, dank u",
                "123 456 782",
                "123.456.782",
                "1234.56.782",
                "12-34-56-782",
                "123 / 456 / 782",
                "kamer 12 123456782",
                "123456782 4",
                "BSN:123456782.",
                "١٢٣٤٥٦٧٨٢",
                "000000012",
                "bel 06 12345678 of 123456782",
                "123456782 3512AB Utrecht",
                "3512AB 123456782",
                "nummer123456782",
                "123456782en",
                "bsn123456782",
                "a1234-56-782b"
            })
    void is_found_however_it_is_written(String tekst) {
        assertThat(Burgerservicenummer.zitIn(tekst)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789",
                "12345678",
                "1234567820",
                "0123456782",
                "06 12345678",
                "0612345678",
                "+31 123456782",
                "+31123456782",
                "24-11-2026 om 9.00 uur",
                "2026-11-24 13:30",
                "3512 AB 12",
                "000000000"
            })
    void is_not_seen_in_what_is_something_else(String tekst) {
        assertThat(Burgerservicenummer.zitIn(tekst)).isFalse();
    }

    /** Programs name people after ids (RFC 9562); one in a few hundred would be refused for the digits in it. */
    @Test
    void is_not_seen_in_an_id() {
        for (var n = 0; n < 20_000; n++) {
            var id = UUID.randomUUID().toString();
            assertThat(Burgerservicenummer.zitIn("ans-" + id + "@voorbeeld.example"))
                    .as(id)
                    .isFalse();
            assertThat(Burgerservicenummer.zitIn(id.replace("-", ""))).as(id).isFalse();
        }
    }

    /** Every one-digit slip in a BSN is noticed by the 11-proef, so exactly one in eleven of all numbers is one. */
    @Test
    void a_slip_of_one_digit_makes_it_no_bsn() {
        for (var plek = 0; plek < BSN.length(); plek++) {
            for (var cijfer = '0'; cijfer <= '9'; cijfer++) {
                var tekst = BSN.substring(0, plek) + cijfer + BSN.substring(plek + 1);
                assertThat(Burgerservicenummer.zitIn(tekst)).as(tekst).isEqualTo(tekst.equals(BSN));
            }
        }
    }

    /** Every text field there is, of the API and of the pages. A new one goes through {@link Velden#tekst} as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/boekingen                     | naam   | {\"naam\":\"%s\",\"email\":\"a@voorbeeld.nl\"}",
                "/api/v1/boekingen                     | email  | {\"naam\":\"A\",\"email\":\"%s@voorbeeld.nl\"}",
                "/api/v1/momenten/{moment}/afgelasting | reden  | {\"reden\":\"wegens %s\"}",
                "/api/v1/diensten/{moment}/afmelding   | reden  | {\"reden\":\"wegens %s\"}"
            })
    void is_refused_in_every_field_of_the_api(String pad, String veld, String json) {
        var moment = moment();
        var antwoord = klant.als("makelaar")
                .stuur(pad.replace("{moment}", id(moment)), json.formatted(BSN), "Idempotency-Key", "bsn-" + veld);

        ApiTest.geweigerd(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.lijst("fouten"))
                .contains(Map.of("veld", veld, "melding", Teksten.in(Taal.NL).van("fout.bsn")));
    }

    @Test
    void is_refused_in_a_search() {
        var antwoord = klant.als("makelaar").haal("/api/v1/mantelzorgers?zoek=" + BSN);

        ApiTest.geweigerd(antwoord, 400, "ongeldige-invoer");
        assertThat(antwoord.velden()).containsExactly("zoek");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/boekingen                              | naam=%s&email=a@voorbeeld.nl&momentId={moment}&sleutel={moment}",
                "/boekingen                              | naam=A&email=%s@voorbeeld.nl&momentId={moment}&sleutel={moment}",
                "/makelaar/huizen/sluitingen             | van=2027-12-25&tot=2027-12-25&reden=%s",
                "/makelaar/momenten/{moment}/afgelasten  | reden=%s"
            })
    void is_refused_in_every_form(String pad, String velden) {
        var id = id(moment());
        var makelaar = klant.als("makelaar");
        var csrf =
                makelaar.haal("/makelaar/huizen").tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        var antwoord = makelaar.formulier(
                pad.replace("{moment}", id), velden.formatted(BSN).replace("{moment}", id) + "&csrf=" + csrf);

        assertThat(antwoord.status()).as(antwoord.tekst()).isIn(409, 422);
        assertThat(antwoord.tekst()).contains(Teksten.in(Taal.NL).van("fout.bsn"));
    }

    @Test
    void a_phone_number_is_a_phone_number() {
        var moment = moment();
        for (var nummer : List.of("0612345678", "06 12 34 56 78", "+31 6 12345678")) {
            var antwoord = klant.stuur(
                    "/api/v1/boekingen",
                    Proefwens.voor(moment)
                            .json()
                            .replaceFirst("\"email\": \"[^\"]*\"", "\"telefoon\": \"" + nummer + "\""),
                    "Idempotency-Key",
                    "bsn-telefoon-" + nummer.replace(" ", ""));
            assertThat(antwoord.status()).as(antwoord.tekst()).isIn(201, 409);
        }
    }

    private Moment moment() {
        return Proefmoment.in(dienst).publiceer();
    }

    private static String id(Moment moment) {
        return moment.id().waarde().toString();
    }
}
