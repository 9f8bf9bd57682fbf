package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a house sees of its guests, and does without any script. */
@Timeout(300)
final class VerblijvenPaginaTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final LocalDate vandaag = verblijf.vandaag();
    private final Huis huis = verblijf.huis(2);
    private final Klant bij = verblijf.als(huis);

    @Test
    void an_empty_house_says_when_it_will_not_be() {
        assertThat(bij.haal("/verblijven").tekst()).contains("Er zijn nu geen gasten", "Zodra een mantelzorger");
    }

    @Test
    void guests_stand_by_when_they_are_there() {
        var nu = verblijf.bevestigd(huis, vanaf(-2, 4));
        dienst.bean(Verblijven.class).aankomst(nu, huis.aanmelding());
        var straks = verblijf.bevestigd(huis, vanaf(5, 3));
        verblijf.geaccepteerd(huis, vanaf(10, 2));
        var ander = verblijf.bevestigd(verblijf.huis(1), vanaf(0, 2));

        var lijst = bij.haal("/verblijven").tekst();

        assertThat(lijst)
                .containsSubsequence(
                        "Nu in huis", nu.toString(), "Komt later", straks.toString(), "Wacht op de gemeente")
                .contains("Naaste van Ans")
                .doesNotContain(ander.toString(), "Wordt vandaag verwacht");
    }

    @Test
    void from_a_guest_it_is_one_step_to_what_they_need_and_back() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        dienst.bean(Verblijven.class).aankomst(id, huis.aanmelding());

        assertThat(bij.haal("/verblijven/" + id).tekst()).contains("href=\"/aanmeldingen/" + id + "\"");
        assertThat(bij.haal("/aanmeldingen/" + id).tekst())
                .contains("Hulp in de nacht", "href=\"/verblijven/" + id + "\"");
        assertThat(verblijf.makelaar().haal("/verblijven/" + id).tekst())
                .contains("href=\"/makelaar/aanmeldingen/" + id + "\"");
        assertThat(bij.haal("/aanmeldingen").tekst()).contains("Komt logeren", "Is nu in huis");
    }

    @Test
    void who_left_is_nobody_to_read_of_any_more() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        dienst.bean(Verblijven.class).aankomst(id, huis.aanmelding());
        dienst.bean(Verblijven.class).vertrek(id, verblijf.vandaag(), huis.aanmelding());

        assertThat(bij.haal("/aanmeldingen").tekst())
                .doesNotContain("Is nu in huis")
                .contains("/aanmeldingen/" + id);
        assertThat(bij.haal("/aanmeldingen/" + id).tekst()).doesNotContain("Hulp in de nacht", "@proef.example");
        assertThat(verblijf.makelaar()
                        .haal("/makelaar/aanmeldingen?stand=voorbij")
                        .tekst())
                .contains(id.toString());
    }

    @Test
    void who_comes_today_is_told_in_one_tap() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        assertThat(bij.haal("/verblijven").tekst()).contains("Wordt vandaag verwacht", "Is gekomen");

        var na = doe(id, "aankomst", "");

        assertThat(na.kop("Location")).contains("/verblijven/" + id + "?klaar=aankomst");
        assertThat(bij.haal("/verblijven/" + id + "?klaar=aankomst").tekst())
                .contains("Genoteerd: de gast is er.", "De gast is gekomen", "Is vertrokken")
                .doesNotContain("Is de gast er?");
        assertThat(doe(id, "niet-gekomen", "").tekst()).contains("Iemand meldde al dat de gast kwam");
    }

    @Test
    void who_did_not_come_can_come_after_all() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));

        doe(id, "niet-gekomen", "");

        assertThat(bij.haal("/verblijven/" + id).tekst()).contains("Niet gekomen", "Ja, is toch gekomen");
        doe(id, "aankomst", "");
        assertThat(bij.haal("/verblijven/" + id).tekst()).doesNotContain("Ja, is toch gekomen");
    }

    @Test
    void a_refused_change_says_why_beside_the_field_with_what_was_typed() {
        var id = verblijf.bevestigd(huis, vanaf(1, 3));
        verblijf.bevestigd(huis, vanaf(6, 2));
        var bezet = vandaag.plusDays(7);

        var nee = doe(id, "nachten", "&tot=" + bezet);

        assertThat(nee.status()).isEqualTo(409);
        assertThat(nee.tekst()).contains("href=\"#tot\"", "van iemand anders", "value=\"" + bezet + "\"");
        assertThat(doe(id, "nachten", "&tot=").status()).isEqualTo(422);
        assertThat(doe(id, "nachten", "&tot=" + vandaag.plusDays(40)).tekst()).contains("hoogstens 21 nachten");
        assertThat(doe(id, "vertrek", "&op=" + vandaag).tekst()).contains("vanaf de dag van aankomst");
        assertThat(doe(id, "nachten", "&tot=" + vandaag.plusDays(5))
                        .kop("Location")
                        .orElse(""))
                .endsWith("?klaar=nachten");
    }

    @Test
    void the_question_of_a_carer_is_answered_with_yes_or_no() {
        var id = verblijf.bevestigd(huis, vanaf(1, 3));
        dienst.bean(Verblijven.class).vraag(id, vandaag.plusDays(6), "mantelzorger");

        assertThat(bij.haal("/verblijven/" + id).tekst())
                .contains("De mantelzorger vraagt een andere dag", "Ja, tot", "Nee, dat kan niet");
        doe(id, "vraag-nee", "");
        assertThat(bij.haal("/verblijven/" + id).tekst())
                .doesNotContain("De mantelzorger vraagt een andere dag")
                .contains("Die andere dag kan niet");
    }

    private Klant.Antwoord doe(UUID id, String wat, String velden) {
        var pagina = bij.haal("/verblijven/" + id).tekst();
        var csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(pagina);
        assertThat(csrf.find()).isTrue();
        return bij.formulier("/verblijven/" + id + "/" + wat, "csrf=" + csrf.group(1) + velden);
    }

    private Verblijf vanaf(int dagen, int nachten) {
        return new Verblijf(vandaag.plusDays(dagen), vandaag.plusDays(dagen + nachten));
    }
}
