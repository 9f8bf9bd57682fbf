package nl.respijt.rooster;

/** What can come of a gastheer who cannot; doing it twice is the same as once. */
public sealed interface AfmeldResultaat {
    /** Nobody waits for this gastheer any more; the dienst may have been over before. */
    record Afgemeld(Dienst dienst) implements AfmeldResultaat {}

    /** It has begun: that is for the telephone. */
    record TeLaat(Dienst dienst) implements AfmeldResultaat {}

    record Onbekend() implements AfmeldResultaat {}
}
