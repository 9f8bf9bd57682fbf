package nl.respijt.mantelzorghuis;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;

/** A house (or, without one, every house) is closed from {@code van} up to and including {@code tot}, with a reason. */
public record Sluiting(
        UUID id, Optional<UUID> huisId, LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel, String reden) {
    public Sluiting {
        if (tot.isBefore(van)) {
            throw new IllegalArgumentException("tot (%s) is before van (%s)".formatted(tot, van));
        }
    }

    public boolean geldt(UUID huis, LocalDate datum, Dagdeel welk) {
        return huisId.filter(ander -> !ander.equals(huis)).isEmpty()
                && !datum.isBefore(van)
                && !datum.isAfter(tot)
                && dagdeel.filter(ander -> ander != welk).isEmpty();
    }
}
