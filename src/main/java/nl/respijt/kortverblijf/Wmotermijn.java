package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;

/**
 * How far the gemeente is, with the dates and until when the law gives it: six weeks to look into what was told (Wmo 2015,
 * article 2.3.2), two weeks to decide what was asked for (article 2.3.5).
 *
 * @param melding when it was told to the gemeente
 * @param aanvraag when it was asked for
 */
public record Wmotermijn(
        Wmostand stand, Optional<LocalDate> melding, Optional<LocalDate> aanvraag, Optional<LocalDate> besluit) {
    static final int WEKEN_ONDERZOEK = 6;
    static final int WEKEN_BESLUIT = 2;

    /** The last day of the term that runs; empty when none does, or nobody knows since when. */
    public Optional<LocalDate> uiterlijk() {
        return switch (stand) {
            case GEVRAAGD -> melding.map(dag -> dag.plusWeeks(WEKEN_ONDERZOEK));
            case LOPEND -> aanvraag.map(dag -> dag.plusWeeks(WEKEN_BESLUIT));
            case GEEN, TOEGEKEND, AFGEWEZEN, WEET_NIET -> Optional.empty();
        };
    }

    /** So many days is it late; zero while the term runs. */
    public int dagenOver(LocalDate vandaag) {
        return uiterlijk()
                .map(dag -> Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(dag, vandaag))))
                .orElse(0);
    }

    /** After this was recorded; what comes later in the order is not known any more. */
    Wmotermijn met(Wmostand nieuw, LocalDate op) {
        return switch (nieuw) {
            case GEVRAAGD -> new Wmotermijn(nieuw, Optional.of(op), Optional.empty(), Optional.empty());
            case LOPEND -> new Wmotermijn(nieuw, melding, Optional.of(op), Optional.empty());
            case TOEGEKEND, AFGEWEZEN -> new Wmotermijn(nieuw, melding, aanvraag, Optional.of(op));
            case GEEN, WEET_NIET -> new Wmotermijn(nieuw, Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    /** The day before which this cannot be, as things are now. */
    Optional<LocalDate> nietVoor(Wmostand nieuw) {
        return switch (nieuw) {
            case LOPEND -> melding;
            case TOEGEKEND, AFGEWEZEN -> aanvraag.or(() -> melding);
            case GEEN, GEVRAAGD, WEET_NIET -> Optional.empty();
        };
    }
}
