package nl.respijt.bericht;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.respijt.bericht.InkomendeMail.Herkomst;
import nl.respijt.bericht.MailOntvanger.Afloop;
import nl.respijt.instellingen.Geheim;
import nl.respijt.instellingen.Instellingen.Imap;
import nl.respijt.instellingen.Instellingen.Inlog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mailbox itself: what is read, when, and by whom. */
@Timeout(60)
class PostbusTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
    private final Proefpost post = new Proefpost();
    private final PostbusRepository stand = new PostbusRepository(post.jdbi);
    private final List<InkomendeMail> gezien = new ArrayList<>();
    private Function<InkomendeMail, Afloop> ontvanger = mail -> Afloop.GELEZEN;
    private GreenMailUser bus;

    @BeforeEach
    void start() {
        server.start();
        bus = server.setUser("rooster@respijt.example", "rooster", "geheim");
    }

    @AfterEach
    void sluit() {
        server.stop();
        post.close();
    }

    private Postbus postbus() {
        return postbus(server.getImap().getPort(), "geheim");
    }

    private Postbus postbus(int poort, String wachtwoord) {
        var imap = new Imap(
                "localhost", poort, false, new Inlog("rooster", new Geheim(wachtwoord)), "rooster@respijt.example");
        var instelling = new MailInstelling(
                true, "respijt.example", "post@respijt.example", "030", Optional.empty(), Optional.of(imap));
        return new Postbus(
                instelling,
                stand,
                List.of(mail -> {
                    gezien.add(mail);
                    return ontvanger.apply(mail);
                }),
                post.klok);
    }

    private void komt(String ruw) {
        MimeMessage mail = GreenMailUtil.newMimeMessage(ruw.replace("\n", "\r\n"));
        bus.deliver(mail);
    }

    private List<Boolean> gelezen() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(bus).getMessages().stream()
                .map(mail -> mail.isSet(Flags.Flag.SEEN))
                .toList();
    }

    @Test
    void each_mail_is_read_once_and_what_is_for_people_stays_unseen() throws Exception {
        komt("From: a@x.example\nTo: b@x.example, c@x.example\nSubject: 1\n\nx\n");
        komt("From: a@x.example\nDelivered-To: d@x.example\nSubject: 2\n\nx\n");
        ontvanger = mail -> mail.aan().contains("d@x.example") ? Afloop.LAAT_STAAN : Afloop.GELEZEN;

        postbus().leeg();
        postbus().leeg();
        komt("From: a@x.example\nSubject: 3\n\nx\n");
        postbus().leeg();

        assertThat(gezien).hasSize(3);
        assertThat(gezien.getFirst().aan()).containsExactly("b@x.example", "c@x.example");
        assertThat(gezien.getFirst().kalender()).isEmpty();
        assertThat(gezien).extracting(InkomendeMail::kenmerk).doesNotHaveDuplicates();
        assertThat(gelezen()).containsExactly(true, false, true);
    }

    @Test
    void one_instance_at_a_time_reads_and_a_dead_one_loses_its_turn() {
        komt("From: a@x.example\nSubject: 1\n\nx\n");
        var nu = post.klok.echt().instant();
        assertThat(stand.neem(UUID.randomUUID(), nu, nu.plus(Duration.ofMinutes(5))))
                .isPresent();

        postbus().leeg();
        assertThat(gezien).isEmpty();

        assertThat(stand.neem(UUID.randomUUID(), nu.plus(Duration.ofMinutes(5)), nu))
                .isPresent();
        postbus().leeg();
        assertThat(gezien).hasSize(1);
    }

    @Test
    void what_fails_is_tried_again_and_passed_by_in_the_end() throws Exception {
        komt("From: a@x.example\nSubject: kapot\n\nx\n");
        komt("From: b@x.example\nSubject: heel\n\nx\n");
        ontvanger = mail -> {
            if (mail.van().contains("a@x.example")) {
                throw new IllegalStateException("kapot");
            }
            return Afloop.GELEZEN;
        };
        var postbus = postbus();

        for (var keer = 0; keer < 3; keer++) {
            try {
                postbus.leeg();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("kapot");
            }
        }

        assertThat(gezien).hasSize(4);
        assertThat(gelezen()).containsExactly(false, true);
    }

    @Test
    void a_server_that_is_not_there_or_does_not_know_us_is_asked_again_later() {
        komt("From: a@x.example\nSubject: 1\n\nx\n");

        postbus(1, "geheim").leeg();
        postbus(server.getImap().getPort(), "verkeerd").leeg();
        assertThat(gezien).isEmpty();

        postbus().leeg();
        assertThat(gezien).hasSize(1);
    }

    @Test
    void who_sent_it_is_what_the_mail_says() {
        komt("From: a@x.example\nSubject: 1\n\nx\n");
        komt("From: a@x.example\nAuto-Submitted: no\nSubject: 2\n\nx\n");
        komt("From: a@x.example\nAuto-Submitted: auto-generated\nSubject: 3\n\nx\n");
        komt("From: a@x.example\nAuto-Submitted: Auto-Replied; x=y\nSubject: 4\n\nx\n");
        komt("From: a@x.example\nReturn-Path: <>\nSubject: 5\n\nx\n");
        komt("From: a@x.example\nContent-Type: multipart/report; boundary=b\nSubject: 6\n\n--b\n\nx\n--b--\n");

        postbus().leeg();

        assertThat(gezien)
                .extracting(InkomendeMail::herkomst)
                .containsExactly(
                        Herkomst.MENS,
                        Herkomst.MENS,
                        Herkomst.PROGRAMMA,
                        Herkomst.AUTOMATISCH_ANTWOORD,
                        Herkomst.AUTOMATISCH_ANTWOORD,
                        Herkomst.AUTOMATISCH_ANTWOORD);
    }

    @Test
    void a_calendar_in_a_mail_in_a_mail_is_not_what_the_sender_says() {
        komt("""
                From: a@x.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822

                Content-Type: text/calendar

                BEGIN:VCALENDAR
                --b--
                """);

        postbus().leeg();

        assertThat(gezien.getFirst().kalender()).isEmpty();
    }

    @Test
    void of_a_big_calendar_only_the_begin_is_fetched() {
        komt("From: a@x.example\nContent-Type: text/calendar\n\n" + ("a".repeat(70) + "\n").repeat(3_000));

        postbus().leeg();

        assertThat(gezien.getFirst().kalender().orElseThrow()).hasSize(65 * 1024);
    }

    @Test
    void what_is_no_mail_at_all_keeps_nothing_waiting() {
        komt("From: ,,<<@>>\nTo: \u0001;;\nContent-Type: multipart/mixed; boundary=\n\n--\n--\n\nContent-Type: x\n");
        komt("\n\n");
        komt("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n====%%%\n--b--\n");
        komt("From: goed@x.example\nSubject: 4\n\nx\n");
        var postbus = postbus();

        for (var keer = 0; keer < 10; keer++) {
            postbus.leeg();
        }

        assertThat(gezien).extracting(InkomendeMail::van).contains(List.of("goed@x.example"));
    }
}
