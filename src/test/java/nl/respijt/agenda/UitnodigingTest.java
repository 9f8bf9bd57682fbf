package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.respijt.agenda.AgendaVoorbeeld.SCHRIJVER;
import static nl.respijt.agenda.AgendaVoorbeeld.VERVALLEN;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** An invitation as ical4j reads it back. */
class UitnodigingTest {
    private static final UUID ID = UUID.randomUUID();

    @Test
    void an_invitation_asks_one_person_and_says_where_the_answer_goes() throws Exception {
        var kalender = lees(uitnodiging(AgendaStatus.BEVESTIGD, Optional.of("post+sleutel@respijt.example")));
        var item = item0(kalender);

        assertThat(eigenschap(kalender.getProperty("METHOD"))).isEqualTo("REQUEST");
        assertThat(eigenschap(item.getProperty("UID"))).isEqualTo(ID + "@respijt.example");
        assertThat(eigenschap(item.getProperty("SEQUENCE"))).isEqualTo("3");
        assertThat(eigenschap(item.getProperty("ORGANIZER"))).isEqualTo("mailto:post+sleutel@respijt.example");
        assertThat(item.<Property>getProperties("ATTENDEE")).singleElement().satisfies(genodigde -> {
            assertThat(genodigde.getValue()).isEqualTo("mailto:ans@voorbeeld.example");
            assertThat(parameter(genodigde, "CN")).isEqualTo("Ans \"de Gastvrouw\"; Çelik: met komma, en\nmeer");
            assertThat(parameter(genodigde, "CUTYPE")).isEqualTo("INDIVIDUAL");
            assertThat(parameter(genodigde, "ROLE")).isEqualTo("REQ-PARTICIPANT");
            assertThat(parameter(genodigde, "PARTSTAT")).isEqualTo("NEEDS-ACTION");
            assertThat(parameter(genodigde, "RSVP")).isEqualTo("TRUE");
        });
        assertThat(kalender.validate().hasErrors()).isFalse();
    }

    @Test
    void nothing_in_it_is_for_who_comes_back_to_look() {
        assertThat(tekst(uitnodiging(AgendaStatus.BEVESTIGD, Optional.empty())))
                .doesNotContain("X-WR", "REFRESH-INTERVAL", "X-PUBLISHED", "\r\nNAME:");
    }

    @Test
    void without_an_address_of_its_own_the_answer_goes_to_the_organizer_of_all_calendars() throws Exception {
        var item = item0(lees(uitnodiging(AgendaStatus.BEVESTIGD, Optional.empty())));

        assertThat(eigenschap(item.getProperty("ORGANIZER"))).isEqualTo("mailto:agenda@respijt.example");
    }

    @Test
    void what_lapsed_is_taken_back() throws Exception {
        var kalender = lees(uitnodiging(AgendaStatus.VERVALLEN, Optional.empty()));

        assertThat(eigenschap(kalender.getProperty("METHOD"))).isEqualTo("CANCEL");
        assertThat(eigenschap(item0(kalender).getProperty("STATUS"))).isEqualTo("CANCELLED");
        assertThat(item0(kalender).getProperties("ATTENDEE")).hasSize(1);
        assertThat(kalender.validate().hasErrors()).isFalse();
    }

    private static Uitnodiging uitnodiging(AgendaStatus status, Optional<String> antwoordAdres) {
        return new Uitnodiging(
                item().id(ID).volgnummer(3).status(status).maak(),
                "Ans \"de Gastvrouw\"; Çelik: met komma, en\r\nmeer",
                "ans@voorbeeld.example",
                antwoordAdres);
    }

    private static String tekst(Uitnodiging uitnodiging) {
        return new String(SCHRIJVER.schrijf(uitnodiging, VERVALLEN), UTF_8);
    }

    private static Calendar lees(Uitnodiging uitnodiging) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(SCHRIJVER.schrijf(uitnodiging, VERVALLEN)));
    }

    private static VEvent item0(Calendar kalender) {
        return kalender.<VEvent>getComponents("VEVENT").getFirst();
    }

    private static String eigenschap(Optional<Property> eigenschap) {
        return eigenschap.orElseThrow().getValue();
    }

    private static String parameter(Property eigenschap, String naam) {
        return eigenschap.getParameter(naam).orElseThrow().getValue();
    }
}
