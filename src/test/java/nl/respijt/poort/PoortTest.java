package nl.respijt.poort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.RuweKlant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody sends is answered with the headers that every answer has, or with a closed line. */
@Timeout(60)
final class PoortTest {
    private static final List<String> KOPPEN = List.of(
            "content-security-policy: default-src 'none'",
            "strict-transport-security: max-age=31536000; includesubdomains",
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "referrer-policy: no-referrer",
            "permissions-policy: ",
            "cross-origin-opener-policy: same-origin",
            "cache-control: ");

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final RuweKlant klant = new RuweKlant(dienst.adres());

    @ParameterizedTest
    @CsvSource({
        "GET /{lang} HTTP/1.1|Host: x, 414",
        "GET / HTTP/1.1|Host: x|X: {lang}{lang}, 431",
        "GET /api/v1/momenten HTTP/1.1|Host: x|X: {lang}{lang}, 431",
        "onzin, 400",
        "GET / HTTP/9.9|Host: x, 505",
        "PRI * HTTP/2.0|, 505",
        "GET / HTTP/1.1, 400",
        "GET / HTTP/1.1|Host: x|Host: y, 400",
        "POST /boekingen HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2, 400",
        "POST /boekingen HTTP/1.1|Host: x|Content-Length: 1|Transfer-Encoding: chunked, 400",
        "POST /boekingen HTTP/1.1|Host: x|Content-Length: -1, 400",
        "POST /api/v1/boekingen HTTP/1.1|Host: x|Expect: wonderen|Content-Length: 2, 417",
        "OPTIONS * HTTP/1.1|Host: x, 404",
        "OPTIONS /api/v1/momenten HTTP/1.1|Host: x, 405",
        "TRACE / HTTP/1.1|Host: x, 405",
        "HEAD / HTTP/1.1|Host: x, 200",
        "GET /health HTTP/1.1|Host: x, 200",
        "GET /health HTTP/1.0, 200",
        "GET /static/onzin.css HTTP/1.1|Host: x, 404",
        "GET /agenda/onzin.ics HTTP/1.1|Host: x, 404",
        "GET /robots.txt HTTP/1.1|Host: x, 200",
        "GET /.well-known/security.txt HTTP/1.1|Host: x, 200"
    })
    void every_answer_guards_the_browser_and_tells_nothing(String verzoek, int status) {
        var antwoord = klant.stuur(verzoek.replace("{lang}", "a".repeat(5_000)).replace("|", "\r\n") + "\r\n\r\n")
                .orElseThrow();

        var kop = antwoord.kop().toLowerCase(Locale.ROOT);
        assertThat(antwoord.status()).as(kop).isEqualTo(status);
        assertThat(KOPPEN).allSatisfy(regel -> assertThat(kop).contains("\r\n" + regel));
        assertThat(kop).doesNotContain("server:", "x-powered-by", "netty", "micronaut", "unsafe-");
        assertThat(antwoord.inhoud()).doesNotContain("_links", "Exception", "netty", "micronaut");
        if (verzoek.contains(" /api/")) {
            assertThat(kop).contains("\r\napi-version: ", "application/problem+json");
            assertThat(antwoord.inhoud()).contains("\"status\":" + status);
        }
    }

    @Test
    void a_file_and_a_page_that_did_not_change_are_guarded_too() {
        var pagina = klant.stuur("GET /", List.of(), new byte[0]);
        var bestand = pagina.inhoud().replaceAll("(?s).*?\"(/static/[^\"]+\\.css)\".*", "$1");

        var kop = klant.stuur("GET " + bestand, List.of(), new byte[0]).kop().toLowerCase(Locale.ROOT);

        assertThat(kop).startsWith("http/1.1 200").contains("immutable");
        assertThat(KOPPEN).allSatisfy(regel -> assertThat(kop).contains("\r\n" + regel));
    }

    @Test
    void what_came_first_on_a_line_is_answered_before_the_line_is_closed() throws IOException {
        try (var lijn = lijn(dienst.adres())) {
            schrijf(lijn, "GET /health HTTP/1.1\r\nHost: x\r\n\r\nonzin\r\n\r\n");

            var alles = new String(lijn.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(alles).startsWith("HTTP/1.1 200").contains("\"UP\"").containsOnlyOnce("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\nX-Lang: ",
                "POST /boekingen HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 60000\r\n\r\n",
                "\r\n"
            })
    void who_sends_a_byte_now_and_then_is_let_go_and_nobody_else(String begin) throws Exception {
        try (var eigen = Proefdienst.start(Map.of(), Map.of("respijt.verzoek-binnen", "1s"));
                var traag = lijn(eigen.adres())) {
            schrijf(traag, begin);
            var draad = Thread.ofVirtual().start(() -> druppel(traag));

            var antwoord = new String(totDeLijnDichtIs(traag), StandardCharsets.UTF_8);

            assertThat(antwoord)
                    .matches("(?s)|HTTP/1.1 408 .*content-security-policy.*|HTTP/1.1 408 .*Content-Security-Policy.*");
            draad.join();
            assertThat(new RuweKlant(eigen.adres())
                            .stuur("GET /health", List.of(), new byte[0])
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_line_on_which_nothing_happens_is_given_back() throws IOException {
        try (var eigen = Proefdienst.start(Map.of(), Map.of("micronaut.server.idle-timeout", "1s"));
                var stil = lijn(eigen.adres());
                var naEen = lijn(eigen.adres())) {
            schrijf(naEen, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(totDeLijnDichtIs(stil)).isEmpty();
            assertThat(new String(totDeLijnDichtIs(naEen), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("}");
        }
    }

    /** Until whoever listens has had enough. */
    private static void druppel(Socket lijn) {
        try {
            while (true) {
                schrijf(lijn, "a");
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException klaar) {
            // that is what we wait for
        }
    }

    private static byte[] totDeLijnDichtIs(Socket lijn) {
        try {
            return lijn.getInputStream().readAllBytes();
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException dicht) {
            return new byte[0];
        }
    }

    private static Socket lijn(URI adres) throws IOException {
        var lijn = new Socket(adres.getHost(), adres.getPort());
        lijn.setSoTimeout(20_000);
        return lijn;
    }

    private static void schrijf(Socket lijn, String tekst) throws IOException {
        lijn.getOutputStream().write(tekst.getBytes(StandardCharsets.ISO_8859_1));
        lijn.getOutputStream().flush();
    }
}
