package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Reeksen;
import nl.respijt.database.Proefdienst;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.toegang.Medewerker;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a coordinator sees and does on a phone: who is in the group, what to tell them, and who came. */
class DeelnemersPaginasTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefgroep groepen = new Proefgroep(dienst);
    private final Deelnames deelnames = dienst.bean(Deelnames.class);

    @Test
    void who_leads_the_group_sees_first_names_and_no_addresses_and_a_line_is_written_for_each() {
        var groep = groep();
        var wie = deelnames.find(groepen.deelnemer(groep, "Samira", false)).orElseThrow();

        var pagina = als(groep).haal("/groep/" + groep.id() + "/deelnemers").body();

        assertThat(pagina)
                .contains("Samira")
                .doesNotContain(wie.contact().email().orElseThrow());
        assertThat(gezien(wie)).isEqualTo(1);
    }

    @Test
    void who_wants_somebody_along_is_met_where_the_coordinator_says() {
        var groep = groep();
        var id = groepen.deelnemer(groep, "Mehmet", true);
        var wie = als(groep);
        var pad = "/groep/" + groep.id() + "/deelnemers";
        var pagina = wie.haal(pad).body();
        assertThat(pagina).contains("Wil dat er iemand meegaat", "Mehmet");

        assertThat(wie.formulier(pad, "/groep/deelnemers/" + id + "/trefpunt", Map.of("trefpunt", ""))
                        .body())
                .contains("Vul in waar zij elkaar treffen.");
        assertThat(wie.formulier(pad, "/groep/deelnemers/" + id + "/trefpunt", Map.of("trefpunt", "Bij de bushalte"))
                        .statusCode())
                .isEqualTo(303);

        var eigen = new Klant(dienst).haal(dienst.bean(DeelnameSleutels.class).pad(id));
        assertThat(eigen.tekst()).contains("Er gaat iemand met u mee.", "Bij de bushalte");
    }

    @Test
    void of_a_group_that_nobody_leads_the_makelaar_calls_and_is_led_to_who_is_in_it() {
        var groep = groep();
        groepen.deelnemer(groep, "Mehmet", true);
        var makelaar = new Klant(dienst).als("makelaar");
        var pad = "/groep/" + groep.id() + "/deelnemers";

        assertThat(makelaar.haal("/makelaar/belijst").tekst()).contains("href=\"" + pad + "\"");
        assertThat(makelaar.haal(pad).tekst()).contains("Mehmet", "Waar treffen zij elkaar?");
        assertThat(makelaar.haal("/makelaar/groepen/" + groep.id()).tekst()).contains("href=\"" + pad + "\"");
    }

    @Test
    void a_message_to_the_group_is_read_behind_the_key_and_stands_in_no_mail() {
        var groep = groep();
        var id = groepen.deelnemer(groep, "Ans", false);
        var wie = als(groep);
        var pad = "/groep/" + groep.id() + "/berichten";
        assertThat(wie.formulier(
                                pad,
                                pad,
                                Map.of(
                                        "tekst",
                                        " ",
                                        "formulier",
                                        UUID.randomUUID().toString()))
                        .body())
                .contains("Schrijf eerst een bericht.");
        var velden = Map.of(
                "tekst",
                "Volgende keer nemen we soep mee.",
                "formulier",
                UUID.randomUUID().toString());

        wie.formulier(pad, pad, velden);
        wie.formulier(pad, pad, velden);

        assertThat(new Klant(dienst)
                        .haal(dienst.bean(DeelnameSleutels.class).pad(id))
                        .tekst())
                .containsOnlyOnce("soep mee");
        var gegevens = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select gegevens::text from bericht where soort = 'deelname-bericht' and ontvanger = ?",
                                "deelname:" + id)
                        .mapTo(String.class)
                        .list());
        assertThat(gegevens).hasSize(1).noneMatch(tekst -> tekst.contains("soep"));
    }

    @Test
    void after_a_meeting_one_tap_says_that_all_came_and_a_tick_taken_away_who_did_not() {
        var groep = groep();
        groepen.deelnemer(groep, "Ans", false);
        var tweede = groepen.deelnemer(groep, "Bram", false);
        var moment = begonnen(groep);
        var wie = als(groep);
        var pad = "/groep/bijeenkomsten/" + moment.id().waarde() + "/aanwezig";
        var pagina = wie.haal(pad).body();
        assertThat(pagina).contains("Wie was er?", "Ans", "Bram");
        var velden = new LinkedHashMap<String, String>();
        velden.put("binnengelopen", "2");
        pagina.lines()
                .filter(regel -> regel.contains("name=\"er-"))
                .map(regel -> regel.replaceAll(".*name=\"(er-[0-9a-f-]+)\".*", "$1"))
                .forEach(veld -> velden.put(veld, "ja"));
        assertThat(velden).hasSize(3);

        wie.formulier(pad, pad, velden);
        assertThat(wie.haal(pad).body()).contains("value=\"2\"");

        var boeking = boeking(tweede, moment);
        velden.remove("er-" + boeking.id().waarde());
        wie.formulier(pad, pad, velden);

        assertThat(boeking(tweede, moment).status()).isEqualTo(Boeking.Status.NIET_VERSCHENEN);
        Proefmoment.controleerBezetting(dienst);
        velden.put("er-" + boeking.id().waarde(), "ja");
        wie.formulier(pad, pad, velden);
        assertThat(boeking(tweede, moment).status()).isEqualTo(Boeking.Status.BEVESTIGD);
        Proefmoment.controleerBezetting(dienst);
    }

    private Boeking boeking(UUID deelname, Moment moment) {
        return dienst.bean(Reeksen.class).agenda(deelname).stream()
                .filter(boeking -> boeking.moment().id().equals(moment.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The first meeting of the group, a minute ago. */
    private Moment begonnen(Lotgenotengroep groep) {
        var eerste = dienst.bean(GroepService.class).komende(groep.id(), 1).getFirst();
        var nu = dienst.bean(Klok.class).instant();
        var tijdvak = new Tijdvak(nu.minus(Duration.ofMinutes(1)), nu.plus(Duration.ofMinutes(59)));
        dienst.bean(Jdbi.class).useHandle(handle -> {
            handle.execute(
                    "update moment set begin = ?, eind = ? where id = ?",
                    tijdvak.van(),
                    tijdvak.tot(),
                    eerste.id().waarde());
            handle.execute(
                    "update boeking set tijdvak = tstzrange(?, ?) where moment_id = ?",
                    tijdvak.van(),
                    tijdvak.tot(),
                    eerste.id().waarde());
        });
        return eerste;
    }

    private long gezien(Deelname wie) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select count(*) from inzage where betrokkene = ?",
                                wie.mantelzorger().waarde())
                        .mapTo(Long.class)
                        .one());
    }

    private Lotgenotengroep groep() {
        var dag = dienst.bean(Klok.class).vandaag().plusDays(8);
        return groepen.groep(
                new Weken(1, dag.getDayOfWeek().getValue(), dag, Optional.empty()), "10:00", "12:00", false);
    }

    private Medewerker als(Lotgenotengroep groep) {
        var wie = new Medewerker(dienst);
        wie.neemKoek(dienst.bean(Sessies.class)
                .open("proef-coordinator", "Proef", Rol.GROEPSCOORDINATOR, Optional.of(groepen.coordinator(groep))));
        return wie;
    }
}
