package nl.respijt.aanbieder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Until when one dienst of one aanbieder is contracted, as somebody recorded it.
 *
 * @param tot the last day
 * @param verlengbaarTot the last day when every option to extend is taken; empty when there is none
 * @param bron where it is written down
 * @param vastgelegdDoor {@link Contracten#SYSTEEM}, or the member of staff
 */
public record Aanbiedercontract(
        UUID aanbieder,
        Contractdienst dienst,
        LocalDate tot,
        Optional<LocalDate> verlengbaarTot,
        String bron,
        Instant vastgelegdOp,
        String vastgelegdDoor) {

    /** Whether something on this day can be booked. */
    public boolean dekt(LocalDate datum) {
        return !datum.isAfter(tot);
    }

    /** Until when it can be extended still; empty without an option, and when it is taken. */
    public Optional<LocalDate> optie() {
        return verlengbaarTot.filter(tot::isBefore);
    }

    /** Nobody typed its {@code bron}: that is then a word that the texts know. */
    public boolean isDoorSysteem() {
        return vastgelegdDoor.equals(Contracten.SYSTEEM);
    }
}
