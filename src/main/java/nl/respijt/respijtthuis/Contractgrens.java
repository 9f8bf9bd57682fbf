package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.respijt.aanbieder.ContractGevolg;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.boeking.MomentService;
import org.jdbi.v3.core.Handle;

/**
 * Visits up to the end of the contract can be booked, those after it are under reserve. What was booked stays booked, also
 * beyond an end that moved back: nothing is dropped that nobody was told of.
 */
@Singleton
final class Contractgrens implements ContractGevolg {
    private final MedewerkerRepository medewerkers;
    private final MomentService momenten;

    Contractgrens(MedewerkerRepository medewerkers, MomentService momenten) {
        this.medewerkers = medewerkers;
        this.momenten = momenten;
    }

    @Override
    public void bijNieuwEinde(
            Handle handle, UUID aanbieder, Contractdienst dienst, LocalDate tot, String door, Instant nu) {
        if (dienst == Contractdienst.THUIS) {
            var bronnen = medewerkers.van(handle, aanbieder).stream()
                    .map(Medewerker::id)
                    .toList();
            momenten.onderVoorbehoudNa(handle, bronnen, tot);
        }
    }
}
