package nl.respijt.boeking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;
import org.jspecify.annotations.Nullable;

/** The shape of a row. */
public record WachtplekRij(
        UUID id,
        String ding,
        UUID dingId,
        long volgnummer,
        UUID mantelzorgerId,
        String naam,
        @Nullable String email,
        @Nullable String telefoon,
        String taal,
        int personen,
        @Nullable String samenMet,
        boolean iemandMee,
        String geplaatstDoor,
        String status,
        @Nullable Instant aangebodenTot,
        int versie,
        @Nullable UUID reeksId,
        Instant aangemaaktOp) {
    Wachtplek wachtplek() {
        return new Wachtplek(
                new WachtplekId(id),
                ding,
                dingId,
                volgnummer,
                new MantelzorgerId(mantelzorgerId),
                naam,
                new Contact(Optional.ofNullable(email), Optional.ofNullable(telefoon)),
                Taal.van(taal).orElse(Taal.NL),
                personen,
                Optional.ofNullable(samenMet),
                iemandMee,
                geplaatstDoor,
                Wachtplek.Status.van(status),
                Optional.ofNullable(aangebodenTot),
                versie,
                Optional.ofNullable(reeksId),
                aangemaaktOp);
    }
}
