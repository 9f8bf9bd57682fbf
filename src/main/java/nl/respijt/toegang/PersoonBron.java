package nl.respijt.toegang;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Knows people by their e-mail address; a bean of each feature that does. Works in the caller's transaction. */
public interface PersoonBron {
    /** Whoever may sign in with this address, which is normalised. */
    List<Persoon> metEmail(Handle handle, String email);

    /** Somebody has shown to read what is sent to this address. */
    default void bewezen(Handle handle, String email, Instant op) {}
}
