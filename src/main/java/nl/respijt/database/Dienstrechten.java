package nl.respijt.database;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.flyway.FlywayConfigurationProperties;
import io.micronaut.flyway.event.MigrationFinishedEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.respijt.instellingen.Instellingen.Inlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After each migration: the database user of the service may read and write rows, and owns nothing; of who saw what it
 * may only add. Where one user does both, as on a server without RESPIJT_DB_EIGENAAR, that is said once, and only the
 * trigger on {@code inzage} is left.
 */
@Singleton
final class Dienstrechten implements ApplicationEventListener<MigrationFinishedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Dienstrechten.class);

    /** What the owner owns here; tables of others on the same server are none of our business. */
    private static final String GEEF = """
            do $$
            declare
                dienst text := '${dienst}';
                ding record;
            begin
                execute format('grant usage on schema %I to %I', current_schema(), dienst);
                execute format('revoke create on schema %I from %I', current_schema(), dienst);
                for ding in select oid::regclass as naam, relkind from pg_class
                            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'S')
                              and relowner = current_user::regrole loop
                    if ding.relkind = 'S' then
                        execute format('grant usage on sequence %s to %I', ding.naam, dienst);
                    else
                        execute format('grant select, insert, update, delete on %s to %I', ding.naam, dienst);
                    end if;
                end loop;
                execute format('revoke update, delete on inzage from %I', dienst);
                execute format('revoke delete on inzage_dag from %I', dienst);
                execute format('revoke insert, update, delete on flyway_schema_history from %I', dienst);
                execute format('grant execute on function inzage_vergeet(date) to %I', dienst);
            end
            $$
            """;

    private final String dienst;

    Dienstrechten(@Property(name = "datasources.default.username") String dienst) {
        this.dienst = dienst;
    }

    @Override
    public void onApplicationEvent(MigrationFinishedEvent klaar) {
        if (!(klaar.getSource() instanceof FlywayConfigurationProperties eigenaar
                && eigenaar.hasAlternativeDatabaseConfiguration())) {
            LOG.info("the service owns its tables; RESPIJT_DB_EIGENAAR gives that to another database user");
            return;
        }
        try (var verbinding =
                DriverManager.getConnection(eigenaar.getUrl(), eigenaar.getUser(), eigenaar.getPassword())) {
            geef(verbinding, dienst);
        } catch (SQLException e) {
            throw new IllegalStateException("the database user of the service did not get its rights", e);
        }
    }

    /** The user itself, on a server of our own, with this password from now on. */
    static void maakRol(Connection eigenaar, Inlog rol) throws SQLException {
        try (var opdracht = eigenaar.createStatement()) {
            opdracht.execute("""
                    do $$ begin
                        if not exists (select 1 from pg_roles where rolname = '%1$s') then create role %1$s; end if;
                    end $$;
                    alter role %1$s login nosuperuser nocreatedb nocreaterole noinherit password '%2$s'
                    """.formatted(rol.gebruiker(), rol.wachtwoord().waarde()));
        }
    }

    /** @param dienst trusted: it becomes part of a statement */
    static void geef(Connection eigenaar, String dienst) throws SQLException {
        try (var opdracht = eigenaar.createStatement()) {
            opdracht.execute(GEEF.replace("${dienst}", dienst.replace("'", "''")));
        }
    }
}
