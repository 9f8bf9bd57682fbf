package nl.respijt.boeking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;

/**
 * Which moments somebody looks for; an empty wish means "any". {@code van} is inside, {@code tot} is not; {@code
 * personen} asks for at least so many free places when {@code alleenVrij}. Without {@code ookBesloten} only what anybody
 * may find.
 */
public record MomentVraag(
        Instant van,
        Instant tot,
        Set<Soort> soorten,
        Optional<UUID> bron,
        Optional<String> wijk,
        Optional<Dagdeel> dagdeel,
        Optional<String> taal,
        boolean alleenRolstoel,
        boolean alleenVrij,
        int personen,
        boolean ookVervallen,
        boolean ookBesloten) {

    public MomentVraag {
        soorten = Set.copyOf(soorten);
    }

    /** Everything between two times; what else is wished is said by name. */
    public static Wens tussen(Instant van, Instant tot) {
        return new Wens(van, tot);
    }

    /** A question that is still being put together. */
    public static final class Wens {
        private final Instant van;
        private final Instant tot;
        private Set<Soort> soorten = Set.of();
        private Optional<UUID> bron = Optional.empty();
        private Optional<String> wijk = Optional.empty();
        private Optional<Dagdeel> dagdeel = Optional.empty();
        private Optional<String> taal = Optional.empty();
        private boolean alleenRolstoel;
        private boolean alleenVrij;
        private int personen = 1;
        private boolean ookVervallen;
        private boolean ookBesloten;

        private Wens(Instant van, Instant tot) {
            this.van = van;
            this.tot = tot;
        }

        public Wens soorten(Set<Soort> waarde) {
            soorten = waarde;
            return this;
        }

        public Wens soort(Soort waarde) {
            return soorten(Set.of(waarde));
        }

        public Wens bron(UUID waarde) {
            return bron(Optional.of(waarde));
        }

        public Wens bron(Optional<UUID> waarde) {
            bron = waarde;
            return this;
        }

        public Wens wijk(Optional<String> waarde) {
            wijk = waarde;
            return this;
        }

        public Wens dagdeel(Optional<Dagdeel> waarde) {
            dagdeel = waarde;
            return this;
        }

        public Wens taal(Optional<String> waarde) {
            taal = waarde;
            return this;
        }

        public Wens alleenRolstoel() {
            alleenRolstoel = true;
            return this;
        }

        public Wens vrijVoor(int aantal) {
            alleenVrij = true;
            personen = aantal;
            return this;
        }

        public Wens ookVervallen() {
            ookVervallen = true;
            return this;
        }

        /** For who leads or arranges them: also those of groups that are closed to strangers. */
        public Wens ookBesloten() {
            ookBesloten = true;
            return this;
        }

        public MomentVraag vraag() {
            return new MomentVraag(
                    van,
                    tot,
                    soorten,
                    bron,
                    wijk,
                    dagdeel,
                    taal,
                    alleenRolstoel,
                    alleenVrij,
                    personen,
                    ookVervallen,
                    ookBesloten);
        }
    }

    /** The pages of a list: which, and how large. */
    public record Blad(int pagina, int grootte) {
        public static final int MAX_GROOTTE = 200;

        int overslaan() {
            return (pagina - 1) * grootte;
        }
    }

    /** One page of moments, and how many there are in all. */
    public record Momenten(List<Moment> momenten, int totaal) {
        public Momenten {
            momenten = List.copyOf(momenten);
        }
    }
}
