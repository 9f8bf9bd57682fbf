package nl.respijt.instellingen;

/**
 * The service cannot start, and the operator can do something about it. The message is for the operator: in one
 * line (one for each fault of a file) what is the matter and what to do.
 */
public final class StartFout extends RuntimeException {
    public StartFout(String melding) {
        super(melding);
    }

    public StartFout(String melding, Throwable oorzaak) {
        super(melding, oorzaak);
    }
}
