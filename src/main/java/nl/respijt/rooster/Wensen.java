package nl.respijt.rooster;

import java.util.Optional;
import java.util.UUID;

/**
 * What a gastheer would like; the roster follows it where it can.
 *
 * @param perMaand how often, at most the maximum
 * @param huis the house this gastheer likes best
 * @param samenMet who this gastheer likes to be there with
 * @param maatje the experienced gastheer whom a new one goes along with; the makelaar pairs them
 * @param tweeOpEenDag two dagdelen on one day are fine; else there is rest between
 * @param uitnodigingen each dienst as an invitation by mail, instead of a calendar to subscribe to
 */
public record Wensen(
        Optional<Integer> perMaand,
        Optional<UUID> huis,
        Optional<GastheerId> samenMet,
        Optional<GastheerId> maatje,
        boolean tweeOpEenDag,
        boolean uitnodigingen) {
    public static final Wensen GEEN =
            new Wensen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    Wensen metMaatje(Optional<GastheerId> ander) {
        return new Wensen(perMaand, huis, samenMet, ander, tweeOpEenDag, uitnodigingen);
    }
}
