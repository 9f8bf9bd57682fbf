package nl.respijt.rooster;

import java.util.Optional;

/** A gastheer as the choice for an openstelling: the diensten of that month, and why not, if not. */
public record Kandidaat(Gastheer gastheer, int dezeMaand, Optional<Weigering> weigering) {
    public boolean kan() {
        return weigering.isEmpty();
    }
}
