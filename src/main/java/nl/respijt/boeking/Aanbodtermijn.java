package nl.respijt.boeking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import nl.respijt.tijd.Tijdzone;

/**
 * How long a freed place is kept for the first in line (domain.md, "Booking": 24 hours, shorter near the date; our own
 * choice). With three days or more to go it is a day; nearer it is a third of the time that is left, so that two others
 * still have their turn; never under an hour. It never ends at night, when nobody reads mail, and never after the
 * beginning.
 */
final class Aanbodtermijn {
    private static final Duration LANGST = Duration.ofHours(24);
    private static final Duration KORTST = Duration.ofHours(1);
    private static final LocalTime NACHT_VANAF = LocalTime.of(22, 0);
    private static final LocalTime OCHTEND = LocalTime.of(9, 0);

    private Aanbodtermijn() {}

    /** Until when a place is kept that is offered now; {@code begint} is when the moment does. */
    static Instant tot(Instant nu, Optional<Instant> begint) {
        var termijn = begint.map(begin -> Duration.between(nu, begin).dividedBy(3))
                .filter(derde -> derde.compareTo(LANGST) < 0)
                .orElse(LANGST);
        var tot = nietInDeNacht(nu.plus(termijn.compareTo(KORTST) < 0 ? KORTST : termijn));
        return begint.filter(tot::isAfter).orElse(tot);
    }

    private static Instant nietInDeNacht(Instant tot) {
        var lokaal = Tijdzone.lokaal(tot);
        if (!lokaal.toLocalTime().isBefore(NACHT_VANAF)) {
            return Tijdzone.instant(lokaal.toLocalDate().plusDays(1), OCHTEND);
        }
        return lokaal.toLocalTime().isBefore(OCHTEND) ? Tijdzone.instant(lokaal.toLocalDate(), OCHTEND) : tot;
    }
}
