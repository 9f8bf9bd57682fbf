package nl.respijt.rooster;

import java.util.Optional;

/**
 * A gastheer as the choice for an openstelling: the diensten of that month, whether they said to be able then (who did not
 * can still be asked on the phone), and why it cannot be, if it cannot.
 */
public record Kandidaat(Gastheer gastheer, int dezeMaand, boolean beschikbaar, Optional<Weigering> weigering) {
    public boolean kan() {
        return weigering.isEmpty();
    }
}
