package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import nl.respijt.tijd.Taak;

/** Frees the beds that were offered and not chosen in time. */
@Singleton
final class VerblijfTaak implements Taak {
    private final Aanbiedingen aanbiedingen;

    VerblijfTaak(Aanbiedingen aanbiedingen) {
        this.aanbiedingen = aanbiedingen;
    }

    @Override
    public String naam() {
        return "laat-bedden-vrij";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(9, 5);
    }

    @Override
    public Optional<Duration> elke() {
        return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public void voerUit() {
        aanbiedingen.laatVerlopen();
    }
}
