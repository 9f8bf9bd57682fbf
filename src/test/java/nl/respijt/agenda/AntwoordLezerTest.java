package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.respijt.agenda.AgendaAntwoord.Gelezen;
import nl.respijt.agenda.AgendaAntwoord.Keuze;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs send back, and what strangers might. */
@Timeout(30)
class AntwoordLezerTest {
    private static final UUID ID = UUID.fromString("01a2076b-4400-7037-8da0-261584683b73");
    private static final String UID = ID + "@respijt.example";

    private final AntwoordLezer lezer = new AntwoordLezer(AgendaVoorbeeld.INSTELLING);

    @Test
    void an_answer_is_read_whatever_the_program_adds_to_it() {
        var tekst = """
                BEGIN:VCALENDAR
                PRODID;X-RICAL-TZSOURCE=TZINFO:-//x//y//NL
                METHOD:REPLY
                BEGIN:VTIMEZONE
                TZID:Elders
                BEGIN:STANDARD
                DTSTART:16010101T000000
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                attendee;cn="Ans; de: Vries";partstat=accepted;X-A=1:MAILTO:Ans%2Bx@Voorbeeld.
                 example
                UID:01a2076b-4400-7037-
                \t8da0-261584683b73@respijt.example
                SEQUENCE:2
                DTSTAMP:20261126T101112Z
                BEGIN:VALARM
                ATTENDEE:mailto:iemand@anders.example
                UID:anders
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """;

        assertThat(lezer.lees(tekst.replace("\n", "\r\n").getBytes(UTF_8)))
                .isEqualTo(lezer.lees(tekst.getBytes(UTF_8)))
                .isEqualTo(
                        new Gelezen(Optional.of(ID), 2, "Ans+x@Voorbeeld.example", Keuze.ACCEPTED, "20261126T101112Z"));
    }

    @Test
    void an_answer_without_a_sequence_is_on_the_first_invitation() {
        assertThat(lees(antwoord("ATTENDEE;PARTSTAT=DECLINED:mailto:a+b@c.example\n")))
                .isEqualTo(new Gelezen(Optional.of(ID), 0, "a+b@c.example", Keuze.DECLINED, "20261126T101112Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anders@respijt.example", "01a2076b-4400-7037-8da0-261584683b73@elders.example", "x", "@"})
    void an_entry_that_is_not_ours_has_no_id(String uid) {
        var gelezen = (Gelezen)
                lees(antwoord("ATTENDEE;PARTSTAT=DECLINED:mailto:a@c.example\n").replace(UID, uid));

        assertThat(gelezen.id()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST", "CANCEL", "COUNTER", "PUBLISH", ""})
    void another_method_is_no_answer(String methode) {
        assertThat(lees(antwoord("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\n")
                        .replace("METHOD:REPLY", "METHOD:" + methode)))
                .isInstanceOf(AgendaAntwoord.GeenAntwoord.class);
    }

    @Test
    void two_entries_are_more_than_one() {
        var een = antwoord("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\n");
        var item = een.substring(een.indexOf("BEGIN:VEVENT"), een.indexOf("END:VCALENDAR"));

        assertThat(lees(een.replace(item, item + item))).isInstanceOf(AgendaAntwoord.MeerDanEen.class);
    }

    @Test
    void a_rule_of_every_second_costs_nothing() {
        assertThat(lees(antwoord("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\n"
                        + "DTSTART:19700101T000000Z\nRRULE:FREQ=SECONDLY\n")))
                .isInstanceOf(Gelezen.class);
    }

    @Test
    void more_than_64_kilobytes_is_not_looked_at() {
        assertThat(lees(antwoord("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\nX-A:" + "a".repeat(65_000) + "\n")))
                .isInstanceOf(Gelezen.class);
        assertThat(lees(antwoord("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\nX-A:" + "a".repeat(70_000) + "\n")))
                .isInstanceOf(AgendaAntwoord.TeGroot.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UID:                | X-NIETS:
            DTSTAMP:            | X-NIETS:
            DTSTAMP:2           | DTSTAMP:x2
            ATTENDEE            | X-NIETS
            mailto:             | sip:
            mailto:a@c.example  | mailto:
            mailto:a            | mailto:%
            ACCEPTED            | DELEGATED
            ACCEPTED            | NEEDS-ACTION
            SEQUENCE:1          | SEQUENCE:-1
            SEQUENCE:1          | SEQUENCE:99999999999
            SEQUENCE:1          | SEQUENCE:1@SEQUENCE:2
            SEQUENCE:1          | UID:nog-een
            SEQUENCE:1          | ATTENDEE;PARTSTAT=DECLINED:mailto:b@c.example
            SEQUENCE:1          | geen regel
            END:VEVENT          | END:VTODO
            END:VCALENDAR       | X-A:1
            BEGIN:VEVENT        | BEGIN:VTODO
            BEGIN:VCALENDAR     | BEGIN:VAGENDA
            """)
    void what_misses_something_or_says_it_twice_is_not_read(String heel, String kapot) {
        var goed = antwoord("SEQUENCE:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\n");
        assertThat(lees(goed)).isInstanceOf(Gelezen.class);

        assertThat(lees(goed.replace(heel, kapot.replace("@S", "\nS")))).isInstanceOf(AgendaAntwoord.Onleesbaar.class);
    }

    @Test
    void anything_at_all_can_come_in() {
        var goed = antwoord("SEQUENCE:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@c.example\n");
        var toeval = new Random(20261126);
        for (var i = 0; i < 5_000; i++) {
            var bytes = goed.getBytes(UTF_8);
            for (var keer = toeval.nextInt(12); keer > 0; keer--) {
                bytes[toeval.nextInt(bytes.length)] = (byte) toeval.nextInt(256);
            }

            assertThat(lezer.lees(bytes)).isNotNull();
        }
    }

    private AgendaAntwoord lees(String tekst) {
        return lezer.lees(tekst.getBytes(UTF_8));
    }

    private static String antwoord(String regels) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REPLY
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20261126T101112Z
                %sEND:VEVENT
                END:VCALENDAR
                """.formatted(UID, regels);
    }
}
