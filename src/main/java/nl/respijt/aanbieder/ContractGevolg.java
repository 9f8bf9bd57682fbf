package nl.respijt.aanbieder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What else follows when a contract gets another end, in the transaction that records it and while the aanbieder's row is
 * held, so that nobody publishes meanwhile. It may run more than once and changes nothing but the database.
 */
public interface ContractGevolg {
    /** @param tot the last day from now on; earlier or later than it was */
    void bijNieuwEinde(Handle handle, UUID aanbieder, Contractdienst dienst, LocalDate tot, String door, Instant nu);
}
