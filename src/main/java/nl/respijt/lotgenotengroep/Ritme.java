package nl.respijt.lotgenotengroep;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** On which days a group meets, from {@code vanaf} and before {@code tot}. */
public sealed interface Ritme {
    int MAX_ELKE = 12;

    /** Counts from the week or month in which this day falls. */
    LocalDate vanaf();

    /** The first day on which it no longer holds. */
    Optional<LocalDate> tot();

    /** ISO: 1 is Monday. */
    int dag();

    /** Every so many weeks or months. */
    int elke();

    /** Whether the rhythm falls on this day, wherever it began or ended. */
    boolean valtOp(LocalDate datum);

    /** The same with another begin, without an end. */
    Ritme vanaf(LocalDate dag);

    default boolean geldtOp(LocalDate datum) {
        return !datum.isBefore(vanaf())
                && tot().filter(einde -> !datum.isBefore(einde)).isEmpty()
                && valtOp(datum);
    }

    /** This weekday of every {@code elke} weeks. */
    record Weken(int elke, int dag, LocalDate vanaf, Optional<LocalDate> tot) implements Ritme {
        public Weken {
            eis(elke, dag);
        }

        @Override
        public boolean valtOp(LocalDate datum) {
            return datum.getDayOfWeek().getValue() == dag
                    && Math.floorMod(ChronoUnit.WEEKS.between(maandagVan(vanaf), maandagVan(datum)), elke) == 0;
        }

        @Override
        public Ritme vanaf(LocalDate ander) {
            return new Weken(elke, dag, ander, Optional.empty());
        }
    }

    /** The n-th (1 to 4) or last (-1) such weekday of every {@code elke} months. */
    record Maand(int elke, int dag, int hoeveelste, LocalDate vanaf, Optional<LocalDate> tot) implements Ritme {
        public static final int LAATSTE = -1;

        public Maand {
            eis(elke, dag);
            if (hoeveelste != LAATSTE && (hoeveelste < 1 || hoeveelste > 4)) {
                throw new IllegalArgumentException("hoeveelste (%d) must be 1 to 4, or -1".formatted(hoeveelste));
            }
        }

        @Override
        public boolean valtOp(LocalDate datum) {
            return datum.equals(datum.with(TemporalAdjusters.dayOfWeekInMonth(hoeveelste, DayOfWeek.of(dag))))
                    && Math.floorMod(ChronoUnit.MONTHS.between(YearMonth.from(vanaf), YearMonth.from(datum)), elke)
                            == 0;
        }

        @Override
        public Ritme vanaf(LocalDate ander) {
            return new Maand(elke, dag, hoeveelste, ander, Optional.empty());
        }

        /** Which of its weekday in its month a day is; the last where the month has no next one of the first four. */
        public static int hoeveelste(LocalDate datum) {
            var nummer = (datum.getDayOfMonth() - 1) / 7 + 1;
            return nummer > 4 ? LAATSTE : nummer;
        }
    }

    private static void eis(int elke, int dag) {
        if (elke < 1 || elke > MAX_ELKE || dag < 1 || dag > 7) {
            throw new IllegalArgumentException("no rhythm: day %d, every %d".formatted(dag, elke));
        }
    }

    private static LocalDate maandagVan(LocalDate datum) {
        return datum.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
