package nl.respijt.toegang;

import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.AgendaSoort;

/** Whose a calendar of some soort is; a bean of the feature that knows, for who gives out addresses of all soorten. */
public interface AgendaEigenaar {
    AgendaSoort soort();

    boolean bestaat(Optional<UUID> voor);

    /** Whether it is the own of whoever is signed in. */
    boolean isVan(Aanmelding wie, Optional<UUID> voor);
}
