package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Taak;

/** Forgets the answers that are no longer to be repeated. */
@Singleton
final class VergeetTaak implements Taak {
    private final Transacties transacties;
    private final IdempotentieRepository antwoorden;
    private final Klok klok;

    VergeetTaak(Transacties transacties, IdempotentieRepository antwoorden, Klok klok) {
        this.transacties = transacties;
        this.antwoorden = antwoorden;
        this.klok = klok;
    }

    @Override
    public String naam() {
        return "vergeet-antwoorden";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(4, 0);
    }

    @Override
    public void voerUit() {
        transacties.schrijf(handle -> antwoorden.wisVerlopen(handle, klok.instant()));
    }
}
