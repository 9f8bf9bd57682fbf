package nl.respijt.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shape of a row of agendasleutel, without its hash. */
public record AgendaSleutelRij(
        UUID id,
        String soort,
        @Nullable UUID voorId,
        Instant aangemaaktOp,
        @Nullable Instant laatstOpgehaald,
        @Nullable Instant ingetrokkenOp) {
    AgendaSleutel sleutel() {
        return new AgendaSleutel(
                id,
                AgendaSoort.van(soort),
                Optional.ofNullable(voorId),
                aangemaaktOp,
                Optional.ofNullable(laatstOpgehaald),
                Optional.ofNullable(ingetrokkenOp));
    }
}
