package nl.respijt.kortverblijf.doorlooptijd;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.respijt.tijd.Tijdzone;

/**
 * The road of one intake; of a provider only what that one did with it.
 *
 * @param urgentie the word of the intake
 * @param aanbieder the name of the provider; empty for the intake as a whole
 * @param nacht the day of arrival
 */
record Loop(
        String urgentie,
        Optional<String> aanbieder,
        Instant begonnen,
        Instant verzonden,
        Optional<Instant> aanbod,
        Optional<Instant> keuze,
        Optional<LocalDate> nacht,
        Optional<LocalDate> melding,
        Optional<LocalDate> besluit) {

    /** The first of the month in which it began. */
    LocalDate maand() {
        return Tijdzone.datum(begonnen).withDayOfMonth(1);
    }

    /** How long it took to get there; empty when it did not, or not yet. */
    Optional<Duration> tot(Stap stap) {
        return switch (stap) {
            case VERZONDEN -> Optional.of(Duration.between(begonnen, verzonden));
            case AANBOD -> aanbod.map(toen -> Duration.between(begonnen, toen));
            case KEUZE -> keuze.map(toen -> Duration.between(begonnen, toen));
            case NACHT -> nacht.map(dag -> dagen(Tijdzone.datum(begonnen), dag));
            case BESLUIT -> melding.flatMap(van -> besluit.map(dag -> dagen(van, dag)));
        };
    }

    private static Duration dagen(LocalDate van, LocalDate tot) {
        return Duration.ofDays(ChronoUnit.DAYS.between(van, tot));
    }
}
