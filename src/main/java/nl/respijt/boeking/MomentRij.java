package nl.respijt.boeking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;

/** The shape of a row of moment. */
public record MomentRij(
        UUID id,
        String soort,
        UUID bronId,
        String titel,
        String wijk,
        String plaats,
        LocalDate datum,
        String dagdeel,
        Instant begin,
        Instant eind,
        int plaatsen,
        int bezet,
        List<String> talen,
        boolean rolstoeltoegankelijk,
        String status,
        boolean voorbeeld,
        int versie,
        Instant versieOp,
        Instant gewijzigdOp) {

    public Moment moment() {
        return new Moment(
                new MomentId(id),
                Soort.van(soort),
                bronId,
                titel,
                wijk,
                plaats,
                datum,
                Dagdeel.van(dagdeel),
                new Tijdvak(begin, eind),
                plaatsen,
                bezet,
                talen,
                rolstoeltoegankelijk,
                status.equals("vervallen"),
                voorbeeld,
                versie,
                versieOp,
                gewijzigdOp);
    }
}
