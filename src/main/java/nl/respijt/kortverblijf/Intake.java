package nl.respijt.kortverblijf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody answers for a stay: as much as the houses need to say yes or no, and never a diagnosis, a date of birth or
 * a citizen service number.
 *
 * @param antwoorden at most one for each question of {@link Regel#vragen()}; what somebody does not know is left out, excludes
 *     no house, and is asked for later. The age is always known: another law may be needed
 * @param flexibeleDagen so many days earlier or later is fine too
 * @param wmoNachten how many nights the decision of the gemeente has left, where somebody knows
 */
public record Intake(
        Map<Regel, String> antwoorden,
        Urgentie urgentie,
        Verblijf verblijf,
        int flexibeleDagen,
        Wmo wmo,
        OptionalInt wmoNachten,
        Wensen wensen) {

    /** The word for an answer that somebody does not know. */
    public static final String WEET_NIET = "weet-niet";

    /** How much haste there is; only the last one excludes a house. */
    public enum Urgentie {
        GEPLAND,
        SPOEDIG,
        /** Today or tomorrow. */
        NU;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the gemeente decided that it pays; asked for, and never waited for before a bed is found. */
    public enum Wmo {
        GEEN,
        GEVRAAGD,
        TOEGEKEND,
        WEET_NIET;

        public String woord() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What would be nice: it orders what fits, and excludes nothing. */
    public record Wensen(
            Optional<String> wijk,
            Optional<String> taal,
            boolean eigenBadkamer,
            boolean mantelzorgerMee,
            boolean proefnacht,
            Optional<String> opmerking) {
        public static final int MAX_OPMERKING = 1000;

        public static final Wensen GEEN =
                new Wensen(Optional.empty(), Optional.empty(), false, false, false, Optional.empty());
    }

    public Intake {
        antwoorden = Map.copyOf(antwoorden);
        antwoorden.forEach((vraag, antwoord) -> {
            if (!vraag.antwoorden().contains(antwoord)) {
                throw new IllegalArgumentException("no answer to %s: %s".formatted(vraag, antwoord));
            }
        });
        if (!antwoorden.containsKey(Regel.LEEFTIJD)) {
            throw new IllegalArgumentException("nobody is of no age");
        }
    }

    /** Empty for who does not know. */
    public Optional<String> antwoord(Regel vraag) {
        return Optional.ofNullable(antwoorden.get(vraag));
    }

    /** What a bed must be fit for; empty when any bed will do. */
    public Optional<String> bedKenmerk() {
        return antwoord(Regel.MOBILITEIT).filter(woord -> woord.equals("rolstoel") || woord.equals("tillift"));
    }

    Intake op(Verblijf ander) {
        return new Intake(antwoorden, urgentie, ander, flexibeleDagen, wmo, wmoNachten, wensen);
    }
}
