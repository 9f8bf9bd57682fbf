package nl.respijt.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Databank;
import nl.respijt.instellingen.Instellingen.Inlog;
import nl.respijt.instellingen.StartFout;

/** A PostgreSQL that answers and is new enough. Closing it stops the embedded server and leaves a real one alone. */
public final class Database implements AutoCloseable {
    private static final int OUDSTE_VERSIE = 15;

    private final String url;
    private final Inlog dienst;
    private final Optional<Inlog> eigenaar;
    private final Runnable stop;

    private Database(String url, Inlog dienst, Optional<Inlog> eigenaar, Runnable stop) {
        this.url = url;
        this.dienst = dienst;
        this.eigenaar = eigenaar;
        this.stop = stop;
    }

    /** @throws StartFout when there is no database to work with */
    public static Database open(Instellingen instellingen) {
        return instellingen.databank().map(Database::server).orElseGet(() -> ingebouwd(instellingen.data()));
    }

    /** The same, beside a service that may be running: its embedded server as it is found, else started for now. */
    public static Database ernaast(Instellingen instellingen) {
        return instellingen
                .databank()
                .map(Database::server)
                .or(() -> LopendePostgres.in(instellingen.data())
                        .map(lopend -> new Database(lopend.url(), lopend.eigenaar(), Optional.empty(), () -> {})))
                .orElseGet(() -> ingebouwd(instellingen.data()));
    }

    private static Database server(Databank databank) {
        var database = new Database(databank.url(), databank.dienst(), databank.eigenaar(), () -> {});
        controleer(databank.url(), databank.dienst(), "RESPIJT_DB_USER en RESPIJT_DB_PASSWORD");
        databank.eigenaar()
                .ifPresent(eigenaar ->
                        controleer(databank.url(), eigenaar, "RESPIJT_DB_EIGENAAR en RESPIJT_DB_EIGENAAR_PASSWORD"));
        return database;
    }

    private static Database ingebouwd(Path data) {
        var postgres = EmbeddedPostgres.start(data);
        try {
            postgres.maakDatabaseAlsDieOntbreekt(EmbeddedPostgres.NAAM);
        } catch (StartFout fout) {
            postgres.close();
            throw fout;
        }
        return van(postgres, EmbeddedPostgres.NAAM, postgres::close);
    }

    static Database van(EmbeddedPostgres postgres, String naam, Runnable stop) {
        return new Database(
                postgres.url(naam),
                postgres.dienst(),
                Optional.of(new Inlog(EmbeddedPostgres.NAAM, postgres.wachtwoord())),
                stop);
    }

    /** What the pool needs to know to connect, and the migrations, which another user does where there is an owner. */
    public Map<String, Object> eigenschappen() {
        var alle = new HashMap<String, Object>(Map.of(
                "datasources.default.url", url,
                "datasources.default.username", dienst.gebruiker(),
                "datasources.default.password", dienst.wachtwoord().waarde()));
        eigenaar.ifPresent(een -> alle.putAll(Map.of(
                "flyway.datasources.default.url", url,
                "flyway.datasources.default.user", een.gebruiker(),
                "flyway.datasources.default.password", een.wachtwoord().waarde())));
        return alle;
    }

    /** A connection that sees everything, for a look beside the service. */
    public Connection verbinding() throws SQLException {
        var wie = eigenaar.orElse(dienst);
        return DriverManager.getConnection(
                url, wie.gebruiker(), wie.wachtwoord().waarde());
    }

    private static void controleer(String url, Inlog wie, String instellingen) {
        try (var verbinding = DriverManager.getConnection(
                url, wie.gebruiker(), wie.wachtwoord().waarde())) {
            var versie = verbinding.getMetaData().getDatabaseMajorVersion();
            if (versie < OUDSTE_VERSIE) {
                throw new StartFout("de database is PostgreSQL %d; Respijt heeft PostgreSQL %d of nieuwer nodig"
                        .formatted(versie, OUDSTE_VERSIE));
            }
        } catch (SQLException e) {
            throw new StartFout(uitleg(e, instellingen), e);
        }
    }

    private static String uitleg(SQLException fout, String instellingen) {
        return switch (String.valueOf(fout.getSQLState())) {
            case "28P01", "28000" ->
                "de database weigert deze gebruiker of dit wachtwoord; kijk %s na".formatted(instellingen);
            case "3D000" -> "deze database bestaat niet op de server; kijk RESPIJT_DB_URL na of maak haar aan";
            case "08001", "08004", "08006" ->
                "geen verbinding met de database; kijk RESPIJT_DB_URL na en of de server " + "aan staat";
            default -> "de database antwoordt niet goed: " + eersteRegel(fout);
        };
    }

    private static String eersteRegel(SQLException fout) {
        return String.valueOf(fout.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        stop.run();
    }
}
