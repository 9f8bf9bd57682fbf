package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.privacy.Wissing;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stay as it goes: who comes and who does not, longer and shorter, and never two in one bed. */
@Timeout(300)
final class VerblijvenTest {
    private static final Aanmelding MAKELAAR = new Aanmelding("makelaar", "Proef", Rol.MAKELAAR, Optional.empty(), "");

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Verblijven verblijven = dienst.bean(Verblijven.class);
    private final LocalDate vandaag = verblijf.vandaag();
    private final Huis huis = verblijf.huis(1);

    @Test
    void a_house_says_on_the_day_that_they_came() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));

        var antwoord = meld(huis, id, "aankomst");

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.json()).containsEntry("status", "verblijft").containsKey("gekomenOp");
        assertThat(meld(huis, id, "aankomst").json()).isEqualTo(antwoord.json());
        assertThat(stappen(id)).endsWith("bevestigd", "verblijft");
        assertThat(bezet(huis)).isEqualTo(3);
    }

    @Test
    void nobody_arrives_before_the_day_or_before_the_gemeente_decided() {
        var later = verblijf.bevestigd(huis, vanaf(2, 3));
        var zonder = verblijf.geaccepteerd(verblijf.huis(1), vanaf(0, 3));

        assertThat(meld(huis, later, "aankomst").json())
                .containsEntry("vanaf", vandaag.plusDays(2).toString());
        assertThat(meld(huis, later, "niet-gekomen").probleem()).isEqualTo("verblijf-te-vroeg");
        assertThat(stuur(huis, later, "vertrek", "{}").probleem()).isEqualTo("verblijf-te-vroeg");
        for (var wat : List.of("aankomst", "niet-gekomen")) {
            assertThat(meld(verblijf.makelaar(), zonder, wat).probleem()).isEqualTo("verblijf-nog-niet-zeker");
        }
        assertThat(verblijven.vertrek(zonder, vandaag, MAKELAAR)).isInstanceOf(MeldResultaat.NogNietZeker.class);
        assertThat(verblijven.nachten(zonder, vandaag.plusDays(4), MAKELAAR))
                .isInstanceOf(NachtenResultaat.NogNietZeker.class);
    }

    @Test
    void a_house_sees_and_changes_only_its_own() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        var ander = verblijf.huis(1);

        assertThat(meld(ander, id, "aankomst").status()).isEqualTo(404);
        assertThat(meld(ander, id, "niet-gekomen").status()).isEqualTo(404);
        assertThat(stuur(ander, id, "vertrek", "{}").status()).isEqualTo(404);
        assertThat(stuur(ander, id, "nachten", "{}").status()).isEqualTo(404);
        assertThat(verblijven.van(ander.aanmelding())).isEmpty();
        assertThat(meld(new Klant(dienst), id, "aankomst").status()).isEqualTo(401);
        assertThat(meld(verblijf.makelaar(), id, "aankomst").status()).isEqualTo(200);
    }

    @Test
    void who_did_not_come_leaves_the_bed_free_and_uses_no_night() {
        var id = verblijf.bevestigd(huis, vanaf(-1, 3));

        assertThat(meld(huis, id, "niet-gekomen").json())
                .containsEntry("status", "afgerond")
                .containsEntry("nietGekomen", true);

        assertThat(meld(huis, id, "niet-gekomen").status()).isEqualTo(200);
        assertThat(bezet(huis)).as("the night that is over").isEqualTo(1);
        assertThat(aanmelding(id).wmoGebruikt()).isZero();
        assertThat(berichten(id)).contains("verblijf-niet-gekomen", "verblijf-gewijzigd");
        assertThat(stuur(huis, id, "vertrek", "{}").probleem()).isEqualTo("verblijf-voorbij");
    }

    @Test
    void from_the_day_of_arrival_on_it_is_not_withdrawn_any_more() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));

        dienst.bean(Aanbiedingen.class).trekIn(id, "mantelzorger");

        assertThat(aanmelding(id).status()).isEqualTo(Status.BEVESTIGD);
        assertThat(bezet(huis)).isEqualTo(3);
        assertThat(meld(huis, id, "aankomst").status()).isEqualTo(200);
    }

    @Test
    void a_question_that_nobody_answered_ends_with_the_stay() {
        var id = verblijf.bevestigd(huis, vanaf(-4, 3));
        meld(huis, id, "aankomst");
        verblijven.vraag(id, vandaag.plusDays(2), "mantelzorger");
        var berichten = berichten(id).size();

        verblijven.rondAf();

        assertThat(verblijven.find(id).orElseThrow().gevraagdTot()).isEmpty();
        assertThat(verblijven.wijsVraagAf(id, huis.aanmelding())).isFalse();
        assertThat(berichten(id)).doesNotContain("verblijf-gewijzigd").hasSizeGreaterThanOrEqualTo(berichten);
    }

    @Test
    void who_came_did_not_stay_away() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        meld(huis, id, "aankomst");

        assertThat(meld(huis, id, "niet-gekomen").probleem()).isEqualTo("al-gekomen");
        assertThat(bezet(huis)).isEqualTo(3);
    }

    @Test
    void who_comes_late_after_all_has_the_bed_again_unless_somebody_took_it() {
        var id = verblijf.bevestigd(huis, vanaf(-1, 4));
        meld(huis, id, "niet-gekomen");

        assertThat(meld(huis, id, "aankomst").json())
                .containsEntry("status", "verblijft")
                .containsEntry("nietGekomen", false);
        assertThat(aanmelding(id).wmoGebruikt()).isEqualTo(3);

        dienst.bean(Wmobesluiten.class).legVast(id, Wmostand.TOEGEKEND, OptionalInt.of(4), vandaag, "makelaar");
        assertThat(nachten(huis, id, vandaag.plusDays(4)).status())
                .as("one night more")
                .isEqualTo(200);
        assertThat(aanmelding(id).wmoGebruikt()).isEqualTo(4);
        assertThat(nachten(huis, id, vandaag.plusDays(5)).probleem()).isEqualTo("nachten-niet-gedekt");
        assertThat(stuur(huis, id, "vertrek", "{}").status()).isEqualTo(200);
        assertThat(aanmelding(id).wmoGebruikt()).as("came today, left today").isZero();

        var ander = verblijf.huis(1);
        var weg = verblijf.bevestigd(ander, vanaf(0, 3));
        meld(ander, weg, "niet-gekomen");
        verblijf.bevestigd(ander, vanaf(1, 1));
        assertThat(meld(ander, weg, "aankomst").probleem()).isEqualTo("bed-bezet");
        assertThat(aanmelding(weg).status()).isEqualTo(Status.AFGEROND);
    }

    @Test
    void leaving_early_frees_the_nights_to_come_and_counts_what_was_slept() {
        var id = verblijf.bevestigd(huis, vanaf(-2, 6));
        meld(huis, id, "aankomst");

        assertThat(stuur(huis, id, "vertrek", "{\"op\": \"%s\"}".formatted(vandaag.plusDays(1)))
                        .velden())
                .containsExactly("op");
        assertThat(stuur(huis, id, "vertrek", "{}").json())
                .containsEntry("status", "afgerond")
                .containsEntry("vertrokkenOp", vandaag.toString());

        assertThat(stuur(huis, id, "vertrek", "{}").status()).isEqualTo(200);
        assertThat(bezet(huis)).isEqualTo(2);
        assertThat(aanmelding(id).wmoGebruikt()).isEqualTo(2);
        assertThat(meld(huis, id, "aankomst").probleem()).isEqualTo("verblijf-voorbij");
    }

    @Test
    void who_leaves_on_the_day_of_arrival_slept_no_night() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));

        assertThat(stuur(huis, id, "vertrek", "{}").status()).isEqualTo(200);

        assertThat(bezet(huis)).isZero();
        assertThat(aanmelding(id).wmoGebruikt()).isZero();
        assertThat(aanmelding(id).wmoOver()).isEqualTo(OptionalInt.of(Proefverblijf.WMO));
    }

    @Test
    void a_stay_of_which_nobody_said_anything_ends_without_an_arrival() {
        var voorbij = verblijf.bevestigd(huis, vanaf(-5, 3));
        var vandaagWeg = verblijf.bevestigd(huis, vanaf(-2, 2));
        var zonder = verblijf.geaccepteerd(verblijf.huis(1), vanaf(-5, 3));

        verblijven.rondAf();
        verblijven.rondAf();

        var beurt = verblijven.find(voorbij).orElseThrow();
        assertThat(beurt.aanmelding().status()).isEqualTo(Status.AFGEROND);
        assertThat(beurt.isOngemeld()).isTrue();
        assertThat(aanmelding(voorbij).wmoGebruikt()).isEqualTo(3);
        assertThat(gebeurtenissen(voorbij).getLast())
                .satisfies(laatste -> assertThat(laatste.wie()).isEqualTo("systeem"));
        assertThat(aanmelding(vandaagWeg).status())
                .as("the day of departure is not over")
                .isEqualTo(Status.BEVESTIGD);
        assertThat(aanmelding(zonder).status()).isEqualTo(Status.VERLOPEN);
        assertThat(meld(huis, voorbij, "niet-gekomen").status())
                .as("told later")
                .isEqualTo(200);
        assertThat(aanmelding(voorbij).wmoGebruikt()).isZero();
    }

    @Test
    void longer_takes_more_nights_and_shorter_gives_them_back() {
        var id = verblijf.bevestigd(huis, vanaf(1, 3));

        assertThat(nachten(huis, id, vandaag.plusDays(8)).json())
                .containsEntry("tot", vandaag.plusDays(8).toString());
        assertThat(bezet(huis)).isEqualTo(7);
        assertThat(aanmelding(id).wmoGebruikt()).isEqualTo(7);
        assertThat(nachten(huis, id, vandaag.plusDays(8)).status()).isEqualTo(200);

        assertThat(nachten(huis, id, vandaag.plusDays(3)).status()).isEqualTo(200);
        assertThat(bezet(huis)).isEqualTo(2);
        assertThat(aanmelding(id).wmoGebruikt()).isEqualTo(2);
        assertThat(stappen(id)).endsWith("verlengd", "verkort");
        assertThat(berichten(id).stream().filter("verblijf-gewijzigd"::equals)).hasSize(2);
        verblijf.bevestigd(huis, vanaf(3, 2));
        assertThat(bezet(huis)).as("what fell off is another's").isEqualTo(4);
    }

    @Test
    void longer_goes_no_further_than_the_bed_the_rules_the_contract_and_the_decision() {
        var id = verblijf.bevestigd(huis, vanaf(1, 3));
        verblijf.bevestigd(huis, vanaf(6, 2));

        assertThat(nachten(huis, id, vandaag.plusDays(6)).status()).isEqualTo(200);
        assertThat(nachten(huis, id, vandaag.plusDays(7)).probleem()).isEqualTo("bed-bezet");
        assertThat(bezet(huis)).as("nothing of it was taken").isEqualTo(7);
        var vrij = verblijf.huis(1);
        var lang = verblijf.bevestigd(vrij, vanaf(1, 3));
        assertThat(nachten(vrij, lang, vandaag.plusDays(23)).json()).containsEntry("maximaal", 21);
        assertThat(nachten(vrij, lang, vandaag.plusDays(22)).json()).containsEntry("nachten", Proefverblijf.WMO);
        dienst.bean(Contracten.class)
                .legVast(vrij.aanbieder().id(), Contractdienst.VERBLIJF, vandaag.plusDays(6), "brief", "proef");
        assertThat(nachten(vrij, lang, vandaag.plusDays(8)).json())
                .containsEntry("tot", vandaag.plusDays(6).toString());
        assertThat(nachten(vrij, lang, vandaag.plusDays(7)).status()).isEqualTo(200);
    }

    @Test
    void shorter_leaves_a_night_and_undoes_none_that_was_slept() {
        var id = verblijf.bevestigd(huis, vanaf(-3, 6));

        assertThat(nachten(huis, id, vandaag.minusDays(1)).json()).containsEntry("vroegst", vandaag.toString());
        assertThat(nachten(huis, id, vandaag).status()).isEqualTo(200);
        var later = verblijf.bevestigd(huis, vanaf(10, 3));
        assertThat(nachten(huis, later, vandaag.plusDays(10)).json())
                .containsEntry("vroegst", vandaag.plusDays(11).toString());
        assertThat(stuur(huis, later, "nachten", "{}").velden()).containsExactly("tot");
        meld(huis, id, "aankomst");
        stuur(huis, id, "vertrek", "{}");
        assertThat(nachten(huis, id, vandaag.plusDays(2)).probleem()).isEqualTo("verblijf-voorbij");
    }

    @Test
    void of_a_longer_stay_and_an_offer_of_the_same_night_one_has_it() throws Exception {
        for (var ronde = 0; ronde < 12; ronde++) {
            var eigen = verblijf.huis(1);
            var blijft = verblijf.bevestigd(eigen, vanaf(1, 3));
            var gast = verblijf.meldAan(vanaf(4, 3));
            verblijf.vraag(gast, eigen);

            var uitkomsten = tegelijk(List.<Callable<Boolean>>of(
                    () -> verblijven.nachten(blijft, vandaag.plusDays(6), eigen.aanmelding())
                            instanceof NachtenResultaat.Gewijzigd,
                    () -> dienst.bean(Aanbiedingen.class).bied(gast, "P00", vanaf(4, 3), eigen.aanmelding())
                            instanceof BiedResultaat.Aangeboden));

            assertThat(uitkomsten).containsExactlyInAnyOrder(true, false);
            assertThat(perStatus(eigen))
                    .isEqualTo(uitkomsten.getFirst() ? Map.of("bezet", 5) : Map.of("bezet", 3, "vastgehouden", 3));
        }
    }

    @Test
    void of_many_changes_at_once_the_nights_are_those_of_the_last() throws Exception {
        var id = verblijf.bevestigd(huis, vanaf(1, 3));
        var werk = new ArrayList<Callable<Boolean>>();
        for (var n = 0; n < 24; n++) {
            var tot = vandaag.plusDays(3 + n % 8);
            werk.add(() -> verblijven.nachten(id, tot, huis.aanmelding()) instanceof NachtenResultaat.Gewijzigd);
        }

        assertThat(tegelijk(werk)).containsOnly(true);

        var beurt = verblijven.find(id).orElseThrow();
        assertThat(bezet(huis)).isEqualTo(beurt.aanbieding().verblijf().aantal());
        assertThat(beurt.aanmelding().wmoGebruikt())
                .isEqualTo(beurt.aanbieding().verblijf().aantal());
    }

    @Test
    void a_decision_cannot_become_less_than_what_was_stayed() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        meld(huis, id, "aankomst");

        var minder = dienst.bean(Wmobesluiten.class)
                .legVast(id, Wmostand.TOEGEKEND, OptionalInt.of(2), verblijf.vandaag(), "proef");

        assertThat(minder).isInstanceOf(Wmobesluiten.BesluitResultaat.TeWeinigNachten.class);
    }

    @Test
    void a_carer_asks_for_another_day_and_the_house_decides() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));

        assertThat(verblijven.vraag(id, vandaag.plusDays(5), "mantelzorger"))
                .isInstanceOf(Verblijven.VraagResultaat.Gevraagd.class);

        assertThat(bezet(huis)).as("nothing changes yet").isEqualTo(3);
        assertThat(berichten(id)).contains("verblijf-andere-dag", "verblijf-veranderd");
        assertThat(verblijven.find(id).orElseThrow().gevraagdTot()).contains(vandaag.plusDays(5));
        assertThat(verblijven.wijsVraagAf(id, huis.aanmelding())).isTrue();
        assertThat(verblijven.wijsVraagAf(id, huis.aanmelding())).isFalse();
        assertThat(verblijven.find(id).orElseThrow().gevraagdTot()).isEmpty();
        verblijven.vraag(id, vandaag.plusDays(4), "mantelzorger");
        nachten(huis, id, vandaag.plusDays(4));
        assertThat(verblijven.find(id).orElseThrow().gevraagdTot()).as("done").isEmpty();
        assertThat(verblijven.vraag(id, vandaag.plusDays(4), "mantelzorger"))
                .isInstanceOf(Verblijven.VraagResultaat.AlZo.class);
        assertThat(verblijven.vraag(id, vandaag.plusDays(90), "mantelzorger"))
                .isInstanceOf(Verblijven.VraagResultaat.GeenDag.class);
        stuur(huis, id, "vertrek", "{}");
        assertThat(verblijven.vraag(id, vandaag.plusDays(5), "mantelzorger"))
                .isInstanceOf(Verblijven.VraagResultaat.KanNiet.class);
    }

    @Test
    void who_is_forgotten_while_they_stay_leaves_the_bed_free() {
        var id = verblijf.bevestigd(huis, vanaf(-1, 5));
        meld(huis, id, "aankomst");

        var gewist = dienst.bean(Wissing.class).wis(aanmelding(id).mantelzorger(), "mantelzorger");

        assertThat(gewist).isInstanceOf(Wissing.WisResultaat.Gewist.class);
        assertThat(bezet(huis)).isEqualTo(1);
        assertThat(verblijven.find(id, huis.aanmelding())).isEmpty();
    }

    private Verblijf vanaf(int dagen, int nachten) {
        return new Verblijf(vandaag.plusDays(dagen), vandaag.plusDays(dagen + nachten));
    }

    private Antwoord meld(Huis als, UUID id, String wat) {
        return meld(verblijf.als(als), id, wat);
    }

    private static Antwoord meld(Klant als, UUID id, String wat) {
        return als.stuur("/api/v1/aanmeldingen/" + id + "/verblijf/" + wat, "");
    }

    private Antwoord stuur(Huis als, UUID id, String wat, String inhoud) {
        return verblijf.als(als).stuur("/api/v1/aanmeldingen/" + id + "/verblijf/" + wat, inhoud);
    }

    private Antwoord nachten(Huis als, UUID id, LocalDate tot) {
        return stuur(als, id, "nachten", "{\"tot\": \"%s\"}".formatted(tot));
    }

    private Verblijfsaanmelding aanmelding(UUID id) {
        return dienst.bean(Aanmeldingen.class).find(id).orElseThrow();
    }

    private List<Geschiedenis.Gebeurtenis> gebeurtenissen(UUID id) {
        return dienst.bean(Aanmeldingen.class).stappen(id);
    }

    private List<String> stappen(UUID id) {
        return gebeurtenissen(id).stream().map(Geschiedenis.Gebeurtenis::wat).toList();
    }

    private List<String> berichten(UUID id) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select soort from bericht where ding_id = ?", id)
                        .mapTo(String.class)
                        .list());
    }

    private int bezet(Huis van) {
        return perStatus(van).getOrDefault("bezet", 0);
    }

    private Map<String, Integer> perStatus(Huis van) {
        return dienst.bean(Transacties.class)
                .lees(handle -> handle.createQuery("select status from bednacht where bed_id = :bed")
                        .bind("bed", UUID.fromString(van.bed(0)))
                        .mapTo(String.class)
                        .collect(Collectors.toMap(status -> status, _ -> 1, Integer::sum)));
    }

    private static <T> List<T> tegelijk(List<Callable<T>> werk) throws Exception {
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var uitkomsten = new ArrayList<T>();
            for (var een : draden.invokeAll(werk)) {
                uitkomsten.add(een.get());
            }
            return uitkomsten;
        }
    }
}
