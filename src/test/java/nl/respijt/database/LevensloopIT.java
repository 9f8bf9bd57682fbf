package nl.respijt.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, being killed and being refused, with real processes. */
final class LevensloopIT {
    private static final int VERKEERD_INGESTELD = 2;
    private static final Duration GEDULD = Duration.ofSeconds(5);

    @TempDir
    private Path data;

    private int poort;

    @BeforeEach
    void kiesPoort() throws IOException {
        TestDatabase.deelProgrammas(data);
        try (var socket = new ServerSocket(0)) {
            poort = socket.getLocalPort();
        }
    }

    @Test
    void second_start_finds_what_the_first_one_kept() throws Exception {
        try (var eerste = Respijtproces.start(data, poort).wachtTotHetDraait()) {
            bewaar(eerste, "van de eerste keer");
        }

        try (var tweede = Respijtproces.start(data, poort).wachtTotHetDraait()) {
            assertThat(bewaard(tweede)).isEqualTo("van de eerste keer");
            assertThat(gezond()).isTrue();
        }
    }

    @Test
    void prints_where_it_answers_and_nothing_else() throws Exception {
        try (var dienst = Respijtproces.start(data, poort).wachtTotHetDraait()) {
            assertThat(gezond()).isTrue();
            dienst.stop();

            assertThat(dienst.uitvoer().lines().filter(regel -> !regel.contains(" toegangslog ")))
                    .containsExactly(
                            "Respijt draait: http://localhost:" + poort,
                            "Demo: http://localhost:%d/demo".formatted(poort));
        }
    }

    @Test
    void stopping_it_stops_its_database() throws Exception {
        try (var dienst = Respijtproces.start(data, poort).wachtTotHetDraait()) {
            var database = databaseproces();

            dienst.stop();

            assertThat(database.onExit()).succeedsWithin(GEDULD);
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void after_a_kill_the_next_start_has_every_committed_row() throws Exception {
        var gedood = Respijtproces.start(data, poort).wachtTotHetDraait();
        bewaar(gedood, "vlak voor het einde");
        var wees = databaseproces();
        gedood.dood();
        assertThat(wees.isAlive()).as("the database outlives the service").isTrue();

        try (var dienst = Respijtproces.start(data, poort).wachtTotHetDraait()) {
            assertThat(bewaard(dienst)).isEqualTo("vlak voor het einde");
            assertThat(databaseproces().pid()).isNotEqualTo(wees.pid());
            assertThat(wees.onExit()).succeedsWithin(GEDULD);
        }
    }

    @Test
    void after_a_kill_of_service_and_database_nothing_is_lost_either() throws Exception {
        var gedood = Respijtproces.start(data, poort).wachtTotHetDraait();
        bewaar(gedood, "stroom uit");
        var database = databaseproces();
        gedood.dood();
        database.destroyForcibly();
        database.onExit().get();

        try (var dienst = Respijtproces.start(data, poort).wachtTotHetDraait()) {
            assertThat(bewaard(dienst)).isEqualTo("stroom uit");
        }
    }

    @Test
    void second_service_on_the_same_folder_is_refused() throws Exception {
        try (var eerste = Respijtproces.start(data, poort).wachtTotHetDraait();
                var tweede = Respijtproces.start(data, anderePoort())) {
            geweigerd(tweede, "een andere Respijt gebruikt de map");

            bewaar(eerste, "ongestoord");
            assertThat(bewaard(eerste)).isEqualTo("ongestoord");
        }
    }

    @Test
    void port_in_use_is_refused() throws Exception {
        try (var bezet = new ServerSocket(poort);
                var dienst = Respijtproces.start(data, bezet.getLocalPort())) {
            geweigerd(dienst, "poort %d is al in gebruik".formatted(poort));
        }
    }

    @Test
    void folder_without_version_is_refused_and_left() throws Exception {
        beschadig("PG_VERSION", null);

        weigertEnLaatStaan("PG_VERSION is er niet");
    }

    @Test
    void folder_of_another_version_is_refused_and_left() throws Exception {
        beschadig("PG_VERSION", "14\n");

        weigertEnLaatStaan("PG_VERSION zegt '14'");
    }

    @Test
    void damaged_control_file_is_refused_and_left() throws Exception {
        beschadig("global/pg_control", "rommel");

        weigertEnLaatStaan("de ingebouwde database start niet");
    }

    @Test
    void folder_that_cannot_be_is_refused() throws Exception {
        var bestand = Files.writeString(data.resolve("bestand"), "geen map");

        try (var dienst = Respijtproces.start(bestand, poort)) {
            geweigerd(dienst, "kan Respijt niet schrijven");
        }
    }

    @Test
    void server_that_does_not_answer_is_refused() throws Exception {
        var omgeving = Map.of("RESPIJT_DB_URL", "jdbc:postgresql://localhost:%d/respijt".formatted(anderePoort()));

        try (var dienst = Respijtproces.start(data, poort, omgeving)) {
            geweigerd(dienst, "RESPIJT_DB_URL");
        }
    }

    @Test
    void wrong_password_and_missing_database_are_refused() throws Exception {
        try (var server = TestDatabase.leeg()) {
            var url = server.omgeving().get("RESPIJT_DB_URL");
            var wachtwoord = server.omgeving().get("RESPIJT_DB_PASSWORD");
            var verkeerd = Map.of("RESPIJT_DB_URL", url, "RESPIJT_DB_PASSWORD", "mis");
            var ontbreekt = Map.of("RESPIJT_DB_URL", url + "_weg", "RESPIJT_DB_PASSWORD", wachtwoord);

            try (var dienst = Respijtproces.start(data, poort, verkeerd)) {
                geweigerd(dienst, "RESPIJT_DB_PASSWORD");
            }
            try (var dienst = Respijtproces.start(data, poort, ontbreekt)) {
                geweigerd(dienst, "bestaat niet op de server");
            }
        }
    }

    @Test
    void runs_on_a_server_of_the_operator_and_leaves_it_running() throws Exception {
        try (var server = TestDatabase.leeg()) {
            try (var dienst = Respijtproces.start(data, poort, server.omgeving())) {
                dienst.wachtTotHetDraait();
                assertThat(data.resolve("postgres")).doesNotExist();
            }
            try (var verbinding = server.verbinding()) {
                assertThat(verbinding.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void on_a_server_with_an_owner_the_service_owns_nothing() throws Exception {
        try (var server = TestDatabase.leeg()) {
            try (var dienst = Respijtproces.start(data, poort, server.omgevingMetEigenaar())) {
                dienst.wachtTotHetDraait();
                assertThat(gezond()).isTrue();
            }
            try (var verbinding = server.verbinding();
                    var vraag = verbinding.createStatement();
                    var rijen = vraag.executeQuery(
                            "select distinct tableowner from pg_tables where schemaname = 'public'")) {
                rijen.next();
                assertThat(rijen.getString(1)).isEqualTo(EmbeddedPostgres.NAAM);
                assertThat(rijen.next()).isFalse();
            }
            assertThat(controleerInzage(server.omgevingMetEigenaar()))
                    .isEqualTo(new Controle(0, "inzage: heel, 0 regels in 0 dagen"));
        }
    }

    @Test
    void who_saw_what_can_be_checked_beside_it_and_when_it_is_stopped() throws Exception {
        try (var dienst = Respijtproces.start(data, poort).wachtTotHetDraait();
                var verbinding = dienst.verbinding();
                var opdracht = verbinding.createStatement()) {
            assertThat(controleerInzage(Map.of())).isEqualTo(new Controle(0, "inzage: heel, 0 regels in 0 dagen"));

            opdracht.execute("""
                    insert into inzage (dag, nummer, op, gebeurtenis, actor, naam, rol, organisatie, betrokkene, object,
                                        handeling, grond, verzoek, vorige, hash)
                    values ('2027-03-01', 1, now(), 'gelezen', 'a', 'A', 'makelaar', 'K', gen_random_uuid(), 'afspraak',
                            'X', 'eigen-werk', gen_random_uuid(), '', '')
                    """);
            assertThat(gezond()).isTrue();
            var gebroken = new Controle(1, "inzage: NIET heel, de hele dag van 2027-03-01 is niet bekend");
            assertThat(controleerInzage(Map.of())).isEqualTo(gebroken);

            dienst.stop();
            assertThat(controleerInzage(Map.of())).isEqualTo(gebroken);
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    /** What infra/controleer-inzage answered. */
    private record Controle(int code, String uitvoer) {}

    private Controle controleerInzage(Map<String, String> omgeving) throws IOException, InterruptedException {
        var bouwer = new ProcessBuilder("infra/controleer-inzage", "--data", data.toString()).redirectErrorStream(true);
        bouwer.environment().keySet().removeIf(naam -> naam.startsWith("RESPIJT_"));
        bouwer.environment().putAll(omgeving);
        var proces = bouwer.start();
        var uitvoer = new String(proces.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Controle(proces.waitFor(), uitvoer.strip());
    }

    @Test
    void production_without_its_settings_is_refused() throws Exception {
        try (var dienst = Respijtproces.start(data, poort, Map.of(), "--productie")) {
            geweigerd(dienst, "RESPIJT_SMTP_HOST");
        }
    }

    private static void geweigerd(Respijtproces dienst, String reden) throws IOException, InterruptedException {
        assertThat(dienst.einde()).as(dienst.uitvoer()).isEqualTo(VERKEERD_INGESTELD);
        assertThat(dienst.uitvoer().lines())
                .singleElement()
                .asString()
                .startsWith("Respijt start niet: ")
                .contains(reden);
    }

    private void weigertEnLaatStaan(String reden) throws IOException, InterruptedException {
        var voor = vingerafdrukken();

        try (var dienst = Respijtproces.start(data, poort)) {
            geweigerd(dienst, reden);
        }

        var na = vingerafdrukken();
        assertThat(na.keySet()).isEqualTo(voor.keySet());
        assertThat(na.entrySet().stream().filter(deel -> !deel.getValue().equals(voor.get(deel.getKey()))))
                .isEmpty();
    }

    private void beschadig(String bestand, @Nullable String inhoud) throws IOException {
        EmbeddedPostgres.start(data).close();
        var pad = data.resolve("postgres").resolve(bestand);
        Files.delete(pad);
        if (inhoud != null) {
            Files.writeString(pad, inhoud);
        }
    }

    /** Of every file in the database's folder, but those a server writes at each try. */
    private Map<String, Integer> vingerafdrukken() throws IOException {
        var uit = new TreeMap<String, Integer>();
        try (var paden = Files.walk(data.resolve("postgres"))) {
            for (var pad : paden.filter(Files::isRegularFile).toList()) {
                if (!pad.getFileName().toString().startsWith("postmaster.")) {
                    uit.put(pad.toString(), Arrays.hashCode(Files.readAllBytes(pad)));
                }
            }
        }
        return uit;
    }

    private static void bewaar(Respijtproces dienst, String tekst) throws IOException, SQLException {
        try (var verbinding = dienst.verbinding();
                var opdracht = verbinding.createStatement()) {
            opdracht.execute("create table bewaard as select '%s' as tekst".formatted(tekst));
        }
    }

    private static String bewaard(Respijtproces dienst) throws IOException, SQLException {
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.createStatement();
                var rijen = vraag.executeQuery("select tekst from bewaard")) {
            rijen.next();
            return rijen.getString(1);
        }
    }

    private ProcessHandle databaseproces() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private boolean gezond() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var vraag = HttpRequest.newBuilder(URI.create("http://localhost:%d/health".formatted(poort)))
                    .build();
            return http.send(vraag, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        }
    }

    private static int anderePoort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
