package nl.respijt.boeking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/**
 * A day from which the naaste could stay in a house, for as many nights as one stays there at least. It is found among the
 * moments; other than those it is not booked but asked for, as the intake decides which house fits whom.
 *
 * @param tijdvak from when one is welcome on the day of arrival until one leaves after the fewest nights
 * @param bedden how many the house has
 * @param vrij how many of them are free all these nights
 * @param rolstoel whether one of those is fit for a wheelchair
 * @param voorbehoud beyond the contract of who offers it
 */
public record Logeermoment(
        MomentId id,
        UUID huis,
        String titel,
        String wijk,
        String plaats,
        Tijdvak tijdvak,
        int minimaalNachten,
        int maximaalNachten,
        int bedden,
        int vrij,
        boolean rolstoel,
        boolean voorbehoud) {

    /** In the order in which a list shows them; between stays as {@link Zoekvolgorde} has it between moments. */
    public static Comparator<Logeermoment> volgorde(MomentVraag vraag) {
        return Comparator.<Logeermoment, Instant>comparing(een -> een.tijdvak().van())
                .thenComparing(een -> !een.isIn(vraag))
                .thenComparing(Logeermoment::titel)
                .thenComparing(een -> een.id().waarde().toString());
    }

    /** The day of arrival. */
    public LocalDate datum() {
        return Tijdzone.datum(tijdvak.van());
    }

    /** Whether it is in the wijk that was asked; true when none was. */
    boolean isIn(MomentVraag vraag) {
        return vraag.wijk().map(wijk::equals).orElse(true);
    }

    /** Of every house the first, in the order they were in. */
    static List<Logeermoment> eerstePerHuis(List<Logeermoment> gevonden) {
        var eerste = new LinkedHashMap<UUID, Logeermoment>();
        gevonden.forEach(een -> eerste.putIfAbsent(een.huis(), een));
        return List.copyOf(eerste.values());
    }
}
