package nl.respijt.agenda;

import java.util.Optional;

/**
 * Finds calendars by the key in their address. A feature gives a bean of this for keys it makes itself: the public name
 * of a house, the secret of a booking. Keys that are kept in the database are found here, see {@link AgendaInhoud}.
 */
public interface AgendaBron {
    /** The calendar behind this key, if the key is of this source; may block. */
    Optional<AgendaVoor> herken(String sleutel);
}
