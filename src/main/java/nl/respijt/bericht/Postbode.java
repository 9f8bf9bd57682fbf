package nl.respijt.bericht;

/** Takes a mail to where it goes. Reasons are short and hold no address: they are kept with the message. */
interface Postbode {
    Bezorging bezorg(Mail mail);

    /** What came of handing over a mail. */
    sealed interface Bezorging {
        record Bezorgd() implements Bezorging {}

        /** Not now; asking again may help. */
        record Later(String reden) implements Bezorging {}

        /** Refused for good. */
        record Nooit(String reden) implements Bezorging {}
    }
}
