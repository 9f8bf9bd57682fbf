package nl.respijt.rooster.voorstel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.rooster.Gastheer;

/** A proposal beside the roster as it is now. */
public record VoorstelBeeld(Voorstel voorstel, List<Openstelling> openstellingen) {
    public VoorstelBeeld {
        openstellingen = List.copyOf(openstellingen);
    }

    /** One openstelling with its places. */
    public record Openstelling(Moment moment, List<Plaats> plaatsen) {
        public Openstelling {
            plaatsen = List.copyOf(plaatsen);
        }

        /** Nobody trained would be there. */
        public boolean zonderGastheer() {
            return !moment.vervallen()
                    && plaatsen.stream()
                            .flatMap(plaats -> plaats.wordt().stream())
                            .noneMatch(wie -> wie.isGetraindOp(moment.datum()));
        }

        /** How many changes are still to be published. */
        public long open() {
            return plaatsen.stream().filter(Plaats::isOpen).count();
        }
    }

    /**
     * One place: who has it, who would, and why. {@code regel} is the place in the proposal; without it somebody was put
     * there since. {@code belet} is what keeps it from being published.
     */
    public record Plaats(
            Optional<UUID> regel,
            Verandering verandering,
            Optional<Gastheer> was,
            Optional<Gastheer> wordt,
            List<Reden.Wel> waarom,
            boolean gekozen,
            boolean gepubliceerd,
            Optional<Belet> belet) {
        public Plaats {
            waarom = List.copyOf(waarom);
        }

        public boolean isOpen() {
            return !gepubliceerd && verandering.isVerandering();
        }
    }

    /** One place, with everybody who could have it instead, and why the others not. */
    public record Keuze(
            Voorstel voorstel, Openstelling openstelling, Plaats plaats, List<Gastheer> kunnen, List<Ander> anderen) {
        public Keuze {
            kunnen = List.copyOf(kunnen);
            anderen = List.copyOf(anderen);
        }
    }

    /** Somebody who does not stand there, and why not. */
    public record Ander(Gastheer gastheer, Reden.Niet waarom) {}
}
