package nl.respijt.respijtthuis;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/**
 * Hours at which somebody can visit, every week; local times.
 *
 * @param dag ISO: 1 is Monday
 * @param tot the first day on which it no longer holds
 */
record Werktijd(
        UUID id, UUID medewerker, int dag, LocalTime begin, LocalTime eind, LocalDate vanaf, Optional<LocalDate> tot) {

    boolean geldtOp(LocalDate datum) {
        return datum.getDayOfWeek().getValue() == dag
                && !datum.isBefore(vanaf)
                && tot.filter(einde -> !datum.isBefore(einde)).isEmpty();
    }

    Tijdvak op(LocalDate datum) {
        return new Tijdvak(Tijdzone.instant(datum, begin), Tijdzone.instant(datum, eind));
    }
}
