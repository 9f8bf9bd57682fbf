package nl.respijt.rooster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a gastheer does on a phone: says when they can, takes what is open; and what the makelaar keeps of them. */
@Timeout(120)
final class GastheerPaginasTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefrooster proef = new Proefrooster(dienst);
    private final InzetService inzet = dienst.bean(InzetService.class);
    private final RoosterService rooster = proef.rooster;

    @Test
    void a_week_is_ticked_and_comes_back_ticked() throws Exception {
        var gastheer = proef.gastheer(proef.huis());
        var koek = proef.inlog(gastheer);

        var bewaard = stuur(koek, "/rooster/wanneer/week", "1-ochtend=ja&3-avond=ja");

        assertThat(bewaard.statusCode()).isEqualTo(303);
        assertThat(inzet.van(gastheer.id()).beschikbaarheid().week())
                .containsExactlyInAnyOrder(
                        new Weekplek(DayOfWeek.MONDAY, Dagdeel.OCHTEND),
                        new Weekplek(DayOfWeek.WEDNESDAY, Dagdeel.AVOND));
        assertThat(proef.get("/rooster/wanneer", koek).body())
                .containsPattern("name=\"1-ochtend\" value=\"ja\" checked")
                .doesNotContainPattern("name=\"2-ochtend\" value=\"ja\" checked");
    }

    @Test
    void days_away_go_before_the_week_and_can_be_taken_back() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var koek = proef.inlog(gastheer);
        proef.gepland(proef.ochtend(huis, proef.dag(4)), gastheer);
        var periode = "van=%s&tot=%s".formatted(proef.dag(3), proef.dag(5));

        var bewaard = stuur(koek, "/rooster/wanneer/dagen", periode + "&kan=nee&dagdeel=");
        var pagina = proef.get(bewaard.headers().firstValue("Location").orElseThrow(), koek);

        assertThat(pagina.body()).contains("U hebt dan al een dienst", "Ik kan dan niet");
        assertThat(kan(gastheer, 4)).isFalse();
        assertThat(kan(gastheer, 6)).isTrue();
        assertThat(rooster.komende(gastheer.id())).as("what is planned stays").hasSize(1);

        stuur(koek, "/rooster/wanneer/dagen/weg", periode);

        assertThat(kan(gastheer, 4)).isTrue();
    }

    @Test
    void taking_back_a_morning_leaves_the_evening_as_it_was_said() throws Exception {
        var gastheer = proef.gastheer(proef.huis());
        var koek = proef.inlog(gastheer);
        var dag = "van=%1$s&tot=%1$s&kan=nee&dagdeel=".formatted(proef.dag(3));
        stuur(koek, "/rooster/wanneer/dagen", dag + "ochtend");
        stuur(koek, "/rooster/wanneer/dagen", dag + "avond");

        stuur(koek, "/rooster/wanneer/dagen/weg", dag.replace("&kan=nee", "") + "ochtend");

        assertThat(kan(gastheer, 3)).isTrue();
        assertThat(inzet.van(gastheer.id()).beschikbaarheid().kan(proef.dag(3), Dagdeel.AVOND))
                .isFalse();
    }

    @Test
    void a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed() throws Exception {
        var gastheer = proef.gastheer(proef.huis());
        var koek = proef.inlog(gastheer);

        assertThat(stuur(koek, "/rooster/wanneer/dagen", "van=&kan=nee").body()).contains("Vul een datum in.");
        assertThat(stuur(koek, "/rooster/wanneer/dagen", "van=2001-01-01&kan=nee")
                        .body())
                .contains("Deze dagen zijn al voorbij.");
        var omgekeerd = stuur(koek, "/rooster/wanneer/dagen", "van=%s&tot=%s".formatted(proef.dag(5), proef.dag(4)));
        assertThat(omgekeerd.statusCode()).isEqualTo(422);
        assertThat(omgekeerd.body()).contains("value=\"%s\"".formatted(proef.dag(5)));
        assertThat(stuur(koek, "/rooster/wanneer/wensen", "max=3&liefst=4").body())
                .contains("Dit is meer dan u hoogstens wilt.");
        assertThat(stuur(koek, "/rooster/wanneer/wensen", "max=3&samenMet=Niemand+hier")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void wishes_are_kept_and_the_maximum_counts_at_once() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var collega = proef.gastheer(huis);
        var koek = proef.inlog(gastheer);
        var gepland = proef.gepland(proef.ochtend(huis, proef.dag(3).plusMonths(1)), gastheer);

        var bewaard = stuur(
                koek,
                "/rooster/wanneer/wensen",
                "max=1&liefst=1&twee=ja&uitnodigingen=ja&samenMet="
                        + collega.naam().replace(' ', '+'));

        assertThat(bewaard.statusCode()).isEqualTo(303);
        assertThat(inzet.van(gastheer.id()).wensen())
                .isEqualTo(new Wensen(
                        Optional.of(1), Optional.empty(), Optional.of(collega.id()), Optional.empty(), true, true));
        assertThat(proef.berichten(gepland))
                .as("what was planned comes as an invitation")
                .contains("dienst-uitgenodigd");
        proef.gepland(proef.ochtend(huis, proef.dag(3)), gastheer);
        assertThat(rooster.plan(proef.ochtend(huis, proef.dag(4)).id(), gastheer.id(), "makelaar"))
                .isInstanceOf(Weigering.MaximumBereikt.class);
    }

    @Test
    void a_language_that_was_chosen_is_that_of_the_calendar_at_once() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var koek = proef.inlog(gastheer);
        proef.gepland(proef.ochtend(huis, proef.dag(3)), gastheer);
        var eerder = dienst.bean(GastheerAgenda.class)
                .voor(Optional.of(gastheer.id().waarde()))
                .orElseThrow();
        var stand = eerder.stand();

        var bewaard = stuur(koek, "/rooster/wanneer/taal", "taal=ar");

        assertThat(bewaard.statusCode()).isEqualTo(303);
        assertThat(eerder.stand()).isNotEqualTo(stand);
        assertThat(proef.agenda(gastheer)).contains(Teksten.in(Taal.AR).van("agenda.rooster-naam"));
        assertThat(proef.get("/rooster/wanneer", koek).body())
                .containsPattern("<option value=\"ar\" lang=\"ar\" selected");
        assertThat(stuur(koek, "/rooster/wanneer/taal", "taal=xx").statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_open_is_taken_in_one_tap_and_only_in_the_own_house() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var koek = proef.inlog(gastheer);
        var moment = proef.ochtend(huis, proef.klok.vandaag().plusDays(10));
        var elders = proef.ochtend(proef.huis(), proef.klok.vandaag().plusDays(11));

        var pagina = proef.get("/rooster/open", koek);
        assertThat(pagina.body())
                .contains(moment.id().waarde().toString(), "Nog niemand")
                .doesNotContain(elders.id().waarde().toString());
        var genomen = stuur(koek, "/rooster/open/" + moment.id().waarde(), "");

        assertThat(genomen.statusCode()).isEqualTo(303);
        assertThat(rooster.komende(gastheer.id()))
                .singleElement()
                .satisfies(een -> assertThat(een.moment().id()).isEqualTo(moment.id()));
        assertThat(proef.get(genomen.headers().firstValue("Location").orElseThrow(), koek)
                        .body())
                .contains("U doet deze dienst");
        assertThat(stuur(koek, "/rooster/open/" + moment.id().waarde(), "").body())
                .as("twice")
                .contains("U hebt op dat dagdeel al een dienst.");
        assertThat(stuur(koek, "/rooster/open/" + elders.id().waarde(), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_makelaar_adds_a_gastheer_and_a_training_that_ends_shows_what_it_leaves() throws Exception {
        var huis = proef.huis();
        var makelaar = proef.inlog("makelaar", Rol.MAKELAAR, Optional.empty());
        var velden = "naam=Nieuwe+Gastvrouw&email=nieuw%%40voorbeeld.example&huis-%s=ja&spreekt-nl=ja&max=4&getraind=ja"
                .formatted(huis);

        var gemaakt = stuurAls(makelaar, "/makelaar/gastheren/nieuw", "/makelaar/gastheren/nieuw", velden);
        assertThat(gemaakt.statusCode()).isEqualTo(303);
        var pad = gemaakt.headers().firstValue("Location").orElseThrow().replace("?klaar=ja", "");
        var id = new GastheerId(UUID.fromString(pad.substring(pad.lastIndexOf('/') + 1)));
        proef.gepland(proef.ochtend(huis, proef.dag(10)), rooster.gastheer(id).orElseThrow());

        var gewijzigd = stuurAls(makelaar, pad, pad, velden + "&getraindTot=" + proef.dag(9));

        assertThat(gewijzigd.statusCode()).isEqualTo(303);
        assertThat(proef.get(pad, makelaar).body()).contains("Niet geldig");
        assertThat(proef.get("/makelaar/week", makelaar).body()).contains("Training niet geldig", "Nieuwe Gastvrouw");
        assertThat(rooster.zonderGastheer(proef.dag(10), proef.dag(11))).hasSize(1);
        assertThat(stuurAls(makelaar, pad, pad, "naam=&max=").body())
                .contains("Vul een naam in.", "Vul in hoe vaak u hoogstens wilt.");
    }

    private boolean kan(Gastheer gastheer, int dag) {
        return inzet.van(gastheer.id()).beschikbaarheid().kan(proef.dag(dag), Dagdeel.OCHTEND);
    }

    private HttpResponse<String> stuur(String koek, String pad, String velden) throws Exception {
        return stuurAls(koek, "/rooster/wanneer", pad, velden);
    }

    private HttpResponse<String> stuurAls(String koek, String pagina, String pad, String velden) throws Exception {
        var csrf = proef.get(pagina, koek).body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        return proef.formulier(pad, koek, velden + "&csrf=" + csrf);
    }
}
