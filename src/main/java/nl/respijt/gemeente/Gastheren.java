package nl.respijt.gemeente;

import java.util.List;
import java.util.Optional;

/** The volunteers of the houses and how many trained ones an openstelling needs. All of them are examples. */
public record Gastheren(int aantalPerDagdeel, List<GastheerGegevens> lijst) {

    /**
     * One gastheer or gastvrouw.
     *
     * @param huizen names of houses of this gemeente
     */
    public record GastheerGegevens(
            String naam,
            List<String> huizen,
            boolean getraind,
            int maxDagdelenPerMaand,
            List<String> talen,
            Optional<String> email) {
        public GastheerGegevens {
            huizen = List.copyOf(huizen);
            talen = List.copyOf(talen);
        }
    }

    public Gastheren {
        lijst = List.copyOf(lijst);
    }
}
