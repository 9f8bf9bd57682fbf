package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.List;

/** What can come of a house that keeps a bed to itself for some nights. */
public sealed interface BlokkeerResultaat {
    /** Nights that were blocked already are so still, for the reason given last. */
    record Geblokkeerd() implements BlokkeerResultaat {}

    /** Nothing is blocked: somebody has the bed, or it is kept for them, on these nights. */
    record HeeftGast(List<LocalDate> nachten) implements BlokkeerResultaat {}

    /** Somebody was busy with the bed for too long; nothing is blocked. */
    record Bezig() implements BlokkeerResultaat {}

    /** The house has no such bed. */
    record Onbekend() implements BlokkeerResultaat {}
}
