package nl.respijt.kortverblijf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import nl.respijt.tijd.Tijdzone;

/**
 * Some nights in a row. A night has the date on which it begins: a stay from 3 to 5 April is the nights of 3 and 4 April.
 *
 * @param van the day of arrival
 * @param tot the day of departure
 */
public record Verblijf(LocalDate van, LocalDate tot) {
    public Verblijf {
        if (!van.isBefore(tot)) {
            throw new IllegalArgumentException("a stay has a night: %s to %s".formatted(van, tot));
        }
    }

    public int aantal() {
        return Math.toIntExact(ChronoUnit.DAYS.between(van, tot));
    }

    public Stream<LocalDate> nachten() {
        return van.datesUntil(tot);
    }

    public LocalDate laatsteNacht() {
        return tot.minusDays(1);
    }

    /** As long, so many days later; earlier when negative. */
    public Verblijf verschoven(int dagen) {
        return new Verblijf(van.plusDays(dagen), tot.plusDays(dagen));
    }

    /** The last minute of the day of arrival: nobody is waited for any longer, and nobody has to read "0.00". */
    Instant eindeVanAankomst() {
        return Tijdzone.beginVan(van.plusDays(1)).minusSeconds(60);
    }
}
