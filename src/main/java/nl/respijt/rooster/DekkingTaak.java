package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import nl.respijt.tijd.Taak;

/** Asks the next gastheren when the earlier ones had their time to answer. */
@Singleton
final class DekkingTaak implements Taak {
    private final DekkingService dekking;

    DekkingTaak(DekkingService dekking) {
        this.dekking = dekking;
    }

    @Override
    public String naam() {
        return "vraag-wie-kan-invallen";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(9, 0);
    }

    @Override
    public Optional<Duration> elke() {
        return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public void voerUit() {
        dekking.voerUit();
    }
}
