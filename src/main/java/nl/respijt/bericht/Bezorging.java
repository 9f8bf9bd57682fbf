package nl.respijt.bericht;

/** What came of handing a message over. Reasons are short and hold no address: they are kept with the message. */
public sealed interface Bezorging {
    record Bezorgd() implements Bezorging {}

    /** Not now; asking again may help. */
    record Later(String reden) implements Bezorging {}

    /** Refused for good. */
    record Nooit(String reden) implements Bezorging {}
}
