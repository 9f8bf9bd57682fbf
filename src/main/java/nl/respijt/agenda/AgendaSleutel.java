package nl.respijt.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A secret address of a calendar as its owner may see it: when made and last used, never the secret itself. */
public record AgendaSleutel(
        UUID id,
        AgendaSoort soort,
        Optional<UUID> voor,
        Instant aangemaaktOp,
        Optional<Instant> laatstOpgehaald,
        Optional<Instant> ingetrokkenOp) {
    public boolean isIngetrokken() {
        return ingetrokkenOp.isPresent();
    }
}
