package nl.respijt.bericht;

import java.time.Instant;
import java.util.UUID;

/** What can come of saying that somebody was called. */
public sealed interface BelResultaat {
    record Gebeld() implements BelResultaat {}

    /** A colleague was first, or the button was pressed twice. */
    record AlGebeld(String wie, Instant op) implements BelResultaat {}

    /** There was nothing left to tell. */
    record Vervallen() implements BelResultaat {}

    record Onbekend(UUID id) implements BelResultaat {}
}
