package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.respijt.agenda.AgendaVoorbeeld.SCHRIJVER;
import static nl.respijt.agenda.AgendaVoorbeeld.VERVALLEN;
import static nl.respijt.agenda.AgendaVoorbeeld.agenda;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static nl.respijt.agenda.AgendaVoorbeeld.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.respijt.tijd.Tijdvak;
import org.junit.jupiter.api.Test;

class ICalSchrijverTest {
    @Test
    void one_item_is_written_to_the_letter() {
        var id = UUID.fromString("6c2f1a52-4b0e-4c55-9d0a-0d7b9c0a1e11");
        var agenda = new Agenda(
                "Huis Hoograven",
                "Open ochtenden",
                List.of(item().id(id)
                        .volgnummer(3)
                        .titel("Koffie, thee; en \\ taart")
                        .omschrijving("Bel aan.\r\nDe hond is lief.")
                        .plaats("Verlengde Hoogravenseweg 63, Utrecht")
                        .url("https://respijt.example/huis/hoograven")
                        .maak()));

        assertThat(tekst(agenda, Bereik.OPENBAAR)).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Respijt//Respijt agenda 1//NL
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                X-WR-TIMEZONE:Europe/Amsterdam
                REFRESH-INTERVAL;VALUE=DURATION:PT1H
                X-PUBLISHED-TTL:PT1H
                NAME:Huis Hoograven
                X-WR-CALNAME:Huis Hoograven
                DESCRIPTION:Open ochtenden
                X-WR-CALDESC:Open ochtenden
                BEGIN:VTIMEZONE
                TZID:Europe/Amsterdam
                BEGIN:DAYLIGHT
                DTSTART:19810329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                TZNAME:CEST
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:19961027T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                TZNAME:CET
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:6c2f1a52-4b0e-4c55-9d0a-0d7b9c0a1e11@respijt.example
                SEQUENCE:3
                DTSTAMP:20260301T101112Z
                LAST-MODIFIED:20260301T101112Z
                DTSTART;TZID=Europe/Amsterdam:20260512T090000
                DTEND;TZID=Europe/Amsterdam:20260512T123000
                SUMMARY:Koffie\\, thee\\; en \\\\ taart
                DESCRIPTION:Bel aan.\\nDe hond is lief.
                LOCATION:Verlengde Hoogravenseweg 63\\, Utrecht
                URL:https://respijt.example/huis/hoograven
                ORGANIZER;CN="Respijt Utrecht":mailto:agenda@respijt.example
                STATUS:CONFIRMED
                TRANSP:OPAQUE
                CLASS:PUBLIC
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void a_cancelled_item_says_so_in_every_way_a_reader_may_look() {
        var regels = tekst(
                agenda(item().titel("Ochtend").status(AgendaStatus.VERVALLEN).maak()), Bereik.PERSOONLIJK);

        assertThat(regels)
                .contains("\r\nSUMMARY:Vervallen: Ochtend\r\n")
                .contains("\r\nSTATUS:CANCELLED\r\n")
                .contains("\r\nTRANSP:TRANSPARENT\r\n");
    }

    @Test
    void a_personal_calendar_is_private_and_a_provisional_item_tentative() {
        var regels = tekst(agenda(item().status(AgendaStatus.VOORLOPIG).maak()), Bereik.PERSOONLIJK);

        assertThat(regels).contains("\r\nCLASS:PRIVATE\r\n").contains("\r\nSTATUS:TENTATIVE\r\n");
    }

    @Test
    void nobody_attends() {
        assertThat(tekst(agenda(item().maak()), Bereik.PERSOONLIJK))
                .doesNotContain("ATTENDEE", "VALARM", "RRULE:FREQ=W");
    }

    @Test
    void an_empty_agenda_is_a_calendar_with_its_zone() {
        assertThat(tekst(agenda(), Bereik.PERSOONLIJK))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE")
                .doesNotContain("VEVENT")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void the_order_items_come_in_leaves_no_trace() {
        var laat = item().tijdvak(op("2026-05-13", "09:00", "12:00")).maak();
        var vroeg = item().tijdvak(op("2026-05-12", "09:00", "12:00")).maak();
        var tegelijk = item().tijdvak(op("2026-05-12", "09:00", "11:00")).maak();

        assertThat(bytes(agenda(laat, vroeg, tegelijk)))
                .isEqualTo(bytes(agenda(tegelijk, laat, vroeg)))
                .isEqualTo(bytes(agenda(vroeg, tegelijk, laat)));
        assertThat(agenda(laat, vroeg, tegelijk).items()).last().isEqualTo(laat);
    }

    @Test
    void both_ends_are_utc_as_soon_as_one_lies_in_the_doubled_hour() {
        var eersteKeer = Instant.parse("2026-10-25T00:30:00Z");
        var tweedeKeer = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(tijden(new Tijdvak(eersteKeer, tweedeKeer)))
                .containsExactly("DTSTART:20261025T003000Z", "DTEND:20261025T013000Z");
        assertThat(tijden(new Tijdvak(eersteKeer.minusSeconds(7200), eersteKeer)))
                .containsExactly("DTSTART:20261024T223000Z", "DTEND:20261025T003000Z");
        assertThat(tijden(new Tijdvak(eersteKeer.minusSeconds(7200), tweedeKeer.plusSeconds(7200))))
                .containsExactly(
                        "DTSTART;TZID=Europe/Amsterdam:20261025T003000", "DTEND;TZID=Europe/Amsterdam:20261025T043000");
    }

    @Test
    void what_cannot_be_written_is_refused() {
        assertThatThrownBy(() -> item().titel(" ").maak()).hasMessageContaining("titel");
        assertThatThrownBy(() -> item().volgnummer(-1).maak()).hasMessageContaining("-1");
        assertThatThrownBy(() -> item().url("/huis/hoograven").maak()).hasMessageContaining("not absolute");
        var begin = Instant.parse("2026-05-12T09:00:00.5Z");
        assertThatThrownBy(() -> item().tijdvak(new Tijdvak(begin, begin.plusSeconds(60)))
                        .maak())
                .hasMessageContaining("whole seconds");
        var tweemaal = item().maak();
        assertThatThrownBy(() -> agenda(tweemaal, tweemaal)).hasMessageContaining("twice");
    }

    private static List<String> tijden(Tijdvak tijdvak) {
        return tekst(agenda(item().tijdvak(tijdvak).maak()), Bereik.OPENBAAR)
                .lines()
                .dropWhile(regel -> !regel.equals("BEGIN:VEVENT"))
                .filter(regel -> regel.startsWith("DTSTART") || regel.startsWith("DTEND"))
                .toList();
    }

    private static String tekst(Agenda agenda, Bereik bereik) {
        return new String(SCHRIJVER.schrijf(agenda, bereik, VERVALLEN), UTF_8);
    }

    private static byte[] bytes(Agenda agenda) {
        return SCHRIJVER.schrijf(agenda, Bereik.PERSOONLIJK, VERVALLEN);
    }
}
