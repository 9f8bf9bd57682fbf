package nl.respijt.respijtthuis;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which somebody does not visit; {@code tot} is the first day back. */
public record Afwezigheid(UUID id, UUID medewerker, LocalDate van, LocalDate tot) {
    boolean geldtOp(LocalDate datum) {
        return !datum.isBefore(van) && datum.isBefore(tot);
    }
}
