package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** A carer asks on a page, and the provider answers on one. */
final class BezoekPaginasTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Klant klant = new Klant(dienst);
    private final Aanbieder hups = thuis.aanbieder();

    @Test
    void who_asks_fills_in_where_and_hears_until_when_it_is_answered() {
        var moment = thuis.moment(thuis.medewerker(hups));
        assertThat(klant.haal("/momenten/" + moment.id().waarde()).tekst())
                .contains("Hulp bij u thuis", "name=\"adres\"", "name=\"postcode\"")
                .doesNotContain("name=\"iemandMee\"");

        var fout = klant.formulier("/boekingen", formulier(moment, "", "12"));
        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst())
                .contains("Kies voor wie de hulp is.", "Vul een postcode in", "value=\"Kanariestraat 12\"");

        var gevraagd = klant.formulier("/boekingen", formulier(moment, "volwassene", "3582ab"));
        assertThat(gevraagd.status()).isEqualTo(303);
        assertThat(klant.haal(gevraagd.kop("Location").orElseThrow()).tekst())
                .contains("We hebben uw vraag", "U hoort uiterlijk", "Als het kan, komt")
                .doesNotContain("Kanariestraat");
    }

    @Test
    void the_provider_sees_where_and_says_yes_or_no() {
        var boeking = thuis.gevraagd(hups);
        var wie = thuis.als(hups);
        assertThat(wie.haal("/bezoeken").tekst()).contains("Proefstraat 1", "3582 AB", "Antwoord uiterlijk");

        var pad = "/bezoeken/%s/".formatted(boeking.waarde());
        assertThat(wie.formulier(pad + "bevestiging", "csrf=x").status()).isEqualTo(403);
        var zonderReden = wie.formulier(pad + "afwijzing", csrf(wie));
        assertThat(zonderReden.status()).isEqualTo(422);
        assertThat(zonderReden.tekst()).contains("Vul in waarom het niet kan.");
        var ja = wie.formulier(pad + "bevestiging", csrf(wie));

        assertThat(ja.kop("Location")).contains("/bezoeken?klaar=ja");
        assertThat(wie.haal("/bezoeken?klaar=ja").tekst())
                .contains("Het staat vast.", "Er wachten geen vragen.", "Proefstraat 1");
        assertThat(thuis.als(thuis.aanbieder()).haal("/bezoeken").tekst()).doesNotContain("Proefstraat");
    }

    @Test
    void before_choosing_one_sees_what_who_comes_can_do_and_says_what_is_needed() {
        var moment = thuis.moment(thuis.medewerker(hups, Vaardigheid.ETEN));
        thuis.moment(thuis.medewerker(hups, Vaardigheid.ETEN, Vaardigheid.TILLIFT));
        assertThat(klant.haal("/momenten/" + moment.id().waarde()).tekst())
                .contains("Wie dan kan komen, kan:", "<li>helpen bij eten en drinken</li>", "name=\"nodig-tillift\"");

        var nee = klant.formulier("/boekingen", formulier(moment, "volwassene", "3582 AB") + "&nodig-tillift=ja");

        assertThat(nee.status()).isEqualTo(409);
        assertThat(nee.tekst()).contains("kan niet alles wat nodig is", "name=\"nodig-tillift\" value=\"ja\"");
    }

    @Test
    void a_visit_that_is_taken_says_so() {
        var boeking = thuis.gevraagd(hups);
        var moment = dienst.bean(Huisbezoeken.class)
                .vanBoeking(boeking)
                .orElseThrow()
                .boeking()
                .moment();

        assertThat(klant.formulier("/boekingen", formulier(moment, "volwassene", "3582 AB"))
                        .status())
                .isEqualTo(409);
        assertThat(dienst.bean(MomentService.class)
                        .find(moment.id())
                        .orElseThrow()
                        .bezet())
                .isEqualTo(1);
    }

    private static String formulier(Moment moment, String voor, String postcode) {
        return "momentId=%s&sleutel=%s&naam=Ans&email=proef-%s%%40voorbeeld.example&personen=1&thuis=ja&voor=%s&adres=Kanariestraat+12&postcode=%s&wensen="
                .formatted(moment.id().waarde(), UUID.randomUUID(), UUID.randomUUID(), voor, Klant.gecodeerd(postcode));
    }

    private static String csrf(Klant wie) {
        return "csrf=" + wie.haal("/bezoeken").tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }
}
