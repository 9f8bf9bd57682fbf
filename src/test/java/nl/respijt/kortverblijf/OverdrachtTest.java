package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import nl.respijt.privacy.Uitvoer;
import nl.respijt.privacy.Wissing;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.uitval.PlanB;
import nl.respijt.uitval.PlannenB;
import nl.respijt.web.Klant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a carer writes for a house: that house reads it, with consent and for a time, and nobody else does. */
@Timeout(300)
final class OverdrachtTest {
    private static final String GOED = "dag=Slaapt+tot+negen&zorg=Pillen+bij+het+ontbijt&letOp=Houdt+van+rummikub";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final LocalDate vandaag = verblijf.vandaag();
    private final Huis huis = verblijf.huis(1);
    private final Klant buiten = new Klant(dienst);

    @Test
    void the_house_of_the_stay_reads_it_and_no_other_does() {
        var id = verblijf.bevestigd(huis, vanaf(2, 3));

        assertThat(schrijf(id, GOED + "&akkoord=ja").kop("Location").orElse("")).endsWith("?klaar=bewaard");

        assertThat(blad(huis, id).tekst())
                .contains("Slaapt tot negen", "Pillen bij het ontbijt", "rummikub", "Ans", "P00");
        assertThat(blad(verblijf.huis(1), id).status()).isEqualTo(404);
        assertThat(verblijf.makelaar().haal("/verblijven/" + id + "/overdracht").status())
                .isEqualTo(404);
        assertThat(buiten.haal(pad(id) + "/blad").tekst()).contains("Slaapt tot negen");
        assertThat(aantal("select count(*) from inzage where object = 'overdracht' and object_id = '%s'".formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void what_was_written_for_one_house_another_does_not_read_when_they_come_to_stay_there() {
        var nachten = vanaf(6, 3);
        var id = verblijf.geaccepteerd(huis, nachten);
        schrijf(id, GOED + "&akkoord=ja");
        var ander = verblijf.huis(1);
        var aanbiedingen = dienst.bean(Aanbiedingen.class);

        dienst.bean(Wmobesluiten.class).legVast(id, Wmostand.AFGEWEZEN, OptionalInt.empty(), vandaag, "makelaar");
        aanbiedingen.vraag(id, ander.huis().id(), "makelaar");
        var bod = (BiedResultaat.Aangeboden) aanbiedingen.bied(id, ander.bed(0), nachten, ander.aanmelding());
        aanbiedingen.aanvaard(bod.aanbieding().id(), id, "mantelzorger");

        assertThat(blad(ander, id).kop("Location")).contains("/verblijven/" + id);
        assertThat(buiten.haal(pad(id)).tekst()).doesNotContain("Slaapt tot negen", "checked");
        assertThat(schrijf(id, "dag=Anders+hier&akkoord=ja").status()).isEqualTo(303);
        assertThat(blad(ander, id).tekst()).contains("Anders hier").doesNotContain("Slaapt tot negen");
        assertThat(blad(huis, id).status()).isEqualTo(404);
    }

    @Test
    void without_consent_nothing_is_kept() {
        var id = verblijf.bevestigd(huis, vanaf(2, 3));

        var zonder = schrijf(id, GOED);

        assertThat(zonder.status()).isEqualTo(422);
        assertThat(zonder.tekst()).contains("Slaapt tot negen", "href=\"#akkoord\"");
        assertThat(schrijf(id, "dag=&zorg=&letOp=&akkoord=ja").tekst()).contains("href=\"#dag\"");
        assertThat(schrijf(id, "dag=" + "x".repeat(1001) + "&akkoord=ja").tekst())
                .contains("href=\"#dag\"");
        assertThat(aantal("select count(*) from overdracht where aanmelding_id = '%s'".formatted(id)))
                .isZero();
        assertThat(blad(huis, id).kop("Location")).contains("/verblijven/" + id);
    }

    @Test
    void taking_the_consent_back_hides_it_at_once() {
        var id = verblijf.bevestigd(huis, vanaf(2, 3));
        schrijf(id, GOED + "&akkoord=ja");

        buiten.formulier(pad(id) + "/weg", "");
        buiten.formulier(pad(id) + "/weg", "");

        assertThat(blad(huis, id).status()).isEqualTo(303);
        assertThat(buiten.haal(pad(id)).tekst()).doesNotContain("Slaapt tot negen");
        assertThat(buiten.haal(pad(id) + "/blad").status()).isEqualTo(303);
        assertThat(dienst.bean(Aanmeldingen.class).stappen(id))
                .extracting(stap -> stap.wat())
                .containsSubsequence("overdracht-gedeeld", "overdracht-ingetrokken")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_house_reads_it_until_a_week_after_they_left_and_not_of_who_did_not_come() {
        var net = verblijf.bevestigd(huis, vanaf(-9, 2));
        var lang = verblijf.bevestigd(verblijf.huis(1), vanaf(-12, 4));
        var nooit = verblijf.bevestigd(verblijf.huis(1), vanaf(0, 3));
        var zonderBed = verblijf.meldAan(vanaf(2, 3));
        schrijf(net, GOED + "&akkoord=ja");
        schrijf(nooit, GOED + "&akkoord=ja");
        dienst.bean(Verblijven.class).nietGekomen(nooit, makelaar());

        assertThat(blad(huis, net).tekst()).contains("Slaapt tot negen");
        assertThat(buiten.haal(pad(lang)).status()).isEqualTo(404);
        assertThat(dienst.bean(Overdrachten.class).legVast(lang, new Overdracht("a", "", ""), "proef"))
                .isFalse();
        assertThat(dienst.bean(Overdrachten.class).voorHuis(nooit, makelaar())).isEmpty();
        assertThat(buiten.haal(pad(zonderBed)).status()).as("no bed chosen").isEqualTo(404);
    }

    @Test
    void what_was_written_before_is_there_again_for_who_is_signed_in_and_for_no_holder_of_a_key() {
        var eerst = verblijf.bevestigd(huis, vanaf(2, 3));
        schrijf(eerst, GOED + "&akkoord=ja");
        var wie = mantelzorger(eerst);
        var later = verblijf.bevestigd(verblijf.huis(1), vanaf(9, 3));
        dienst.bean(Jdbi.class)
                .useHandle(handle ->
                        handle.execute("update aanmelding set mantelzorger_id = ? where id = ?", wie.waarde(), later));

        assertThat(buiten.haal(pad(later)).tekst()).doesNotContain("rummikub").contains("/inloggen");
        assertThat(als(wie).haal(pad(later)).tekst()).contains("rummikub");
        assertThat(als(mantelzorger(verblijf.meldAan(vanaf(5, 2))))
                        .haal(pad(later))
                        .tekst())
                .as("signed in as somebody else")
                .doesNotContain("rummikub");
    }

    @Test
    void a_plan_b_gives_the_first_words() {
        var id = verblijf.bevestigd(huis, vanaf(2, 3));
        var wie = mantelzorger(id);
        dienst.bean(PlannenB.class)
                .legVast(
                        wie,
                        new PlanB(Optional.empty(), Optional.empty(), new Overdracht("Wandelt om tien uur", "", "")));

        assertThat(als(wie).haal(pad(id)).tekst()).contains("Wandelt om tien uur", "Dit schreef u eerder op");
        assertThat(blad(huis, id).status()).as("not shared yet").isEqualTo(303);
    }

    @Test
    void it_is_in_the_export_and_goes_with_the_person() {
        var id = verblijf.bevestigd(huis, vanaf(2, 3));
        schrijf(id, GOED + "&akkoord=ja");
        var wie = mantelzorger(id);

        assertThat(dienst.bean(Uitvoer.class).van(wie).toString()).contains("Slaapt tot negen");
        assertThat(aantal("select count(*) from overdracht where encode(dag, 'escape') like '%Slaapt%'"))
                .isZero();

        dienst.bean(Wissing.class).wis(wie, "mantelzorger");

        assertThat(aantal("select count(*) from overdracht where mantelzorger_id = '%s'".formatted(wie.waarde())))
                .isZero();
    }

    private static nl.respijt.toegang.Aanmelding makelaar() {
        return new nl.respijt.toegang.Aanmelding("makelaar", "Proef", Rol.MAKELAAR, Optional.empty(), "");
    }

    private Klant als(MantelzorgerId wie) {
        return new Klant(dienst)
                .met(dienst.bean(Sessies.class).open("proef-ans", "Ans", Rol.MANTELZORGER, Optional.of(wie.waarde())));
    }

    private MantelzorgerId mantelzorger(UUID id) {
        return dienst.bean(Aanmeldingen.class).find(id).orElseThrow().mantelzorger();
    }

    private Klant.Antwoord schrijf(UUID id, String velden) {
        return buiten.formulier(pad(id), velden);
    }

    private Klant.Antwoord blad(Huis als, UUID id) {
        return verblijf.als(als).haal("/verblijven/" + id + "/overdracht");
    }

    private String pad(UUID id) {
        return dienst.bean(VerblijfSleutels.class).pad(id) + "/overdracht";
    }

    private Verblijf vanaf(int dagen, int nachten) {
        return new Verblijf(vandaag.plusDays(dagen), vandaag.plusDays(dagen + nachten));
    }

    private int aantal(String vraag) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(vraag).mapTo(Integer.class).one());
    }
}
