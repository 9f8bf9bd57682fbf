package nl.respijt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import nl.respijt.instellingen.Geheim;
import nl.respijt.instellingen.Instellingen.Inlog;

/** An embedded server that another process runs, as its owner gets in. */
record LopendePostgres(String url, Inlog eigenaar) {
    /** The one of this folder; empty when none answers. */
    static Optional<LopendePostgres> in(Path data) {
        try {
            var velden = Files.readString(data.resolve("pgpass")).strip().split(":");
            var url = "jdbc:postgresql://%s:%s/%s".formatted(EmbeddedPostgres.HOST, velden[1], EmbeddedPostgres.NAAM);
            DriverManager.getConnection(url, EmbeddedPostgres.NAAM, velden[4]).close();
            return Optional.of(new LopendePostgres(url, new Inlog(EmbeddedPostgres.NAAM, new Geheim(velden[4]))));
        } catch (IOException | SQLException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
