package nl.respijt.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import nl.respijt.instellingen.Geheim;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Databank;
import nl.respijt.instellingen.StartFout;

/** A PostgreSQL that answers and is new enough. Closing it stops the embedded server and leaves a real one alone. */
public final class Database implements AutoCloseable {
    private static final int OUDSTE_VERSIE = 15;

    private final String url;
    private final String gebruiker;
    private final Geheim wachtwoord;
    private final Runnable stop;

    private Database(String url, String gebruiker, Geheim wachtwoord, Runnable stop) {
        this.url = url;
        this.gebruiker = gebruiker;
        this.wachtwoord = wachtwoord;
        this.stop = stop;
    }

    /** @throws StartFout when there is no database to work with */
    public static Database open(Instellingen instellingen) {
        return instellingen.databank().map(Database::server).orElseGet(() -> ingebouwd(instellingen.data()));
    }

    private static Database server(Databank databank) {
        var database = new Database(databank.url(), databank.gebruiker(), databank.wachtwoord(), () -> {});
        database.controleer();
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
        return new Database(postgres.url(naam), EmbeddedPostgres.NAAM, postgres.wachtwoord(), stop);
    }

    /** What the pool needs to know to connect. */
    public Map<String, Object> eigenschappen() {
        return Map.of(
                "datasources.default.url", url,
                "datasources.default.username", gebruiker,
                "datasources.default.password", wachtwoord.waarde());
    }

    private void controleer() {
        try (var verbinding = DriverManager.getConnection(url, gebruiker, wachtwoord.waarde())) {
            var versie = verbinding.getMetaData().getDatabaseMajorVersion();
            if (versie < OUDSTE_VERSIE) {
                throw new StartFout("de database is PostgreSQL %d; Respijt heeft PostgreSQL %d of nieuwer nodig"
                        .formatted(versie, OUDSTE_VERSIE));
            }
        } catch (SQLException e) {
            throw new StartFout(uitleg(e), e);
        }
    }

    private static String uitleg(SQLException fout) {
        return switch (String.valueOf(fout.getSQLState())) {
            case "28P01", "28000" ->
                "de database weigert deze gebruiker of dit wachtwoord; kijk RESPIJT_DB_USER en "
                        + "RESPIJT_DB_PASSWORD na";
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
