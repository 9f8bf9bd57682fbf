package nl.respijt.rooster;

import static nl.respijt.rooster.Proefpostbus.antwoordAdres;
import static nl.respijt.rooster.Proefpostbus.bytes;
import static nl.respijt.rooster.Proefpostbus.kalender;
import static nl.respijt.rooster.Proefpostbus.kalenderdeel;
import static nl.respijt.rooster.Proefrooster.DOOR;
import static nl.respijt.rooster.Proefrooster.item;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Tijdvak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What arrives at the mail server for gastheren who want each dienst as an invitation. */
@Timeout(180)
class UitnodigingPostTest {
    private static Proefpostbus post;

    @BeforeAll
    static void start() {
        post = new Proefpostbus();
    }

    @AfterAll
    static void stop() {
        post.close();
    }

    /** An invitation as ical4j reads it. */
    private record Gelezen(String methode, String uid, int volgnummer, VEvent item) {}

    private static Gelezen gelezen(MimeMessage mail) throws Exception {
        var kalender = new CalendarBuilder()
                .build(new ByteArrayInputStream(bytes(kalenderdeel(mail).orElseThrow())));
        assertThat(kalender.validate().hasErrors()).isFalse();
        var item = kalender.<VEvent>getComponents("VEVENT").getFirst();
        return new Gelezen(
                waarde(kalender.getProperty("METHOD")),
                waarde(item.getProperty("UID")),
                Integer.parseInt(waarde(item.getProperty("SEQUENCE"))),
                item);
    }

    private static String waarde(Optional<Property> eigenschap) {
        return eigenschap.orElseThrow().getValue();
    }

    @Test
    void one_entry_is_asked_for_asked_for_again_and_taken_back() throws Exception {
        var huis = post.proef.huis();
        var gastheer = post.genodigde(huis);
        var dienst = post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(3)), gastheer);
        post.post(gastheer);
        verplaats(dienst.moment());
        post.post(gastheer);
        post.proef.momenten.gelastAf(dienst.moment().id(), "storm", DOOR);

        var mails = post.post(gastheer);

        assertThat(mails).hasSize(3);
        var gelezen = List.of(gelezen(mails.get(0)), gelezen(mails.get(1)), gelezen(mails.get(2)));
        assertThat(gelezen).extracting(Gelezen::methode).containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(gelezen).extracting(Gelezen::volgnummer).containsExactly(0, 1, 2);
        assertThat(gelezen).extracting(Gelezen::uid).containsOnly(dienst.id().waarde() + "@respijt.example");
        assertThat(waarde(gelezen.get(2).item().getProperty("STATUS"))).isEqualTo("CANCELLED");
        for (var i = 0; i < 3; i++) {
            var mail = mails.get(i);
            var geheel = (Multipart) mail.getContent();
            var deel = kalenderdeel(mail).orElseThrow();
            assertThat(deel.getContentType())
                    .isEqualTo("text/calendar; charset=utf-8; method="
                            + gelezen.get(i).methode());
            assertThat(deel.getDisposition()).isNull();
            assertThat(geheel.getBodyPart(1).getContentType()).startsWith("application/ics");
            assertThat(bytes(geheel.getBodyPart(1))).isEqualTo(bytes(deel));
            assertThat(gelezen.get(i).item().<Property>getProperties("ATTENDEE"))
                    .singleElement()
                    .satisfies(genodigde -> assertThat(genodigde.getValue())
                            .isEqualTo("mailto:" + gastheer.email().orElseThrow()));
            assertThat(waarde(gelezen.get(i).item().getProperty("ORGANIZER")))
                    .isEqualTo("mailto:" + antwoordAdres(mail));
            assertThat(antwoordAdres(mail))
                    .startsWith("rooster+")
                    .endsWith("@respijt.example")
                    .isEqualTo(antwoordAdres(mails.getFirst()));
            assertThat(antwoordAdres(mail).indexOf('@')).isLessThanOrEqualTo(64);
        }
    }

    @Test
    void a_swap_asks_for_the_one_and_takes_back_the_other() throws Exception {
        var huis = post.proef.huis();
        var een = post.genodigde(huis);
        var ander = post.proef.gastheer(huis);
        var vanEen = post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(5)), een);
        var vanAnder = post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(12)), ander);
        assertThat(post.post(een)).hasSize(1);
        assertThat(post.post(ander)).hasSize(1);

        var geruild = (RuilResultaat.Geruild) post.proef.rooster.ruil(vanEen.id(), vanAnder.id(), DOOR);

        var nieuwe = post.post(een).subList(1, post.post(een).size());
        assertThat(nieuwe).hasSize(2);
        var alle = List.of(gelezen(nieuwe.get(0)), gelezen(nieuwe.get(1)));
        var kreeg = List.of(geruild.eerste(), geruild.tweede()).stream()
                .filter(dienst -> dienst.gastheer().id().equals(een.id()))
                .findFirst()
                .orElseThrow();
        assertThat(alle)
                .extracting(Gelezen::methode, Gelezen::uid)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "REQUEST", kreeg.id().waarde() + "@respijt.example"),
                        org.assertj.core.groups.Tuple.tuple(
                                "CANCEL", vanEen.id().waarde() + "@respijt.example"));
        assertThat(post.post(ander))
                .as("who has a calendar to follow is told in one mail")
                .hasSize(2);
    }

    @Test
    void who_has_a_calendar_to_follow_gets_no_invitation() throws Exception {
        var huis = post.proef.huis();
        var gastheer = post.proef.gastheer(huis);
        post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(3)), gastheer);

        var mail = post.post(gastheer).getFirst();

        assertThat(kalenderdeel(mail)).isEmpty();
        assertThat(antwoordAdres(mail)).isEqualTo("respijt@respijt.example");
    }

    @Test
    void no_dienst_is_in_two_calendars_at_once_and_who_chooses_otherwise_takes_all_along() throws Exception {
        var huis = post.proef.huis();
        var gastheer = post.proef.gastheer(huis);
        var dienst = post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(3)), gastheer);
        assertThat(item(agenda(gastheer), dienst.id().waarde())).contains("SEQUENCE:0");

        post.kies(gastheer, true);

        assertThat(agenda(gastheer)).contains("BEGIN:VCALENDAR").doesNotContain("VEVENT");
        var uitnodiging = gelezen(post.post(gastheer).getLast());
        assertThat(uitnodiging.methode()).isEqualTo("REQUEST");
        assertThat(uitnodiging.uid()).isEqualTo(dienst.id().waarde() + "@respijt.example");
        assertThat(uitnodiging.volgnummer()).isEqualTo(1);

        post.kies(gastheer, true);
        assertThat(post.post(gastheer)).as("said already").hasSize(2);
        post.kies(gastheer, false);

        assertThat(item(agenda(gastheer), dienst.id().waarde()))
                .contains("SEQUENCE:2")
                .contains("STATUS:CONFIRMED");
        var terug = post.post(gastheer).getLast();
        assertThat(gelezen(terug).methode()).isEqualTo("CANCEL");
        assertThat(gelezen(terug).volgnummer()).isEqualTo(2);
        assertThat(terug.getSubject()).endsWith(" blijft staan");
    }

    private static String agenda(Gastheer van) throws Exception {
        // The address in a calendar holds the name of the service, which is elsewhere here.
        var sleutel = post.dienst
                .bean(nl.respijt.agenda.AgendaSleutels.class)
                .maak(
                        nl.respijt.agenda.AgendaSoort.GASTHEER,
                        Optional.of(van.id().waarde()));
        return post.proef
                .get(post.dienst.adres(sleutel.url().getPath()), Optional.empty())
                .body()
                .replace("\r\n ", "");
    }

    @Test
    void an_invitation_tells_when_and_where_and_nothing_of_who_comes() throws Exception {
        var huis = post.proef.huis();
        var gastheer = post.genodigde(huis);
        post.proef.gepland(post.proef.ochtend(huis, post.proef.dag(3)), gastheer);

        assertThat(kalender(post.post(gastheer).getFirst()))
                .contains("SUMMARY:Dienst " + Proefrooster.naam(huis))
                .contains("LOCATION:" + Proefrooster.naam(huis) + "\\, Proefstraat 1")
                .doesNotContain("DESCRIPTION", "plekken", "X-WR", "REFRESH-INTERVAL");
    }

    @Test
    void without_a_mailbox_that_is_read_nobody_is_asked_to_write_to_one() throws Exception {
        var proef = new Proefrooster(Proefdienst.gedeeld());
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        proef.jdbi.useTransaction(
                handle -> proef.dienst.bean(Uitnodigingen.class).kies(handle, gastheer.id(), true, proef.nu()));
        proef.gepland(proef.ochtend(huis, proef.dag(3)), gastheer);
        proef.dienst.bean(Verzender.class).verzendAlles();

        var mail = proef.dienst.bean(DemoPostvak.class).nieuwste(5_000).stream()
                .filter(een -> Optional.of(een.aan()).equals(gastheer.email()))
                .findFirst()
                .orElseThrow();

        assertThat(mail.kopregels().get("Reply-To")).doesNotContain("+");
        var bestand = new String(
                java.util.Base64.getDecoder().decode(mail.bijlagen().getFirst().inhoudBase64()),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(bestand).contains("METHOD:REQUEST").contains(":mailto:respijt@localhost");
    }

    private static void verplaats(Moment moment) {
        var later = Duration.ofDays(1);
        post.proef.momenten.verplaats(
                moment.id(),
                new Tijdvak(
                        moment.tijdvak().van().plus(later),
                        moment.tijdvak().tot().plus(later)),
                DOOR);
    }
}
