package nl.respijt.tijd;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where local time is decided, for the whole product and only here: PostgreSQL and Java resolve the doubled hour of
 * the October night differently, so the database sees instants only.
 */
public final class Tijdzone {
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Tijdzone() {}

    public static ZonedDateTime lokaal(Instant moment) {
        return moment.atZone(AMSTERDAM);
    }

    public static LocalDate datum(Instant moment) {
        return lokaal(moment).toLocalDate();
    }

    /** The instant at which a local day begins. */
    public static Instant beginVan(LocalDate dag) {
        return dag.atStartOfDay(AMSTERDAM).toInstant();
    }

    /**
     * The instant of a wall-clock time.
     *
     * @throws IllegalArgumentException in the spring gap, where that time does not exist
     */
    public static Instant instant(LocalDate dag, LocalTime tijd) {
        var gewenst = LocalDateTime.of(dag, tijd);
        if (AMSTERDAM.getRules().getValidOffsets(gewenst).isEmpty()) {
            throw new IllegalArgumentException("%s does not exist in %s".formatted(gewenst, AMSTERDAM));
        }
        return gewenst.atZone(AMSTERDAM).toInstant();
    }
}
