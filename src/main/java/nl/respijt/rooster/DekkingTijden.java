package nl.respijt.rooster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.respijt.tijd.Tijdzone;

/** When gastheren are asked: at once when it presses, and else by day, with a day to think about it. All chosen. */
final class DekkingTijden {
    /** domain.md: without a trained host so long before, an openstelling is in danger. */
    static final Duration IN_GEVAAR = Duration.ofDays(2);

    private static final Duration BEDENKTIJD = Duration.ofDays(1);
    private static final Duration BEDENKTIJD_HAAST = Duration.ofHours(2);
    private static final LocalTime DAG = LocalTime.of(9, 0);
    private static final LocalTime AVOND = LocalTime.of(20, 0);

    private DekkingTijden() {}

    static boolean haast(Instant nu, Instant begin) {
        return Duration.between(nu, begin).compareTo(IN_GEVAAR) <= 0;
    }

    static Instant eerste(Instant nu, Instant begin) {
        return haast(nu, begin) ? nu : overdag(nu);
    }

    /** Never later than when it begins to press: from then on the makelaar looks too. */
    static Instant volgende(Instant nu, Instant begin) {
        if (haast(nu, begin)) {
            return nu.plus(BEDENKTIJD_HAAST);
        }
        var morgen = overdag(nu.plus(BEDENKTIJD));
        var haast = begin.minus(IN_GEVAAR);
        return morgen.isAfter(haast) ? haast : morgen;
    }

    private static Instant overdag(Instant moment) {
        var lokaal = Tijdzone.lokaal(moment);
        if (lokaal.toLocalTime().isBefore(DAG)) {
            return om(lokaal, 0);
        }
        return lokaal.toLocalTime().isBefore(AVOND) ? moment : om(lokaal, 1);
    }

    private static Instant om(ZonedDateTime lokaal, int dagenLater) {
        return Tijdzone.instant(lokaal.toLocalDate().plusDays(dagenLater), DAG);
    }
}
