package nl.respijt.rooster;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a gastheer is trained, from which day and up to and including which; without a day since always, or for good.
 * domain.md: an openstelling needs a trained host.
 */
public record Scholing(boolean gevolgd, Optional<LocalDate> op, Optional<LocalDate> tot) {
    /** The same in SQL, of the gastheer {@code g} on the day of the moment or dienst {@code %1$s}. */
    static final String GELDIG = """
            (g.getraind and %1$s.datum between coalesce(g.getraind_op, '-infinity'::date)
                                           and coalesce(g.getraind_tot, 'infinity'::date))""";

    public static final Scholing GEEN = new Scholing(false, Optional.empty(), Optional.empty());

    /** For good. */
    public static final Scholing ALTIJD = new Scholing(true, Optional.empty(), Optional.empty());

    public boolean geldigOp(LocalDate dag) {
        return gevolgd
                && op.filter(dag::isBefore).isEmpty()
                && tot.filter(dag::isAfter).isEmpty();
    }
}
