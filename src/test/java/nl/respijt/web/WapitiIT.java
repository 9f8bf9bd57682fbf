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
                "wapiti",
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

    /** All kinds under which it found something. */
    private static List<String> lees(Path verslag) throws IOException {
        var inhoud = dienst.bean(ObjectMapper.class).readValue(Files.readString(verslag), Map.class);
        var gevonden = new ArrayList<String>();
        for (var deel : List.of("vulnerabilities", "anomalies")) {
            ((Map<?, ?>) inhoud.get(deel)).forEach((soort, lijst) -> {
                if (!((List<?>) lijst).isEmpty()) {
                    gevonden.add(soort + ": " + lijst);
                }
            });
        }
        return gevonden;
    }
}
