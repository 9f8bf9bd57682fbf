package nl.respijt.tijd;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** The hours of each dagdeel in this gemeente. */
public record Dagdelen(Map<Dagdeel, Uren> uren) {
    /** Local wall-clock hours within one day. */
    public record Uren(LocalTime begin, LocalTime eind) {
        public Uren {
            if (!begin.isBefore(eind) || Duration.between(begin, eind).compareTo(Duration.ofHours(4)) > 0) {
                throw new IllegalArgumentException(
                        "a dagdeel is at most four hours within a day: %s-%s".formatted(begin, eind));
            }
        }
    }

    public Dagdelen {
        uren = Map.copyOf(uren);
        if (uren.size() != Dagdeel.values().length) {
            throw new IllegalArgumentException("each dagdeel needs its hours: " + uren);
        }
    }

    public Uren van(Dagdeel dagdeel) {
        var gevonden = uren.get(dagdeel);
        if (gevonden == null) {
            throw new IllegalStateException("no hours for " + dagdeel);
        }
        return gevonden;
    }

    public Tijdvak op(LocalDate dag, Dagdeel dagdeel) {
        var u = van(dagdeel);
        return new Tijdvak(Tijdzone.instant(dag, u.begin()), Tijdzone.instant(dag, u.eind()));
    }
}
