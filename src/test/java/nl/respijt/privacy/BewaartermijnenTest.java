package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day before its term a thing is there, a day after it is gone. A service for each: everything in it ages. */
final class BewaartermijnenTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01");
    private static final LocalDate DAG = LocalDate.parse("2027-02-09");
    private static final LocalDate LATER = LocalDate.parse("2027-08-09");

    private final Proefdienst dienst = Proefdienst.start();
    private final Bewaartermijnen bewaartermijnen = dienst.bean(Bewaartermijnen.class);
    private final Proefpersoon kanarie = new Proefpersoon(dienst);

    @BeforeEach
    void op_de_eerste_dag() {
        zetKlok(VANDAAG);
    }

    @AfterEach
    void stop() {
        dienst.close();
    }

    @Test
    void a_booking_loses_its_name_and_the_person_stays_as_long_as_there_is_a_later_one() {
        kanarie.boek(Proefmoment.in(dienst).op(DAG).publiceer());
        kanarie.boek(Proefmoment.in(dienst).op(LATER).publiceer());
        var wie = kanarie.id();

        nacht(DAG.plusMonths(13).minusDays(1));
        assertThat(namen(wie)).containsExactly(kanarie.naam, kanarie.naam);
        nacht(DAG.plusMonths(13).plusDays(1));
        assertThat(namen(wie)).containsExactly(kanarie.naam, "gewist");
        assertThat(tel("contact where waarde = '%s'".formatted(kanarie.email))).isEqualTo(1);
        nacht(LATER.plusMonths(13).minusDays(1));
        assertThat(tel("contact where waarde = '%s'".formatted(kanarie.email))).isEqualTo(1);
        nacht(LATER.plusMonths(13).plusDays(1));
        Proefpersoon.zonderSpoor(dienst, List.of(kanarie.naam, kanarie.email, kanarie.nummer.substring(1)));
        assertThat(tel("boeking where naam = 'gewist' and status = 'bevestigd' and mantelzorger_id = '%s'"
                        .formatted(wie.waarde())))
                .as("the visits stay counted")
                .isEqualTo(2);
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void a_message_goes_thirty_days_after_it_was_sent() {
        var geboekt = kanarie.boek(Proefmoment.in(dienst).op(LATER).publiceer());
        dienst.bean(Verzender.class).verzendAlles();
        var berichten = "bericht where ding_id = '%s' and status = "
                .formatted(geboekt.id().waarde());
        var mails = "demo_mail where aan = '%s'".formatted(kanarie.email);

        nacht(VANDAAG.plusDays(29));
        assertThat(tel(berichten + "'klaar'")).isEqualTo(1);
        assertThat(tel(mails)).isEqualTo(1);
        nacht(VANDAAG.plusDays(31));
        assertThat(tel(berichten + "'klaar'")).isZero();
        assertThat(tel(mails)).isZero();
        assertThat(tel(berichten + "'wacht'")).as("the reminder").isEqualTo(1);
    }

    @Test
    void what_somebody_told_goes_thirteen_months_after_it_changed() {
        kanarie.boek(Proefmoment.in(dienst).op(LATER).publiceer());
        dienst.bean(Hulpwensen.class).bewaar(kanarie.id(), "weinig slaap");

        nacht(VANDAAG.plusMonths(13).minusDays(1));
        assertThat(dienst.bean(Hulpwensen.class).lees(kanarie.id())).isPresent();
        nacht(VANDAAG.plusMonths(13).plusDays(1));
        assertThat(dienst.bean(Hulpwensen.class).lees(kanarie.id())).isEmpty();
    }

    @Test
    void who_began_an_intake_lately_is_not_forgotten_with_it() {
        kanarie.boek(DAG);
        var wie = kanarie.id();
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("""
                        insert into intakeconcept (id, code, mantelzorger_id, zelf, taal, door, opnieuw, versleuteld,
                                                   aangemaakt_op, gewijzigd_op)
                        values (gen_random_uuid(), gen_random_uuid(), :wie, true, 'nl', 'mantelzorger', false, '', :op, :op)
                        """)
                        .bind("wie", wie.waarde())
                        .bind("op", Tijdzone.beginVan(DAG.plusMonths(13)))
                        .execute());

        nacht(DAG.plusMonths(13).plusDays(1));

        assertThat(tel("intakeconcept where mantelzorger_id = '%s'".formatted(wie.waarde())))
                .isEqualTo(1);
        assertThat(tel("mantelzorger where id = '%s' and gewist_op is null".formatted(wie.waarde())))
                .isEqualTo(1);
    }

    @Test
    void a_reason_that_somebody_typed_goes_and_what_happened_stays() {
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("""
                        insert into gebeurtenis (ding, ding_id, wat, wie, waarom, op)
                        values ('moment', gen_random_uuid(), 'afgelast', 'makelaar', 'Storm bij Wilhelmina', :nu)
                        """)
                        .bind("nu", dienst.bean(Klok.class).instant())
                        .execute());

        nacht(VANDAAG.plusMonths(13).minusDays(1));
        assertThat(tel("gebeurtenis where waarom = 'Storm bij Wilhelmina'")).isEqualTo(1);
        nacht(VANDAAG.plusMonths(13).plusDays(1));
        assertThat(tel("gebeurtenis where wat = 'afgelast' and waarom is null")).isEqualTo(1);
    }

    /** Sessions end by the machine's clock, and are let go of by it. */
    @Test
    void a_session_goes_a_day_after_its_end_and_a_moved_clock_signs_nobody_out() {
        var koek = dienst.bean(Sessies.class).open("x", "X", Rol.MAKELAAR, Optional.empty());
        var nu = dienst.bean(Klok.class).echt().instant();
        sessie("gisteren", nu.minus(Duration.ofHours(23)));
        sessie("eergisteren", nu.minus(Duration.ofHours(25)));

        nacht(VANDAAG.plusYears(2));

        assertThat(dienst.bean(Sessies.class).find(koek)).isPresent();
        assertThat(tel("sessie where slug = 'gisteren'")).isEqualTo(1);
        assertThat(tel("sessie where slug = 'eergisteren'")).isZero();
    }

    private void sessie(String slug, Instant einde) {
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("""
                        insert into sessie (hash, slug, naam, rol, aangemaakt_op, laatst_gezien, verloopt_op)
                        values (convert_to(:slug, 'UTF8'), :slug, 'X', 'makelaar', :einde, :einde, :einde)
                        """)
                        .bind("slug", slug)
                        .bind("einde", einde)
                        .execute());
    }

    @Test
    void a_trial_tells_what_would_go_and_changes_nothing() {
        kanarie.boek(Proefmoment.in(dienst).op(DAG).publiceer());
        dienst.bean(Verzender.class).verzendAlles();
        zetKlok(DAG.plusMonths(13).plusDays(1));
        dienst.bean(Verzender.class).verzendAlles();
        var koek = dienst.bean(Sessies.class).open("beheerder", "Beheerder", Rol.BEHEERDER, Optional.empty());
        var vooraf = gegevens();

        var proef = bewaartermijnen.proef();
        var pagina = kanarie.metKoek(koek, "/beheer/bewaartermijnen");

        assertThat(proef)
                .filteredOn(regel -> regel.aantal() > 0)
                .extracting(Bewaartermijnen.Regel::tabel)
                .contains("demo_mail", "bericht", "boeking", "mantelzorger");
        assertThat(pagina.statusCode()).isEqualTo(200);
        assertThat(pagina.body()).contains("boeking", "13 maanden");
        assertThat(gegevens()).isEqualTo(vooraf);
        assertThat(kanarie.haal("/beheer/bewaartermijnen").statusCode()).isEqualTo(303);

        assertThat(aantallen(bewaartermijnen.pasToe()))
                .as("what went is what was told")
                .isEqualTo(aantallen(proef));
        assertThat(bewaartermijnen.proef()).as("nothing is left to go").allMatch(regel -> regel.aantal() == 0);
    }

    private static List<String> aantallen(List<Bewaartermijnen.Regel> regels) {
        return regels.stream()
                .map(regel -> regel.tabel() + " " + regel.aantal())
                .toList();
    }

    /** All rows but those that tell when somebody last looked, and when work last ran. */
    /** All there is about people; openstellingen come by themselves when time moves on. */
    private List<String> gegevens() {
        var overIemand = dienst.bean(Register.class).tabellen().stream()
                .map(Register.Tabel::naam)
                .filter(tabel -> !tabel.equals("sessie"))
                .toList();
        return Proefpersoon.rijen(dienst, rij -> overIemand.contains(rij.split("\\|", 2)[0])).stream()
                .sorted()
                .toList();
    }

    /** Newest booking first. */
    private List<String> namen(MantelzorgerId wie) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "select naam from boeking where mantelzorger_id = :wie order by lower(tijdvak) desc")
                        .bind("wie", wie.waarde())
                        .mapTo(String.class)
                        .list());
    }

    private int tel(String wat) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select count(*) from " + wat)
                        .mapTo(Integer.class)
                        .one());
    }

    private void nacht(LocalDate dag) {
        zetKlok(dag);
        dienst.bean(BewaarTaak.class).voerUit();
    }

    /** At the hour at which most things here happen, so that a day is a day. */
    private void zetKlok(LocalDate dag) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.of(12, 0))));
    }
}
