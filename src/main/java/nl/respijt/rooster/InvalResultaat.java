package nl.respijt.rooster;

import nl.respijt.boeking.Moment;

/** What can come of an answer to "can you step in?"; the everyday refusals are a {@link Weigering}. */
public sealed interface InvalResultaat {
    /** This gastheer has it. */
    record Gekregen(Moment moment) implements InvalResultaat {}

    /** No is a fine answer. */
    record Genoteerd(Moment moment) implements InvalResultaat {}

    /** Somebody else has it, or it is not needed any more. */
    record AlGeregeld(Moment moment) implements InvalResultaat {}

    /** Yes, but it cannot be: another dienst meanwhile, or the month's maximum. */
    record KanNiet(Moment moment, Weigering weigering) implements InvalResultaat {}

    record Onbekend() implements InvalResultaat {}
}
