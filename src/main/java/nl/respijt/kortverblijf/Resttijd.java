package nl.respijt.kortverblijf;

import java.time.Duration;
import java.time.Instant;
import nl.respijt.web.Teksten;

/** How long is left, in words: who has to answer thinks in days and hours and not in dates. */
public final class Resttijd {
    private Resttijd() {}

    public static String tot(Instant einde, Instant nu, Teksten t) {
        var over = Duration.between(nu, einde);
        if (over.compareTo(Duration.ofMinutes(1)) < 0) {
            return t.van("resttijd.voorbij");
        }
        if (over.toHours() < 1) {
            return t.van("resttijd.minuten", over.toMinutes());
        }
        return over.toHours() < 48 ? t.van("resttijd.uren", over.toHours()) : t.van("resttijd.dagen", over.toDays());
    }
}
