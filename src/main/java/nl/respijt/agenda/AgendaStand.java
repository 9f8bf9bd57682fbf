package nl.respijt.agenda;

import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes to calendars that were committed here. A feed that was rendered at the present count, moments
 * ago, needs no look at the database.
 */
@Singleton
public final class AgendaStand {
    private final AtomicLong teller = new AtomicLong();
    private final BeanProvider<TransactionOperations<Connection>> transacties;

    public AgendaStand(BeanProvider<TransactionOperations<Connection>> transacties) {
        this.transacties = transacties;
    }

    /** Something changed that calendars show. Within a transaction it counts once that is committed, else at once. */
    public void gewijzigd() {
        var lopend = lopendeTransactie();
        if (lopend.isEmpty()) {
            teller.incrementAndGet();
        } else {
            lopend.get().registerSynchronization(new NaCommit());
        }
    }

    private Optional<? extends TransactionStatus<?>> lopendeTransactie() {
        return transacties.isPresent() ? transacties.get().findTransactionStatus() : Optional.empty();
    }

    long teller() {
        return teller.get();
    }

    private final class NaCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            teller.incrementAndGet();
        }
    }
}
