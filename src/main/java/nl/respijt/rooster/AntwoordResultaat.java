package nl.respijt.rooster;

/** What can come of a gastheer who says to come; saying it twice is the same as once. */
public sealed interface AntwoordResultaat {
    record Bevestigd(Dienst dienst) implements AntwoordResultaat {}

    /** It is otherwise than it was when it was answered. */
    record Veranderd(Dienst dienst) implements AntwoordResultaat {}

    /** Cancelled, handed over, or given back by this gastheer. */
    record NietMeer(Dienst dienst) implements AntwoordResultaat {}

    record TeLaat(Dienst dienst) implements AntwoordResultaat {}

    record Onbekend() implements AntwoordResultaat {}
}
