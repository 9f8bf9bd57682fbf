package nl.respijt.bericht;

import java.util.UUID;

/** What can come of asking for a failed mail to be tried again. */
public sealed interface OpnieuwResultaat {
    /** It goes at once, with all its attempts before it. */
    record Wacht() implements OpnieuwResultaat {}

    /** It waits already, has arrived since, or has nothing left to tell. */
    record NietMislukt() implements OpnieuwResultaat {}

    record Onbekend(UUID id) implements OpnieuwResultaat {}
}
