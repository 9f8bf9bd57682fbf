package nl.respijt.rooster;

import static nl.respijt.rooster.Proefpostbus.antwoordAdres;
import static nl.respijt.rooster.Proefpostbus.kalender;
import static nl.respijt.rooster.Proefrooster.DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.respijt.bericht.Planning;
import nl.respijt.rooster.AgendaAntwoordRegel.Uitkomst;
import nl.respijt.rooster.Dienst.Status;
import nl.respijt.tijd.Tijdvak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back on an invitation: from Google, Exchange and Apple, and from who means harm. */
@Timeout(180)
class AgendaAntwoordTest {
    private static Proefpostbus post;

    @BeforeAll
    static void start() {
        post = new Proefpostbus();
    }

    @AfterAll
    static void stop() {
        post.close();
    }

    /** A gastheer with one dienst, and what the invitation in the mail said. */
    private static final class Genodigd {
        private final Gastheer gastheer;
        private final Dienst dienst;
        private final String aan;
        private final String uid;
        private final int volgnummer;

        Genodigd() throws Exception {
            var huis = post.proef.huis();
            gastheer = post.genodigde(huis);
            dienst = post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(3)), gastheer);
            var mail = post.post(gastheer).getLast();
            aan = antwoordAdres(mail);
            uid = regel(kalender(mail), "UID:");
            volgnummer = Integer.parseInt(regel(kalender(mail), "SEQUENCE:"));
        }

        private static String regel(String kalender, String naam) {
            return kalender.lines()
                    .filter(regel -> regel.startsWith(naam))
                    .findFirst()
                    .orElseThrow()
                    .substring(naam.length());
        }

        String email() {
            return gastheer.email().orElseThrow();
        }

        Status status() {
            return post.proef.rooster.find(dienst.id()).orElseThrow().status();
        }

        /** What the makelaar reads about it, newest first. */
        List<Uitkomst> regels() {
            return post.dienst.bean(AgendaAntwoorden.class).nieuwste().stream()
                    .filter(regel -> regel.dienst()
                            .filter(een -> een.id().equals(dienst.id()))
                            .isPresent())
                    .map(AgendaAntwoordRegel::uitkomst)
                    .toList();
        }

        /** Google says that a program made it, and encodes nothing. */
        String google(String keuze) {
            return """
                    From: %1$s
                    To: Respijt <%2$s>
                    Reply-To: %1$s
                    Sender: Google Calendar <calendar-notification@google.com>
                    Auto-Submitted: auto-generated
                    Message-ID: <calendar-%6$s@google.com>
                    Subject: Accepted: Dienst
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary="b1"

                    --b1
                    Content-Type: multipart/alternative; boundary="b2"

                    --b2
                    Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes

                    %1$s has accepted this invitation.
                    --b2
                    Content-Type: text/html; charset="UTF-8"

                    <p>%1$s has accepted this invitation.</p>
                    --b2
                    Content-Type: text/calendar; charset="UTF-8"; method=REPLY
                    Content-Transfer-Encoding: 7bit

                    BEGIN:VCALENDAR
                    PRODID:-//Google Inc//Google Calendar 70.9054//EN
                    VERSION:2.0
                    CALSCALE:GREGORIAN
                    METHOD:REPLY
                    BEGIN:VEVENT
                    DTSTART:20270103T080000Z
                    DTEND:20270103T113000Z
                    DTSTAMP:20261126T101112Z
                    ORGANIZER;CN=Respijt:mailto:%2$s
                    UID:%3$s
                    ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%5$s;CN=%1$s
                     ;X-NUM-GUESTS=0:mailto:%1$s
                    SEQUENCE:%4$d
                    STATUS:CONFIRMED
                    SUMMARY:Dienst
                    TRANSP:OPAQUE
                    END:VEVENT
                    END:VCALENDAR
                    --b2--
                    --b1--
                    """.formatted(email(), aan, uid, volgnummer, keuze, java.util.UUID.randomUUID());
        }

        /** Exchange leaves the organizer out, has a zone of its own, and writes in base64. */
        String exchange(String keuze) {
            var kalender = """
                    BEGIN:VCALENDAR
                    METHOD:REPLY
                    PRODID:Microsoft Exchange Server 2010
                    VERSION:2.0
                    BEGIN:VTIMEZONE
                    TZID:W. Europe Standard Time
                    BEGIN:STANDARD
                    DTSTART:16010101T030000
                    TZOFFSETFROM:+0200
                    TZOFFSETTO:+0100
                    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
                    END:STANDARD
                    END:VTIMEZONE
                    BEGIN:VEVENT
                    ATTENDEE;PARTSTAT=%s;CN="Vries, Ans de":mailto:%s
                    COMMENT;LANGUAGE=nl-NL:\\n
                    UID:%s
                    SUMMARY;LANGUAGE=nl-NL:Geweigerd: Dienst
                    DTSTART;TZID=W. Europe Standard Time:20270103T090000
                    DTEND;TZID=W. Europe Standard Time:20270103T123000
                    DTSTAMP:20261126T101113Z
                    SEQUENCE:%d
                    X-MICROSOFT-CDO-APPT-SEQUENCE:0
                    END:VEVENT
                    END:VCALENDAR
                    """.formatted(keuze, email().toUpperCase(java.util.Locale.ROOT), uid, volgnummer);
            return """
                    From: "Vries, Ans de" <%s>
                    To: Respijt <%s>
                    Message-ID: <%s@outlook.example>
                    Subject: Geweigerd: Dienst
                    MIME-Version: 1.0
                    Content-Type: multipart/alternative; boundary="_000_"

                    --_000_
                    Content-Type: text/plain; charset="iso-8859-1"

                    --_000_
                    Content-Type: text/calendar; charset="utf-8"; method=REPLY
                    Content-Transfer-Encoding: base64

                    %s
                    --_000_--
                    """.formatted(
                    email(),
                    aan,
                    java.util.UUID.randomUUID(),
                    Base64.getMimeEncoder()
                            .encodeToString(kalender.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        }

        /** Apple sends a file, with the address twice. */
        String apple(String keuze) {
            return """
                    From: Ans <%1$s>
                    To: %2$s
                    Message-ID: <%6$s@icloud.example>
                    Subject: Dienst
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=Apple-Mail

                    --Apple-Mail
                    Content-Type: text/plain; charset=utf-8

                    Ans
                    --Apple-Mail
                    Content-Disposition: attachment; filename="iCal-20261126.ics"
                    Content-Type: application/octet-stream; name="iCal-20261126.ics"

                    BEGIN:VCALENDAR
                    CALSCALE:GREGORIAN
                    METHOD:REPLY
                    PRODID:-//Apple Inc.//macOS 15.1//EN
                    VERSION:2.0
                    BEGIN:VEVENT
                    ATTENDEE;CN=Ans;CUTYPE=INDIVIDUAL;EMAIL="%1$s"
                     ;PARTSTAT=%5$s;ROLE=REQ-PARTICIPANT:mailto:%1$s
                    DTSTAMP:20261126T101114Z
                    ORGANIZER;CN=Respijt;EMAIL="%2$s":mailto:%2$s
                    REQUEST-STATUS:2.0;Success
                    SEQUENCE:%4$d
                    UID:%3$s
                    END:VEVENT
                    END:VCALENDAR
                    --Apple-Mail--
                    """.formatted(email(), aan, uid, volgnummer, keuze, java.util.UUID.randomUUID());
        }

        /** Thunderbird sends it twice: to read, and as a file. */
        String thunderbird(String keuze) {
            var kalender = """
                    BEGIN:VCALENDAR
                    PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
                    VERSION:2.0
                    METHOD:REPLY
                    BEGIN:VEVENT
                    CREATED:20261126T090000Z
                    LAST-MODIFIED:20261126T101115Z
                    DTSTAMP:20261126T101115Z
                    UID:%3$s
                    SUMMARY:Dienst
                    ORGANIZER;CN=Respijt:mailto:%2$s
                    ATTENDEE;CN=Ans;PARTSTAT=%5$s;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:
                     mailto:%1$s
                    SEQUENCE:%4$d
                    X-MOZ-RECEIVED-SEQUENCE:%4$d
                    DTSTART;TZID=Europe/Amsterdam:20270103T090000
                    END:VEVENT
                    END:VCALENDAR
                    """.formatted(email(), aan, uid, volgnummer, keuze);
            return """
                    From: Ans <%1$s>
                    To: %2$s
                    Message-ID: <%3$s@thunderbird.example>
                    User-Agent: Mozilla Thunderbird
                    Subject: Invitation reply
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary="----------a"

                    ------------a
                    Content-Type: multipart/alternative; boundary="----------b"

                    ------------b
                    Content-Type: text/plain; charset=UTF-8
                    Content-Transfer-Encoding: 8bit

                    Ans <%1$s>
                    ------------b
                    Content-Type: text/calendar; method=REPLY; charset=UTF-8
                    Content-Transfer-Encoding: base64

                    %4$s
                    ------------b--
                    ------------a
                    Content-Type: application/ics; name="invite.ics"
                    Content-Disposition: attachment; filename="invite.ics"
                    Content-Transfer-Encoding: base64

                    %4$s
                    ------------a--
                    """.formatted(
                    email(),
                    aan,
                    java.util.UUID.randomUUID(),
                    Base64.getMimeEncoder()
                            .encodeToString(kalender.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void komt(String mail) throws Exception {
        post.stuur(mail);
        post.lees();
    }

    @Test
    void yes_in_google_confirms_and_tells_nobody_anything() throws Exception {
        var wie = new Genodigd();

        komt(wie.google("ACCEPTED"));

        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
        assertThat(post.proef.rooster.find(wie.dienst.id()).orElseThrow().versie())
                .isEqualTo(wie.dienst.versie());
        assertThat(post.proef.geschiedenis(wie.dienst)).containsExactly("gepland", "bevestigd");
        assertThat(post.proef.berichten(wie.dienst)).containsExactly("dienst-nieuw");
        assertThat(wie.regels()).containsExactly(Uitkomst.BEVESTIGD);
        assertThat(post.gelezen().getLast()).isTrue();
    }

    @Test
    void no_in_exchange_gives_the_dienst_back_and_takes_it_out_of_the_calendar() throws Exception {
        var wie = new Genodigd();

        komt(wie.exchange("DECLINED"));

        assertThat(wie.status()).isEqualTo(Status.AFGEMELD);
        assertThat(wie.regels()).containsExactly(Uitkomst.AFGEMELD);
        assertThat(kalender(post.post(wie.gastheer).getLast()))
                .contains("METHOD:CANCEL", "UID:" + wie.uid, "SEQUENCE:" + (wie.volgnummer + 1));
    }

    @Test
    void yes_in_thunderbird_counts_once_though_it_stands_there_twice() throws Exception {
        var wie = new Genodigd();

        komt(wie.thunderbird("ACCEPTED"));

        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
        assertThat(wie.regels()).containsExactly(Uitkomst.BEVESTIGD);
    }

    @Test
    void yes_in_exchange_and_no_in_apple_count_too() throws Exception {
        var een = new Genodigd();
        var ander = new Genodigd();

        komt(een.exchange("ACCEPTED"));
        komt(ander.apple("DECLINED"));

        assertThat(een.status()).isEqualTo(Status.BEVESTIGD);
        assertThat(ander.status()).isEqualTo(Status.AFGEMELD);
    }

    @Test
    void perhaps_changes_nothing_and_is_told_to_the_makelaar() throws Exception {
        var wie = new Genodigd();

        komt(wie.apple("TENTATIVE"));

        assertThat(wie.status()).isEqualTo(Status.GEPLAND);
        assertThat(wie.regels()).containsExactly(Uitkomst.MISSCHIEN);
    }

    @Test
    void all_due_work_of_the_demo_reads_the_mailbox() throws Exception {
        var wie = new Genodigd();
        post.stuur(wie.google("ACCEPTED"));

        post.dienst.bean(Planning.class).voerAllesUit();

        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
    }

    static Stream<Arguments> wat_niet_telt() {
        return Stream.of(
                geweigerd(
                        "from somebody else",
                        Uitkomst.VERKEERDE_AFZENDER,
                        mail -> mail.replaceFirst("From: \\S+", "From: kwaad@elders.example")),
                geweigerd(
                        "from two at once",
                        Uitkomst.VERKEERDE_AFZENDER,
                        mail -> mail.replaceFirst("From: (\\S+)", "From: $1, kwaad@elders.example")),
                geweigerd(
                        "for somebody else",
                        Uitkomst.VERKEERDE_AFZENDER,
                        mail -> mail.replaceFirst("=0:mailto:\\S+", "=0:mailto:kwaad@elders.example")),
                geweigerd(
                        "on another entry",
                        Uitkomst.ONBEKENDE_SLEUTEL,
                        mail -> mail.replaceFirst("UID:\\S{8}", "UID:00000000")),
                geweigerd(
                        "a counter-proposal",
                        Uitkomst.GEEN_ANTWOORD,
                        mail -> mail.replace("METHOD:REPLY", "METHOD:COUNTER")),
                geweigerd(
                        "two entries",
                        Uitkomst.MEER_DAN_EEN,
                        mail -> mail.replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:x\nEND:VEVENT\nEND:VCALENDAR")),
                geweigerd(
                        "70 kilobytes",
                        Uitkomst.TE_GROOT,
                        mail -> mail.replace("STATUS:CONFIRMED", ("X-A:" + "a".repeat(96) + "\n").repeat(700))),
                geweigerd(
                        "ten megabytes",
                        Uitkomst.TE_GROOT,
                        mail -> mail.replace("STATUS:CONFIRMED", ("X-A:" + "a".repeat(996) + "\n").repeat(10_000))),
                geweigerd("garbage", Uitkomst.ONLEESBAAR, mail -> mail.replace("BEGIN:VEVENT", "\u0001\u0002 x")),
                geweigerd(
                        "two answers",
                        Uitkomst.ONLEESBAAR,
                        mail -> mail.replace("STATUS:", "ATTENDEE;PARTSTAT=DECLINED:mailto:x@y.example\nSTATUS:")),
                geweigerd("passed on", Uitkomst.ONLEESBAAR, mail -> mail.replace("ACCEPTED;", "DELEGATED;")));
    }

    private static Arguments geweigerd(String wat, Uitkomst uitkomst, UnaryOperator<String> anders) {
        return Arguments.of(wat, uitkomst, anders);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wat_niet_telt")
    void what_does_not_count_changes_nothing_and_has_a_line(String wat, Uitkomst uitkomst, UnaryOperator<String> anders)
            throws Exception {
        var wie = new Genodigd();
        var goed = wie.google("ACCEPTED");
        var mail = anders.apply(goed);
        assertThat(mail).as(wat).isNotEqualTo(goed);

        komt(mail);

        assertThat(wie.status()).isEqualTo(Status.GEPLAND);
        assertThat(wie.regels()).containsExactly(uitkomst);
        assertThat(post.gelezen().getLast()).isTrue();
    }

    @Test
    void a_wrong_key_opens_nothing_and_the_line_names_nobody() throws Exception {
        var wie = new Genodigd();
        var ander = new Genodigd();
        var plus = wie.aan.indexOf('+');
        var sleutel = wie.aan.substring(plus + 1, wie.aan.indexOf('@'));
        for (var fout : List.of(
                sleutel.substring(0, 41) + (sleutel.endsWith("0") ? "1" : "0"),
                (sleutel.startsWith("0") ? "1" : "0") + sleutel.substring(1),
                ander.aan.substring(plus + 1, plus + 27) + sleutel.substring(26),
                "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv",
                "x",
                "")) {
            komt(wie.google("ACCEPTED").replace(sleutel + "@", fout + "@"));

            assertThat(wie.status()).as(fout).isEqualTo(Status.GEPLAND);
            var nieuwste = post.dienst.bean(AgendaAntwoorden.class).nieuwste().getFirst();
            assertThat(nieuwste.uitkomst()).as(fout).isEqualTo(Uitkomst.ONBEKENDE_SLEUTEL);
            assertThat(nieuwste.dienst()).isEmpty();
        }
        assertThat(wie.regels()).isEmpty();
    }

    @Test
    void a_heap_of_answers_without_a_key_does_not_hide_the_others() throws Exception {
        var wie = new Genodigd();
        komt(wie.apple("TENTATIVE"));
        for (var keer = 0; keer < 40; keer++) {
            post.stuur(wie.google("ACCEPTED").replace(wie.aan, "rooster+x@respijt.example"));
        }

        post.lees();

        var zonder = post.dienst.bean(AgendaAntwoorden.class).nieuwste().stream()
                .filter(regel -> regel.dienst().isEmpty())
                .toList();
        assertThat(zonder).hasSize(20);
        assertThat(wie.regels()).containsExactly(Uitkomst.MISSCHIEN);
        assertThat(post.gelezen()).last().isEqualTo(true);
        post.proef.jdbi.useHandle(handle -> handle.execute("delete from agenda_antwoord where dienst_id is null"));
    }

    @Test
    void the_key_of_one_dienst_is_none_of_another_of_the_same_gastheer() throws Exception {
        var wie = new Genodigd();
        var tweede =
                post.proef.gepland(post.proef.ochtend(wie.dienst.moment().bronId(), post.proef.dag(10)), wie.gastheer);

        komt(wie.google("DECLINED")
                .replace(
                        wie.dienst.id().waarde().toString(),
                        tweede.id().waarde().toString()));

        assertThat(wie.status()).isEqualTo(Status.GEPLAND);
        assertThat(post.proef.rooster.find(tweede.id()).orElseThrow().status()).isEqualTo(Status.GEPLAND);
        assertThat(wie.regels()).containsExactly(Uitkomst.ONBEKENDE_SLEUTEL);
    }

    @Test
    void capitals_in_the_address_do_no_harm() throws Exception {
        var wie = new Genodigd();

        komt(wie.google("ACCEPTED").replace(wie.aan, wie.aan.toUpperCase(java.util.Locale.ROOT)));

        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
    }

    @Test
    void a_key_that_only_the_mail_server_still_knows_is_found() throws Exception {
        var wie = new Genodigd();

        komt("Delivered-To: " + wie.aan + "\n"
                + wie.google("ACCEPTED").replace("To: Respijt <" + wie.aan, "To: Respijt <" + Proefpostbus.ADRES));

        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
    }

    @Test
    @Timeout(60) // unrolled, it would not end
    void a_rule_of_every_second_is_not_unrolled() throws Exception {
        var wie = new Genodigd();

        komt(wie.google("ACCEPTED")
                .replace("STATUS:CONFIRMED", "RRULE:FREQ=SECONDLY")
                .replace("DTSTART:2027", "DTSTART:1970"));

        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
    }

    @Test
    void an_answer_on_what_it_was_does_not_count_and_one_on_what_it_is_does() throws Exception {
        var wie = new Genodigd();
        var tijdvak = wie.dienst.tijdvak();
        komt(wie.google("ACCEPTED"));
        post.proef.momenten.verplaats(
                wie.dienst.moment().id(),
                new Tijdvak(
                        tijdvak.van().plus(Duration.ofDays(1)), tijdvak.tot().plus(Duration.ofDays(1))),
                DOOR);
        assertThat(wie.status()).as("asked again").isEqualTo(Status.GEPLAND);

        komt(wie.google("DECLINED").replace("101112Z", "101212Z"));
        assertThat(wie.status()).isEqualTo(Status.GEPLAND);

        komt(wie.google("ACCEPTED").replace("101112Z", "101312Z").replace("SEQUENCE:0", "SEQUENCE:1"));
        assertThat(wie.status()).isEqualTo(Status.BEVESTIGD);
        assertThat(wie.regels()).containsExactly(Uitkomst.BEVESTIGD, Uitkomst.VEROUDERD, Uitkomst.BEVESTIGD);
    }

    @Test
    void the_same_answer_sent_again_counts_once() throws Exception {
        var wie = new Genodigd();

        komt(wie.google("ACCEPTED"));
        komt(wie.google("ACCEPTED"));

        assertThat(post.proef.geschiedenis(wie.dienst)).containsExactly("gepland", "bevestigd");
        assertThat(wie.regels()).containsExactly(Uitkomst.HERHAALD, Uitkomst.BEVESTIGD);
    }

    @Test
    void a_mail_that_is_read_twice_because_of_a_crash_counts_and_is_told_once() throws Exception {
        var wie = new Genodigd();
        post.stuur(wie.google("DECLINED"));
        post.lees();
        post.proef.jdbi.useHandle(handle -> handle.execute("update postbus set gelezen_tot = gelezen_tot - 1"));

        post.lees();

        assertThat(post.proef.geschiedenis(wie.dienst)).containsExactly("gepland", "afgemeld");
        assertThat(wie.regels()).containsExactly(Uitkomst.AFGEMELD);
    }

    @Test
    void what_comes_after_it_began_is_for_the_telephone() throws Exception {
        var wie = new Genodigd();
        post.proef.jdbi.useHandle(handle -> handle.createUpdate("""
                        update dienst set tijdvak = tstzrange(:van, :tot) where id = :id
                        """)
                .bind("van", post.proef.nu().minusSeconds(3600))
                .bind("tot", post.proef.nu().plusSeconds(3600))
                .bind("id", wie.dienst.id().waarde())
                .execute());

        komt(wie.google("DECLINED"));

        assertThat(wie.status()).isEqualTo(Status.GEPLAND);
        assertThat(wie.regels()).containsExactly(Uitkomst.TE_LAAT);
    }

    @Test
    void an_answer_on_what_somebody_else_does_now_leaves_that_alone() throws Exception {
        var wie = new Genodigd();
        var ander = post.proef.gastheer(wie.dienst.moment().bronId());
        post.proef.rooster.draagOver(wie.dienst.id(), ander.id(), DOOR);

        komt(wie.google("DECLINED"));

        assertThat(post.proef.rooster.komende(ander.id())).hasSize(1);
        assertThat(wie.regels()).containsExactly(Uitkomst.NIET_MEER);
    }

    @Test
    void an_absence_and_a_mail_that_came_back_are_put_aside() throws Exception {
        var wie = new Genodigd();
        var afwezig = """
                From: %s
                To: %s
                Auto-Submitted: auto-replied (vacation)
                Subject: Afwezig

                Ik ben er niet.
                """.formatted(wie.email(), wie.aan);
        var terug = wie.google("ACCEPTED").replace("Auto-Submitted: auto-generated", "Return-Path: <>");

        komt(afwezig);
        assertThat(post.gelezen().getLast()).isTrue();
        komt(terug);

        assertThat(wie.status()).isEqualTo(Status.GEPLAND);
        assertThat(wie.regels()).isEmpty();
        assertThat(post.gelezen().getLast()).isTrue();
    }

    @Test
    void what_somebody_writes_is_left_for_people_and_pointed_at() throws Exception {
        var wie = new Genodigd();
        komt("From: %s\nTo: %s\nSubject: Re: Uw dienst\n\nIk ben ziek.\n".formatted(wie.email(), wie.aan));

        assertThat(wie.regels()).containsExactly(Uitkomst.GEWONE_MAIL);
        assertThat(post.gelezen().getLast()).isFalse();
        assertThat(wie.status()).isEqualTo(Status.GEPLAND);
    }

    @Test
    void mail_that_is_none_of_ours_is_left_alone() throws Exception {
        var voor = post.dienst.bean(AgendaAntwoorden.class).nieuwste().size();
        komt("From: iemand@elders.example\nTo: %s\nSubject: Vraag\n\nMag ik komen?\n".formatted(Proefpostbus.ADRES));

        assertThat(post.dienst.bean(AgendaAntwoorden.class).nieuwste()).hasSize(voor);
        assertThat(post.gelezen().getLast()).isFalse();
    }

    @Test
    void nothing_of_a_mail_is_kept() throws Exception {
        var wie = new Genodigd();
        komt(wie.google("ACCEPTED"));

        var rijen = post.proef.jdbi.withHandle(handle -> handle.createQuery("select a::text from agenda_antwoord a")
                .mapTo(String.class)
                .list());

        assertThat(rijen).isNotEmpty().noneMatch(rij -> rij.contains("@") || rij.contains("Dienst"));
    }
}
