package nl.respijt.boeking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;

/**
 * Which moments somebody looks for; an empty wish means "any". {@code van} is inside, {@code tot} is not; {@code buurt}
 * are the wijken where a moment may be as well as in {@code wijk}; {@code ruimte} says what of it counts for {@code
 * personen} people. Without {@code ookBesloten} only what anybody may find. With {@code bezoekenSamen} of all care at
 * home at one and the same time only the first is found: who comes is not said, so to a carer they are one choice.
 * Found in {@link Zoekvolgorde}.
 */
public record MomentVraag(
        Instant van,
        Instant tot,
        Set<Soort> soorten,
        Optional<UUID> bron,
        Optional<String> wijk,
        Set<String> buurt,
        Optional<Dagdeel> dagdeel,
        Optional<String> taal,
        boolean alleenRolstoel,
        Ruimte ruimte,
        int personen,
        boolean ookVervallen,
        boolean ookBesloten,
        boolean bezoekenSamen) {

    /** Which moments count by the places they have left. */
    public enum Ruimte {
        /** All of them, also what is full or under reserve. */
        MAAKT_NIET_UIT,
        /** With places for so many people. */
        VRIJ,
        /** Not one place left, and large enough to wait for one; there is no line for who comes to one's home. */
        WACHTLIJST,
        /** Either of the two: what is there to choose from. */
        VRIJ_OF_WACHTLIJST
    }

    public MomentVraag {
        soorten = Set.copyOf(soorten);
        buurt = Set.copyOf(buurt);
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
        private Set<String> buurt = Set.of();
        private Optional<Dagdeel> dagdeel = Optional.empty();
        private Optional<String> taal = Optional.empty();
        private boolean alleenRolstoel;
        private Ruimte ruimte = Ruimte.MAAKT_NIET_UIT;
        private int personen = 1;
        private boolean ookVervallen;
        private boolean ookBesloten;
        private boolean bezoekenSamen;

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

        /** Also in these wijken, which lie near the one that is asked. */
        public Wens buurt(Collection<String> waarde) {
            buurt = Set.copyOf(waarde);
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
            return ruimte(Ruimte.VRIJ, aantal);
        }

        public Wens ruimte(Ruimte waarde, int aantal) {
            ruimte = waarde;
            personen = aantal;
            return this;
        }

        public Wens bezoekenSamen() {
            bezoekenSamen = true;
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
                    buurt,
                    dagdeel,
                    taal,
                    alleenRolstoel,
                    ruimte,
                    personen,
                    ookVervallen,
                    ookBesloten,
                    bezoekenSamen);
        }
    }

    /** The pages of a list: which, and how large. */
    public record Blad(int pagina, int grootte) {
        public static final int MAX_GROOTTE = 200;

        int overslaan() {
            return (pagina - 1) * grootte;
        }

        Stuk stuk() {
            return new Stuk(overslaan(), grootte);
        }
    }

    /** Any part of a list. */
    record Stuk(int overslaan, int aantal) {}

    /** One page of moments, and how many there are in all. */
    public record Momenten(List<Moment> momenten, int totaal) {
        public Momenten {
            momenten = List.copyOf(momenten);
        }
    }
}
