package nl.respijt.database;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

@Factory
final class JdbiFactory {
    @Singleton
    Jdbi jdbi(DataSource bron) {
        var jdbi = Jdbi.create(bron).installPlugin(new PostgresPlugin());
        jdbi.registerArrayType(String.class, "text");
        // What a statement was about are people's names and addresses; no error message may carry them into a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
