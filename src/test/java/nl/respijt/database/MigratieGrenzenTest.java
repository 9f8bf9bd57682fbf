package nl.respijt.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The limit on statements is for who waits for a page, not for a migration of a large table. */
final class MigratieGrenzenTest {
    @Test
    void a_migration_may_take_its_time_but_waits_no_longer_for_a_lock() throws SQLException {
        try (var database = TestDatabase.leeg()) {
            Flyway.configure()
                    .dataSource(metGrenzen(database))
                    .locations("classpath:db/migration", "classpath:db/proef")
                    .load()
                    .migrate();

            try (var verbinding = database.verbinding()) {
                assertThat(een(verbinding, "select opdracht from proef_grenzen"))
                        .isEqualTo("0");
                assertThat(een(verbinding, "select slot from proef_grenzen")).isEqualTo("10s");
            }
        }
    }

    @Test
    void a_connection_that_did_a_migration_has_its_limit_again() throws SQLException {
        try (var verbinding = Proefdienst.gedeeld().bean(DataSource.class).getConnection()) {
            assertThat(een(verbinding, "show statement_timeout")).isEqualTo("1min");
        }
    }

    private static DataSource metGrenzen(TestDatabase database) {
        var omgeving = database.omgeving();
        var bron = new PGSimpleDataSource();
        bron.setUrl(omgeving.get("RESPIJT_DB_URL"));
        bron.setUser(omgeving.get("RESPIJT_DB_USER"));
        bron.setPassword(omgeving.get("RESPIJT_DB_PASSWORD"));
        bron.setOptions("-c lock_timeout=10s -c statement_timeout=60s");
        return bron;
    }

    private static String een(Connection verbinding, String vraag) throws SQLException {
        try (var statement = verbinding.createStatement();
                var rijen = statement.executeQuery(vraag)) {
            assertThat(rijen.next()).isTrue();
            return rijen.getString(1);
        }
    }
}
