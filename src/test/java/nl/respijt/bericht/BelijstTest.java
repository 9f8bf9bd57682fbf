package nl.respijt.bericht;

import static nl.respijt.bericht.Proefpost.NU;
import static nl.respijt.bericht.Proefpost.ding;
import static nl.respijt.bericht.Proefpost.nieuw;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Brief.Bestemming.PerTelefoon;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BelijstTest {
    private final Proefpost post = new Proefpost();

    @AfterEach
    void sluit() {
        post.close();
    }

    private UUID telefoontje(Instant nietVoor) {
        var ding = ding();
        post.zeg(
                ding,
                bericht -> Optional.of(Brief.van(
                                Taal.NL,
                                new PerTelefoon("Yusuf", "06 12 34 56 78"),
                                "Dinsdag gaat niet door",
                                List.of("Het huis is dicht."))
                        .metFeiten(List.of(new Feit("Wanneer", "dinsdag")))));
        post.plaats(new NieuwBericht(Proefpost.BELLEN, Kanaal.BELLEN, ding, 1, "boeking:" + ding, Map.of(), nietVoor));
        return ding;
    }

    @Test
    void shows_who_to_call_longest_waiting_first_and_what_to_say() {
        var tweede = telefoontje(NU.minusSeconds(60));
        var eerste = telefoontje(NU.minusSeconds(120));
        telefoontje(NU.plusSeconds(1));

        assertThat(post.belijst.open())
                .containsExactly(taak(eerste, NU.minusSeconds(120)), taak(tweede, NU.minusSeconds(60)));
    }

    private BelTaak taak(UUID ding, Instant sinds) {
        return new BelTaak(
                post.id(ding),
                Proefpost.BELLEN,
                "Yusuf",
                "06 12 34 56 78",
                "Dinsdag gaat niet door",
                List.of("Het huis is dicht."),
                List.of(new Feit("Wanneer", "dinsdag")),
                List.of(),
                sinds,
                false);
    }

    @Test
    void a_call_is_made_once_and_who_made_it_is_kept() {
        var ding = telefoontje(NU);

        assertThat(post.belijst.meldGebeld(post.id(ding), "Sanne")).isEqualTo(new BelResultaat.Gebeld());
        post.later(Duration.ofMinutes(1));
        assertThat(post.belijst.meldGebeld(post.id(ding), "Joost")).isEqualTo(new BelResultaat.AlGebeld("Sanne", NU));

        assertThat(post.belijst.open()).isEmpty();
    }

    @Test
    void a_call_with_nothing_left_to_tell_leaves_the_list() {
        var ding = telefoontje(NU);
        post.zeg(ding, bericht -> Optional.empty());

        assertThat(post.belijst.open()).isEmpty();

        assertThat(post.status(ding)).isEqualTo("vervallen");
        assertThat(post.belijst.meldGebeld(post.id(ding), "Sanne")).isEqualTo(new BelResultaat.Vervallen());
    }

    @Test
    void a_call_that_cannot_be_worded_hides_no_other() {
        var kapot = telefoontje(NU);
        var goed = telefoontje(NU);
        post.zeg(kapot, bericht -> {
            throw new IllegalStateException("kapot");
        });

        assertThat(post.belijst.open()).extracting(BelTaak::id).containsExactly(post.id(goed));
        assertThat(post.status(kapot)).isEqualTo("wacht");
    }

    @Test
    void a_call_is_no_mail_and_a_mail_is_no_call() {
        var telefoontje = telefoontje(NU);
        var mail = ding();
        post.plaats(nieuw(mail));

        assertThat(post.belijst.open()).extracting(BelTaak::id).containsExactly(post.id(telefoontje));
        assertThat(post.belijst.meldGebeld(post.id(mail), "Sanne")).isEqualTo(new BelResultaat.Onbekend(post.id(mail)));
        post.demoVerzender().verzendAlles();
        assertThat(post.status(telefoontje)).isEqualTo("wacht");
        assertThat(post.demoPostvak.nieuwste(10)).extracting(DemoMail::id).containsExactly(post.id(mail));
    }

    @Test
    void a_failed_mail_is_shown_with_its_reason_and_can_be_tried_again() throws Exception {
        try (var server = new NukkigeMailserver()) {
            server.antwoordt("550 5.1.1 user unknown");
            var ding = ding();
            post.plaats(nieuw(ding));
            post.verzender(server).verzendAlles();

            var mislukt = post.belijst.mislukt();
            assertThat(mislukt).extracting(Bericht::dingId).containsExactly(ding);
            assertThat(mislukt.getFirst().uitleg(Teksten.in(Taal.NL)))
                    .contains("De mailserver neemt deze mail niet aan (550). Vaak klopt het e-mailadres niet.");

            server.antwoordt(NukkigeMailserver.GOED);
            assertThat(post.belijst.opnieuw(post.id(ding))).isEqualTo(new OpnieuwResultaat.Wacht());
            assertThat(post.belijst.opnieuw(post.id(ding))).isEqualTo(new OpnieuwResultaat.NietMislukt());
            post.verzender(server).verzendAlles();

            assertThat(server.ontvangen()).hasSize(1);
            assertThat(post.belijst.mislukt()).isEmpty();
        }
    }

    @Test
    void what_nobody_knows_is_unknown() {
        var id = ding();

        assertThat(post.belijst.meldGebeld(id, "Sanne")).isEqualTo(new BelResultaat.Onbekend(id));
        assertThat(post.belijst.opnieuw(id)).isEqualTo(new OpnieuwResultaat.Onbekend(id));
    }
}
