package nl.respijt.poort;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.LogPad;
import nl.respijt.web.RuweKlant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A line tells what happened and nothing of who. */
final class ToegangslogTest {
    @ParameterizedTest
    @CsvSource({
        "/,/",
        "/momenten?naam=Ans&email=a@b.nl,/momenten",
        "/makelaar/momenten/018f0000-0000-7000-8000-000000000000/afgelasten,/makelaar/momenten/018f0000-0000-7000-8000-000000000000/afgelasten",
        "/static/respijt-3fa9b2c18d.css,/static/respijt-3fa9b2c18d.css",
        "/agenda/aGVsbG8gd29ybGQgdGhpcyBpcyBhIHNlY3JldCBrZXk.ics,/agenda/***",
        "/afspraak/AZ_q0AAAcACAAAAAAAAAAAaGVsbG8gd29ybGQgdGhpcyBpcyBhIHNlY3JldA/afzeggen?nieuw=ja,/afspraak/***/afzeggen",
        "/inloggen/0123456789abcdef0123456789abcdef,/inloggen/***",
        "/inloggen/12345678,/inloggen/***",
        "/ans@voorbeeld.nl/+31612345678,/***/***",
        "/Ans%20de%20Vries,/***",
        "/makelaar/week/2026-W48,/makelaar/week/2026-W48",
        "http://elders.example/x,/***/elders.example/x",
        "/a%0d%0aERROR%20kwaad,/***"
    })
    void a_path_keeps_words_and_ids_and_loses_the_rest(String pad, String veilig) {
        assertThat(LogPad.veilig(pad)).isEqualTo(veilig);
    }

    @Test
    void a_path_cannot_begin_a_line_of_its_own_or_make_one_long() {
        assertThat(LogPad.veilig("/a\r\nERROR\u001b[31m\u2028/b")).isEqualTo("/***/b");
        assertThat(LogPad.veilig("/a".repeat(5_000))).hasSizeLessThan(300);
    }

    @Test
    void each_request_leaves_one_line_that_tells_nothing_of_who() throws InterruptedException {
        var dienst = Proefdienst.gedeeld();
        var klant = new RuweKlant(dienst.adres());
        var log = (Logger) LoggerFactory.getLogger("toegangslog");
        var regels = new Regels();
        regels.setContext(log.getLoggerContext());
        regels.start();
        log.addAppender(regels);
        log.setLevel(Level.INFO);
        try {
            klant.stuur("GET /momenten?wijk=geheimwoord", List.of("X-Geheim: geheimwoord"), new byte[0]);
            klant.stuur("onzin geheimwoord\r\n\r\n");

            assertThat(regels.van("GET /momenten")).matches("GET /momenten 200 \\d+ms \\d+b");
            assertThat(regels.alle).noneMatch(regel -> regel.contains("geheimwoord"));
        } finally {
            log.detachAppender(regels);
            log.setLevel(null);
        }
    }

    /** Keeps what is written. */
    private static final class Regels extends AppenderBase<ILoggingEvent> {
        private final Queue<String> alle = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent regel) {
            alle.add(regel.getFormattedMessage());
        }

        /** The answer can be here a moment before its line is. */
        String van(String begin) throws InterruptedException {
            for (var poging = 0; poging < 500; poging++) {
                var regel =
                        alle.stream().filter(tekst -> tekst.startsWith(begin)).findFirst();
                if (regel.isPresent()) {
                    return regel.get();
                }
                Thread.sleep(10);
            }
            throw new AssertionError("no line for " + begin + ": " + alle);
        }
    }
}
