package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.database.Proefdienst;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders, and no more of them. Its own service: the clock moves. */
final class HerinneringenTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01");
    private static final LocalDate DAG = LocalDate.parse("2027-02-09");
    private static final LocalDate LATER = LocalDate.parse("2027-03-09");

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Jdbi jdbi = dienst.bean(Jdbi.class);
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
    void a_reminder_that_waits_does_not_leave_when_it_is_no_longer_wanted() {
        kanarie.boek(op(DAG));
        verzend();
        kanarie.logIn();

        assertThat(kanarie.formulier("/mijn/gegevens/herinneringen", "herinneringen=nee")
                        .statusCode())
                .isEqualTo(303);
        zetKlok(DAG.minusDays(1), "10:01");

        assertThat(post()).hasSize(1).noneMatch(mail -> mail.onderwerp().startsWith("Morgen"));
        assertThat(toestemming("herinnering")).as("an objection: never given").isEqualTo("1 f t");
    }

    @Test
    void who_wants_them_again_gets_them_again() {
        kanarie.boek(op(DAG));
        verzend();
        var herinneringen = dienst.bean(Herinneringen.class);
        herinneringen.zet(kanarie.id(), false);
        herinneringen.zet(kanarie.id(), true);

        zetKlok(DAG.minusDays(1), "10:01");

        assertThat(post()).anyMatch(mail -> mail.onderwerp().startsWith("Morgen"));
    }

    /** RFC 8058: the mail program posts by itself, without a cookie; looking at the address does nothing. */
    @Test
    void one_click_in_the_mail_program_ends_reminders_and_nothing_else() {
        kanarie.boek(op(DAG));
        kanarie.boek(op(LATER));
        zetKlok(DAG.minusDays(1), "10:01");
        var mail = post().stream()
                .filter(een -> een.onderwerp().startsWith("Morgen"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.kopregels()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        var adres = mail.kopregels().get("List-Unsubscribe").replaceAll("[<>]", "");
        assertThat(mail.tekst()).contains(adres);
        var pad = URI.create(adres).getPath();

        assertThat(kanarie.haal(pad).statusCode()).isEqualTo(200);
        assertThat(dienst.bean(Herinneringen.class).isGewenst(kanarie.id())).isTrue();
        assertThat(kanarie.post(pad, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(kanarie.post(pad, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(dienst.bean(Herinneringen.class).isGewenst(kanarie.id())).isFalse();
        assertThat(kanarie.post(pad.substring(0, pad.length() - 8), "").statusCode())
                .isEqualTo(404);

        zetKlok(LATER.minusDays(1), "10:01");
        assertThat(post())
                .filteredOn(een -> een.onderwerp().startsWith("Morgen"))
                .hasSize(1);
        assertThat(post())
                .filteredOn(een -> een.onderwerp().startsWith("Uw afspraak"))
                .hasSize(2);
    }

    private String toestemming(String doel) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tekstversie || ' ' || left((gegeven_op is not null)::text, 1) || ' '
                               || left((ingetrokken_op is not null)::text, 1)
                        from toestemming where mantelzorger_id = :wie and doel = :doel
                        """)
                .bind("wie", kanarie.id().waarde())
                .bind("doel", doel)
                .mapTo(String.class)
                .one());
    }

    private Moment op(LocalDate dag) {
        return Proefmoment.in(dienst).op(dag).publiceer();
    }

    private void verzend() {
        dienst.bean(Verzender.class).verzendAlles();
    }

    private List<DemoMail> post() {
        return Proefpersoon.post(dienst, kanarie.email);
    }

    private void zetKlok(LocalDate dag, String tijd) {
        Proefpersoon.zetKlok(dienst, dag, tijd);
    }
}
