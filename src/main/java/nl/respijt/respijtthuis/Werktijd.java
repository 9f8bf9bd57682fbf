package nl.respijt.respijtthuis;

import java.time.Duration;
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
public record Werktijd(
        UUID id, UUID medewerker, int dag, LocalTime begin, LocalTime eind, LocalDate vanaf, Optional<LocalDate> tot) {

    boolean geldtOp(LocalDate datum) {
        return datum.getDayOfWeek().getValue() == dag && !datum.isBefore(vanaf) && !isVoorbij(datum);
    }

    boolean isVoorbij(LocalDate datum) {
        return tot.filter(einde -> !datum.isBefore(einde)).isPresent();
    }

    Tijdvak op(LocalDate datum) {
        return new Tijdvak(Tijdzone.instant(datum, begin), Tijdzone.instant(datum, eind));
    }

    /** Whether one would be somewhere by both on some day, or on the way. */
    boolean botstMet(Werktijd ander, Duration reistijd) {
        return dag == ander.dag
                && !isVoorbij(ander.vanaf)
                && !ander.isVoorbij(vanaf)
                && minuten(begin) < minuten(ander.eind) + reistijd.toMinutes()
                && minuten(ander.begin) < minuten(eind) + reistijd.toMinutes();
    }

    private static int minuten(LocalTime tijd) {
        return tijd.toSecondOfDay() / 60;
    }
}
