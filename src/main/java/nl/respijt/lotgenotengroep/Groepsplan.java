package nl.respijt.lotgenotengroep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Plek;
import nl.respijt.lotgenotengroep.Voorproef.Lot;
import nl.respijt.lotgenotengroep.Voorproef.Opmerking;
import nl.respijt.tijd.Tijdvak;

/**
 * What a {@link Wijziging} comes down to, step by step.
 *
 * @param eindigt lines of the rhythm that end, each on a day
 * @param begint the line that comes in their place
 * @param stappen what becomes of each bijeenkomst
 * @param dagen days of the plan that lapsed bijeenkomsten keep under the new rhythm
 * @param plek where the group meets from now on
 * @param reden told to who had a place at what lapses
 */
record Groepsplan(
        List<Einde> eindigt,
        Optional<Ritmelijn> begint,
        List<Stap> stappen,
        List<Dag> dagen,
        Optional<Plek> plek,
        String reden,
        boolean stopt) {

    /** A line and the first day on which it no longer holds. */
    record Einde(UUID lijn, LocalDate tot) {}

    /** A bijeenkomst and the day of the plan that is its own from then on. */
    record Dag(UUID moment, LocalDate datum) {}

    /**
     * One bijeenkomst.
     *
     * @param dag the day of the plan that is its own afterwards; empty when that stays as it is
     * @param dagVrij its day may be planned again
     */
    record Stap(
            Lot lot,
            Optional<Moment> was,
            Optional<Tijdvak> wordt,
            Optional<Plek> plek,
            Optional<LocalDate> dag,
            boolean dagVrij,
            List<Opmerking> opmerkingen) {}

    static Groepsplan van(List<Stap> stappen, String reden) {
        return new Groepsplan(List.of(), Optional.empty(), stappen, List.of(), Optional.empty(), reden, false);
    }
}
