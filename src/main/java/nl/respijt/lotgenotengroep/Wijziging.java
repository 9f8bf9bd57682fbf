package nl.respijt.lotgenotengroep;

import java.time.LocalDate;
import java.util.Optional;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Plek;
import nl.respijt.tijd.Dagdelen.Uren;

/** What somebody wants to change in when and where a group meets. It is looked at first, as a {@link Voorproef}. */
public sealed interface Wijziging {
    /**
     * To another day, other hours or another place: one bijeenkomst, or it and all that follow by the same rhythm, which
     * then is counted from that day on.
     */
    record Verzet(MomentId welk, LocalDate datum, Uren uren, Plek plek, boolean enVolgende) implements Wijziging {}

    /** Does not take place; with {@code totEnMet} neither do the ones after it, up to and including that day. */
    record Vervalt(MomentId welk, Optional<LocalDate> totEnMet, String reden) implements Wijziging {}

    /** Another rhythm instead of all there is, from the day from which it counts. */
    record AnderRitme(Ritme ritme, Uren uren, Plek plek, boolean zonderSchoolvakanties) implements Wijziging {}

    /** One more. */
    record Extra(LocalDate datum, Uren uren, Plek plek) implements Wijziging {}

    /** The group stops: nothing from that day on. */
    record Stop(LocalDate per, String reden) implements Wijziging {}
}
