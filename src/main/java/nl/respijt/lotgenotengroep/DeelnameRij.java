package nl.respijt.lotgenotengroep;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;
import org.jspecify.annotations.Nullable;

/** The shape of a row. */
public record DeelnameRij(
        UUID id,
        UUID groepId,
        UUID mantelzorgerId,
        String naam,
        @Nullable String email,
        @Nullable String telefoon,
        String taal,
        int personen,
        @Nullable String samenMet,
        boolean iemandMee,
        @Nullable String trefpunt,
        String gemaaktDoor,
        String status,
        int versie,
        Instant aangemaaktOp) {
    Deelname deelname() {
        return new Deelname(
                id,
                groepId,
                new MantelzorgerId(mantelzorgerId),
                naam,
                new Contact(Optional.ofNullable(email), Optional.ofNullable(telefoon)),
                Taal.van(taal).orElse(Taal.NL),
                personen,
                Optional.ofNullable(samenMet),
                iemandMee,
                Optional.ofNullable(trefpunt),
                gemaaktDoor,
                Deelname.Status.van(status),
                versie,
                aangemaaktOp);
    }
}
