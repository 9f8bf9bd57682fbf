package nl.respijt.agenda;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/**
 * One entry of a calendar. Its id is its own for life; {@code volgnummer} goes up, never down, with each change of
 * time, place, person or status, and {@code gewijzigdOp} moves with every change that shows. It holds no person, phone
 * number or word about health: readers pass calendars on.
 */
public record AgendaItem(
        UUID id,
        int volgnummer,
        Tijdvak tijdvak,
        String titel,
        String omschrijving,
        String plaats,
        Optional<URI> url,
        AgendaStatus status,
        Instant gewijzigdOp) {
    private static final int EERSTE_JAAR = 1997; // our VTIMEZONE holds from the end of 1996
    private static final int LAATSTE_JAAR = 9998;

    public AgendaItem {
        if (volgnummer < 0) {
            throw new IllegalArgumentException("volgnummer (%d) of %s is below zero".formatted(volgnummer, id));
        }
        if (titel.isBlank()) {
            throw new IllegalArgumentException("%s has no titel".formatted(id));
        }
        if (url.isPresent() && !url.get().isAbsolute()) {
            throw new IllegalArgumentException("url (%s) of %s is not absolute".formatted(url.get(), id));
        }
        if (!isHeleSeconde(tijdvak.van()) || !isHeleSeconde(tijdvak.tot())) {
            throw new IllegalArgumentException("tijdvak (%s) of %s is not on whole seconds".formatted(tijdvak, id));
        }
        if (jaar(tijdvak.van()) < EERSTE_JAAR || jaar(tijdvak.tot()) > LAATSTE_JAAR) {
            throw new IllegalArgumentException("tijdvak (%s) of %s is out of range".formatted(tijdvak, id));
        }
        if (jaar(gewijzigdOp) < 0 || jaar(gewijzigdOp) > LAATSTE_JAAR) {
            throw new IllegalArgumentException("gewijzigdOp (%s) of %s is out of range".formatted(gewijzigdOp, id));
        }
    }

    public boolean isVervallen() {
        return status == AgendaStatus.VERVALLEN;
    }

    private static boolean isHeleSeconde(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).equals(moment);
    }

    private static int jaar(Instant moment) {
        return Tijdzone.datum(moment).getYear();
    }
}
