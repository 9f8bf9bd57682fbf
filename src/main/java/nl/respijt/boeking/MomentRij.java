package nl.respijt.boeking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;
import org.jdbi.v3.core.mapper.RowMapper;

/** The shape of a row of moment. */
public record MomentRij(
        UUID id,
        String soort,
        UUID bronId,
        String titel,
        String wijk,
        List<String> ookWijken,
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
        boolean voorbehoud,
        boolean voorbeeld,
        int versie,
        Instant versieOp,
        Instant gewijzigdOp) {

    static final RowMapper<MomentRij> LEES = (rij, context) -> lees(rij);

    /**
     * By hand: this row is read in every booking, and a mapper that finds the parameter of each column by name does so
     * anew for every statement.
     */
    static MomentRij lees(ResultSet rij) throws SQLException {
        return new MomentRij(
                rij.getObject("id", UUID.class),
                rij.getString("soort"),
                rij.getObject("bron_id", UUID.class),
                rij.getString("titel"),
                rij.getString("wijk"),
                woorden(rij, "ook_wijken"),
                rij.getString("plaats"),
                rij.getObject("datum", LocalDate.class),
                rij.getString("dagdeel"),
                tijdstip(rij, "begin"),
                tijdstip(rij, "eind"),
                rij.getInt("plaatsen"),
                rij.getInt("bezet"),
                woorden(rij, "talen"),
                rij.getBoolean("rolstoeltoegankelijk"),
                rij.getString("status"),
                rij.getBoolean("voorbehoud"),
                rij.getBoolean("voorbeeld"),
                rij.getInt("versie"),
                tijdstip(rij, "versie_op"),
                tijdstip(rij, "gewijzigd_op"));
    }

    private static List<String> woorden(ResultSet rij, String kolom) throws SQLException {
        return List.of((String[]) rij.getArray(kolom).getArray());
    }

    private static Instant tijdstip(ResultSet rij, String kolom) throws SQLException {
        return rij.getObject(kolom, OffsetDateTime.class).toInstant();
    }

    public Moment moment() {
        return new Moment(
                new MomentId(id),
                Soort.van(soort),
                bronId,
                titel,
                wijk,
                ookWijken,
                plaats,
                datum,
                Dagdeel.van(dagdeel),
                new Tijdvak(begin, eind),
                plaatsen,
                bezet,
                talen,
                rolstoeltoegankelijk,
                status.equals("vervallen"),
                voorbehoud,
                voorbeeld,
                versie,
                versieOp,
                gewijzigdOp);
    }
}
