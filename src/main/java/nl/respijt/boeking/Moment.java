package nl.respijt.boeking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;

/**
 * Anything bookable at a time with a number of places. {@code bronId} is the house, group or worker whose moment it is;
 * {@code versie} rises with each change of time, place or status, at
 * {@code versieOp}; {@code gewijzigdOp} moves with each booking as well. With {@code voorbehoud} it is published, and
 * cannot be booked yet: the contract of who offers it does not reach that far (domain.md, "Respijtzorg Thuis").
 */
public record Moment(
        MomentId id,
        Soort soort,
        UUID bronId,
        String titel,
        String wijk,
        List<String> ookWijken,
        String plaats,
        LocalDate datum,
        Dagdeel dagdeel,
        Tijdvak tijdvak,
        int plaatsen,
        int bezet,
        List<String> talen,
        boolean rolstoeltoegankelijk,
        boolean vervallen,
        boolean voorbehoud,
        boolean voorbeeld,
        int versie,
        Instant versieOp,
        Instant gewijzigdOp) {

    public Moment {
        ookWijken = List.copyOf(ookWijken);
        talen = List.copyOf(talen);
        if (bezet < 0 || bezet > plaatsen) {
            throw new IllegalArgumentException("%s: %d of %d places taken".formatted(id, bezet, plaatsen));
        }
    }

    public Plek plek() {
        return new Plek(wijk, plaats, rolstoeltoegankelijk);
    }

    /** What can be booked now; nothing of what is only published under reserve. */
    public int vrij() {
        return voorbehoud ? 0 : plaatsen - bezet;
    }

    /** There is a place to go to, and we know it. */
    public boolean isErgens() {
        return soort != Soort.THUIS && !plaats.isBlank();
    }

    /** Where it can be had; more than one wijk for who comes to people's homes. */
    public boolean isIn(String gevraagd) {
        return wijk.equals(gevraagd) || ookWijken.contains(gevraagd);
    }

    public boolean isBegonnen(Instant nu) {
        return !nu.isBefore(tijdvak.van());
    }

    /** The word of the API: open, vervallen or geweest. */
    public String status(Instant nu) {
        if (vervallen) {
            return "vervallen";
        }
        return nu.isBefore(tijdvak.tot()) ? "open" : "geweest";
    }

    public boolean isTeBoeken(Instant nu) {
        return !vervallen && !isBegonnen(nu) && vrij() > 0;
    }
}
