package nl.respijt.kortverblijf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The stay of one guest in one house: the offer that was chosen, as it goes.
 *
 * @param aanbieding with the nights that are agreed now
 * @param aanbieder whose house it is
 * @param gekomenOp when the house said that they came; empty when nobody did
 * @param vertrokkenOp the day they left, where the house said so; no later than what was agreed
 * @param gevraagdTot until when the carer asked for, and the house did not answer yet
 */
public record Logeerbeurt(
        Verblijfsaanmelding aanmelding,
        Aanbieding aanbieding,
        UUID aanbieder,
        Optional<Instant> gekomenOp,
        Optional<LocalDate> vertrokkenOp,
        boolean nietGekomen,
        Optional<LocalDate> gevraagdTot) {

    public LocalDate aankomst() {
        return aanbieding.verblijf().van();
    }

    /** The day on which the bed is free again: as they left, else as it is agreed. */
    public LocalDate vertrek() {
        return vertrokkenOp.orElse(aanbieding.verblijf().tot());
    }

    /** It is over, and nobody said whether they came. */
    public boolean isOngemeld() {
        return aanmelding.status() == Verblijfsaanmelding.Status.AFGEROND && gekomenOp.isEmpty() && !nietGekomen;
    }

    /** Certain, and it can still change. */
    public boolean isTeWijzigen() {
        return aanmelding.status() == Verblijfsaanmelding.Status.BEVESTIGD
                || aanmelding.status() == Verblijfsaanmelding.Status.VERBLIJFT;
    }
}
