package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Reeksen;
import org.jdbi.v3.core.Handle;

/** Holds an intake together with whose it is, for words that are written with it. */
@Singleton
final class Aanmeldingslot {
    private final AanmeldingRepository aanmeldingen;
    private final Reeksen personen;

    Aanmeldingslot(AanmeldingRepository aanmeldingen, Reeksen personen) {
        this.aanmeldingen = aanmeldingen;
        this.personen = personen;
    }

    /** To the commit; the person first, as whoever is forgetting them does, and nothing of who was forgotten. */
    Optional<Verblijfsaanmelding> neem(Handle handle, UUID id) {
        var gevonden = aanmeldingen.find(handle, id);
        gevonden.ifPresent(aanmelding -> personen.houd(handle, aanmelding.mantelzorger()));
        return gevonden.flatMap(_ -> aanmeldingen.metSlot(handle, id));
    }
}
