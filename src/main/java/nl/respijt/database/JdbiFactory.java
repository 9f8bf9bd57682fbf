package nl.respijt.database;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

@Factory
final class JdbiFactory {
    @Singleton
    Jdbi jdbi(DataSource bron) {
        return Jdbi.create(bron).installPlugin(new PostgresPlugin());
    }
}
