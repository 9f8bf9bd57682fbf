package nl.respijt.boeking;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What else changes when a moment does (the diensten on it, …); in the same transaction. */
public interface MomentGevolg {
    void bijVervallen(Handle handle, Moment moment, String reden, String door, Instant nu);

    void bijVerplaatsen(Handle handle, Moment was, Moment wordt, String door, Instant nu);
}
