package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.database.Proefdienst;
import nl.respijt.privacy.Wissing.WisResultaat;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who is forgotten. Its own service: the clock moves. */
final class WissingTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01");
    private static final LocalDate DAG = LocalDate.parse("2027-02-09");
    private static final LocalDate LATER = LocalDate.parse("2027-03-09");
    private static final String TEKST = "Mijn vader dwaalt en ik slaap niet";

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Jdbi jdbi = dienst.bean(Jdbi.class);
    private final Wissing wissing = dienst.bean(Wissing.class);
    private final Proefpersoon kanarie = new Proefpersoon(dienst);

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
        zetKlok(VANDAAG, "09:00");
    }

    @Test
    void who_is_forgotten_leaves_no_trace_and_the_figures_stand() {
        var geweest = kanarie.boek(op(DAG));
        verzend();
        zetKlok(DAG.plusDays(1), "09:00");
        var moment = op(LATER);
        var komt = kanarie.boek(moment);
        verzend();
        kanarie.logIn();
        overMij("hulpwens=" + TEKST.replace(' ', '+') + "&akkoord=ja");
        kanarie.formulier("/mijn/gegevens/herinneringen", "herinneringen=nee");
        var wie = kanarie.id();
        kanarie.vraagInlogmail();
        dienst.bean(Adreswijzigingen.class).vraag(wie, "ander-" + kanarie.email);
        verzend();
        var sleutels = dienst.bean(BoekingSleutels.class);
        var sporen = List.of(
                kanarie.naam,
                kanarie.achternaam,
                kanarie.email,
                kanarie.nummer.substring(1),
                geweest.antwoord().code(),
                komt.antwoord().code(),
                TEKST);
        Proefpersoon.metSpoor(dienst, sporen.subList(0, 6));
        var voor = telling(wie.waarde());

        assertThat(kanarie.haal("/mijn/gegevens/wissen").body()).contains("zeggen wij af", "Er blijven 2 afspraken");
        var antwoord = kanarie.formulier("/mijn/gegevens/wissen", "ja=");
        verzend();

        assertThat(antwoord.statusCode()).isEqualTo(303);
        assertThat(antwoord.headers().firstValue("Location")).contains("/gewist");
        assertThat(kanarie.haal("/gewist").statusCode()).isEqualTo(200);
        Proefpersoon.zonderSpoor(dienst, sporen);
        assertThat(telling(wie.waarde())).as("visits, and the cancelled one").isEqualTo(voor);
        assertThat(dienst.bean(MomentService.class)
                        .find(moment.id())
                        .orElseThrow()
                        .vrij())
                .as("the place is free")
                .isEqualTo(1);
        assertThat(kanarie.haal("/mijn/gegevens").headers().firstValue("Location"))
                .as("signed out")
                .hasValueSatisfying(naar -> assertThat(naar).startsWith("/inloggen"));
        for (var boeking : List.of(geweest.id(), komt.id())) {
            assertThat(kanarie.haal(sleutels.beheerPad(boeking)).statusCode()).isEqualTo(404);
            assertThat(kanarie.haal(sleutels.agendaPad(boeking)).statusCode()).isEqualTo(404);
        }
        assertThat(wissing.wis(wie, "mantelzorger")).as("twice").isInstanceOf(WisResultaat.Onbekend.class);
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void forgetting_one_leaves_another_alone() {
        var ander = new Proefpersoon(dienst);
        ander.boek(op(DAG));
        kanarie.boek(op(DAG));
        ander.logIn();
        verzend();

        wissing.wis(kanarie.id(), "makelaar");

        assertThat(ander.haal("/mijn/gegevens").body()).contains(ander.naam, ander.email);
        assertThat(ander.haal("/mijn/gegevens").body()).doesNotContain(kanarie.email);
    }

    @Test
    void twenty_who_forget_the_same_person_forget_once() {
        var moment = op(DAG);
        kanarie.boek(moment);
        var wie = kanarie.id();

        var uitkomsten = IntStream.range(0, 20)
                .parallel()
                .mapToObj(nummer -> wissing.wis(wie, "mantelzorger"))
                .toList();

        assertThat(uitkomsten).filteredOn(WisResultaat.Gewist.class::isInstance).hasSize(1);
        assertThat(dienst.bean(MomentService.class)
                        .find(moment.id())
                        .orElseThrow()
                        .vrij())
                .isEqualTo(1);
    }

    @Test
    void who_comes_back_is_somebody_new() {
        kanarie.boek(op(DAG));
        var wie = kanarie.id();
        wissing.wis(wie, "mantelzorger");

        kanarie.boek(op(DAG));

        assertThat(kanarie.id()).isNotEqualTo(wie);
    }

    private List<Integer> telling(UUID wie) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from boeking where mantelzorger_id = :wie
                        union all select coalesce(sum(personen), 0) from boeking
                        where mantelzorger_id = :wie and status = 'bevestigd' and upper(tijdvak) < :nu
                        """)
                .bind("wie", wie)
                .bind("nu", dienst.bean(Klok.class).instant())
                .mapTo(Integer.class)
                .list());
    }

    private HttpResponse<String> overMij(String velden) {
        return kanarie.formulier("/mijn/gegevens/over-mij", velden);
    }

    private Moment op(LocalDate dag) {
        return Proefmoment.in(dienst).op(dag).publiceer();
    }

    private void verzend() {
        dienst.bean(Verzender.class).verzendAlles();
    }

    private void zetKlok(LocalDate dag, String tijd) {
        Proefpersoon.zetKlok(dienst, dag, tijd);
    }
}
