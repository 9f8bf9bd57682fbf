package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.respijt.agenda.AgendaVoorbeeld.agenda;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import nl.respijt.database.TestDatabase;
import nl.respijt.instellingen.Instellingen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as a calendar app meets them; the calendars are made up. */
class AgendaFeedHttpTest {
    private static final String PERSOONLIJK = "/agenda/persoonlijk.ics";
    private static final ProefAgenda BRON = new ProefAgenda(
            "persoonlijk", agenda(item().omschrijving("é".repeat(900)).maak()));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Optional<EmbeddedServer> server = Optional.empty();
    private static Optional<TestDatabase> database = Optional.empty();

    @BeforeAll
    static void start() {
        var vers = TestDatabase.vers();
        database = Optional.of(vers);
        var context = ApplicationContext.builder(vers.eigenschappen())
                .properties(Map.of("micronaut.server.port", -1, "respijt.demo", false))
                .singletons(Instellingen.lees(List.of(), Map.of()), BRON, new ProefAgenda("huis-proef", agenda()))
                .start();
        server = Optional.of(context.getBean(EmbeddedServer.class).start());
    }

    @AfterAll
    static void stop() {
        server.ifPresent(s -> s.getApplicationContext().close());
        database.ifPresent(TestDatabase::close);
    }

    @Test
    void a_personal_feed_has_all_its_headers() throws Exception {
        var antwoord = get(PERSOONLIJK);

        assertThat(antwoord.statusCode()).isEqualTo(200);
        assertThat(kop(antwoord, "content-type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(kop(antwoord, "etag")).matches("\"[A-Za-z0-9_-]{43}\"");
        assertThat(kop(antwoord, "last-modified")).isEqualTo("Sun, 01 Mar 2026 10:11:12 GMT");
        assertThat(kop(antwoord, "cache-control")).isEqualTo("private, max-age=300");
        assertThat(kop(antwoord, "vary")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(kop(antwoord, "content-disposition")).isEqualTo("inline; filename=\"mijn-rooster.ics\"");
        assertThat(kop(antwoord, "x-robots-tag")).isEqualTo("noindex");
        assertThat(kop(antwoord, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(kop(antwoord, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(kop(antwoord, "content-length")).isEqualTo(String.valueOf(antwoord.body().length));
        assertThat(antwoord.headers().firstValue("set-cookie")).isEmpty();
        assertThat(new String(antwoord.body(), UTF_8)).startsWith("BEGIN:VCALENDAR\r\n");
    }

    @Test
    void the_feed_of_a_house_is_public_and_may_be_empty() throws Exception {
        var antwoord = get("/agenda/huis-proef.ics");

        assertThat(antwoord.statusCode()).isEqualTo(200);
        assertThat(kop(antwoord, "cache-control")).isEqualTo("public, max-age=300");
        assertThat(antwoord.headers().firstValue("last-modified")).isEmpty();
    }

    @Test
    void gzip_is_the_same_calendar_under_its_own_tag() throws Exception {
        var gewoon = get(PERSOONLIJK);
        var gzip = get(PERSOONLIJK, "Accept-Encoding", "gzip, br");

        assertThat(kop(gzip, "content-encoding")).isEqualTo("gzip");
        assertThat(kop(gzip, "etag")).isNotEqualTo(kop(gewoon, "etag"));
        try (var uitgepakt = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertThat(uitgepakt.readAllBytes()).isEqualTo(gewoon.body());
        }
    }

    @Test
    void what_the_reader_has_is_not_sent_again() throws Exception {
        for (var codering : new String[] {"identity", "gzip"}) {
            var vol = get(PERSOONLIJK, "Accept-Encoding", codering);
            var leeg = get(PERSOONLIJK, "Accept-Encoding", codering, "If-None-Match", "\"x\", W/" + kop(vol, "etag"));

            assertThat(leeg.statusCode()).isEqualTo(304);
            assertThat(leeg.body()).isEmpty();
            for (var naam : new String[] {"etag", "cache-control", "vary", "last-modified"}) {
                assertThat(kop(leeg, naam)).isEqualTo(kop(vol, naam));
            }
        }
    }

    @Test
    void the_date_counts_when_no_tag_is_given() throws Exception {
        assertThat(get(PERSOONLIJK, "If-Modified-Since", "Sun, 01 Mar 2026 10:11:12 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(PERSOONLIJK, "If-Modified-Since", "Sun, 01 Mar 2026 10:11:11 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(PERSOONLIJK, "If-Modified-Since", "Mon, 02 Mar 2026 00:00:00 GMT", "If-None-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void head_has_the_headers_of_get_and_no_body(String codering) throws Exception {
        var get = get(PERSOONLIJK, "Accept-Encoding", codering);
        var head = zend("HEAD", PERSOONLIJK, "Accept-Encoding", codering);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(zonderDatum(head)).isEqualTo(zonderDatum(get));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agenda/onbekend.ics",
                "/agenda/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
                "/agenda/pers%6Fonlijk.ics",
                "/agenda/persoonlijk",
                "/agenda/x%2Fpersoonlijk.ics",
                "/agenda/%00.ics",
                "/agenda/x/persoonlijk.ics"
            })
    void what_is_no_key_gives_one_and_the_same_404(String pad) throws Exception {
        var antwoord = get(pad);

        assertThat(antwoord.statusCode()).isEqualTo(404);
        assertThat(new String(antwoord.body(), UTF_8)).isEqualTo("404 Not Found\n");
        assertThat(kop(antwoord, "cache-control")).isEqualTo("no-store");
        assertThat(antwoord.headers().firstValue("location")).isEmpty();
        assertThat(antwoord.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void a_slash_too_many_tells_nobody_that_a_key_is_one() throws Exception {
        var bestaand = get("/agenda/persoonlijk.ics/");
        var onbekend = get("/agenda/onbekend.ics/");

        assertThat(bestaand.statusCode()).isEqualTo(404);
        assertThat(bestaand.body()).isEqualTo(onbekend.body());
    }

    private static HttpResponse<byte[]> get(String pad, String... koppen) throws IOException, InterruptedException {
        return zend("GET", pad, koppen);
    }

    private static HttpResponse<byte[]> zend(String methode, String pad, String... koppen)
            throws IOException, InterruptedException {
        var basis = server.orElseThrow().getURI().toString();
        var verzoek =
                HttpRequest.newBuilder(URI.create(basis + pad)).method(methode, HttpRequest.BodyPublishers.noBody());
        if (koppen.length > 0) {
            verzoek.headers(koppen);
        }
        return HTTP.send(verzoek.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String kop(HttpResponse<?> antwoord, String naam) {
        assertThat(antwoord.headers().allValues(naam)).as(naam).hasSize(1);
        return antwoord.headers().firstValue(naam).orElseThrow();
    }

    private static Map<String, ?> zonderDatum(HttpResponse<?> antwoord) {
        var koppen = new TreeMap<>(antwoord.headers().map());
        koppen.remove("date");
        return koppen;
    }
}
