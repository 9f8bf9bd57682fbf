package nl.respijt.bericht;

import java.util.List;
import java.util.Optional;

/**
 * A mail that arrived, as far as anybody here looks at it: none of its words.
 *
 * @param kenmerk the same for the same mail in the mailbox, however often it is read
 * @param van bare addresses; whoever sends a mail writes them as they like
 * @param aan the addresses it was sent to, and those it was delivered to
 * @param kalender the first calendar in it; of one that is very big only the begin
 */
@SuppressWarnings("ArrayRecordComponent") // lives from reading to deciding; nobody compares or keeps it
public record InkomendeMail(
        String kenmerk, List<String> van, List<String> aan, Herkomst herkomst, Optional<byte[]> kalender) {
    public InkomendeMail {
        van = List.copyOf(van);
        aan = List.copyOf(aan);
    }

    /** Whether somebody sent it. */
    public enum Herkomst {
        MENS,

        /** A program, of its own accord or because somebody pressed a button in it: Google sends answers so. */
        PROGRAMMA,

        /** A program, in answer to our mail: an absence, or a mail that could not be delivered. */
        AUTOMATISCH_ANTWOORD
    }
}
