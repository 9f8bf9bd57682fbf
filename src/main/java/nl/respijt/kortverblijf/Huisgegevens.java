package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/**
 * How to get to a house and when, for who stays there. Times are local.
 *
 * @param vertrekVoor on the day of departure
 */
public record Huisgegevens(
        Optional<String> adres,
        Optional<String> telefoon,
        LocalTime aankomstVanaf,
        LocalTime aankomstTot,
        LocalTime vertrekVoor) {

    public Tijdvak aankomst(LocalDate dag) {
        return new Tijdvak(Tijdzone.instant(dag, aankomstVanaf), Tijdzone.instant(dag, aankomstTot));
    }

    /** The hour before one has to have left. */
    public Tijdvak vertrek(LocalDate dag) {
        return new Tijdvak(Tijdzone.instant(dag, vertrekVoor.minusHours(1)), Tijdzone.instant(dag, vertrekVoor));
    }
}
