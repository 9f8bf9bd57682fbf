package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.Proefrooster;
import nl.respijt.rooster.RoosterInrichting;
import nl.respijt.rooster.RoosterService;
import org.junit.jupiter.api.Test;

/** A volunteer sees what we have of them, and can stop without leaving a name behind. */
final class GastheerWissingTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefrooster proef = new Proefrooster(dienst);
    private final RoosterService rooster = dienst.bean(RoosterService.class);

    @Test
    void a_host_sees_and_takes_along_everything_we_have_of_them() throws Exception {
        var gastheer = proef.gastheer(proef.huis());
        proef.gepland(ochtend(gastheer), gastheer);
        var koek = proef.inlog(gastheer);
        proef.agenda(gastheer);

        var pagina = proef.get("/rooster/gegevens", koek);
        var bestand = proef.get("/rooster/gegevens.json", koek);

        assertThat(pagina.body())
                .contains(
                        gastheer.naam(),
                        gastheer.email().orElseThrow(),
                        "Diensten (1)",
                        "Huizen waar u helpt (1)",
                        "Agenda-adressen (1)");
        assertThat(bestand.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("mijn-gegevens.json");
        assertThat(bestand.body()).contains("\"wat\":\"dienst\"", "\"wat\":\"gastheer\"", gastheer.naam());
    }

    @Test
    void another_hosts_data_is_not_in_it() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var ander = proef.gastheer(huis);
        var moment = ochtend(gastheer);
        proef.gepland(moment, gastheer);
        proef.gepland(moment, ander);

        assertThat(proef.get("/rooster/gegevens.json", proef.inlog(gastheer)).body())
                .contains(gastheer.naam())
                .doesNotContain(ander.naam(), ander.email().orElseThrow());
    }

    @Test
    void who_stops_leaves_no_name_and_the_diensten_go_to_somebody_else() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var moment = proef.ochtend(huis, proef.dag(4));
        var komt = proef.gepland(moment, gastheer);
        rooster.meldAf(
                proef.gepland(proef.ochtend(huis, proef.dag(5)), gastheer).id(),
                Optional.empty(),
                "gastheer-" + gastheer.slug());
        var koek = proef.inlog(gastheer);
        var agenda = dienst.bean(AgendaSleutels.class)
                .maak(AgendaSoort.GASTHEER, Optional.of(gastheer.id().waarde()))
                .url();
        var sporen = List.of(gastheer.naam(), gastheer.email().orElseThrow(), gastheer.slug());
        Proefpersoon.metSpoor(dienst, sporen);

        var vraag = proef.get("/rooster/gegevens/wissen", koek);
        assertThat(vraag.body()).contains("Uw dienst die nog komt, gaat naar iemand anders.");
        var antwoord = proef.formulier("/rooster/gegevens/wissen", koek, "csrf=" + csrf(vraag));

        assertThat(antwoord.statusCode()).isEqualTo(303);
        Proefpersoon.zonderSpoor(dienst, sporen);
        assertThat(rooster.find(komt.id()).orElseThrow().isActief()).isFalse();
        assertThat(rooster.zonderGastheer(moment.datum(), moment.datum().plusDays(1)))
                .as("the openstelling asks for somebody else")
                .extracting(Moment::id)
                .contains(moment.id());
        assertThat(rooster.gastheren()).extracting(Gastheer::id).doesNotContain(gastheer.id());
        assertThat(proef.get(agenda, Optional.empty()).statusCode()).isEqualTo(404);
        assertThat(proef.get("/rooster", koek).statusCode()).as("signed out").isEqualTo(303);
    }

    /** The file of the gemeente names the first ones; a start is not the way back in. */
    @Test
    void who_stopped_does_not_come_back_with_the_next_start() {
        var eerste = rooster.gastheren().stream()
                .filter(gastheer -> gastheer.naam().startsWith("Tineke"))
                .findFirst()
                .orElse(rooster.gastheren().getFirst());
        dienst.bean(GastheerWissing.class).wis(eerste.id(), "gastheer-" + eerste.slug());

        dienst.bean(RoosterInrichting.class).richtIn();

        assertThat(rooster.gastheren()).extracting(Gastheer::slug).doesNotContain(eerste.slug());
    }

    private Moment ochtend(Gastheer gastheer) {
        return proef.ochtend(gastheer.huizen().getFirst(), proef.dag(3));
    }

    private static String csrf(HttpResponse<String> pagina) {
        return pagina.body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }
}
