package nl.respijt.database;

import jakarta.inject.Singleton;
import java.sql.BatchUpdateException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Runs a use case as one transaction; what only lost a collision is tried again, five times, a little later. */
@Singleton
public final class Transacties {
    private static final int POGINGEN = 5;

    private final Jdbi jdbi;

    Transacties(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All or nothing. The work may run more than once, so it changes nothing but the database. */
    public <T> T schrijf(Function<Handle, T> werk) {
        for (var poging = 1; ; poging++) {
            try {
                return jdbi.inTransaction(werk::apply);
            } catch (JdbiException fout) {
                if (poging == POGINGEN
                        || Schending.van(fout).filter(Schending::isBotsing).isEmpty()) {
                    throw zonderWaarden(fout);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L, 10_000_000L << poging));
            }
        }
    }

    /** A batch that is refused tells the values of its rows, whatever the driver is asked; the refusal in it does not. */
    private static JdbiException zonderWaarden(JdbiException fout) {
        return fout instanceof UnableToExecuteStatementException weigering
                        && weigering.getCause() instanceof BatchUpdateException groep
                        && groep.getNextException() != null
                ? new UnableToExecuteStatementException(groep.getNextException(), weigering.getStatementContext())
                : fout;
    }

    /** Reads on one connection. */
    public <T> T lees(Function<Handle, T> werk) {
        return jdbi.withHandle(werk::apply);
    }
}
