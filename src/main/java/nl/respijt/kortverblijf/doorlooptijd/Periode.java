package nl.respijt.kortverblijf.doorlooptijd;

import java.time.LocalDate;
import java.util.Optional;
import nl.respijt.web.Velden;

/** The days that a report is about, both included: those that were asked for, else the last twelve months and this one. */
record Periode(LocalDate van, LocalDate totEnMet) {
    private static final int MAANDEN = 12;

    /** No city keeps figures of longer at once. */
    private static final int MEESTE_JAREN = 10;

    /** Faults are in {@code velden}. */
    static Optional<Periode> lees(Velden velden, LocalDate vandaag) {
        var totEnMet = velden.datum("tot").orElse(vandaag);
        var van = velden.datum("van").orElse(totEnMet.withDayOfMonth(1).minusMonths(MAANDEN));
        if (totEnMet.isBefore(van)) {
            velden.fout("tot", "fout.tot-voor-van");
            return Optional.empty();
        }
        if (van.plusYears(MEESTE_JAREN).isBefore(totEnMet)) {
            velden.fout("van", "fout.te-lange-periode", MEESTE_JAREN);
            return Optional.empty();
        }
        return Optional.of(new Periode(van, totEnMet));
    }
}
