package nl.respijt.bericht;

import java.io.Serial;

/** A message that no second attempt will make deliverable. Its reason holds no address. */
final class OnbestelbaarException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Hapering hapering;

    OnbestelbaarException(Hapering hapering) {
        super(hapering.woord());
        this.hapering = hapering;
    }

    String reden() {
        return hapering.woord();
    }
}
