package nl.respijt.kortverblijf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody answers for a stay: as much as the houses need to say yes or no, and never a diagnosis, a date of birth or
 * a citizen service number.
 *
 * @param antwoorden one for each question of {@link Regel#vragen()}
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
        for (var vraag : Regel.vragen()) {
            if (!vraag.antwoorden().contains(antwoorden.getOrDefault(vraag, ""))) {
                throw new IllegalArgumentException("no answer to %s: %s".formatted(vraag, antwoorden.get(vraag)));
            }
        }
    }

    public String antwoord(Regel vraag) {
        return Optional.ofNullable(antwoorden.get(vraag)).orElseThrow();
    }

    /** What a bed must be fit for; empty when any bed will do. */
    public Optional<String> bedKenmerk() {
        var mobiliteit = antwoord(Regel.MOBILITEIT);
        return Optional.of(mobiliteit).filter(woord -> woord.equals("rolstoel") || woord.equals("tillift"));
    }

    Intake op(Verblijf ander) {
        return new Intake(antwoorden, urgentie, ander, flexibeleDagen, wmo, wmoNachten, wensen);
    }
}
