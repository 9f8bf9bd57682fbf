package nl.respijt.kluis;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import nl.respijt.tijd.Taak;

/** After a new line came on top of the key file: the night after, the older ones are no longer needed for our data. */
@Singleton
final class HerverpakTaak implements Taak {
    private final Kluis kluis;

    HerverpakTaak(Kluis kluis) {
        this.kluis = kluis;
    }

    @Override
    public String naam() {
        return "herverpak-sleutels";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(3, 30);
    }

    @Override
    public void voerUit() {
        kluis.herverpak();
    }
}
