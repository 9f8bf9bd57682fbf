package nl.respijt.tijd;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An ISO week, by its Monday. */
public record Week(LocalDate maandag) {
    public Week {
        if (maandag.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday, not on " + maandag);
        }
    }

    public static Week van(LocalDate datum) {
        return new Week(datum.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Reads "2026-W48". */
    public static Optional<Week> lees(String tekst) {
        try {
            return Optional.of(new Week(LocalDate.parse(tekst + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public List<LocalDate> dagen() {
        return IntStream.range(0, 7).mapToObj(maandag::plusDays).toList();
    }

    public Week volgende() {
        return new Week(maandag.plusWeeks(1));
    }

    public Week vorige() {
        return new Week(maandag.minusWeeks(1));
    }

    /** As it stands in an address: "2026-W48". */
    public String naam() {
        return "%d-W%02d"
                .formatted(maandag.get(IsoFields.WEEK_BASED_YEAR), maandag.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
