package nl.respijt.bericht;

import java.util.Optional;

/**
 * A system of others that is told of what happens here, by the outbox as people are; a bean of the feature that tells.
 * Called with no transaction open, and again after a crash: telling twice has to come to the same as once.
 */
public interface Koppeling {
    /** Whose messages it takes; no two take those of one. */
    Kanaal kanaal();

    /** Empty when there is nothing left to tell. A reason begins with a word of {@link Hapering}. */
    Optional<Bezorging> bezorg(Bericht bericht);
}
