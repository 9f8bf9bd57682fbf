package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.respijt.agenda.AgendaVoorbeeld.SCHRIJVER;
import static nl.respijt.agenda.AgendaVoorbeeld.VERVALLEN;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever words a calendar gets, it keeps its lines. In the build this runs on its seeds; {@code infra/fuzz} looks for
 * words of its own.
 */
class ICalFuzzTest {
    private static final int LANGSTE_REGEL = 75;

    private static final List<String> REGELS = regels("x", "x", "x", "x", "x");

    @FuzzTest(maxDuration = "60s")
    void no_words_make_a_line_of_their_own(FuzzedDataProvider toeval) {
        var naam = toeval.consumeString(100);
        var omschrijving = toeval.consumeString(200);
        var titel = toeval.consumeString(200);
        var plaats = toeval.consumeString(200);
        var uitleg = toeval.consumeRemainingAsString();
        if (Stream.of(naam, omschrijving, titel, plaats, uitleg).anyMatch(String::isBlank)) {
            return; // a title is never empty, and an empty line is left out
        }

        assertThat(regels(naam, omschrijving, titel, plaats, uitleg)).isEqualTo(REGELS);
    }

    /** The names of the lines, after unfolding; every line on the way is as long as it may be at most. */
    private static List<String> regels(String naam, String omschrijving, String titel, String plaats, String uitleg) {
        var agenda = new Agenda(
                naam,
                omschrijving,
                List.of(item().titel(titel).plaats(plaats).omschrijving(uitleg).maak()));
        var bytes = SCHRIJVER.schrijf(agenda, Bereik.PERSOONLIJK, VERVALLEN);
        var tekst = new String(bytes, UTF_8);
        assertThat(tekst.getBytes(UTF_8)).as("whole characters").isEqualTo(bytes);
        assertThat(tekst.replace("\r\n", "")).doesNotContain("\r", "\n", "\u0000");
        assertThat(tekst.split("\r\n", -1)).allMatch(regel -> regel.getBytes(UTF_8).length <= LANGSTE_REGEL);
        return tekst.replace("\r\n ", "")
                .lines()
                .map(regel -> regel.replaceAll("(?s)[:;].*", ""))
                .toList();
    }
}
