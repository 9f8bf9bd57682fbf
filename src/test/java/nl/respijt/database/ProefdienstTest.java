package nl.respijt.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.scheduling.TaskExecutors;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import nl.respijt.instellingen.Instellingen;
import org.junit.jupiter.api.Test;

final class ProefdienstTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();

    @Test
    void health_tells_that_it_is_up_and_nothing_more() throws IOException, InterruptedException {
        var antwoord = get("/health");

        assertThat(antwoord.statusCode()).isEqualTo(200);
        assertThat(antwoord.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(antwoord.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void no_other_endpoint_of_the_framework_is_open() throws IOException, InterruptedException {
        for (var pad : List.of(
                "/beans", "/env", "/info", "/loggers", "/routes", "/threaddump", "/flyway", "/refresh", "/stop")) {
            assertThat(get(pad).statusCode()).as(pad).isEqualTo(404);
        }
    }

    @Test
    void blocking_work_runs_on_virtual_threads() throws Exception {
        var blokkerend = dienst.bean(ExecutorService.class, TaskExecutors.BLOCKING);

        assertThat(blokkerend.submit(() -> Thread.currentThread().isVirtual()).get())
                .isTrue();
    }

    @Test
    void each_fresh_database_is_migrated_and_alone() throws SQLException {
        try (var een = TestDatabase.vers();
                var ander = TestDatabase.vers();
                var inEen = een.verbinding();
                var inAnder = ander.verbinding()) {
            inEen.createStatement().execute("create table alleen_hier (id int)");

            assertThat(inAnder.getMetaData()
                            .getTables(null, null, "alleen_hier", null)
                            .next())
                    .isFalse();
            assertThat(inAnder.getMetaData()
                            .getTables(null, null, "flyway_schema_history", null)
                            .next())
                    .isTrue();
        }
    }

    @Test
    void settings_are_a_bean() {
        assertThat(dienst.bean(Instellingen.class).baseUrl()).isEqualTo(dienst.adres());
    }

    private HttpResponse<String> get(String pad) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(dienst.adres(pad)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
