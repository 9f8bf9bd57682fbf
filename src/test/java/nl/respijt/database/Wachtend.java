package nl.respijt.database;

import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;

/** Two transactions that meet, and which of them waits. */
public final class Wachtend {
    private Wachtend() {}

    /** Returns when {@code ander} waits for something that this transaction holds, or did not need to and is done. */
    public static void opDeze(Handle handle, Future<?> ander) {
        var vraag =
                "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))";
        while (!ander.isDone()
                && !handle.createQuery(vraag).mapTo(Boolean.class).one()) {
            Thread.onSpinWait();
        }
    }
}
