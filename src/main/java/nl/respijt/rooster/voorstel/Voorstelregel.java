package nl.respijt.rooster.voorstel;

import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.GastheerId;

/**
 * One place of a proposal, as it is kept: the dienst that is there and whose it is, who would have it, whether the makelaar
 * wants it, and what came of publishing it.
 */
record Voorstelregel(
        UUID id,
        MomentId moment,
        Optional<DienstId> dienst,
        Optional<GastheerId> was,
        Optional<GastheerId> wordt,
        boolean gekozen,
        boolean gepubliceerd,
        Optional<Belet> belet) {

    Verandering verandering() {
        if (was.equals(wordt)) {
            return was.isPresent() ? Verandering.BLIJFT : Verandering.LEEG;
        }
        if (was.isEmpty()) {
            return Verandering.NIEUW;
        }
        return wordt.isPresent() ? Verandering.ANDER : Verandering.VERVALT;
    }

    Voorstelregel zonderGastheer() {
        return new Voorstelregel(id, moment, dienst, was, Optional.empty(), gekozen, gepubliceerd, belet);
    }

    /** Whether there is something to publish. */
    boolean isOpen() {
        return !gepubliceerd && verandering().isVerandering();
    }
}
