package nl.respijt.lotgenotengroep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Plek;
import nl.respijt.tijd.Tijdvak;

/**
 * What a {@link Wijziging} would do, before it is done.
 *
 * @param mensen how many people would be told
 * @param stempel differs when it would do anything else; whoever agrees, agrees to this
 */
public record Voorproef(List<Regel> regels, int mensen, String stempel) {
    public Voorproef {
        regels = List.copyOf(regels);
    }

    /** What becomes of a bijeenkomst. */
    public enum Lot {
        VERZET,
        VERVALT,
        NIEUW;

        /** The word in the bundles. */
        public String woord() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One bijeenkomst as it is, as it would be, and what there is to say about that. */
    public record Regel(
            Lot lot, Optional<Moment> was, Optional<Tijdvak> wordt, Optional<Plek> plek, List<Opmerking> opmerkingen) {
        public Regel {
            opmerkingen = List.copyOf(opmerkingen);
        }

        /** Whether it would be somewhere else. */
        public boolean isAnderePlek() {
            return was.isPresent()
                    && plek.isPresent()
                    && !plek.get().equals(was.get().plek());
        }
    }

    /** Something to know before one agrees. */
    public sealed interface Opmerking {
        record Feestdag(LocalDate datum) implements Opmerking {}

        record Schoolvakantie(LocalDate datum) implements Opmerking {}

        /** Another group is at that place then. */
        record PlekBezet() implements Opmerking {}

        /** The group meets already, then or that day. */
        record EigenBijeenkomst() implements Opmerking {}

        /** These people would be at two places at once; call them first. */
        record MensenElders(List<String> namen) implements Opmerking {
            public MensenElders {
                namen = List.copyOf(namen);
            }
        }
    }

    /** Whether something is in the way that nobody can overlook. */
    public boolean blokkeert() {
        return regels.stream().flatMap(regel -> regel.opmerkingen().stream()).anyMatch(opmerking -> switch (opmerking) {
            case Opmerking.EigenBijeenkomst _, Opmerking.MensenElders _ -> true;
            case Opmerking.Feestdag _, Opmerking.Schoolvakantie _, Opmerking.PlekBezet _ -> false;
        });
    }

    /** Nothing would change. */
    public boolean isLeeg() {
        return regels.isEmpty();
    }

    public long aantal(Lot lot) {
        return regels.stream().filter(regel -> regel.lot() == lot).count();
    }
}
