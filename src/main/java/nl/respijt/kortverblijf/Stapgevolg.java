package nl.respijt.kortverblijf;

import java.time.Instant;
import java.util.UUID;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import org.jdbi.v3.core.Handle;

/** Somebody else who follows how far an intake is; a bean of whoever tells them. */
public interface Stapgevolg {
    /**
     * It is this far, perhaps as it was already. In the transaction of the step, which holds the intake: writes and asks
     * nobody else.
     */
    void na(Handle handle, UUID aanmelding, Status stap, Instant op);
}
