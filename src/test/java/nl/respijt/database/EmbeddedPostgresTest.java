package nl.respijt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.respijt.instellingen.StartFout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {
    @TempDir
    private Path data;

    @BeforeEach
    void deelProgrammas() {
        TestDatabase.deelProgrammas(data);
    }

    @Test
    void what_is_committed_reaches_the_disk() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(waarde(postgres, "show fsync")).isEqualTo("on");
            assertThat(waarde(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(waarde(postgres, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void only_this_machine_gets_in_and_only_with_the_password() throws SQLException, IOException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(waarde(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(waarde(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(Files.getPosixFilePermissions(data.resolve("pgpass")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(
                            () -> DriverManager.getConnection(postgres.url("postgres"), EmbeddedPostgres.NAAM, "mis"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keeps_its_address_and_its_rows() throws SQLException {
        String adres;
        try (var postgres = EmbeddedPostgres.start(data)) {
            adres = postgres.url("postgres");
            waarde(postgres, "create table bewaard as select 7 as getal; select 1");
        }

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(postgres.url("postgres")).isEqualTo(adres);
            assertThat(waarde(postgres, "select getal from bewaard")).isEqualTo("7");
        }
    }

    @Test
    void folder_of_before_the_service_had_a_user_of_its_own_still_starts() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            waarde(postgres, "create table bewaard as select 7 as getal; drop role respijt_dienst; select 1");
        }

        try (var postgres = EmbeddedPostgres.start(data);
                var dienst = DriverManager.getConnection(
                        postgres.url("postgres"),
                        postgres.dienst().gebruiker(),
                        postgres.dienst().wachtwoord().waarde())) {
            assertThat(dienst.isValid(5)).isTrue();
            assertThat(waarde(postgres, "select getal from bewaard")).isEqualTo("7");
        }
    }

    @Test
    void second_server_on_the_same_folder_is_refused_and_the_first_goes_on() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(StartFout.class)
                    .hasMessageContaining("een andere Respijt gebruikt de map");
            assertThat(waarde(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void pid_file_that_names_another_process_of_this_machine_is_no_obstacle() throws SQLException, IOException {
        EmbeddedPostgres.start(data).close();
        var pidbestand = data.resolve("postgres/postmaster.pid");
        Files.writeString(pidbestand, ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(waarde(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void interrupted_first_start_is_begun_again() throws SQLException, IOException {
        Files.createDirectories(data.resolve("postgres.nieuw/base"));
        Files.writeString(data.resolve("postgres.nieuw/PG_VERSION"), "18");

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(waarde(postgres, "select 1")).isEqualTo("1");
        }
    }

    static String waarde(EmbeddedPostgres postgres, String vraag) throws SQLException {
        try (var verbinding = DriverManager.getConnection(
                        postgres.url("postgres"),
                        EmbeddedPostgres.NAAM,
                        postgres.wachtwoord().waarde());
                var statement = verbinding.createStatement()) {
            statement.execute(vraag);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            var rijen = statement.getResultSet();
            rijen.next();
            return rijen.getString(1);
        }
    }
}
