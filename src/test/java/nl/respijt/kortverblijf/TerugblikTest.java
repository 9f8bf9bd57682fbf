package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.kortverblijf.Terugblik.Wie;
import nl.respijt.privacy.Uitvoer;
import nl.respijt.privacy.Wissing;
import nl.respijt.web.Klant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One question after a stay, to the carer and to the guest. */
@Timeout(300)
final class TerugblikTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final LocalDate vandaag = verblijf.vandaag();
    private final Huis huis = verblijf.huis(1);
    private final Klant buiten = new Klant(dienst);

    @Test
    void both_answer_in_three_faces_and_a_line_once_it_is_over() {
        var id = verblijf.bevestigd(huis, vanaf(-3, 2));
        assertThat(buiten.haal(pad(id)).status()).as("not over yet").isEqualTo(404);
        dienst.bean(Verblijven.class).vertrek(id, vandaag, huis.aanmelding());

        assertThat(buiten.haal(pad(id)).tekst())
                .contains("Aan u: hoe was het voor u?", "Aan uw naaste", "Gaat wel", "Niet fijn");
        assertThat(antwoord(id, "gast", "oordeel=goed&regel=Lekkere+soep")
                        .kop("Location")
                        .orElse(""))
                .endsWith("/terugblik?bedankt=gast");
        antwoord(id, "mantelzorger", "oordeel=slecht&regel=");
        antwoord(id, "mantelzorger", "oordeel=gaat&regel=Twee+nachten+geslapen");

        assertThat(dienst.bean(Terugblikken.class).van(id))
                .hasSize(2)
                .satisfies(
                        alle -> assertThat(alle.get(Wie.MANTELZORGER).regel()).contains("Twee nachten geslapen"));
        assertThat(buiten.haal(pad(id)).tekst()).contains("Lekkere soep", "Twee nachten geslapen");
        assertThat(aantal("select count(*) from bericht where soort = 'verblijf-terugblik' and ding_id = '%s'"
                        .formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void no_face_chosen_is_said_beside_the_form_it_is_about() {
        var id = over();

        var fout = antwoord(id, "gast", "regel=Mooi");

        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst()).contains("href=\"#oordeel-gast\"", "Kies een van de drie gezichten", "Mooi");
        assertThat(antwoord(id, "gast", "oordeel=prima").status()).isEqualTo(422);
        assertThat(antwoord(id, "gast", "oordeel=goed&regel=" + "x".repeat(301)).tekst())
                .contains("href=\"#regel-gast\"");
        assertThat(antwoord(id, "buurman", "oordeel=goed").status()).isEqualTo(404);
    }

    @Test
    void the_makelaar_sees_words_and_from_five_on_a_count() {
        for (var n = 0; n < 4; n++) {
            antwoord(over(), "mantelzorger", "oordeel=goed&regel=");
        }
        antwoord(over(), "gast", "oordeel=slecht&regel=Koude+kamer");

        assertThat(bijAanbieder()).contains("Koude kamer", "minder dan 5").doesNotContain("<td>4</td>", "<td>1</td>");
        antwoord(over(), "mantelzorger", "oordeel=goed&regel=");
        assertThat(bijAanbieder()).contains("<td>5</td>");
        assertThat(verblijf.makelaar()
                        .haal("/makelaar/aanbieders/"
                                + verblijf.huis(1).aanbieder().id())
                        .tekst())
                .doesNotContain("Hoe het verblijf was");
    }

    @Test
    void the_words_are_encrypted_exported_and_forgotten() {
        var id = over();
        antwoord(id, "mantelzorger", "oordeel=goed&regel=Zacht+bed");
        var wie = dienst.bean(Aanmeldingen.class).find(id).orElseThrow().mantelzorger();

        assertThat(aantal("select count(*) from terugblik where encode(regel, 'escape') like '%Zacht%'"))
                .isZero();
        assertThat(dienst.bean(Uitvoer.class).van(wie).toString()).contains("Zacht bed");
        dienst.bean(Wissing.class).wis(wie, "mantelzorger");
        assertThat(aantal("select count(*) from terugblik where aanmelding_id = '%s' and regel is null".formatted(id)))
                .as("the face stays as a number")
                .isEqualTo(1);
        assertThat(bijAanbieder()).doesNotContain("Zacht bed");
    }

    @Test
    void who_did_not_come_is_not_asked() {
        var id = verblijf.bevestigd(huis, vanaf(0, 2));
        dienst.bean(Verblijven.class).nietGekomen(id, huis.aanmelding());

        assertThat(buiten.haal(pad(id)).status()).isEqualTo(404);
        assertThat(antwoord(id, "gast", "oordeel=goed").status()).isEqualTo(404);
    }

    private UUID over() {
        var id = verblijf.bevestigd(huis, vanaf(-3, 2));
        dienst.bean(Verblijven.class).vertrek(id, vandaag.minusDays(3), huis.aanmelding());
        return id;
    }

    private String bijAanbieder() {
        return verblijf.makelaar()
                .haal("/makelaar/aanbieders/" + huis.aanbieder().id())
                .tekst();
    }

    private Klant.Antwoord antwoord(UUID id, String wie, String velden) {
        return buiten.formulier(pad(id) + "/" + wie, velden);
    }

    private String pad(UUID id) {
        return dienst.bean(VerblijfSleutels.class).pad(id) + "/terugblik";
    }

    private Verblijf vanaf(int dagen, int nachten) {
        return new Verblijf(vandaag.plusDays(dagen), vandaag.plusDays(dagen + nachten));
    }

    private int aantal(String vraag) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(vraag).mapTo(Integer.class).one());
    }
}
