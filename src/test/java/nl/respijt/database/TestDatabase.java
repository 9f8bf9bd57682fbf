package nl.respijt.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.respijt.instellingen.StartFout;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL for tests: one server in each JVM, migrated once, and as many databases copied from that as are asked for.
 *
 * <pre>{@code
 * try (var database = TestDatabase.vers(); // migrated, empty, only ours
 *         var verbinding = database.verbinding()) { … }
 * }</pre>
 *
 * <p>{@link Proefdienst} runs the whole service on one of these. The server's folder is under {@code target}; a test run
 * that was killed leaves its server to the next, which stops it.
 */
public final class TestDatabase implements AutoCloseable {
    private static final Path MAP = Path.of("target", "proefdatabank");
    private static final String SJABLOON = "sjabloon";
    private static final AtomicInteger TELLER = new AtomicInteger();

    private final String naam;
    private final Database database;

    private TestDatabase(String naam) {
        this.naam = naam;
        database = Database.van(
                Server.POSTGRES, naam, () -> voerUit("drop database if exists %s with (force)".formatted(naam)));
    }

    /** A database of its own with every migration and no rows but theirs. */
    public static TestDatabase vers() {
        return kopie(Migraties.SJABLOON_KLAAR);
    }

    /** A database of its own without anything in it. */
    public static TestDatabase leeg() {
        return kopie("template0");
    }

    /** A database of its own with all that is in that one, which nobody uses at this moment. */
    static TestDatabase kopie(TestDatabase bron) {
        return kopie(bron.naam);
    }

    private static TestDatabase kopie(String bron) {
        var naam = "proef_" + TELLER.incrementAndGet();
        voerUit("create database %s template %s".formatted(naam, bron));
        return new TestDatabase(naam);
    }

    Database database() {
        return database;
    }

    public Connection verbinding() {
        return verbind(Server.POSTGRES, naam);
    }

    /** For a bean context that a test builds by itself. */
    public Map<String, Object> eigenschappen() {
        return database.eigenschappen();
    }

    /** The settings of who runs the service on this as on a server of their own: one user who owns the tables. */
    Map<String, String> omgeving() {
        return Map.of(
                "RESPIJT_DB_URL", Server.POSTGRES.url(naam),
                "RESPIJT_DB_USER", EmbeddedPostgres.NAAM,
                "RESPIJT_DB_PASSWORD", Server.POSTGRES.wachtwoord().waarde());
    }

    /** The same, with an owner and a user of the service that owns nothing. */
    Map<String, String> omgevingMetEigenaar() {
        var dienst = Server.POSTGRES.dienst();
        return Map.of(
                "RESPIJT_DB_URL", Server.POSTGRES.url(naam),
                "RESPIJT_DB_USER", dienst.gebruiker(),
                "RESPIJT_DB_PASSWORD", dienst.wachtwoord().waarde(),
                "RESPIJT_DB_EIGENAAR", EmbeddedPostgres.NAAM,
                "RESPIJT_DB_EIGENAAR_PASSWORD", Server.POSTGRES.wachtwoord().waarde());
    }

    @Override
    public void close() {
        database.close();
    }

    private static void voerUit(String opdracht) {
        try (var verbinding = verbind(Server.POSTGRES, "postgres");
                var statement = verbinding.createStatement()) {
            statement.execute(opdracht);
        } catch (SQLException e) {
            throw new IllegalStateException(opdracht, e);
        }
    }

    /** Migrated when the first test needs it. */
    private static final class Migraties {
        private static final String SJABLOON_KLAAR = migreer();

        private static String migreer() {
            voerUit("create database " + SJABLOON);
            Flyway.configure()
                    .dataSource(
                            Server.POSTGRES.url(SJABLOON),
                            EmbeddedPostgres.NAAM,
                            Server.POSTGRES.wachtwoord().waarde())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (var eigenaar = verbind(Server.POSTGRES, SJABLOON)) {
                Dienstrechten.geef(eigenaar, EmbeddedPostgres.DIENST);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SJABLOON;
        }
    }

    /** Lets a data folder use the programs that are unpacked already: that takes longer than a whole test. */
    public static void deelProgrammas(Path data) {
        var verwijzing = data.resolve("postgres-programmas");
        try {
            var programmas = Files.createDirectories(MAP.resolve("programmas")).toRealPath();
            Files.createDirectories(data);
            if (Files.notExists(verwijzing)) {
                Files.createSymbolicLink(verwijzing, programmas);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server of this JVM, in the first folder that no other test run holds. */
    private static final class Server {
        private static final int MAPPEN = 8;
        private static final List<String> SNEL_EN_VERGANKELIJK =
                List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            var fouten = new IllegalStateException("no database server for the tests");
            for (var nummer = 0; nummer < MAPPEN; nummer++) {
                try {
                    var map = MAP.resolve(String.valueOf(nummer));
                    deelProgrammas(map);
                    var postgres = EmbeddedPostgres.start(map, SNEL_EN_VERGANKELIJK);
                    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-proefdatabank"));
                    wisEerdere(postgres);
                    return postgres;
                } catch (StartFout inGebruik) {
                    fouten.addSuppressed(inGebruik);
                }
            }
            throw fouten;
        }

        private static void wisEerdere(EmbeddedPostgres postgres) {
            try (var verbinding = verbind(postgres, "postgres");
                    var vraag = verbinding.createStatement();
                    var opdracht = verbinding.createStatement()) {
                var rijen = vraag.executeQuery(
                        "select datname from pg_database where datname like 'proef%' or datname = 'sjabloon'");
                while (rijen.next()) {
                    opdracht.execute("drop database %s with (force)".formatted(rijen.getString(1)));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("could not remove databases of an earlier run", e);
            }
        }
    }

    private static Connection verbind(EmbeddedPostgres postgres, String naam) {
        try {
            return DriverManager.getConnection(
                    postgres.url(naam),
                    EmbeddedPostgres.NAAM,
                    postgres.wachtwoord().waarde());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to " + naam, e);
        }
    }
}
