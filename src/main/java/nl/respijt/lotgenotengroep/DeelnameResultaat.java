package nl.respijt.lotgenotengroep;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** What can come of joining a group. */
public sealed interface DeelnameResultaat {
    /** They are in, will be called first, or stand in line; asked again with the same key, this same answer comes back. */
    record Aangemeld(Antwoord antwoord) implements DeelnameResultaat {}

    /** They are in this group, or in its line, already. */
    record DoetAlMee() implements DeelnameResultaat {}

    /** It stopped, or takes nobody new. */
    record Dicht() implements DeelnameResultaat {}

    /** We do not know whose contact it is, and it is in as many groups as it may be; the makelaar can do more. */
    record TeVeelGroepen() implements DeelnameResultaat {}

    record Onbekend() implements DeelnameResultaat {}

    /** The key was used for another wish. */
    record AndereInhoud() implements DeelnameResultaat {}

    record NogBezig() implements DeelnameResultaat {}

    /** The answer as it was given; {@code plaatsInRij} is 0 for who is not in line. */
    @Serdeable
    record Antwoord(UUID id, String status, int plaatsInRij) {
        static final String WACHTLIJST = "wachtlijst";

        public boolean wacht() {
            return status.equals(WACHTLIJST);
        }
    }
}
