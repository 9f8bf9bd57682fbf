package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import nl.respijt.tijd.Taak;

/** Gives what was offered and not taken in time to the next in line. */
@Singleton
final class WachtTaak implements Taak {
    private final Wachtlijst wachtlijst;

    WachtTaak(Wachtlijst wachtlijst) {
        this.wachtlijst = wachtlijst;
    }

    @Override
    public String naam() {
        return "laat-aanbod-verlopen";
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
        wachtlijst.laatVerlopen();
    }
}
