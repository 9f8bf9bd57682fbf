package nl.respijt.bericht;

import static nl.respijt.bericht.Proefpost.NU;
import static nl.respijt.bericht.Proefpost.brief;
import static nl.respijt.bericht.Proefpost.ding;
import static nl.respijt.bericht.Proefpost.nieuw;
import static nl.respijt.bericht.Proefpost.relay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import nl.respijt.bericht.Brief.Bijlage;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Brief.Uitnodiging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VerzenderTest {
    @RegisterExtension
    private final GreenMailExtension greenMail =
            new GreenMailExtension(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    private final Proefpost post = new Proefpost();

    @AfterEach
    void sluit() {
        post.close();
    }

    private SmtpPostbode smtp() {
        return new SmtpPostbode("respijt.example", relay(greenMail.getSmtp().getPort()));
    }

    private List<MimeMessage> aangekomen() {
        return Arrays.asList(greenMail.getReceivedMessages());
    }

    @Test
    void mail_arrives_with_both_forms_its_headers_and_its_attachment() throws Exception {
        var ding = ding();
        var agenda = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        post.zeg(
                ding,
                bericht -> Optional.of(brief("Zoë Çelik", "Uw plaats op dinsdag – tot dan ☕")
                        .metFeiten(List.of(new Feit("Wanneer", "dinsdag 24 november 2026, 9.00 tot 12.30 uur")))
                        .metKnoppen(List.of(new Knop(
                                "Bekijk of wijzig", URI.create("https://respijt.example/mijn-boeking?a=1&b=2"))))
                        .metBijlagen(List.of(new Bijlage("afspraak.ics", "text/calendar; charset=utf-8", agenda)))));
        post.plaats(nieuw(ding));

        post.verzender(smtp()).verzendAlles();

        var mail = aangekomen().getFirst();
        assertThat(mail.getFrom()[0]).hasToString("Respijt <post@respijt.example>");
        assertThat(mail.getReplyTo()[0]).hasToString("Respijt <post@respijt.example>");
        assertThat(mail.getSubject()).isEqualTo("Uw plaats op dinsdag – tot dan ☕");
        assertThat(mail.getHeader("Date", null)).isEqualTo("Mon, 23 Nov 2026 09:00:00 +0100");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("nl");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{32}@respijt\\.example>");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();

        var geheel = (Multipart) mail.getContent();
        assertThat(geheel.getContentType()).startsWith("multipart/mixed");
        var vormen = (Multipart) geheel.getBodyPart(0).getContent();
        assertThat(vormen.getContentType()).startsWith("multipart/alternative");
        assertThat(vormen.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(vormen.getBodyPart(0).getContent().toString())
                .contains("Beste Zoë Çelik,", "https://respijt.example/mijn-boeking?a=1&b=2", "030 123 45 67");
        assertThat(vormen.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(vormen.getBodyPart(1).getContent().toString())
                .contains("Beste Zoë Çelik,", "href=\"https://respijt.example/mijn-boeking?a=1&amp;b=2\"");
        var bijlage = geheel.getBodyPart(1);
        assertThat(bijlage.getFileName()).isEqualTo("afspraak.ics");
        assertThat(bijlage.getContentType()).startsWith("text/calendar; charset=utf-8");
        assertThat(bijlage.getInputStream().readAllBytes()).isEqualTo(agenda);
        assertThat(post.status(ding)).isEqualTo("klaar");
    }

    @Test
    void an_invitation_is_the_last_alternative_and_the_same_bytes_are_a_file() throws Exception {
        var ding = ding();
        var kalender = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        post.zeg(
                ding,
                bericht -> Optional.of(brief("Uw dienst")
                        .metUitnodiging(Optional.of(new Uitnodiging(
                                "text/calendar; charset=utf-8; method=REQUEST",
                                kalender,
                                Optional.of("post+sleutel@respijt.example"))))));
        post.plaats(nieuw(ding));

        post.verzender(smtp()).verzendAlles();

        var mail = aangekomen().getFirst();
        assertThat(mail.getFrom()[0]).hasToString("Respijt <post@respijt.example>");
        assertThat(mail.getReplyTo()).singleElement().hasToString("Respijt <post+sleutel@respijt.example>");
        var geheel = (Multipart) mail.getContent();
        assertThat(geheel.getContentType()).startsWith("multipart/mixed");
        var vormen = (Multipart) geheel.getBodyPart(0).getContent();
        assertThat(vormen.getContentType()).startsWith("multipart/alternative");
        assertThat(vormen.getCount()).isEqualTo(3);
        var laatste = vormen.getBodyPart(2);
        assertThat(laatste.getContentType()).isEqualTo("text/calendar; charset=utf-8; method=REQUEST");
        assertThat(laatste.getDisposition()).isNull();
        assertThat(laatste.getInputStream().readAllBytes()).isEqualTo(kalender);
        var bestand = geheel.getBodyPart(1);
        assertThat(bestand.getContentType()).startsWith("application/ics");
        assertThat(bestand.getFileName()).isEqualTo("dienst.ics");
        assertThat(bestand.getInputStream().readAllBytes()).isEqualTo(kalender);
    }

    @Test
    void one_click_unsubscribing_is_offered_where_the_brief_has_it() throws Exception {
        var ding = ding();
        post.zeg(
                ding,
                bericht -> Optional.of(
                        brief("Morgen").metAfmelden(URI.create("https://respijt.example/herinneringen/uit/x"))));
        post.plaats(nieuw(ding));

        post.verzender(smtp()).verzendAlles();

        var mail = aangekomen().getFirst();
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://respijt.example/herinneringen/uit/x>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void no_mail_is_sent_twice_by_four_workers_at_once() throws Exception {
        for (var i = 0; i < 20; i++) {
            post.plaats(nieuw(ding()));
        }
        var samen = new CyclicBarrier(4);
        var draden = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            var verzender = post.verzender(smtp());
            draden.add(Thread.ofVirtual().start(() -> {
                wacht(samen);
                verzender.verzendAlles();
            }));
        }
        for (var draad : draden) {
            draad.join();
        }

        assertThat(aangekomen()).hasSize(20);
        var ids = new HashSet<String>();
        for (var mail : aangekomen()) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).hasSize(20);
    }

    @Test
    void no_row_is_taken_twice_however_fast_eight_take_them() throws Exception {
        for (var i = 0; i < 200; i++) {
            post.plaats(nieuw(ding()));
        }
        var genomen = new ConcurrentLinkedQueue<UUID>();
        var samen = new CyclicBarrier(8);
        var draden = new ArrayList<Thread>();
        for (var i = 0; i < 8; i++) {
            draden.add(Thread.ofVirtual().start(() -> {
                wacht(samen);
                for (var bericht = neem(); bericht.isPresent(); bericht = neem()) {
                    genomen.add(bericht.get().id());
                }
            }));
        }
        for (var draad : draden) {
            draad.join();
        }

        assertThat(genomen).hasSize(200).doesNotHaveDuplicates();
    }

    private Optional<Bericht> neem() {
        return post.berichten.neem(Kanaal.MAIL, NU, NU.plus(Verzender.PACHT));
    }

    private static void wacht(CyclicBarrier samen) {
        try {
            samen.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_crash_after_the_relays_yes_repeats_the_same_mail_when_the_lease_is_over() throws Exception {
        var ding = ding();
        post.plaats(nieuw(ding));
        var smtp = smtp();
        var sneuvelt = post.verzender(mail -> {
            smtp.bezorg(mail);
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(sneuvelt::verzendAlles).hasMessage("killed");

        var volgende = post.verzender(smtp);
        volgende.verzendAlles();
        assertThat(aangekomen()).hasSize(1);

        post.later(Verzender.PACHT);
        volgende.verzendAlles();
        post.later(Verzender.PACHT);
        volgende.verzendAlles();

        assertThat(aangekomen()).hasSize(2);
        assertThat(aangekomen().get(0).getMessageID())
                .isEqualTo(aangekomen().get(1).getMessageID());
        assertThat(post.status(ding)).isEqualTo("klaar");
    }

    @Test
    void what_is_refused_for_now_goes_a_minute_later_under_the_same_message_id() throws IOException {
        try (var server = new NukkigeMailserver()) {
            var ding = ding();
            var verzender = post.verzender(server);
            server.antwoordt("451 4.7.1 fatma@voorbeeld.example: greylisted");
            post.plaats(nieuw(ding));

            verzender.verzendAlles();
            server.antwoordt(NukkigeMailserver.GOED);
            post.later(Duration.ofSeconds(59));
            verzender.verzendAlles();
            assertThat(server.ontvangen()).isEmpty();
            assertThat(post.status(ding)).isEqualTo("wacht");
            assertThat(post.kolom(ding, "laatste_fout")).isEqualTo("wachten 451");

            post.later(Duration.ofSeconds(1));
            verzender.verzendAlles();
            assertThat(server.ontvangen()).singleElement().asString().contains("Message-ID: " + messageId(nieuw(ding)));
            assertThat(post.status(ding)).isEqualTo("klaar");
        }
    }

    private static String messageId(NieuwBericht nieuw) {
        return new Bericht(
                        ding(),
                        nieuw.soort(),
                        nieuw.kanaal(),
                        nieuw.dingId(),
                        nieuw.dingVersie(),
                        nieuw.ontvanger(),
                        Map.of(),
                        NU,
                        0,
                        Optional.empty(),
                        NU)
                .messageId("respijt.example");
    }

    @Test
    void gives_up_after_the_sixth_refusal_fourteen_hours_and_36_minutes_later() throws IOException {
        try (var server = new NukkigeMailserver()) {
            var ding = ding();
            var verzender = post.verzender(server);
            server.antwoordt("451 later");
            post.plaats(nieuw(ding));

            for (var wachttijd : List.of(0, 1, 5, 30, 120)) {
                post.later(Duration.ofMinutes(wachttijd));
                verzender.verzendAlles();
                assertThat(post.status(ding)).isEqualTo("wacht");
            }
            post.later(Duration.ofHours(12).minusSeconds(1));
            verzender.verzendAlles();
            assertThat(server.bezoeken()).isEqualTo(5);
            post.later(Duration.ofSeconds(1));
            verzender.verzendAlles();

            assertThat(server.bezoeken()).isEqualTo(6);
            assertThat(post.status(ding)).isEqualTo("mislukt");
        }
    }

    @Test
    void what_is_refused_for_good_is_not_tried_again_and_its_reason_holds_no_address() throws IOException {
        try (var server = new NukkigeMailserver()) {
            var ding = ding();
            var verzender = post.verzender(server);
            server.antwoordt("550 5.1.1 <fatma@voorbeeld.example>: user unknown");
            post.plaats(nieuw(ding));

            verzender.verzendAlles();
            post.later(Duration.ofDays(2));
            verzender.verzendAlles();

            assertThat(server.bezoeken()).isEqualTo(1);
            assertThat(post.status(ding)).isEqualTo("mislukt");
            assertThat(post.kolom(ding, "laatste_fout")).isEqualTo("weigert 550");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"530 5.7.0 authentication required", "535 5.7.8 bad credentials"})
    void a_relay_that_does_not_know_us_fails_no_mail(String antwoord) throws IOException {
        try (var server = new NukkigeMailserver()) {
            var ding = ding();
            server.antwoordt(antwoord);
            post.plaats(nieuw(ding));

            post.verzender(server).verzendAlles();

            assertThat(post.status(ding)).isEqualTo("wacht");
            assertThat(post.kolom(ding, "laatste_fout")).isEqualTo("inloggen");
        }
    }

    @Test
    void a_relay_that_is_not_there_is_asked_again() throws IOException {
        int dichtePoort;
        try (var poort = new ServerSocket(0)) {
            dichtePoort = poort.getLocalPort();
        }
        var ding = ding();
        post.plaats(nieuw(ding));

        post.verzender(new SmtpPostbode("respijt.example", relay(dichtePoort))).verzendAlles();

        assertThat(post.status(ding)).isEqualTo("wacht");
        assertThat(post.kolom(ding, "laatste_fout")).isEqualTo("stil");
    }

    @Test
    void what_is_no_longer_so_is_not_told() {
        var ding = ding();
        post.zeg(ding, bericht -> Optional.empty());
        post.plaats(nieuw(ding));

        post.verzender(smtp()).verzendAlles();

        assertThat(aangekomen()).isEmpty();
        assertThat(post.status(ding)).isEqualTo("vervallen");
    }

    @Test
    void a_later_version_waits_for_an_earlier_one_to_the_same_person_and_for_nobody_else() throws IOException {
        try (var server = new NukkigeMailserver()) {
            var ding = ding();
            var verzender = post.verzender(server);
            var eersteKeer = new AtomicInteger();
            server.antwoordt(() -> eersteKeer.getAndIncrement() == 0 ? "451 later" : NukkigeMailserver.GOED);
            post.plaats(nieuw(ding, 1, NU));
            verzender.verzendAlles();
            post.plaats(
                    nieuw(ding, 2, NU),
                    new NieuwBericht(Proefpost.SOORT, Kanaal.MAIL, ding, 2, "makelaar", Map.of(), NU));

            verzender.verzendAlles();
            assertThat(server.ontvangen()).singleElement().asString().contains("versie 2");
            post.later(Duration.ofMinutes(1));
            verzender.verzendAlles();

            assertThat(server.ontvangen()).hasSize(3);
            assertThat(server.ontvangen().get(1)).contains("versie 1");
            assertThat(server.ontvangen().get(2)).contains("versie 2");
        }
    }

    @Test
    void versions_that_are_due_together_go_in_their_order() throws Exception {
        var ding = ding();
        post.plaats(nieuw(ding, 2, NU.minusSeconds(60)));
        post.plaats(nieuw(ding, 1, NU));

        post.verzender(smtp()).verzendAlles();

        assertThat(aangekomen().get(0).getSubject()).endsWith("versie 1");
        assertThat(aangekomen().get(1).getSubject()).endsWith("versie 2");
    }

    @Test
    void a_reminder_whose_day_has_not_come_holds_nothing_up() {
        var ding = ding();
        post.plaats(nieuw(ding, 1, NU.plus(Duration.ofDays(3))), nieuw(ding, 2, NU));

        post.verzender(smtp()).verzendAlles();

        assertThat(aangekomen()).hasSize(1);
    }

    @Test
    void a_kind_that_nobody_words_and_a_maker_that_fails_stop_no_other_mail() {
        var onbekend = ding();
        var kapot = ding();
        var goed = ding();
        post.zeg(kapot, bericht -> {
            throw new IllegalStateException("kapot");
        });
        post.plaats(
                new NieuwBericht("onbekend", Kanaal.MAIL, onbekend, 1, "makelaar", Map.of(), NU),
                nieuw(kapot),
                nieuw(goed));

        post.verzender(smtp()).verzendAlles();

        assertThat(post.status(onbekend)).isEqualTo("mislukt");
        assertThat(post.status(kapot)).isEqualTo("wacht");
        assertThat(post.kolom(kapot, "laatste_fout")).isEqualTo("maken");
        assertThat(post.status(goed)).isEqualTo("klaar");
    }

    @Test
    void an_instance_that_dies_on_a_mail_every_time_gives_it_up_in_the_end() {
        var ding = ding();
        post.plaats(nieuw(ding));
        for (var poging = 0; poging < 6; poging++) {
            post.berichten.neem(
                    Kanaal.MAIL, post.klok.instant(), post.klok.instant().plus(Verzender.PACHT));
            post.later(Verzender.PACHT);
        }

        post.verzender(smtp()).verzendAlles();

        assertThat(aangekomen()).isEmpty();
        assertThat(post.status(ding)).isEqualTo("mislukt");
    }

    @Test
    void the_same_message_is_placed_once_and_its_facts_come_back() {
        var ding = ding();
        var gegevens = Map.of("reden", "lekkage \"kelder\" {'a'} – \\ ☔", "oud", "");
        var nieuw = new NieuwBericht(Proefpost.SOORT, Kanaal.MAIL, ding, 1, "makelaar", gegevens, NU);
        var gezien = new ArrayList<Map<String, String>>();
        post.zeg(ding, bericht -> {
            gezien.add(bericht.gegevens());
            return Optional.empty();
        });

        post.plaats(nieuw, nieuw);
        post.plaats(nieuw);
        post.verzender(smtp()).verzendAlles();

        assertThat(gezien).containsExactly(gegevens);
    }

    @Test
    void a_transaction_that_is_undone_tells_nobody() {
        assertThatThrownBy(() -> post.jdbi.useTransaction(handle -> {
                    post.postvak.plaats(handle, List.of(nieuw(ding())), NU);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        post.verzender(smtp()).verzendAlles();

        assertThat(aangekomen()).isEmpty();
    }

    @Test
    void the_worker_sends_by_itself_soon_after_the_commit_and_survives_a_fault() throws Exception {
        var fouten = new AtomicInteger();
        var smtp = smtp();
        var verzender = post.verzender(mail -> {
            if (mail.onderwerp().equals("breek") && fouten.getAndIncrement() == 0) {
                throw new NoClassDefFoundError("as in a broken release");
            }
            return smtp.bezorg(mail);
        });
        verzender.start();
        try {
            post.plaats(nieuw(ding()));
            assertThat(greenMail.waitForIncomingEmail(2_000, 1)).isTrue();

            var ding = ding();
            post.zeg(ding, bericht -> Optional.of(brief("breek")));
            post.plaats(nieuw(ding));
            post.plaats(nieuw(ding()));

            assertThat(greenMail.waitForIncomingEmail(10_000, 2)).isTrue();
            assertThat(fouten).hasValue(1);
        } finally {
            verzender.stop();
        }

        post.plaats(nieuw(ding()));
        Thread.sleep(1_500);
        assertThat(aangekomen()).hasSize(2);
    }
}
