package nl.respijt.rooster;

/** What can come of asking another to swap, and of the answer. */
public sealed interface RuilAntwoord {
    /** The other is asked. */
    record Gevraagd() implements RuilAntwoord {}

    /** Each has the other's dienst. */
    record Geruild() implements RuilAntwoord {}

    /** Everything stays as it is. */
    record Afgewezen() implements RuilAntwoord {}

    /** One of the two has begun, is over or went elsewhere. */
    record TeLaat() implements RuilAntwoord {}

    /** It cannot be: another dienst at that time, the month's maximum, a training that ended. */
    record KanNiet(Weigering weigering) implements RuilAntwoord {}

    record Onbekend() implements RuilAntwoord {}
}
