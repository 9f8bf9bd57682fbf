package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.kluis.Kluis;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Register.Categorie;
import nl.respijt.privacy.Register.Kolom;
import nl.respijt.privacy.Register.Tabel;
import nl.respijt.privacy.Register.Van;
import nl.respijt.rooster.GastheerId;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/** Everything that we have of a person, by the register: all they may see, decrypted, with why and for how long. */
@Singleton
public final class Uitvoer {
    /** What a table holds of this person: each row as names and values, in the order of the register. */
    public record Deel(Tabel tabel, List<Map<String, Object>> rijen) {
        public Deel {
            rijen = List.copyOf(rijen);
        }
    }

    private final Register register;
    private final Transacties transacties;
    private final Kluis kluis;

    Uitvoer(Register register, Transacties transacties, Kluis kluis) {
        this.register = register;
        this.transacties = transacties;
        this.kluis = kluis;
    }

    /** Only what there is; who was forgotten has nothing. */
    public List<Deel> van(MantelzorgerId wie) {
        return van(Van.MANTELZORGER, wie.waarde());
    }

    /** The same of a host. */
    public List<Deel> van(GastheerId wie) {
        return van(Van.GASTHEER, wie.waarde());
    }

    private List<Deel> van(Van wiens, UUID wie) {
        return transacties.lees(handle -> Vergeten.isBekend(handle, wiens, wie)
                ? register.van(wiens).stream()
                        .map(tabel -> new Deel(tabel, rijen(handle, tabel, wiens, wie)))
                        .filter(deel -> !deel.rijen().isEmpty())
                        .toList()
                : List.of());
    }

    private List<Map<String, Object>> rijen(Handle handle, Tabel tabel, Van wiens, UUID wie) {
        var kolommen = tabel.kolommen().stream().filter(Kolom::isTeZien).toList();
        var velden = new ArrayList<String>();
        tabel.erbij().forEach((naam, sql) -> velden.add("%s as \"%s\"".formatted(sql, naam)));
        kolommen.forEach(kolom -> velden.add(kolom.naam()));
        if (velden.isEmpty()) {
            return List.of();
        }
        if (kolommen.stream().anyMatch(kolom -> kolom.categorie() == Categorie.VERSLEUTELD)) {
            velden.add("id as rij");
        }
        return handle.createQuery("select %s from %s where %s order by 1"
                        .formatted(String.join(", ", velden), tabel.naam(), tabel.rijenVan(wiens)))
                .bind("persoon", wie)
                .map((rij, context) -> rij(handle, tabel, kolommen, wie, rij))
                .list();
    }

    private Map<String, Object> rij(Handle handle, Tabel tabel, List<Kolom> kolommen, UUID wie, ResultSet rij)
            throws SQLException {
        var waarden = new LinkedHashMap<String, Object>();
        for (var naam : tabel.erbij().keySet()) {
            waarde(rij, naam).ifPresent(waarde -> waarden.put(naam, waarde));
        }
        for (var kolom : kolommen) {
            var waarde = kolom.categorie() == Categorie.VERSLEUTELD
                    ? toon(handle, tabel, kolom, wie, rij)
                    : waarde(rij, kolom.naam());
            waarde.ifPresent(ding -> waarden.put(kolom.naam(), ding));
        }
        return waarden;
    }

    /** Empty for a part that was left out, and for what was forgotten. */
    private Optional<String> toon(Handle handle, Tabel tabel, Kolom kolom, UUID wie, ResultSet rij)
            throws SQLException {
        var verborgen = rij.getBytes(kolom.naam());
        return verborgen == null
                ? Optional.empty()
                : kluis.toon(
                        handle, wie, rij.getObject("rij", UUID.class), tabel.naam() + "." + kolom.naam(), verborgen);
    }

    /** As JSON and a page can hold it: times with their offset, the rest as text, number or yes and no. */
    private static Optional<Object> waarde(ResultSet rij, String naam) throws SQLException {
        return switch (rij.getObject(naam)) {
            case null -> Optional.empty();
            case Timestamp tijdstip ->
                Optional.of(Tijdzone.lokaal(tijdstip.toInstant()).toOffsetDateTime());
            case Array waarden -> Optional.of(List.of((Object[]) waarden.getArray()));
            case Boolean waarde -> Optional.of(waarde);
            case Number getal -> Optional.of(getal);
            case Object ander -> Optional.of(ander.toString());
        };
    }
}
