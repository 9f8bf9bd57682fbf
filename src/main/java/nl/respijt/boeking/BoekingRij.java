package nl.respijt.boeking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** The shape of a row of boeking, with its moment beside it. */
public record BoekingRij(
        UUID id,
        String code,
        UUID mantelzorgerId,
        String naam,
        @Nullable String email,
        @Nullable String telefoon,
        String taal,
        int personen,
        boolean iemandMee,
        String geboektDoor,
        String status,
        int versie,
        boolean voorbeeld,
        Instant aangemaaktOp,
        Instant gewijzigdOp,
        @Nested("m") MomentRij moment) {

    Boeking boeking() {
        return new Boeking(
                new BoekingId(id),
                code,
                new MantelzorgerId(mantelzorgerId),
                naam,
                Optional.ofNullable(email),
                Optional.ofNullable(telefoon),
                Taal.van(taal).orElse(Taal.NL),
                personen,
                iemandMee,
                geboektDoor,
                Boeking.Status.van(status),
                versie,
                voorbeeld,
                aangemaaktOp,
                gewijzigdOp,
                moment.moment());
    }
}
