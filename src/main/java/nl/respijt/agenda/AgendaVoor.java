package nl.respijt.agenda;

import java.util.Optional;

/**
 * A calendar that was found but not read yet. Readers come back every few minutes and mostly nothing changed, so it
 * tells its stand in one small query and is read only when that moved. All calls may block; they are made on a thread
 * that may.
 */
public interface AgendaVoor {
    Bereik bereik();

    /** What stands before the title of a cancelled item, in the language of the reader, such as "Vervallen: ". */
    String vervallen();

    /**
     * A stamp that differs whenever the calendar does; empty once there is no such calendar any more (a host who
     * stopped). Let each row count, over the same rows as the calendar shows, as in
     *
     * <pre>{@code select count(*) || '.' || coalesce(sum(hashtextextended(id || ' ' || gewijzigd_op, 0)), 0) …}</pre>
     *
     * The largest {@code gewijzigd_op} alone is not enough: of two changes the earlier may be committed last.
     */
    Optional<String> stand();

    /** The calendar: sixty days back and all that is ahead. */
    Optional<Agenda> agenda();

    /** Called now and then, at most hourly, when it was handed out; off the path of the request. */
    default void opgehaald() {}
}
