package nl.respijt.boeking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A kind of thing with places that people can wait for; a bean of the feature that owns it. Its places are counted by
 * the thing itself, and a place that is offered counts as taken: nobody else can get it meanwhile.
 *
 * <p>All that happens to a line happens while its thing is held by {@link #metSlot}: that makes the order of the line.
 */
public interface Wachtbaar {
    /** The word in {@code wachtplek.ding}. */
    String ding();

    /** Where the page is of what comes of waiting; the key follows. */
    String pad();

    /** Where one asks to stand in line for this one. */
    String vraagPad(UUID id);

    /** The thing, held until the transaction ends; empty when there is none of that id. */
    Optional<Ruimte> metSlot(Handle handle, UUID id);

    /** Whether one of these people, or who gave this number, has what others wait for. */
    boolean isErAl(Handle handle, UUID id, List<UUID> mensen, Optional<String> telefoon);

    /** Takes places that {@link #metSlot} saw free. */
    void neem(Handle handle, UUID id, int personen, Instant nu);

    /** Gives places back, to nobody yet. */
    void geefTerug(Handle handle, UUID id, int personen, Instant nu);

    /** Turns the places that were kept into what was waited for, under the id of the wachtplek. */
    Toelating laatToe(Handle handle, Wachtplek plek, Instant nu);

    /**
     * How many places are free, whether one can still get in, and when it begins, for what begins at a time.
     *
     * @param open false when it lapsed, ended or has begun: then nobody is served any more
     */
    record Ruimte(int vrij, boolean open, Optional<Instant> begint) {}

    /** What can come of getting in. */
    sealed interface Toelating {
        record Toegelaten() implements Toelating {}

        /** This person is somewhere else at that time, or in already. */
        record Bezet() implements Toelating {}
    }
}
