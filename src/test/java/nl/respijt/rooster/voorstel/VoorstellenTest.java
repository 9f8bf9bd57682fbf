package nl.respijt.rooster.voorstel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.Proefrooster;
import nl.respijt.rooster.RoosterService;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Openstelling;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Plaats;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Proposals on the running service, from the question to the roster. A service of its own: a proposal is about all houses.
 * The claims are about a house and gastheren of each test's own.
 */
@Timeout(300)
final class VoorstellenTest {
    private static final String DOOR = "makelaar-proef";
    private static final int WEKEN = 4;

    private static Proefdienst dienst;

    private final Proefrooster proef = new Proefrooster(dienst);
    private final Rekenkamer rekenkamer = dienst.bean(Rekenkamer.class);
    private final Voorstellen voorstellen = dienst.bean(Voorstellen.class);
    private final Publicatie publicatie = dienst.bean(Publicatie.class);
    private final RoosterService rooster = dienst.bean(RoosterService.class);
    private final Jdbi jdbi = dienst.bean(Jdbi.class);

    /** Beyond what the first start fills. */
    private final LocalDate maandag =
            dienst.bean(Klok.class).vandaag().plusWeeks(12).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private final UUID huis = proef.huis();

    @BeforeAll
    static void start() {
        dienst = Proefdienst.start();
    }

    @AfterAll
    static void stop() {
        dienst.close();
    }

    @Test
    void a_proposal_is_worked_out_beside_the_request_and_changes_nothing_yet() {
        var moment = proef.ochtend(huis, maandag);
        var wie = Set.of(proef.gastheer(huis), proef.gastheer(huis));

        var voorstel = uitgerekend(false);

        assertThat(voorstel.status()).isEqualTo(Voorstel.Status.KLAAR);
        assertThat(voorstel.voortgang()).isEqualTo(100);
        var plaatsen = openstelling(voorstel, moment).plaatsen();
        assertThat(plaatsen).allMatch(plaats -> plaats.verandering() == Verandering.NIEUW && plaats.gekozen());
        assertThat(plaatsen)
                .extracting(plaats -> plaats.wordt().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(wie);
        assertThat(plaatsen).allSatisfy(plaats -> assertThat(plaats.waarom()).isNotEmpty());
        assertThat(diensten()).isEmpty();
    }

    @Test
    void what_is_published_is_in_the_roster_and_told_and_a_second_time_changes_nothing() throws Exception {
        var moment = proef.ochtend(huis, maandag);
        var gastheer = proef.gastheer(huis);
        var voorstel = uitgerekend(false);

        var eerst = publiceerAlles(voorstel);

        assertThat(eerst.geweigerd()).isZero();
        var gepland = diensten();
        assertThat(gepland).hasSize(1).allMatch(een -> een.gastheer().equals(gastheer));
        assertThat(proef.berichten(gepland.getFirst())).containsExactly("dienst-nieuw");
        assertThat(proef.agenda(gastheer))
                .contains("UID:" + gepland.getFirst().id().waarde());
        assertThat(publiceerAlles(voorstel)).isEqualTo(new PubliceerResultaat(0, 0));
        assertThat(diensten()).isEqualTo(gepland);
        assertThat(proef.berichten(gepland.getFirst())).hasSize(1);
        assertThat(lees(voorstel).status()).isEqualTo(Voorstel.Status.GEPUBLICEERD);
        assertThat(openstelling(voorstel, moment).plaatsen().stream().filter(Plaats::gepubliceerd))
                .hasSize(1);
    }

    @Test
    void a_part_is_published_by_week_and_by_tick() {
        var eerste = proef.ochtend(huis, maandag);
        var tweede = proef.ochtend(huis, maandag.plusWeeks(1));
        proef.gastheer(huis);
        proef.gastheer(huis);
        var voorstel = uitgerekend(false);
        var plaatsen = openstelling(voorstel, eerste).plaatsen();

        voorstellen.kies(
                voorstel,
                maandag,
                maandag.plusWeeks(1),
                Set.of(plaatsen.getFirst().regel().orElseThrow()));
        publicatie.publiceer(voorstel, maandag, maandag.plusWeeks(1), DOOR);

        assertThat(diensten())
                .hasSize(1)
                .allMatch(een -> een.moment().id().equals(eerste.id())
                        && Optional.of(een.gastheer())
                                .equals(plaatsen.getFirst().wordt()));
        assertThat(openstelling(voorstel, tweede).open()).isEqualTo(2);
        assertThat(lees(voorstel).status()).isEqualTo(Voorstel.Status.KLAAR);
    }

    @Test
    void what_cannot_be_any_more_says_why_and_is_not_lost() {
        var moment = proef.ochtend(huis, maandag);
        var elders = proef.huis();
        var bezet = proef.gastheer(huis, elders);
        var verlopen = proef.gastheer(huis);
        var voorstel = uitgerekend(false);
        proef.gepland(proef.ochtend(elders, maandag), bezet);
        zetTraining(verlopen, false);

        publiceerAlles(voorstel);

        assertThat(diensten()).isEmpty();
        assertThat(belet(voorstel, moment))
                .containsEntry(bezet.id(), Belet.ELDERS)
                .containsEntry(verlopen.id(), Belet.NIET_GETRAIND);

        zetTraining(verlopen, true);
        assertThat(publiceerAlles(voorstel).gelukt()).isEqualTo(1);
        assertThat(diensten()).hasSize(1).allMatch(een -> een.gastheer().id().equals(verlopen.id()));
        assertThat(belet(voorstel, moment)).containsOnlyKeys(bezet.id());
    }

    @Test
    void a_place_that_others_took_meanwhile_is_full() {
        var moment = proef.ochtend(huis, maandag);
        var voorgesteld = proef.gastheer(huis);
        var voorstel = uitgerekend(false);
        proef.gepland(moment, proef.gastheer(huis));
        proef.gepland(moment, proef.gastheer(huis));

        publiceerAlles(voorstel);

        assertThat(diensten()).hasSize(2).noneMatch(een -> een.gastheer().equals(voorgesteld));
        assertThat(openstelling(voorstel, moment).plaatsen()).hasSize(4);
        assertThat(regel(voorstel, moment, voorgesteld)).contains(Belet.VOL);
    }

    @Test
    void who_says_that_they_cannot_after_all_is_not_put_there() {
        var moment = proef.ochtend(huis, maandag);
        var gastheer = proef.gastheer(huis);
        var voorstel = uitgerekend(false);
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into gastheer_datum (gastheer_id, datum, dagdeel, kan) values (:wie, :datum, 'ochtend', false)
                """)
                .bind("wie", gastheer.id().waarde())
                .bind("datum", maandag)
                .execute());

        publiceerAlles(voorstel);

        assertThat(diensten()).isEmpty();
        assertThat(belet(voorstel, moment)).containsEntry(gastheer.id(), Belet.KAN_DAN_NIET);
    }

    @Test
    void what_is_planned_stays_and_two_can_take_each_others_dienst_when_the_makelaar_says_so() {
        var elders = proef.huis();
        var een = proef.gastheer(huis, elders);
        var ander = proef.gastheer(huis, elders);
        var hier = proef.gepland(proef.ochtend(huis, maandag), een);
        var daar = proef.gepland(proef.ochtend(elders, maandag), ander);
        var voorstel = uitgerekend(false);
        var plaatsHier = plaats(voorstel, hier.moment(), een);
        var plaatsDaar = plaats(voorstel, daar.moment(), ander);
        assertThat(List.of(plaatsHier, plaatsDaar)).allMatch(plaats -> plaats.verandering() == Verandering.BLIJFT);

        assertThat(wijzig(voorstel, plaatsHier, Optional.of(ander)))
                .isEqualTo(new WijzigResultaat.KanNiet(ander, Belet.ELDERS));
        assertThat(wijzig(voorstel, plaatsHier, Optional.empty())).isInstanceOf(WijzigResultaat.Gewijzigd.class);
        assertThat(wijzig(voorstel, plaatsDaar, Optional.of(een))).isInstanceOf(WijzigResultaat.Gewijzigd.class);
        assertThat(wijzig(voorstel, plaatsHier, Optional.of(ander))).isInstanceOf(WijzigResultaat.Gewijzigd.class);
        publiceerAlles(voorstel);

        assertThat(actief(hier.moment())).containsExactly(ander.id().waarde());
        assertThat(actief(daar.moment())).containsExactly(een.id().waarde());
    }

    @Test
    void a_dienst_goes_to_another_or_lapses_as_the_makelaar_changed_it() {
        var een = proef.gastheer(huis);
        var eerste = proef.gepland(proef.ochtend(huis, maandag), een);
        var tweede = proef.gepland(proef.ochtend(huis, maandag.plusDays(1)), een);
        var voorstel = uitgerekend(false);
        var ander = proef.gastheer(huis);

        wijzig(voorstel, plaats(voorstel, eerste.moment(), een), Optional.of(ander));
        wijzig(voorstel, plaats(voorstel, tweede.moment(), een), Optional.empty());
        assertThat(openstelling(voorstel, tweede.moment()).zonderGastheer()).isTrue();
        publiceerAlles(voorstel);

        assertThat(actief(eerste.moment())).containsExactly(ander.id().waarde());
        assertThat(actief(tweede.moment())).isEmpty();
        assertThat(proef.berichten(eerste)).contains("dienst-vervallen");
        assertThat(publiceerAlles(voorstel)).isEqualTo(new PubliceerResultaat(0, 0));
    }

    @Test
    void divided_anew_the_roster_is_no_worse_and_all_of_it_can_be_published() {
        var moment = proef.ochtend(huis, maandag);
        var druk = proef.gastheer(huis);
        proef.gastheer(huis);
        proef.gastheer(huis);
        proef.gepland(moment, druk);
        for (var dag = 1; dag < 5; dag++) {
            proef.gepland(proef.ochtend(huis, maandag.plusDays(dag)), druk);
        }

        var voorstel = uitgerekend(true);
        assertThat(voorstellen.bekijk(voorstel).openstellingen())
                .allSatisfy(een -> assertThat(een.plaatsen().stream()
                                .flatMap(plaats -> plaats.wordt().stream())
                                .map(Gastheer::id))
                        .doesNotHaveDuplicates());
        var resultaat = publiceerAlles(voorstel);

        assertThat(resultaat.geweigerd()).isZero();
        assertThat(diensten()).hasSize(10);
        assertThat(diensten().stream()
                        .filter(een -> een.gastheer().equals(druk))
                        .count())
                .isLessThan(5);
    }

    @Test
    void everybody_who_could_have_a_place_is_there_and_the_others_with_the_reason() {
        var moment = proef.ochtend(huis, maandag);
        var hier = proef.gastheer(huis);
        var voorstel = uitgerekend(false);
        var laatkomer = proef.gastheer(huis);
        var elders = proef.gastheer(proef.huis());

        var keuze = voorstellen
                .keuze(voorstel, plaats(voorstel, moment, hier).regel().orElseThrow())
                .orElseThrow();

        assertThat(keuze.kunnen()).contains(laatkomer).doesNotContain(hier, elders);
        assertThat(keuze.anderen())
                .filteredOn(ander -> ander.gastheer().equals(elders))
                .allMatch(ander -> ander.waarom().equals(new Reden.KanNiet(Belet.ANDER_HUIS, elders.maxPerMaand())))
                .hasSize(1);
        assertThat(keuze.anderen()).noneMatch(ander -> ander.gastheer().equals(hier));
    }

    @Test
    void one_is_worked_out_at_a_time_and_a_stopped_one_leaves_nothing() {
        var bezig = rij("rekent", Duration.ZERO);

        assertThat(rekenkamer.vraag(maandag, WEKEN, false, DOOR)).isEqualTo(new VraagResultaat.AlBezig(bezig));

        rekenkamer.stop(bezig);
        assertThat(voorstellen.find(bezig).orElseThrow().status()).isEqualTo(Voorstel.Status.GESTOPT);
        assertThat(uitgerekend(false).status()).isEqualTo(Voorstel.Status.KLAAR);
    }

    @Test
    void work_that_is_stopped_on_its_way_stays_stopped() throws Exception {
        var gevraagd = (VraagResultaat.Gevraagd) rekenkamer.vraag(maandag, Voorstel.MEESTE_WEKEN, true, DOOR);

        rekenkamer.stop(gevraagd.id());
        rekenkamer.wacht();

        assertThat(voorstellen.find(gevraagd.id()).orElseThrow().status()).isEqualTo(Voorstel.Status.GESTOPT);
        assertThat(voorstellen
                        .bekijk(voorstellen.find(gevraagd.id()).orElseThrow())
                        .openstellingen())
                .allMatch(een -> een.open() == 0);
    }

    @Test
    void work_that_was_lost_by_a_restart_counts_as_stopped() {
        var verloren = rij("rekent", Duration.ofMinutes(5));

        assertThat(voorstellen.alle())
                .filteredOn(een -> een.id().equals(verloren))
                .allMatch(een -> een.status() == Voorstel.Status.GESTOPT)
                .hasSize(1);
    }

    @Test
    void the_desk_shows_how_far_it_is_and_then_what_it_would_change_and_why() throws Exception {
        var moment = proef.ochtend(huis, maandag);
        proef.ochtend(proef.huis(), maandag);
        var gastheer = proef.gastheer(huis);
        var koek = proef.inlog(DOOR, Rol.MAKELAAR, Optional.empty());
        var bezig = rij("rekent", Duration.ZERO);

        var wacht = proef.get(pad(bezig), koek);
        assertThat(wacht.headers().firstValue("Refresh")).contains("2");
        assertThat(wacht.body()).contains("aria-live=\"polite\"", "<progress");
        rekenkamer.stop(bezig);
        assertThat(proef.get(pad(bezig), koek).headers().firstValue("Refresh")).isEmpty();

        var voorstel = uitgerekend(false);
        var pagina = proef.get(pad(voorstel.id()) + "?week=" + week(), koek).body();
        assertThat(pagina).contains(gastheer.naam(), "Zonder gastheer (", "Verder kan hier dan niemand.");
        var regel = plaats(voorstel, moment, gastheer).regel().orElseThrow();
        assertThat(proef.get(pad(voorstel.id()) + "/plaats?regel=" + regel, koek)
                        .body())
                .contains("Waarom niet iemand anders?", "Werkt niet in dit huis");
        assertThat(proef.get("/makelaar/voorstellen", koek).body()).contains(pad(voorstel.id()));
        assertThat(proef.get(pad(new VoorstelId(UUID.randomUUID())), koek).statusCode())
                .isEqualTo(404);
    }

    @Test
    void forms_ask_for_their_token_and_say_what_is_missing() throws Exception {
        var moment = proef.ochtend(huis, maandag);
        var gastheer = proef.gastheer(huis);
        var koek = proef.inlog(DOOR, Rol.MAKELAAR, Optional.empty());
        var csrf = "csrf="
                + dienst.bean(Sessies.class)
                        .find(koek.split("=", 2)[1])
                        .orElseThrow()
                        .csrf();
        var voorstel = uitgerekend(false);
        var regel = plaats(voorstel, moment, gastheer).regel().orElseThrow();

        assertThat(proef.formulier("/makelaar/voorstellen", koek, "weken=4").statusCode())
                .isEqualTo(403);
        assertThat(proef.formulier("/makelaar/voorstellen", koek, csrf + "&van=&weken=3")
                        .statusCode())
                .isEqualTo(422);
        assertThat(proef.formulier(pad(voorstel.id()) + "/week", koek, "week=" + week() + "&actie=neem-over")
                        .statusCode())
                .isEqualTo(403);
        assertThat(proef.formulier(
                                pad(voorstel.id()) + "/plaats",
                                koek,
                                csrf + "&regel=" + regel + "&gastheerId="
                                        + rooster.gastheren().stream()
                                                .filter(wie -> !wie.werktIn(huis))
                                                .findFirst()
                                                .orElseThrow()
                                                .id()
                                                .waarde())
                        .statusCode())
                .isEqualTo(422);
        assertThat(diensten()).isEmpty();

        proef.formulier(
                pad(voorstel.id()) + "/week",
                koek,
                csrf + "&week=" + week() + "&actie=neem-over&regel-" + regel + "=ja");

        assertThat(diensten()).hasSize(1);
    }

    private Voorstel uitgerekend(boolean opnieuw) {
        var gevraagd = (VraagResultaat.Gevraagd) rekenkamer.vraag(maandag, WEKEN, opnieuw, DOOR);
        rekenkamer.wacht();
        return voorstellen.find(gevraagd.id()).orElseThrow();
    }

    private PubliceerResultaat publiceerAlles(Voorstel voorstel) {
        return publicatie.publiceer(voorstel, voorstel.van(), voorstel.tot(), DOOR);
    }

    private Voorstel lees(Voorstel voorstel) {
        return voorstellen.find(voorstel.id()).orElseThrow();
    }

    private Openstelling openstelling(Voorstel voorstel, Moment moment) {
        return voorstellen.bekijk(voorstel).openstellingen().stream()
                .filter(een -> een.moment().id().equals(moment.id()))
                .findFirst()
                .orElseThrow();
    }

    private Plaats plaats(Voorstel voorstel, Moment moment, Gastheer wie) {
        return openstelling(voorstel, moment).plaatsen().stream()
                .filter(plaats ->
                        plaats.wordt().filter(een -> een.id().equals(wie.id())).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private WijzigResultaat wijzig(Voorstel voorstel, Plaats plaats, Optional<Gastheer> wie) {
        return voorstellen.wijzig(voorstel, plaats.regel().orElseThrow(), wie.map(Gastheer::id));
    }

    private Map<Object, Belet> belet(Voorstel voorstel, Moment moment) {
        var alle = new java.util.HashMap<Object, Belet>();
        openstelling(voorstel, moment)
                .plaatsen()
                .forEach(plaats -> plaats.belet()
                        .ifPresent(
                                belet -> alle.put(plaats.wordt().orElseThrow().id(), belet)));
        return alle;
    }

    private Optional<Belet> regel(Voorstel voorstel, Moment moment, Gastheer wie) {
        return plaats(voorstel, moment, wie).belet();
    }

    /** The active diensten of this test's house. */
    private List<Dienst> diensten() {
        return rooster
                .diensten(DienstVraag.van(Tijdzone.beginVan(maandag), Tijdzone.beginVan(maandag.plusWeeks(WEKEN))))
                .stream()
                .filter(een -> een.isActief() && een.moment().bronId().equals(huis))
                .toList();
    }

    private List<UUID> actief(Moment moment) {
        return rooster
                .diensten(DienstVraag.van(Tijdzone.beginVan(maandag), Tijdzone.beginVan(maandag.plusWeeks(WEKEN))))
                .stream()
                .filter(een -> een.isActief() && een.moment().id().equals(moment.id()))
                .map(een -> een.gastheer().id().waarde())
                .toList();
    }

    private void zetTraining(Gastheer wie, boolean getraind) {
        jdbi.useHandle(handle -> handle.createUpdate("update gastheer set getraind = :getraind where id = :id")
                .bind("getraind", getraind)
                .bind("id", wie.id().waarde())
                .execute());
    }

    private VoorstelId rij(String status, Duration geleden) {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into roostervoorstel (id, van, weken, opnieuw, status, door, op, gezien_op)
                values (:id, :van, 4, false, :status, 'proef', now(), :gezien)
                """)
                .bind("id", id)
                .bind("van", maandag)
                .bind("status", status)
                .bind("gezien", dienst.bean(Klok.class).echt().instant().minus(geleden))
                .execute());
        return new VoorstelId(id);
    }

    private String week() {
        return java.time.format.DateTimeFormatter.ISO_WEEK_DATE.format(maandag).substring(0, 8);
    }

    private static String pad(VoorstelId id) {
        return "/makelaar/voorstellen/" + id.waarde();
    }
}
