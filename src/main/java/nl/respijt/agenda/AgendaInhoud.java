package nl.respijt.agenda;

import java.util.Optional;
import java.util.UUID;

/** What stored secrets of one soort open; each feature gives a bean of this for its own. */
public interface AgendaInhoud {
    AgendaSoort soort();

    /** The calendar of this person, house or group; none for the makelaar, who has one for the whole service. */
    Optional<AgendaVoor> voor(Optional<UUID> wie);
}
