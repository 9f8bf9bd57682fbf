package nl.respijt.mantelzorghuis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;

/**
 * A house opens on this weekday and dagdeel, from {@code vanaf} and before {@code tot}. Every other week counts from
 * the week in which {@code vanaf} falls.
 */
public record Openingspatroon(
        UUID id, UUID huisId, int dag, Dagdeel dagdeel, int elkeWeken, LocalDate vanaf, Optional<LocalDate> tot) {

    public boolean geldtOp(LocalDate datum) {
        if (datum.getDayOfWeek().getValue() != dag || datum.isBefore(vanaf)) {
            return false;
        }
        if (tot.filter(einde -> !datum.isBefore(einde)).isPresent()) {
            return false;
        }
        return ChronoUnit.WEEKS.between(maandagVan(vanaf), maandagVan(datum)) % elkeWeken == 0;
    }

    private static LocalDate maandagVan(LocalDate datum) {
        return datum.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
