package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.respijt.agenda.AgendaVoorbeeld.SCHRIJVER;
import static nl.respijt.agenda.AgendaVoorbeeld.VERVALLEN;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we write is read back, unharmed, by two readers that are not ours: ical4j and ical.js. */
class TweeLezersTest {
    private static final List<Agenda> AGENDAS =
            List.of(klokwissels(), gewoneDagen(), lastigeTeksten(), toevalligeTeksten());
    private static final List<byte[]> GESCHREVEN = AGENDAS.stream()
            .map(agenda -> SCHRIJVER.schrijf(agenda, Bereik.PERSOONLIJK, VERVALLEN))
            .toList();

    private static JsonNode icalJs = JsonNode.nullNode();
    private static List<Calendar> ical4j = List.of();

    @BeforeAll
    static void lees() throws Exception {
        icalJs = TweedeLezer.lees(GESCHREVEN);
        var gelezen = new ArrayList<Calendar>();
        for (var bytes : GESCHREVEN) {
            gelezen.add(new CalendarBuilder().build(new ByteArrayInputStream(bytes)));
        }
        ical4j = List.copyOf(gelezen);
    }

    @Test
    void ical_js_sees_every_item_as_it_is() {
        for (var i = 0; i < AGENDAS.size(); i++) {
            var agenda = AGENDAS.get(i);
            var gelezen = veld(icalJs, i);

            // ical.js does not know these two and leaves their escapes; ical4j reads them below.
            assertThat(tekst(gelezen, "naam")).isEqualTo(ICalTekst.waarde(agenda.naam()));
            assertThat(tekst(gelezen, "calname")).isEqualTo(ICalTekst.waarde(agenda.naam()));
            assertThat(tekst(gelezen, "method")).isEqualTo("PUBLISH");
            assertThat(tekst(gelezen, "ververs")).isEqualTo("PT1H");
            assertThat(veld(veld(gelezen, "zones"), 0).getStringValue()).isEqualTo("Europe/Amsterdam");
            assertThat(veld(gelezen, "items").size()).isEqualTo(agenda.items().size());
            for (var j = 0; j < agenda.items().size(); j++) {
                vergelijk(veld(veld(gelezen, "items"), j), agenda.items().get(j));
            }
        }
    }

    private static void vergelijk(JsonNode gelezen, AgendaItem item) {
        assertThat(tekst(gelezen, "uid")).isEqualTo(item.id() + "@respijt.example");
        assertThat(veld(gelezen, "sequence").getIntValue()).isEqualTo(item.volgnummer());
        assertThat(tekst(gelezen, "status")).isEqualTo(status(item));
        assertThat(tekst(gelezen, "transp")).isEqualTo(item.isVervallen() ? "TRANSPARENT" : "OPAQUE");
        assertThat(veld(veld(gelezen, "begin"), "epoch").getLongValue())
                .as("begin of %s", item)
                .isEqualTo(item.tijdvak().van().getEpochSecond());
        assertThat(veld(veld(gelezen, "eind"), "epoch").getLongValue())
                .as("end of %s", item)
                .isEqualTo(item.tijdvak().tot().getEpochSecond());
        assertThat(veld(gelezen, "stempel").getLongValue())
                .isEqualTo(item.gewijzigdOp().getEpochSecond());
        assertThat(veld(gelezen, "gewijzigd").getLongValue())
                .isEqualTo(item.gewijzigdOp().getEpochSecond());
        assertThat(tekst(gelezen, "titel")).isEqualTo(titel(item));
        assertThat(tekst(gelezen, "omschrijving")).isEqualTo(ICalTekst.schoon(item.omschrijving()));
        assertThat(tekst(gelezen, "plaats")).isEqualTo(ICalTekst.schoon(item.plaats()));
        assertThat(tekst(gelezen, "url"))
                .isEqualTo(item.url().map(URI::toASCIIString).orElse(""));
        assertThat(tekst(gelezen, "organisator")).isEqualTo("mailto:agenda@respijt.example");
        assertThat(tekst(gelezen, "organisatorNaam")).isEqualTo("Respijt Utrecht");
    }

    @Test
    void ical4j_sees_every_item_as_it_is() {
        for (var i = 0; i < AGENDAS.size(); i++) {
            var items = AGENDAS.get(i).items();
            var gelezen = ical4j.get(i).<VEvent>getComponents("VEVENT");

            assertThat(ical4j.get(i).getProperty("NAME").orElseThrow().getValue())
                    .isEqualTo(ICalTekst.schoon(AGENDAS.get(i).naam()));
            assertThat(gelezen).hasSameSizeAs(items);
            for (var j = 0; j < items.size(); j++) {
                vergelijk(gelezen.get(j), items.get(j));
            }
        }
    }

    private static void vergelijk(VEvent gelezen, AgendaItem item) {
        assertThat(eigenschap(gelezen, "UID")).isEqualTo(item.id() + "@respijt.example");
        assertThat(eigenschap(gelezen, "SEQUENCE")).isEqualTo(String.valueOf(item.volgnummer()));
        assertThat(eigenschap(gelezen, "STATUS")).isEqualTo(status(item));
        assertThat(instant(gelezen.getDateTimeStart().getDate()))
                .as("begin of %s", item)
                .isEqualTo(item.tijdvak().van());
        assertThat(instant(gelezen.getDateTimeEnd().getDate()))
                .as("end of %s", item)
                .isEqualTo(item.tijdvak().tot());
        vergelijkTekst(gelezen, "SUMMARY", titel(item));
        vergelijkTekst(gelezen, "DESCRIPTION", ICalTekst.schoon(item.omschrijving()));
        vergelijkTekst(gelezen, "LOCATION", ICalTekst.schoon(item.plaats()));
        assertThat(eigenschap(gelezen, "ORGANIZER")).isEqualTo("mailto:agenda@respijt.example");
    }

    /** Except for a backslash right before a newline, which ical4j 4.4.0 reads as one escape too many; ical.js does not. */
    private static void vergelijkTekst(VEvent gelezen, String naam, String verwacht) {
        if (!verwacht.contains("\\\n")) {
            assertThat(eigenschap(gelezen, naam)).isEqualTo(verwacht);
        }
    }

    @Test
    void ical4j_finds_nothing_wrong() {
        assertThat(ical4j).allSatisfy(kalender -> {
            var uitkomst = kalender.validate();
            assertThat(uitkomst.hasErrors()).as(uitkomst.toString()).isFalse();
        });
    }

    @Test
    void every_line_is_at_most_75_octets_of_whole_characters_and_not_blank() {
        for (var bytes : GESCHREVEN) {
            for (var regel : regels(bytes)) {
                assertThat(regel.length).isBetween(1, 75);
                assertThatCode(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(regel)))
                        .as(() -> "a character is broken in " + HexFormat.of().formatHex(regel))
                        .doesNotThrowAnyException();
                assertThat(new String(regel, UTF_8)).isNotBlank();
            }
        }
    }

    @Test
    void no_control_character_stands_between_line_ends() {
        for (var bytes : GESCHREVEN) {
            var tekst = new String(bytes, UTF_8).replace("\r\n", "");
            assertThat(tekst.codePoints()
                            .filter(teken -> Character.isISOControl(teken) || teken == 0x2028 || teken == 0x2029))
                    .isEmpty();
        }
    }

    @Test
    void no_escape_is_broken_by_a_fold() {
        for (var bytes : GESCHREVEN) {
            for (var regel : regels(bytes)) {
                var tekst = new String(regel, UTF_8);
                var slot = tekst.length() - tekst.replaceAll("\\\\+$", "").length();
                assertThat(slot % 2).as(tekst).isZero();
            }
        }
    }

    @Test
    void the_same_agenda_gives_the_same_bytes() {
        for (var i = 0; i < AGENDAS.size(); i++) {
            assertThat(SCHRIJVER.schrijf(AGENDAS.get(i), Bereik.PERSOONLIJK, VERVALLEN))
                    .isEqualTo(GESCHREVEN.get(i));
        }
    }

    /** Each start and length around the four nights, by the quarter of an hour. */
    private static Agenda klokwissels() {
        var items = new ArrayList<AgendaItem>();
        for (var dag : List.of("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31")) {
            var middernacht = Tijdzone.beginVan(LocalDate.parse(dag));
            for (var kwartier = -8; kwartier < 4 * 8; kwartier++) {
                for (var lengte : List.of(15, 60, 75, 120, 210, 24 * 60)) {
                    var begin = middernacht.plus(Duration.ofMinutes(15L * kwartier));
                    items.add(item().id(id(items.size()))
                            .tijdvak(new Tijdvak(begin, begin.plus(Duration.ofMinutes(lengte))))
                            .omschrijving("x")
                            .plaats("y")
                            .maak());
                }
            }
        }
        return new Agenda("De nachten van de klok", "", items);
    }

    private static Agenda gewoneDagen() {
        var items = new ArrayList<AgendaItem>();
        for (var dag = LocalDate.of(2026, 1, 1); dag.getYear() < 2028; dag = dag.plusDays(3)) {
            for (var uren : List.of(List.of("09:00", "12:30"), List.of("13:00", "17:00"), List.of("18:30", "22:00"))) {
                items.add(item().id(id(items.size()))
                        .tijdvak(AgendaVoorbeeld.op(dag.toString(), uren.get(0), uren.get(1)))
                        .volgnummer(items.size() % 7)
                        .status(AgendaStatus.values()[items.size() % 3])
                        .omschrijving("Open")
                        .plaats("Utrecht")
                        .maak());
            }
        }
        return new Agenda("Alle dagdelen", "", items);
    }

    private static Agenda lastigeTeksten() {
        var gezin = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
        var teksten = List.of(
                "Zoë Čapek-Ğül, José; Ñandú \\ Œuvre",
                "\\n is geen regeleinde, \\\\n ook niet \\",
                "regel een\r\nregel twee\rregel drie\nregel vier\u0085vijf\u2028zes\u2029zeven",
                "SUMMARY nagemaakt\rATTENDEE:mailto:x@example.org\r\nEND:VEVENT",
                "nul\0 bel\u0007 del\u007f c1\u009b tab\tesc\u001b",
                "half \ud83d los en \udc68 verkeerd om",
                gezin.repeat(40),
                "a" + gezin.repeat(40),
                "é".repeat(300),
                "x" + "é".repeat(301),
                "€uro".repeat(90),
                "العربية: صباح الخير، كيف الحال؟ ".repeat(12),
                "日本語のテキスト、長い。".repeat(30),
                "\\;,".repeat(120),
                "x\\;,".repeat(120),
                "xx" + "\n".repeat(200) + "slot",
                "veel" + " ".repeat(400) + "ruimte",
                "nbsp\u00a0" + "\u00a0".repeat(100) + "slot",
                "dubbele \"punt\": en ^dakje^ ^n ^' %20 = ; :",
                "e\u0301".repeat(150),
                "begint niet met BOM \ufeff maar heeft er een",
                "a".repeat(66) + "é",
                "a".repeat(67) + "é",
                "a".repeat(67) + "\\b",
                "a".repeat(67),
                "a".repeat(68));
        var items = new ArrayList<AgendaItem>();
        for (var tekst : teksten) {
            items.add(item().id(id(items.size()))
                    .titel(tekst)
                    .omschrijving(tekst + "\r\n" + tekst)
                    .plaats(tekst)
                    .url("https://respijt.example/é,;?x=1&y=" + "z".repeat(items.size() * 5))
                    .status(items.size() % 2 == 0 ? AgendaStatus.BEVESTIGD : AgendaStatus.VERVALLEN)
                    .maak());
        }
        return new Agenda(
                "Naam, met; alles \\ erin\r\nen " + gezin.repeat(10), "Zo ook de omschrijving: ñ".repeat(9), items);
    }

    private static Agenda toevalligeTeksten() {
        var toeval = new Random(20260329);
        var soorten = List.of(
                "a",
                "b ",
                ",",
                ";",
                "\\",
                "\n",
                "\r",
                "\t",
                "é",
                "€",
                "\uD83D\uDE00",
                "\u200d",
                "\0",
                "\u2028",
                "n",
                ":",
                "\"");
        var items = new ArrayList<AgendaItem>();
        for (var i = 0; i < 500; i++) {
            var tekst = new StringBuilder("x");
            for (var lengte = toeval.nextInt(350); lengte > 0; lengte--) {
                tekst.append(soorten.get(toeval.nextInt(soorten.size())));
            }
            items.add(item().id(id(i))
                    .titel(tekst.toString())
                    .omschrijving(tekst.reverse() + "x")
                    .plaats("p")
                    .maak());
        }
        return new Agenda("Toeval", "", items);
    }

    private static UUID id(int nummer) {
        return new UUID(0x4000, nummer);
    }

    private static String titel(AgendaItem item) {
        return ICalTekst.schoon(item.isVervallen() ? VERVALLEN + item.titel() : item.titel());
    }

    private static String status(AgendaItem item) {
        return switch (item.status()) {
            case BEVESTIGD -> "CONFIRMED";
            case VOORLOPIG -> "TENTATIVE";
            case VERVALLEN -> "CANCELLED";
        };
    }

    private static String eigenschap(VEvent gelezen, String naam) {
        return gelezen.getProperty(naam).orElseThrow().getValue();
    }

    private static Instant instant(Temporal tijd) {
        return switch (tijd) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case Instant instant -> instant;
            default -> throw new AssertionError("no point in time: " + tijd.getClass());
        };
    }

    private static JsonNode veld(JsonNode knoop, String naam) {
        var veld = knoop.get(naam);
        assertThat(veld).as(naam).isNotNull();
        return veld;
    }

    private static JsonNode veld(JsonNode knoop, int nummer) {
        var veld = knoop.get(nummer);
        assertThat(veld).isNotNull();
        return veld;
    }

    private static String tekst(JsonNode knoop, String naam) {
        var veld = veld(knoop, naam);
        return veld.isNull() ? "" : veld.getStringValue();
    }

    private static List<byte[]> regels(byte[] bytes) {
        var regels = new ArrayList<byte[]>();
        var begin = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                assertThat(bytes[i - 1]).as("a lone LF").isEqualTo((byte) '\r');
                regels.add(Arrays.copyOfRange(bytes, begin, i - 1));
                begin = i + 1;
            }
        }
        assertThat(begin).as("bytes after the last CRLF").isEqualTo(bytes.length);
        return regels;
    }
}
