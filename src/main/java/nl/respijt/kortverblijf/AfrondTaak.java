package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import nl.respijt.tijd.Taak;

/** Ends the stays of which the day of departure is over, and nobody said so. */
@Singleton
final class AfrondTaak implements Taak {
    private final Verblijven verblijven;

    AfrondTaak(Verblijven verblijven) {
        this.verblijven = verblijven;
    }

    @Override
    public String naam() {
        return "rond-verblijven-af";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(3, 40);
    }

    @Override
    public void voerUit() {
        verblijven.rondAf();
    }
}
