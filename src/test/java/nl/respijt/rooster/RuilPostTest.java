package nl.respijt.rooster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two gastheren find in the mailbox after a swap. */
class RuilPostTest {
    private static final String DOOR = "makelaar";
    private static final Datums D = new Datums(Taal.NL);

    private final Proefrooster proef = new Proefrooster(Proefdienst.gedeeld());
    private final UUID huis = proef.huis();
    private final UUID elders = proef.huis();
    private final Gastheer een = proef.gastheer(huis, elders);
    private final Gastheer ander = proef.gastheer(huis, elders);
    private final Dienst vanEen = proef.gepland(proef.ochtend(huis, proef.dag(3)), een);
    private final Dienst vanAnder = proef.gepland(proef.ochtend(elders, proef.dag(10)), ander);

    @BeforeEach
    void both_know_their_dienst() {
        assertThat(post(een)).hasSize(1);
        assertThat(post(ander)).hasSize(1);
    }

    @Test
    void each_gets_one_mail_that_tells_both_sides() {
        ruil();

        verteltBeide(een, vanEen, vanAnder);
        verteltBeide(ander, vanAnder, vanEen);
    }

    @Test
    void what_was_given_is_told_even_when_what_came_for_it_moved_at_once() {
        var geruild = ruil();
        var naar = new Tijdvak(
                vanAnder.tijdvak().van().plusSeconds(3600),
                vanAnder.tijdvak().tot().plusSeconds(3600));
        proef.momenten.verplaats(geruild.tweede().moment().id(), naar, DOOR);

        var nieuwe = post(een).subList(0, 2);
        assertThat(nieuwe)
                .extracting(DemoMail::onderwerp)
                .containsExactlyInAnyOrder(
                        "Uw dienst op " + D.dagZonderJaar(vanEen.datum()) + " vervalt",
                        "Uw dienst is nu op " + D.dagZonderJaar(Tijdzone.datum(naar.van())));
    }

    @Test
    void each_reads_of_it_in_the_language_they_chose() {
        proef.dienst.bean(InzetService.class).zetTaal(een.id(), Taal.TR);
        ruil();

        var turks = new Datums(Taal.TR);
        assertThat(post(een).getFirst().onderwerp()).contains(turks.dagZonderJaar(vanAnder.datum()));
        assertThat(post(een).getFirst().tekst().replaceAll("\\s+", " ")).contains(turks.wanneer(vanEen.tijdvak()));
        verteltBeide(ander, vanAnder, vanEen);
    }

    private void verteltBeide(Gastheer wie, Dienst gaf, Dienst kreeg) {
        var mails = post(wie);
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().onderwerp())
                .isEqualTo("Uw dienst is geruild: nu op " + D.dagZonderJaar(kreeg.datum()));
        assertThat(mails.getFirst().tekst().replaceAll("\\s+", " "))
                .contains("U hoeft niet te komen op " + D.wanneer(gaf.tijdvak()))
                .contains(gaf.moment().titel())
                .contains(D.wanneer(kreeg.tijdvak()))
                .contains(kreeg.moment().titel());
    }

    private RuilResultaat.Geruild ruil() {
        var uitkomst = proef.rooster.ruil(vanEen.id(), vanAnder.id(), DOOR);
        assertThat(uitkomst).isInstanceOf(RuilResultaat.Geruild.class);
        return (RuilResultaat.Geruild) uitkomst;
    }

    /** All that has arrived by now, newest first. */
    private List<DemoMail> post(Gastheer van) {
        proef.dienst.bean(Verzender.class).verzendAlles();
        return proef.dienst.bean(DemoPostvak.class).nieuwste(5_000).stream()
                .filter(mail -> Optional.of(mail.aan()).equals(van.email()))
                .toList();
    }
}
