package nl.respijt.makelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.privacy.Hulpwensen;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** What a caller can ask of the makelaar: to be put right, to be forgotten, to be helped with what they told us. */
final class MantelzorgerGegevensTest {
    private static final String SLUG = "makelaar-aan-de-lijn";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant makelaar =
            new Klant(dienst).met(dienst.bean(Sessies.class).open(SLUG, "Sanne", Rol.MAKELAAR, Optional.empty()));

    private Boeking geboekt(UnaryOperator<Proefwens> wens) {
        var moment = Proefmoment.in(dienst)
                .inHuis(UUID.randomUUID())
                .op(dienst.bean(Klok.class).vandaag().plusDays(20))
                .publiceer();
        return switch (dienst.bean(BoekingService.class)
                .boek(wens.apply(Proefwens.voor(moment)).verzoek())) {
            case Geboekt(var id, var _) ->
                dienst.bean(BoekingBeheer.class).find(id).orElseThrow();
            case Object anders -> throw new AssertionError(anders);
        };
    }

    /** Of somebody who called this makelaar before. */
    private Boeking bekend() {
        return geboekt(wens -> wens.door(SLUG));
    }

    private static String pad(Boeking boeking) {
        return Dossiers.pad(boeking.mantelzorger());
    }

    private String csrf(Boeking boeking) {
        return "&csrf="
                + makelaar.haal(pad(boeking) + "/gegevens")
                        .tekst()
                        .replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private Boeking opnieuw(Boeking boeking) {
        return dienst.bean(BoekingBeheer.class).find(boeking.id()).orElseThrow();
    }

    @Test
    void who_helps_reads_what_the_carer_wants_known_and_the_carer_reads_that() {
        var boeking = bekend();
        var wens = "Bel liever na vijven " + UUID.randomUUID();
        dienst.bean(Hulpwensen.class).bewaar(boeking.mantelzorger(), wens);

        assertThat(makelaar.haal(pad(boeking)).tekst()).contains(wens);

        var zelf = new Klant(dienst)
                .met(dienst.bean(Sessies.class)
                        .open(
                                "mantelzorger",
                                "Zelf",
                                Rol.MANTELZORGER,
                                Optional.of(boeking.mantelzorger().waarde())));
        assertThat(zelf.haal("/mijn/inzage").tekst()).contains("keek een mantelzorgmakelaar naar wat u ons liet weten");
    }

    @Test
    void a_name_and_a_number_are_put_right_in_every_booking() {
        var boeking = bekend();
        var nummer = Proefwens.nieuwNummer();

        var antwoord = makelaar.formulier(
                pad(boeking) + "/gegevens",
                "naam=Betere+Naam&taal=en&telefoon=" + Klant.gecodeerd(nummer) + csrf(boeking));

        assertThat(antwoord.kop("Location")).contains(pad(boeking) + "?gewijzigd=ja");
        assertThat(makelaar.haal(antwoord.kop("Location").orElseThrow()).tekst())
                .contains("De gegevens zijn veranderd.", "Betere Naam");
        assertThat(opnieuw(boeking).naam()).isEqualTo("Betere Naam");
        assertThat(opnieuw(boeking).telefoon()).contains("+31" + nummer.substring(1));
        assertThat(opnieuw(boeking).email()).isEqualTo(boeking.email());
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_nothing_is_lost() {
        var ander = geboekt(wens -> wens.telefoon(Proefwens.nieuwNummer()));
        var boeking = bekend();
        var csrf = csrf(boeking);
        var pad = pad(boeking) + "/gegevens";

        var leeg = makelaar.formulier(pad, "naam=&telefoon=12&taal=nl" + csrf);
        var bezet = makelaar.formulier(
                pad,
                "naam=Iemand&taal=nl&telefoon="
                        + Klant.gecodeerd(ander.telefoon().orElseThrow()) + csrf);

        assertThat(leeg.status()).isEqualTo(422);
        assertThat(leeg.tekst()).contains("href=\"#naam\"", "href=\"#telefoon\"", "value=\"12\"");
        assertThat(bezet.status()).isEqualTo(409);
        assertThat(bezet.tekst()).contains("Dit nummer hoort bij een andere mantelzorger", "value=\"Iemand\"");
        assertThat(opnieuw(boeking).naam()).isEqualTo(boeking.naam());
    }

    @Test
    void an_address_is_a_way_to_sign_in_and_no_makelaar_changes_it() {
        var boeking = bekend();
        var csrf = csrf(boeking);

        var antwoord = makelaar.formulier(
                pad(boeking) + "/gegevens", "naam=Iemand&taal=nl&email=" + Proefwens.nieuwAdres() + csrf);

        assertThat(makelaar.haal(pad(boeking) + "/gegevens").tekst())
                .contains("Een ander e-mailadres stelt de mantelzorger zelf in")
                .doesNotContain("name=\"email\"");
        assertThat(antwoord.status()).isNotEqualTo(500);
        assertThat(opnieuw(boeking).email()).isEqualTo(boeking.email());
    }

    @Test
    void who_asks_to_be_forgotten_is_once_the_makelaar_says_that_they_asked() {
        var boeking = bekend();
        var csrf = csrf(boeking);
        var pad = pad(boeking) + "/wissen";

        assertThat(makelaar.haal(pad).tekst())
                .contains(
                        boeking.naam(),
                        "1 afspraak die nog komt, wordt afgezegd.",
                        "Er blijft 1 afspraak staan als getal, zonder naam.");
        assertThat(makelaar.formulier(pad, csrf.substring(1)).status()).isEqualTo(422);
        assertThat(opnieuw(boeking).isActief()).isTrue();
        var gedaan = makelaar.formulier(pad, "gevraagd=ja" + csrf);

        assertThat(gedaan.kop("Location")).contains("/makelaar/mantelzorgers?gewist=ja");
        assertThat(makelaar.haal("/makelaar/mantelzorgers?gewist=ja").tekst()).contains("zijn weg");
        assertThat(dienst.bean(BoekingBeheer.class).find(boeking.id())).isEmpty();
        assertThat(makelaar.haal(pad(boeking)).status()).isEqualTo(404);
        assertThat(makelaar.haal(pad).status()).isEqualTo(404);
        assertThat(makelaar.formulier(pad, "gevraagd=ja" + csrf).status())
                .as("twice")
                .isEqualTo(404);
    }

    @Test
    void outside_the_own_work_nothing_opens_before_a_reason_and_nothing_is_done() {
        var boeking = geboekt(UnaryOperator.identity());
        var csrf = csrf(bekend());

        for (var pad : new String[] {"/gegevens", "/wissen"}) {
            assertThat(makelaar.haal(pad(boeking) + pad).kop("Location")).contains(pad(boeking));
            assertThat(makelaar.formulier(pad(boeking) + pad, "gevraagd=ja&naam=Anders&taal=nl" + csrf)
                            .kop("Location"))
                    .contains(pad(boeking));
        }

        assertThat(opnieuw(boeking).naam()).isEqualTo(boeking.naam());
        assertThat(dienst.bean(Inzageboek.class)
                        .over(boeking.mantelzorger().waarde(), Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z")))
                .isEmpty();
    }
}
