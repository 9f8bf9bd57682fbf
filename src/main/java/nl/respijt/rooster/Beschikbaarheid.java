package nl.respijt.rooster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import nl.respijt.tijd.Dagdeel;

/**
 * When a gastheer can: the dagdelen of a week, and the dates on which it is otherwise. One who said nothing about a week
 * can always; a date goes before the week.
 */
public record Beschikbaarheid(Set<Weekplek> week, Map<Plek, Boolean> dagen) {
    /** A dagdeel of every week. */
    public record Weekplek(DayOfWeek dag, Dagdeel dagdeel) {}

    /** A dagdeel of one date. */
    public record Plek(LocalDate datum, Dagdeel dagdeel) {}

    public static final Beschikbaarheid ALTIJD = new Beschikbaarheid(Set.of(), Map.of());

    public Beschikbaarheid {
        week = Set.copyOf(week);
        dagen = Map.copyOf(dagen);
    }

    public boolean kan(LocalDate datum, Dagdeel dagdeel) {
        var opDieDag = dagen.get(new Plek(datum, dagdeel));
        return opDieDag != null
                ? opDieDag
                : week.isEmpty() || week.contains(new Weekplek(datum.getDayOfWeek(), dagdeel));
    }
}
