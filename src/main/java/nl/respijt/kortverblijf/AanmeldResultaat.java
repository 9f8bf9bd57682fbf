package nl.respijt.kortverblijf;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** What can come of sending an intake. */
public sealed interface AanmeldResultaat {
    /** What is kept of the answer beside its key: nothing of care. */
    @Serdeable
    record Antwoord(UUID id, String code, String status) {}

    record Aangemeld(Antwoord antwoord) implements AanmeldResultaat {}

    /** They have so many open that we never saw that the contact is theirs. */
    record TeVeelOpen() implements AanmeldResultaat {}

    /** The key was used for another intake. */
    record AndereInhoud() implements AanmeldResultaat {}

    record NogBezig() implements AanmeldResultaat {}
}
