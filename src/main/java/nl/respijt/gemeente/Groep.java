package nl.respijt.gemeente;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Dagdelen.Uren;

/**
 * A lotgenotengroep as the file names it; those of AMWAHT are numbered from {@code AMWAHT 01}. Which one somebody is in
 * is nobody's business.
 *
 * @param deelnemers for how many there is room
 */
public record Groep(
        String naam,
        String doelgroep,
        Soort soort,
        Status status,
        int deelnemers,
        Ritme ritme,
        boolean voorbeeld,
        Keuzes keuzes) {

    /** For whom a group is, as far as pages differ by it. */
    public enum Soort {
        /** Carers with a migration background. */
        AMWAHT,
        /** Those close to somebody with an acquired brain injury. */
        NAH,
        JONG,
        OVERIG
    }

    /** Where a group is in its life when the service starts. */
    public enum Status {
        LOOPT,
        /** An older group that begins again, with meeting and health first. */
        DOORSTART
    }

    /** Every so many weeks or months. */
    public record Ritme(int elke, Eenheid eenheid) {
        /** What a rhythm counts in. */
        public enum Eenheid {
            WEEK,
            MAAND
        }
    }

    /**
     * What the file may say beside; what it leaves out is chosen when the group is set up, and is an example then.
     *
     * @param isoDag 1 is Monday
     * @param talen none: not said
     */
    public record Keuzes(
            OptionalInt isoDag,
            Optional<Dagdeel> dagdeel,
            Optional<Uren> uren,
            List<String> talen,
            Optional<String> wijk,
            Optional<String> plaats,
            Optional<Boolean> alleenVrouwen,
            Optional<Boolean> kennismaking,
            Optional<Boolean> open,
            Optional<String> coordinator) {
        public static final Keuzes GEEN = new Keuzes(
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        public Keuzes {
            talen = List.copyOf(talen);
        }
    }
}
