package nl.respijt.kortverblijf.zaak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import nl.respijt.bericht.Doorgever;
import nl.respijt.database.Proefdienst;
import nl.respijt.instellingen.StartFout;
import nl.respijt.kortverblijf.Aanbiedingen;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.BiedResultaat;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.kortverblijf.Verblijf;
import nl.respijt.kortverblijf.Verblijfsaanmelding;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.kortverblijf.Wmobesluiten;
import nl.respijt.kortverblijf.zaak.ProefZaken.Storing;
import nl.respijt.privacy.Wissing;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Klant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gemeente gets to know of a stay, whatever happens on the way. */
@Timeout(300)
final class ZaakTest {
    private static final List<String> ZORG = List.of("rolstoel", "elke-nacht", "verpleegkundig");

    private static ProefZaken gemeente;
    private static Proefdienst dienst;
    private static Proefverblijf verblijf;
    private static Huis huis;

    @BeforeAll
    static void start() throws IOException {
        gemeente = new ProefZaken();
        dienst = Proefdienst.start(
                gemeente.instellingen("ingediend", "uitgezet", "bevestigd", "afgewezen", "ingetrokken"), Map.of());
        verblijf = new Proefverblijf(dienst);
        huis = verblijf.huis(1);
    }

    @AfterAll
    static void stop() {
        dienst.close();
        gemeente.close();
    }

    @AfterEach
    void herstel() {
        gemeente.herstel();
    }

    @Test
    void the_gemeente_hears_who_asked_and_how_far_it_is_and_nothing_of_care() {
        var aanmelding = meldAanMetZorg();

        vertel();
        dienst.bean(Aanbiedingen.class).trekIn(aanmelding.id(), "mantelzorger");
        vertel();

        assertThat(gemeente.zaken(aanmelding.code()))
                .singleElement()
                .satisfies(zaak -> assertThat(zaak)
                        .containsEntry("omschrijving", aanmelding.code())
                        .containsEntry(
                                "startdatum",
                                Tijdzone.datum(aanmelding.aangemaaktOp()).toString()));
        assertThat(gemeente.rollen(aanmelding.code()))
                .singleElement()
                .satisfies(rol -> assertThat(rol)
                        .containsEntry("betrokkeneIdentificatie", Map.of("geslachtsnaam", "Ans"))
                        .containsEntry(
                                "contactpersoonRol",
                                Map.of(
                                        "naam",
                                        "Ans",
                                        "emailadres",
                                        aanmelding.contact().email().orElseThrow())));
        assertThat(gemeente.statussen(aanmelding.code())).containsExactly("ingediend", "uitgezet", "ingetrokken");
        assertThat(gemeente.ontvangen())
                .noneMatch(tekst -> tekst.contains("inpBsn"))
                .noneMatch(tekst -> ZORG.stream().anyMatch(tekst::contains))
                .noneMatch(tekst -> tekst.contains("rummikub"))
                .noneMatch(tekst -> tekst.contains(aanmelding.verblijf().van().toString()))
                .noneMatch(tekst -> tekst.contains(aanmelding.verblijf().tot().toString()))
                .noneMatch(tekst -> tekst.contains(huis.huis().naam()));
    }

    /** "Bevestigd" is told and "geaccepteerd" not, for that has no status there. */
    @Test
    void a_step_without_a_status_there_is_not_told() {
        var id = verblijf.bevestigd(huis.aanbieder());
        vertel();

        assertThat(gemeente.statussen(aanmelding(id).code()))
                .endsWith("bevestigd")
                .doesNotContain("geaccepteerd");
    }

    @Test
    void who_is_placed_after_all_is_not_refused_at_the_gemeente() {
        var eerste = verblijf.huis(1);
        var id = verblijf.gast(nachten(verblijf), OptionalInt.empty());
        var aanbiedingen = dienst.bean(Aanbiedingen.class);
        var bod =
                (BiedResultaat.Aangeboden) aanbiedingen.bied(id, eerste.bed(0), nachten(verblijf), eerste.aanmelding());
        aanbiedingen.aanvaard(bod.aanbieding().id(), id, "mantelzorger");
        dienst.bean(Wmobesluiten.class)
                .legVast(id, Wmostand.AFGEWEZEN, OptionalInt.empty(), verblijf.vandaag(), "makelaar");

        aanbiedingen.vraag(id, huis.huis().id(), "makelaar");
        vertel();

        assertThat(gemeente.statussen(aanmelding(id).code())).endsWith("afgewezen", "uitgezet");
    }

    @Test
    void told_twice_is_told_once() {
        var aanmelding = meldAan();
        vertel();
        var eerst = gemeente.ontvangen().size();

        vergeetDatHetVerteldIs(aanmelding.id());
        vertel();

        assertThat(gemeente.ontvangen().size()).as("asked again").isGreaterThan(eerst);
        staatErEenKeer(aanmelding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /zaken", "POST /rollen", "POST /statussen"})
    void what_was_made_is_found_again_when_its_answer_was_lost(String aanroep) {
        gemeente.verstoor(aanroep, Storing.HANGT_OP);
        var aanmelding = meldAan();
        vertel();
        assertThat(gemeente.zaken(aanmelding.code())).hasSize(1);

        gemeente.herstel();
        later();

        staatErEenKeer(aanmelding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /zaken", "POST /statussen"})
    @Timeout(60)
    void an_answer_that_stops_halfway_is_not_waited_for(String aanroep) {
        gemeente.verstoor(aanroep, Storing.STOKT);
        var aanmelding = meldAan();
        vertel();
        assertThat(fout(aanmelding.id())).isEqualTo("koppeling-stil");

        gemeente.herstel();
        later();

        staatErEenKeer(aanmelding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /zaken", "POST /zaken", "POST /rollen", "GET /statussen", "POST /statussen"})
    void a_gemeente_that_is_down_hears_it_all_later_and_in_order(String aanroep) {
        gemeente.verstoor(aanroep, Storing.STUK);
        var aanmelding = meldAan();
        vertel();
        dienst.bean(Aanbiedingen.class).trekIn(aanmelding.id(), "mantelzorger");
        vertel();
        assertThat(gemeente.statussen(aanmelding.code())).isEmpty();
        assertThat(stand(aanmelding.id())).containsOnly("wacht");

        gemeente.herstel();
        later();

        assertThat(gemeente.statussen(aanmelding.code())).containsExactly("ingediend", "uitgezet", "ingetrokken");
        assertThat(stand(aanmelding.id())).containsOnly("klaar");
    }

    @Test
    void a_gemeente_that_does_not_let_us_in_is_asked_again() {
        gemeente.verstoor("GET /zaken", Storing.DICHT);
        var aanmelding = meldAan();
        vertel();
        assertThat(fout(aanmelding.id())).isEqualTo("koppeling-toegang 403");

        gemeente.herstel();
        later();

        staatErEenKeer(aanmelding);
    }

    @Test
    void a_gemeente_whose_clock_is_behind_hears_it_once_it_is_that_late_there() {
        gemeente.zetKlok(dienst.bean(Klok.class).instant().minusSeconds(30));
        var aanmelding = meldAan();
        vertel();
        assertThat(gemeente.statussen(aanmelding.code())).isEmpty();
        assertThat(fout(aanmelding.id())).isEqualTo("koppeling-wachten date-in-future");

        gemeente.zetKlok(dienst.bean(Klok.class).instant().plus(Duration.ofMinutes(5)));
        later();

        staatErEenKeer(aanmelding);
    }

    @Test
    void what_the_gemeente_refuses_is_on_the_makelaars_list_and_goes_again_from_there() {
        gemeente.sluitZaaktype();
        var aanmelding = meldAan();
        vertel();
        assertThat(stand(aanmelding.id())).containsOnly("mislukt");
        var makelaar = new Klant(dienst).als("makelaar");
        assertThat(makelaar.haal("/makelaar/belijst").tekst())
                .contains("Stand van een aanvraag, voor de gemeente", "(400: zaaktype bad-url)")
                .doesNotContain("Over wat er stond");

        gemeente.herstel();
        for (var bericht : berichten(aanmelding.id())) {
            makelaar.formulier("/makelaar/belijst/" + bericht + "/opnieuw", "csrf=" + Proefverblijf.csrf(makelaar));
        }
        vertel();

        staatErEenKeer(aanmelding);
        assertThat(stand(aanmelding.id())).containsOnly("klaar");
    }

    @Test
    void of_who_is_forgotten_nothing_is_told_any_more() {
        gemeente.verstoor("GET /zaken", Storing.STUK);
        var aanmelding = meldAan();
        vertel();

        dienst.bean(Wissing.class).wis(aanmelding.mantelzorger(), "mantelzorger");
        gemeente.herstel();
        later();

        assertThat(gemeente.zaken(aanmelding.code())).isEmpty();
        assertThat(aantal("select count(*) from zaak where aanmelding_id = :id", aanmelding.id()))
                .isZero();
    }

    @Test
    void without_the_settings_nothing_waits_to_be_told() {
        var zonder = Proefdienst.gedeeld();
        var daar = new Proefverblijf(zonder);
        var id = daar.gast(nachten(daar), OptionalInt.empty());

        int geplaatst = zonder.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                        select (select count(*) from bericht where kanaal = 'zaak' and ding_id = :id)
                             + (select count(*) from zaak where aanmelding_id = :id)
                        """)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
        assertThat(geplaatst).isZero();
    }

    @Test
    void a_step_that_does_not_exist_is_said_at_the_start() {
        var instellingen = gemeente.instellingen("ingediend", "afgehandeld");

        assertThatThrownBy(() -> Proefdienst.start(instellingen, Map.of()).close())
                .hasRootCauseInstanceOf(StartFout.class)
                .rootCause()
                .message()
                .contains("RESPIJT_ZAKEN_STATUSTYPEN", "afgehandeld", "bevestigd")
                .hasLineCount(1);
    }

    private static void staatErEenKeer(Verblijfsaanmelding aanmelding) {
        assertThat(gemeente.zaken(aanmelding.code())).hasSize(1);
        assertThat(gemeente.rollen(aanmelding.code())).hasSize(1);
        assertThat(gemeente.statussen(aanmelding.code())).containsExactly("ingediend", "uitgezet");
    }

    private static Verblijfsaanmelding meldAan() {
        return aanmelding(verblijf.gast(nachten(verblijf), OptionalInt.empty()));
    }

    /** By who needs {@link #ZORG}, and wrote a remark. */
    private static Verblijfsaanmelding meldAanMetZorg() {
        var nachten = nachten(verblijf);
        var intake = Proefverblijf.intake(nachten.van(), nachten.tot())
                .replace("\"mobiliteit\": \"zelf\"", "\"mobiliteit\": \"rolstoel\"")
                .replace("\"nachtzorg\": \"geen\"", "\"nachtzorg\": \"elke-nacht\"")
                .replace("\"medicatie\": \"zelf\"", "\"medicatie\": \"verpleegkundig\"");
        assertThat(intake).contains(ZORG).contains("rummikub");
        var antwoord = new Klant(dienst)
                .stuur(
                        "/api/v1/aanmeldingen",
                        intake,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        return aanmelding(UUID.fromString(antwoord.json().get("id").toString()));
    }

    private static Verblijf nachten(Proefverblijf bij) {
        var van = bij.vandaag().plusDays(40);
        return new Verblijf(van, van.plusDays(3));
    }

    private static Verblijfsaanmelding aanmelding(UUID id) {
        return dienst.bean(Aanmeldingen.class).find(id).orElseThrow();
    }

    private static void vertel() {
        dienst.bean(Doorgever.class).geefAllesDoor();
    }

    /** Past the time until another attempt. */
    private static void later() {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(klok.verschuiving().plus(Duration.ofMinutes(6)));
        vertel();
    }

    /** As after a crash between the gemeente's yes and our note of it. */
    private static void vergeetDatHetVerteldIs(UUID aanmelding) {
        dienst.bean(Jdbi.class).useHandle(handle -> {
            handle.createUpdate("""
                            update bericht set status = 'wacht', afgehandeld_op = null, pogingen = 1, niet_voor = :nu
                            where kanaal = 'zaak' and ding_id = :id
                            """)
                    .bind("id", aanmelding)
                    .bind("nu", dienst.bean(Klok.class).instant())
                    .execute();
            handle.createUpdate("update zaak set url = null where aanmelding_id = :id")
                    .bind("id", aanmelding)
                    .execute();
        });
    }

    private static List<String> stand(UUID aanmelding) {
        return kolom("status", aanmelding);
    }

    private static List<String> berichten(UUID aanmelding) {
        return kolom("id", aanmelding);
    }

    private static String fout(UUID aanmelding) {
        return kolom("laatste_fout", aanmelding).getFirst();
    }

    private static List<String> kolom(String kolom, UUID aanmelding) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("""
                        select <kolom> from bericht where kanaal = 'zaak' and ding_id = :id order by ding_versie
                        """)
                        .define("kolom", kolom)
                        .bind("id", aanmelding)
                        .mapTo(String.class)
                        .list());
    }

    private static int aantal(String vraag, UUID id) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(vraag)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }
}
