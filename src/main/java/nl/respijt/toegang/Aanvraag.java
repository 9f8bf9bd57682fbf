package nl.respijt.toegang;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody whom the organisation's own sign-in knows asks for a role; the beheerder gives one or refuses. */
public record Aanvraag(
        UUID id,
        Account.Identiteit identiteit,
        String naam,
        String email,
        Instant aangevraagdOp,
        Optional<Instant> geweigerdOp) {

    public boolean isGeweigerd() {
        return geweigerdOp.isPresent();
    }
}
