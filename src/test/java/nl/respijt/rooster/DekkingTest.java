package nl.respijt.rooster;

import static nl.respijt.rooster.Proefrooster.DOOR;
import static nl.respijt.rooster.Proefrooster.tegelijk;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a gastheer cannot, others are asked: a few at a time, by turns, and the first to say yes has it. */
@Timeout(120)
final class DekkingTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01");
    private static final LocalDate DAG = LocalDate.parse("2027-02-15");

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefrooster proef = new Proefrooster(dienst);
    private final RoosterService rooster = proef.rooster;
    private final DekkingService dekking = dienst.bean(DekkingService.class);
    private final UUID huis = proef.huis();

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @BeforeEach
    void op_de_eerste_dag() {
        zetKlok(VANDAAG, "10:00");
    }

    @Test
    void three_are_asked_then_the_next_three_and_nobody_twice() {
        var anderen = gastheren(7);
        var moment = valtUit(DAG);

        dekking.voerUit();
        var eerste = gevraagd(moment);
        dekking.voerUit();
        var nogEens = gevraagd(moment);
        zetKlok(VANDAAG.plusDays(1), "10:01");
        dekking.voerUit();
        var tweede = gevraagd(moment);
        zetKlok(VANDAAG.plusDays(2), "10:02");
        dekking.voerUit();
        zetKlok(VANDAAG.plusDays(3), "10:03");
        dekking.voerUit();

        assertThat(eerste).hasSize(3).isSubsetOf(ids(anderen));
        assertThat(nogEens).as("they have a day to think").isEqualTo(eerste);
        assertThat(tweede).hasSize(6).containsAll(eerste).doesNotHaveDuplicates();
        assertThat(gevraagd(moment)).containsExactlyInAnyOrderElementsOf(ids(anderen));
        assertThat(van(moment).niemandMeer()).isTrue();
    }

    @Test
    void the_least_recently_asked_come_first_and_nobody_is_asked_twice_in_a_week() {
        gastheren(6);
        var maandag = valtUit(DAG);
        dekking.voerUit();
        var dinsdag = valtUit(DAG.plusDays(1));
        dekking.voerUit();

        assertThat(gevraagd(dinsdag)).hasSize(3).doesNotContainAnyElementsOf(gevraagd(maandag));

        zetKlok(VANDAAG.plusDays(7), "09:59");
        var teVroeg = valtUit(DAG.plusDays(2));
        dekking.voerUit();
        assertThat(gevraagd(teVroeg)).as("the week is not over").isEmpty();
        zetKlok(VANDAAG.plusDays(7), "10:01");
        var later = valtUit(DAG.plusDays(3));
        dekking.voerUit();
        assertThat(gevraagd(later)).as("the first three again").containsExactlyInAnyOrderElementsOf(gevraagd(maandag));
    }

    @Test
    void a_search_that_found_nobody_finds_who_can_be_asked_again_later() {
        var enige = gastheren(1).getFirst();
        valtUit(DAG);
        dekking.voerUit();
        var later = valtUit(DAG.plusDays(1));
        dekking.voerUit();
        assertThat(van(later).niemandMeer())
                .as("asked for the other one this week")
                .isTrue();

        for (var dag = 1; dag <= 7; dag++) {
            zetKlok(VANDAAG.plusDays(dag), "10:0" + dag);
            dekking.voerUit();
        }

        assertThat(gevraagd(later)).containsExactly(enige.id());
        assertThat(van(later).niemandMeer()).isFalse();
    }

    @Test
    void who_cannot_or_does_not_want_to_is_not_asked() {
        var kan = gastheren(1).getFirst();
        var ongetraind = proef.gastheer(false, 4, huis);
        var elders = proef.gastheer(proef.huis());
        var vol = proef.gastheer(true, 0, huis);
        var weg = proef.gastheer(huis);
        dienst.bean(InzetService.class).zetDagen(weg.id(), DAG, DAG, Optional.empty(), false);
        var ander = proef.huis();
        var bezet = proef.gastheer(huis, ander);
        proef.gepland(proef.ochtend(ander, DAG), bezet);

        var moment = valtUit(DAG);
        dekking.voerUit();

        assertThat(gevraagd(moment))
                .containsExactly(kan.id())
                .doesNotContain(ongetraind.id(), elders.id(), vol.id(), weg.id(), bezet.id());
    }

    @Test
    void the_first_to_say_yes_has_it_and_the_others_are_thanked_at_once() {
        var anderen = gastheren(3);
        var moment = valtUit(DAG);
        dekking.voerUit();
        verzend();
        var vragen = van(moment).vragen();
        var neezegger = vragen.getFirst();
        dekking.antwoord(neezegger.id(), false);

        var ja = dekking.antwoord(vragen.get(1).id(), true);
        var laat = dekking.antwoord(vragen.get(2).id(), true);
        verzend();

        assertThat(ja).isInstanceOf(InvalResultaat.Gekregen.class);
        assertThat(laat).isInstanceOf(InvalResultaat.AlGeregeld.class);
        assertThat(ingedeeld(moment)).containsExactly(vragen.get(1).gastheer());
        assertThat(onderwerpen(anderen, vragen.get(2).gastheer()))
                .anyMatch(onderwerp -> onderwerp.contains("hoeft niet meer"));
        assertThat(onderwerpen(anderen, neezegger.gastheer()))
                .as("no is done with")
                .noneMatch(onderwerp -> onderwerp.contains("hoeft niet meer"));
        assertThat(dekking.antwoord(vragen.get(1).id(), true)).as("twice").isInstanceOf(InvalResultaat.Gekregen.class);
        assertThat(ingedeeld(moment)).hasSize(1);
    }

    /** Else the page tells who dropped out that they still have it. */
    @Test
    void who_said_yes_and_dropped_out_since_has_it_no_longer() {
        gastheren(1);
        var moment = valtUit(DAG);
        dekking.voerUit();
        var vraag = van(moment).vragen().getFirst();
        dekking.antwoord(vraag.id(), true);
        assertThat(dekking.find(vraag.id()).orElseThrow().heeft()).isTrue();

        rooster
                .diensten(
                        DienstVraag.van(moment.tijdvak().van(), moment.tijdvak().tot()))
                .stream()
                .filter(Dienst::isActief)
                .forEach(een -> rooster.meldAf(een.id(), Optional.empty(), DOOR));

        assertThat(dekking.find(vraag.id()).orElseThrow())
                .satisfies(nu -> assertThat(nu.heeft() || nu.open()).isFalse());
        assertThat(dekking.antwoord(vraag.id(), true)).isInstanceOf(InvalResultaat.AlGeregeld.class);
        assertThat(ingedeeld(moment)).isEmpty();
    }

    @Test
    void three_who_say_yes_in_the_same_second_are_one() throws Exception {
        for (var ronde = 0; ronde < 10; ronde++) {
            var hier = proef.huis();
            IntStream.range(0, 3).forEach(_ -> proef.gastheer(hier));
            var moment = valtUit(hier, DAG);
            dekking.voerUit();
            var vragen = van(moment).vragen();

            var uitkomsten = tegelijk(vragen.stream()
                    .<Callable<InvalResultaat>>map(vraag -> () -> dekking.antwoord(vraag.id(), true))
                    .toList());

            assertThat(uitkomsten)
                    .filteredOn(InvalResultaat.Gekregen.class::isInstance)
                    .hasSize(1);
            assertThat(uitkomsten)
                    .filteredOn(InvalResultaat.AlGeregeld.class::isInstance)
                    .hasSize(2);
            assertThat(ingedeeld(moment)).hasSize(1);
        }
    }

    @Test
    void somebody_put_on_it_at_the_desk_ends_the_search() throws Exception {
        var anderen = gastheren(4);
        var moment = valtUit(DAG);
        dekking.voerUit();
        var vragen = van(moment).vragen();
        var nietGevraagd = anderen.stream()
                .filter(gastheer -> !gevraagd(moment).contains(gastheer.id()))
                .findFirst()
                .orElseThrow();

        var uitkomsten = tegelijk(List.<Callable<Object>>of(
                () -> rooster.plan(moment.id(), nietGevraagd.id(), DOOR),
                () -> dekking.antwoord(vragen.getFirst().id(), true)));

        assertThat(uitkomsten.getFirst()).isInstanceOf(PlanResultaat.Gepland.class);
        assertThat(van(moment).status()).isEqualTo(Dekking.Status.GEVONDEN);
        assertThat(dekking.antwoord(vragen.get(1).id(), true)).isInstanceOf(InvalResultaat.AlGeregeld.class);
    }

    @Test
    void within_two_days_the_first_are_asked_at_once_and_the_next_soon() {
        gastheren(6);
        var morgen = VANDAAG.plusDays(1);

        var moment = valtUit(morgen);

        assertThat(gevraagd(moment)).as("in the same moment").hasSize(3);
        zetKlok(VANDAAG, "12:01");
        dekking.voerUit();
        assertThat(gevraagd(moment)).hasSize(6);
    }

    @Test
    void at_night_nobody_is_asked_for_what_is_weeks_away() {
        gastheren(3);
        zetKlok(VANDAAG, "23:30");
        var moment = valtUit(DAG);
        dekking.voerUit();
        assertThat(gevraagd(moment)).isEmpty();

        zetKlok(VANDAAG.plusDays(1), "09:00");
        dekking.voerUit();

        assertThat(gevraagd(moment)).hasSize(3);
    }

    @Test
    void what_begins_without_anybody_is_looked_for_no_longer() {
        gastheren(3);
        var moment = valtUit(DAG);
        dekking.voerUit();
        var vraag = van(moment).vragen().getFirst();

        zetKlok(DAG, "09:00");
        dekking.voerUit();

        assertThat(van(moment).status()).isEqualTo(Dekking.Status.NIET_GEVONDEN);
        assertThat(dekking.antwoord(vraag.id(), true)).isInstanceOf(InvalResultaat.AlGeregeld.class);
        assertThat(ingedeeld(moment)).isEmpty();
    }

    @Test
    void what_does_not_take_place_is_told_to_who_was_asked() {
        var anderen = gastheren(3);
        var moment = valtUit(DAG);
        dekking.voerUit();
        verzend();
        var vraag = van(moment).vragen().getFirst();

        dienst.bean(MomentService.class).gelastAf(moment.id(), "lekkage", DOOR);
        verzend();

        assertThat(van(moment).status()).isEqualTo(Dekking.Status.NIET_NODIG);
        assertThat(onderwerpen(anderen, vraag.gastheer())).anyMatch(onderwerp -> onderwerp.contains("hoeft niet meer"));
    }

    @Test
    void all_who_say_no_make_way_for_the_next_at_once() {
        gastheren(6);
        var moment = valtUit(DAG);
        dekking.voerUit();

        van(moment).vragen().forEach(vraag -> dekking.antwoord(vraag.id(), false));

        assertThat(gevraagd(moment)).hasSize(6);
    }

    @Test
    void a_yes_that_cannot_be_is_told_why_and_somebody_else_still_can() {
        var ander = proef.huis();
        proef.gastheer(huis, ander);
        proef.gastheer(huis, ander);
        var moment = valtUit(DAG);
        dekking.voerUit();
        var vraag = van(moment).vragen().getFirst();
        rooster.plan(proef.ochtend(ander, DAG).id(), vraag.gastheer(), DOOR);

        assertThat(dekking.antwoord(vraag.id(), true)).isInstanceOf(InvalResultaat.KanNiet.class);
        assertThat(dekking.antwoord(van(moment).vragen().get(1).id(), true))
                .isInstanceOf(InvalResultaat.Gekregen.class);
    }

    /** Programs that check mail follow links; only a button answers. */
    @Test
    void the_link_of_the_mail_answers_by_its_buttons_alone() throws Exception {
        var anderen = gastheren(1);
        var moment = valtUit(DAG);
        dekking.voerUit();
        verzend();
        var mail = dienst.bean(DemoPostvak.class).nieuwste(200).stream()
                .filter(een -> een.aan().equals(anderen.getFirst().email().orElseThrow()))
                .findFirst()
                .orElseThrow();
        var pad = mail.tekst().replaceAll("(?s).*(/invallen/[A-Za-z0-9_-]+).*", "$1");

        assertThat(mail.onderwerp()).contains("Kunt u invallen op maandag 15 februari?");
        assertThat(vraag("GET", pad, "").body()).contains("Ja, ik kan", "Nee, deze keer niet");
        assertThat(vraag("HEAD", pad, "").statusCode()).isEqualTo(200);
        assertThat(ingedeeld(moment)).isEmpty();
        assertThat(vraag("POST", pad, "antwoord=").statusCode()).isEqualTo(422);
        assertThat(vraag("POST", pad, "antwoord=ja").statusCode()).isEqualTo(303);
        assertThat(vraag("GET", pad, "").body()).contains("U doet deze dienst");
        assertThat(ingedeeld(moment)).containsExactly(anderen.getFirst().id());
        assertThat(vraag("GET", pad.substring(0, pad.length() - 1) + "_", "").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> vraag(String methode, String pad, String velden) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(dienst.adres(pad))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(methode, HttpRequest.BodyPublishers.ofString(velden))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** An openstelling whose only gastheer cannot. */
    private Moment valtUit(LocalDate dag) {
        return valtUit(huis, dag);
    }

    private Moment valtUit(UUID hier, LocalDate dag) {
        var moment = proef.ochtend(hier, dag);
        var gastheer = proef.gastheer(hier);
        rooster.meldAf(proef.gepland(moment, gastheer).id(), Optional.empty(), DOOR);
        // Only there to fall out.
        dienst.bean(InzetService.class).zetDagen(gastheer.id(), VANDAAG, VANDAAG.plusDays(60), Optional.empty(), false);
        return moment;
    }

    private List<Gastheer> gastheren(int aantal) {
        var nieuwe = new ArrayList<Gastheer>();
        for (var nummer = 0; nummer < aantal; nummer++) {
            nieuwe.add(proef.gastheer(huis));
        }
        return nieuwe;
    }

    private Dekking van(Moment moment) {
        return dekking.van(List.of(moment.id().waarde())).get(moment.id().waarde());
    }

    private List<GastheerId> gevraagd(Moment moment) {
        return van(moment).vragen().stream().map(Dekking.Vraag::gastheer).toList();
    }

    private List<GastheerId> ingedeeld(Moment moment) {
        return rooster
                .diensten(
                        DienstVraag.van(moment.tijdvak().van(), moment.tijdvak().tot()))
                .stream()
                .filter(een -> een.isActief() && een.moment().id().equals(moment.id()))
                .map(een -> een.gastheer().id())
                .toList();
    }

    private static List<GastheerId> ids(List<Gastheer> gastheren) {
        return gastheren.stream().map(Gastheer::id).toList();
    }

    private List<String> onderwerpen(List<Gastheer> gastheren, GastheerId aan) {
        var adres = gastheren.stream()
                .filter(gastheer -> gastheer.id().equals(aan))
                .findFirst()
                .flatMap(Gastheer::email)
                .orElseThrow();
        return dienst.bean(DemoPostvak.class).nieuwste(500).stream()
                .filter(mail -> mail.aan().equals(adres))
                .map(mail -> mail.onderwerp())
                .toList();
    }

    private void verzend() {
        dienst.bean(Verzender.class).verzendAlles();
    }

    private void zetKlok(LocalDate dag, String tijd) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.parse(tijd))));
    }
}
