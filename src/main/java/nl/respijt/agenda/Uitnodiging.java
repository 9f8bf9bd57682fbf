package nl.respijt.agenda;

import java.util.Optional;

/**
 * One entry that one person is asked for by mail, with the UID and volgnummer that it has in any calendar of ours; or
 * no longer asked for, when it lapsed.
 *
 * @param antwoordAdres where the answer goes; without it to the organizer of all our calendars
 */
public record Uitnodiging(AgendaItem item, String naam, String email, Optional<String> antwoordAdres) {
    public Methode methode() {
        return item.isVervallen() ? Methode.CANCEL : Methode.REQUEST;
    }
}
