package nl.respijt.respijtthuis;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Days on which somebody does not visit; why is not ours to know.
 *
 * @param tot the first day back; empty when that is not known yet
 */
public record Afwezigheid(UUID id, UUID medewerker, LocalDate van, Optional<LocalDate> tot) {
    /** Empty when it is not known yet. */
    public Optional<LocalDate> laatste() {
        return tot.map(terug -> terug.minusDays(1));
    }

    boolean geldtOp(LocalDate datum) {
        return !datum.isBefore(van)
                && tot.filter(terug -> !datum.isBefore(terug)).isEmpty();
    }
}
