package nl.respijt.respijtthuis;

import java.time.LocalDate;
import java.util.Optional;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** When somebody is away, in words. */
public final class AfwezigheidTekst {
    private AfwezigheidTekst() {}

    /** @param laatste the last day; empty when it is not known yet */
    public static String zin(LocalDate van, Optional<LocalDate> laatste, Teksten t, Datums d) {
        if (laatste.isEmpty()) {
            return t.van("medewerker.afwezig-vanaf", d.datum(van));
        }
        return laatste.get().equals(van)
                ? t.van("medewerker.afwezig-dag", d.datum(van))
                : t.van("medewerker.afwezig", d.datum(van), d.datum(laatste.get()));
    }
}
