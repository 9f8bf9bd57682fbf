package nl.respijt.bericht;

import java.util.Optional;
import java.util.Set;

/** Words the messages of one feature; a bean of that feature. Called when a message is sent or shown, and only reads. */
public interface BerichtMaker {
    /** The kinds it words; no two makers share one. */
    Set<String> soorten();

    /** Those of them that cannot wait: on top of the call list, whoever waits longer. */
    default Set<String> dringend() {
        return Set.of();
    }

    /** Empty when there is nothing left to tell: the thing has moved on since, was cancelled, or is gone. */
    Optional<Brief> maak(Bericht bericht);
}
