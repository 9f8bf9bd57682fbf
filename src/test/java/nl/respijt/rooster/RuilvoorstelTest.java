package nl.respijt.rooster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Gastheren swap among themselves: one asks, the other says yes or no, and until then nothing changes. */
@Timeout(120)
final class RuilvoorstelTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefrooster proef = new Proefrooster(dienst);
    private final UUID huis = proef.huis();
    private final Gastheer ans = proef.gastheer(huis);
    private final Gastheer bea = proef.gastheer(huis);
    private final Dienst vanAns = proef.gepland(ochtend(10), ans);
    private final Dienst vanBea = proef.gepland(ochtend(12), bea);

    @Test
    void one_asks_the_other_says_yes_and_both_are_told() throws Exception {
        var koek = proef.inlog(ans);
        var pad = "/rooster/diensten/%s/ruilen".formatted(vanAns.id().waarde());

        assertThat(proef.get(pad, koek).body())
                .contains(bea.naam())
                .doesNotContain(
                        vanBea.id().waarde().toString(), bea.id().waarde().toString());
        var gevraagd = stuur(
                koek,
                pad,
                "keuze=" + vanBea.moment().id().waarde() + "+" + bea.naam().replace(' ', '+'));
        assertThat(gevraagd.statusCode()).isEqualTo(303);
        assertThat(gastheren()).as("nothing changed").containsExactly(ans.id(), bea.id());

        var link = link(bea);
        assertThat(proef.get("/rooster", proef.inlog(bea)).body()).contains(ans.naam() + " wil met u ruilen");
        assertThat(proef.get(dienst.adres(link), Optional.empty()).body()).contains("Wilt u ruilen?", "Ja, wij ruilen");
        assertThat(gastheren()).as("looking is no answer").containsExactly(ans.id(), bea.id());
        assertThat(proef.formulier(link, koek, "antwoord=ja").statusCode()).isEqualTo(303);

        assertThat(gastheren()).containsExactly(bea.id(), ans.id());
        assertThat(proef.get(dienst.adres(link), Optional.empty()).body()).contains("U hebt geruild");
        assertThat(onderwerpen(ans)).anyMatch(onderwerp -> onderwerp.startsWith("Uw dienst is geruild"));
        assertThat(onderwerpen(bea)).anyMatch(onderwerp -> onderwerp.startsWith("Uw dienst is geruild"));
    }

    @Test
    void a_no_changes_nothing_and_is_told_kindly() throws Exception {
        stelVoor();
        var link = link(bea);

        proef.formulier(link, "", "antwoord=nee");
        proef.formulier(link, "", "antwoord=ja");

        assertThat(gastheren()).containsExactly(ans.id(), bea.id());
        assertThat(onderwerpen(ans)).anyMatch(onderwerp -> onderwerp.startsWith("U houdt uw dienst"));
    }

    @Test
    void what_went_elsewhere_meanwhile_cannot_be_swapped() throws Exception {
        stelVoor();
        var link = link(bea);
        proef.rooster.meldAf(vanAns.id(), Optional.empty(), "makelaar");

        proef.formulier(link, "", "antwoord=ja");

        assertThat(proef.get(dienst.adres(link), Optional.empty()).body()).contains("Ruilen kan niet meer");
        assertThat(proef.rooster.find(vanBea.id()).orElseThrow().isActief()).isTrue();
    }

    @Test
    void who_cannot_then_is_not_offered() {
        dienst.bean(InzetService.class).zetDagen(bea.id(), vanAns.datum(), vanAns.datum(), Optional.empty(), false);

        assertThat(dienst.bean(RuilvoorstelService.class).mogelijk(vanAns)).isEmpty();
    }

    private void stelVoor() {
        dienst.bean(RuilvoorstelService.class).stelVoor(vanAns, vanBea.moment().id(), bea.naam());
    }

    private Moment ochtend(int dagenVooruit) {
        return proef.ochtend(huis, proef.klok.vandaag().plusDays(dagenVooruit));
    }

    /** Who is on the two openstellingen, in their order. */
    private List<GastheerId> gastheren() {
        return List.of(vanAns, vanBea).stream()
                .flatMap(een ->
                        proef
                                .rooster
                                .diensten(DienstVraag.van(
                                        een.tijdvak().van(), een.tijdvak().tot()))
                                .stream()
                                .filter(nu -> nu.isActief()
                                        && nu.moment().id().equals(een.moment().id())))
                .map(nu -> nu.gastheer().id())
                .toList();
    }

    private String link(Gastheer van) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(500).stream()
                .filter(mail -> mail.aan().equals(van.email().orElseThrow())
                        && mail.onderwerp().startsWith("Wilt u uw dienst"))
                .findFirst()
                .map(mail -> mail.tekst().replaceAll("(?s).*(/ruilen/[A-Za-z0-9_-]+).*", "$1"))
                .orElseThrow();
    }

    private List<String> onderwerpen(Gastheer van) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(500).stream()
                .filter(mail -> mail.aan().equals(van.email().orElseThrow()))
                .map(mail -> mail.onderwerp())
                .toList();
    }

    private HttpResponse<String> stuur(String koek, String pad, String velden) throws Exception {
        var csrf = proef.get(pad, koek).body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        return proef.formulier(pad, koek, velden + "&csrf=" + csrf);
    }
}
