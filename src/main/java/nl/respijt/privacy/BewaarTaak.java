package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import nl.respijt.tijd.Taak;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every night: what was kept long enough goes. */
@Singleton
final class BewaarTaak implements Taak {
    private static final Logger LOG = LoggerFactory.getLogger(BewaarTaak.class);

    private final Bewaartermijnen bewaartermijnen;

    BewaarTaak(Bewaartermijnen bewaartermijnen) {
        this.bewaartermijnen = bewaartermijnen;
    }

    @Override
    public String naam() {
        return "bewaartermijnen";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(3, 0);
    }

    @Override
    public void voerUit() {
        for (var regel : bewaartermijnen.pasToe()) {
            if (regel.aantal() > 0) {
                LOG.info("kept long enough: {} rows of {} before {}", regel.aantal(), regel.tabel(), regel.grens());
            }
        }
    }
}
