package nl.respijt.agenda;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("agendasleutel")
record AgendaSleutelRij(
        @Id UUID id,
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
