package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner that knows nothing of us (wapiti) looks for holes as a stranger and as each kind of user, and finds none. */
@Timeout(400)
final class WapitiIT {
    private static final String MODULES =
            "exec,file,sql,blindsql,xss,permanentxss,redirect,crlf,csp,http_headers,cookieflags,csrf,backup,methods,xxe,ssrf";

    /** Debian's wapiti does not run on Debian's own Python when something is left out of the scan. */
    private static final String OPDRACHT = """
            import fnmatch, re, sys
            import wapitiCore.net.crawler as crawler
            crawler.wildcard_translate = lambda patroon: re.compile(fnmatch.translate(patroon))
            from wapitiCore.main.wapiti import wapiti_main
            sys.exit(wapiti_main())
            """;

    /** What it says that is not so, or is so for a reason. */
    private static final List<String> BEKEND = List.of(
            // A visitor has no session to abuse; for who has one, the browser's word on where a form comes from counts.
            "Cross Site Request Forgery: Lack of anti CSRF token POST /boekingen",
            "Cross Site Request Forgery: Lack of anti CSRF token POST /reeksen",
            "Cross Site Request Forgery: Lack of anti CSRF token POST /momenten/",
            "Cross Site Request Forgery: Lack of anti CSRF token POST /lotgenotengroepen/",
            // Whoever has the key in such an address has the appointment, or the dienst; a stranger cannot make it up.
            "Cross Site Request Forgery: Lack of anti CSRF token POST /afspraak/",
            "Cross Site Request Forgery: Lack of anti CSRF token POST /dienst/",
            "Cross Site Request Forgery: Lack of anti CSRF token POST /aanmelding/",
            "Cross Site Request Forgery: Lack of anti CSRF token POST /logeren",
            // The filter it speaks of is gone from every browser.
            "HTTP Secure Headers: X-XSS-Protection is not set",
            // It knows one spelling of HttpOnly; VeiligheidTest reads the cookie itself.
            "HttpOnly Flag cookie: ",
            // Here on plain http; in production the name begins with __Host-.
            "Secure Flag cookie: ");

    private static Proefdienst dienst;

    @TempDir
    private Path map;

    @BeforeAll
    static void start() {
        dienst = Proefdienst.start();
    }

    @AfterAll
    static void stop() {
        dienst.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"niemand", "makelaar", "gastheer", "mantelzorger"})
    void a_scanner_finds_nothing(String rol) throws IOException, InterruptedException {
        var verslag = map.resolve("verslag.json");
        var opdracht = new ArrayList<>(List.of(
                "/usr/bin/python3",
                "-c",
                OPDRACHT,
                "--url",
                dienst.adres(begin(rol)).toString(),
                "--scope",
                "folder",
                "--module",
                MODULES,
                "--format",
                "json",
                "--output",
                verslag.toString(),
                "--depth",
                "4",
                "--max-links-per-page",
                "40",
                "--max-files-per-dir",
                "12", // of groups and moments some are enough
                "--max-scan-time",
                "60",
                "--max-attack-time",
                "20",
                "--flush-session",
                "--no-bugreport",
                "--verify-ssl",
                "0",
                "--store-session",
                map.resolve("sessie").toString(),
                "--store-config",
                map.resolve("instelling").toString(),
                "--exclude",
                dienst.adres("/uitloggen").toString(),
                "--exclude",
                dienst.adres("/mijn/gegevens/wissen*").toString(), // nobody is left to scan as
                "--exclude",
                dienst.adres("/rooster/gegevens/wissen*").toString(),
                "--exclude",
                dienst.adres("/demo*").toString(),
                "--exclude",
                dienst.adres("/static/*").toString()));
        if (!rol.equals("niemand")) {
            opdracht.addAll(List.of("--header", "Cookie: " + koek(rol)));
        }

        var uitvoer = map.resolve("uitvoer.txt").toFile();
        var proces = new ProcessBuilder(opdracht)
                .redirectErrorStream(true)
                .redirectOutput(uitvoer)
                .start();
        if (!proces.waitFor(300, TimeUnit.SECONDS)) {
            proces.destroyForcibly().waitFor();
        }

        assertThat(verslag).as(Files.readString(uitvoer.toPath())).exists();
        var gevonden = lees(verslag);
        assertThat(gevonden).as(Files.readString(verslag)).isEmpty();
    }

    private static String begin(String rol) {
        return switch (rol) {
            case "makelaar" -> "/makelaar/week";
            case "gastheer" -> "/rooster";
            default -> "/";
        };
    }

    private static String koek(String rol) {
        var slug = rol.equals("makelaar")
                ? rol
                : new Klant(dienst)
                        .haal("/demo/personen.json")
                        .tekst()
                        .replaceAll("(?s).*?\"(" + rol + "-[^\"]+)\".*", "$1");
        var koek = new Klant(dienst)
                .formulier("/demo/inloggen", "wie=" + slug)
                .kop("Set-Cookie")
                .orElseThrow();
        return koek.substring(0, koek.indexOf(';'));
    }

    /** What it found that we did not know of. */
    private static List<String> lees(Path verslag) throws IOException {
        var inhoud = dienst.bean(ObjectMapper.class).readValue(Files.readString(verslag), Map.class);
        var gevonden = new ArrayList<String>();
        for (var deel : List.of("vulnerabilities", "anomalies")) {
            ((Map<?, ?>) inhoud.get(deel))
                    .forEach((soort, lijst) -> ((List<?>) lijst)
                            .forEach(een -> gevonden.add("%s: %s".formatted(soort, vondst((Map<?, ?>) een)))));
        }
        gevonden.removeIf(wat -> BEKEND.stream().anyMatch(wat::startsWith));
        return gevonden;
    }

    private static String vondst(Map<?, ?> een) {
        return "%s %s %s".formatted(een.get("info"), een.get("method"), een.get("path"));
    }
}
