package nl.respijt.beheer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Rol;

/** An account as the beheerder sees it. */
public record AccountRegel(
        UUID id,
        String naam,
        String email,
        String rol,
        Optional<String> organisatie,
        boolean viaOrganisatie,
        Optional<Instant> geblokkeerdOp,
        Optional<Instant> laatstIngelogdOp) {

    Rol soort() {
        return Rol.van(rol);
    }

    public boolean isGeblokkeerd() {
        return geblokkeerdOp.isPresent();
    }

    /** Nobody real has an address there (RFC 2606). */
    public boolean isVoorbeeld() {
        return email.endsWith(".example");
    }
}
