package nl.respijt.bericht;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The outbox: what is placed here in a transaction is told if, and only if, that transaction holds. */
@Singleton
public final class Postvak {
    private final BerichtRepository berichten;
    private final Wekker wekker;

    Postvak(BerichtRepository berichten, Wekker wekker) {
        this.berichten = berichten;
        this.wekker = wekker;
    }

    /** Writes in the caller's transaction, and lets the worker know when that commits. */
    public void plaats(Handle handle, List<NieuwBericht> nieuwe, Instant nu) {
        if (nieuwe.isEmpty()) {
            return;
        }
        berichten.insert(handle, nieuwe, nu);
        if (handle.isInTransaction()) {
            handle.afterCommit(wekker::wek);
        } else {
            wekker.wek();
        }
    }

    /** Messages of this kind that are done with since before {@code voor} need not be kept any longer. */
    public void vergeet(Handle handle, String soort, Instant voor) {
        berichten.wisAfgehandelde(handle, soort, voor);
    }
}
