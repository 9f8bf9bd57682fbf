package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.util.UUID;
import nl.respijt.database.Transacties;

/** Who visits, for a provider. */
@Singleton
public final class Medewerkers {
    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;

    Medewerkers(Transacties transacties, MedewerkerRepository medewerkers) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
    }

    /** What a carer hears of who comes. */
    public String voornaam(UUID id) {
        return transacties
                .lees(handle -> medewerkers.find(handle, id))
                .map(Medewerker::voornaam)
                .orElseThrow(() -> new IllegalStateException("nobody " + id));
    }
}
