package nl.respijt.rooster.voorstel;

import java.util.Optional;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.GastheerId;

/**
 * One place on an openstelling: the dienst that is there and whose it is, when it is planned, and whose it would be; empty
 * when nobody's.
 */
record Toewijzing(MomentId moment, Optional<DienstId> dienst, Optional<GastheerId> was, Optional<GastheerId> gastheer) {

    /** As it is now. */
    static Toewijzing van(Dienst dienst) {
        var wie = Optional.of(dienst.gastheer().id());
        return new Toewijzing(dienst.moment().id(), Optional.of(dienst.id()), wie, wie);
    }

    static Toewijzing vrij(MomentId moment) {
        return new Toewijzing(moment, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Toewijzing metGastheer(Optional<GastheerId> wie) {
        return new Toewijzing(moment, dienst, was, wie);
    }
}
