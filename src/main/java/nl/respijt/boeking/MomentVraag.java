package nl.respijt.boeking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;

/**
 * Which moments somebody looks for; an empty wish means "any". {@code van} is inside, {@code tot} is not; {@code
 * personen} asks for at least so many free places when {@code alleenVrij}.
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
        boolean ookVervallen) {

    public MomentVraag {
        soorten = Set.copyOf(soorten);
    }

    /** Everything that is to come, from that time. */
    public static MomentVraag vanaf(Instant van, Instant tot) {
        return new MomentVraag(
                van,
                tot,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                1,
                false);
    }

    public MomentVraag vanBron(UUID bronId) {
        return new MomentVraag(
                van,
                tot,
                soorten,
                Optional.of(bronId),
                wijk,
                dagdeel,
                taal,
                alleenRolstoel,
                alleenVrij,
                personen,
                ookVervallen);
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
