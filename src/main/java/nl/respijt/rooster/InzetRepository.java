package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.rooster.Beschikbaarheid.Plek;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;

/** When gastheren can and what they wish; read of one, or of all at once for a whole roster. */
@Singleton
final class InzetRepository {
    Inzet van(Handle handle, GastheerId id) {
        return lees(handle, Optional.of(id)).getOrDefault(id, Inzet.VRIJ);
    }

    /** Everybody who is a gastheer has one. */
    Map<GastheerId, Inzet> alle(Handle handle) {
        return lees(handle, Optional.empty());
    }

    private static Map<GastheerId, Inzet> lees(Handle handle, Optional<GastheerId> wie) {
        var weken = new HashMap<GastheerId, Set<Weekplek>>();
        handle.createQuery("""
                select gastheer_id, dag, dagdeel from gastheer_dagdeel where :wie::uuid is null or gastheer_id = :wie
                """)
                .bind("wie", wie.map(GastheerId::waarde))
                .map((rij, context) -> weken.computeIfAbsent(gastheer(rij), _ -> new HashSet<>())
                        .add(new Weekplek(DayOfWeek.of(rij.getInt("dag")), Dagdeel.van(rij.getString("dagdeel")))))
                .list();
        var dagen = new HashMap<GastheerId, Map<Plek, Boolean>>();
        handle.createQuery("""
                select gastheer_id, datum, dagdeel, kan from gastheer_datum where :wie::uuid is null or gastheer_id = :wie
                """)
                .bind("wie", wie.map(GastheerId::waarde))
                .map((rij, context) -> Optional.ofNullable(dagen.computeIfAbsent(gastheer(rij), _ -> new HashMap<>())
                        .put(
                                new Plek(
                                        rij.getObject("datum", LocalDate.class), Dagdeel.van(rij.getString("dagdeel"))),
                                rij.getBoolean("kan"))))
                .list();
        var alle = new HashMap<GastheerId, Inzet>();
        handle.createQuery("""
                select g.id as gastheer_id, g.wens_per_maand, g.wens_huis_id, g.twee_op_een_dag, g.uitnodigingen,
                       (select s.id from gastheer s where s.id = g.samen_met_id and s.gewist_op is null) as samen_met_id,
                       (select s.id from gastheer s where s.id = g.maatje_id and s.gewist_op is null) as maatje_id
                from gastheer g where g.gewist_op is null and (:wie::uuid is null or g.id = :wie)
                """)
                .bind("wie", wie.map(GastheerId::waarde))
                .map((rij, context) -> {
                    var id = gastheer(rij);
                    return Optional.ofNullable(alle.put(
                            id,
                            new Inzet(
                                    new Beschikbaarheid(
                                            weken.getOrDefault(id, Set.of()), dagen.getOrDefault(id, Map.of())),
                                    wensen(rij))));
                })
                .list();
        return alle;
    }

    private static GastheerId gastheer(ResultSet rij) throws SQLException {
        return new GastheerId(rij.getObject("gastheer_id", UUID.class));
    }

    private static Wensen wensen(ResultSet rij) throws SQLException {
        return new Wensen(
                Optional.ofNullable(rij.getObject("wens_per_maand", Integer.class)),
                Optional.ofNullable(rij.getObject("wens_huis_id", UUID.class)),
                Optional.ofNullable(rij.getObject("samen_met_id", UUID.class)).map(GastheerId::new),
                Optional.ofNullable(rij.getObject("maatje_id", UUID.class)).map(GastheerId::new),
                rij.getBoolean("twee_op_een_dag"),
                rij.getBoolean("uitnodigingen"));
    }

    void zetWeek(Handle handle, GastheerId wie, Collection<Weekplek> week) {
        handle.createUpdate("delete from gastheer_dagdeel where gastheer_id = :wie")
                .bind("wie", wie.waarde())
                .execute();
        for (var plek : week) {
            handle.createUpdate(
                            "insert into gastheer_dagdeel (gastheer_id, dag, dagdeel) values (:wie, :dag, :dagdeel)")
                    .bind("wie", wie.waarde())
                    .bind("dag", plek.dag().getValue())
                    .bind("dagdeel", plek.dagdeel().woord())
                    .execute();
        }
    }

    /** Says it anew for these dagdelen. */
    void zetDagen(Handle handle, GastheerId wie, Collection<Plek> plekken, boolean kan) {
        for (var plek : plekken) {
            handle.createUpdate("""
                    insert into gastheer_datum (gastheer_id, datum, dagdeel, kan) values (:wie, :datum, :dagdeel, :kan)
                    on conflict on constraint gastheer_datum_pkey do update set kan = :kan
                    """)
                    .bind("wie", wie.waarde())
                    .bind("datum", plek.datum())
                    .bind("dagdeel", plek.dagdeel().woord())
                    .bind("kan", kan)
                    .execute();
        }
    }

    /** From {@code van} up to and including {@code tot} the week counts again; for all dagdelen without one. */
    void vergeetDagen(Handle handle, GastheerId wie, LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel) {
        handle.createUpdate("""
                delete from gastheer_datum
                where gastheer_id = :wie and datum between :van and :tot
                  and (cast(:dagdeel as text) is null or dagdeel = :dagdeel)
                """)
                .bind("dagdeel", dagdeel.map(Dagdeel::woord))
                .bind("wie", wie.waarde())
                .bind("van", van)
                .bind("tot", tot)
                .execute();
    }

    void zetTaal(Handle handle, GastheerId wie, Taal taal) {
        handle.createUpdate("update gastheer set taal = :taal where id = :wie")
                .bind("taal", taal.code())
                .bind("wie", wie.waarde())
                .execute();
    }

    void zetWensen(Handle handle, GastheerId wie, int maxPerMaand, Wensen wensen) {
        handle.createUpdate("""
                update gastheer set max_per_maand = :max, wens_per_maand = :perMaand, wens_huis_id = :huis,
                       samen_met_id = :samenMet, maatje_id = :maatje, twee_op_een_dag = :tweeOpEenDag,
                       uitnodigingen = :uitnodigingen
                where id = :wie and gewist_op is null
                """)
                .bind("wie", wie.waarde())
                .bind("max", maxPerMaand)
                .bind("perMaand", wensen.perMaand())
                .bind("huis", wensen.huis())
                .bind("samenMet", wensen.samenMet().map(GastheerId::waarde))
                .bind("maatje", wensen.maatje().map(GastheerId::waarde))
                .bind("tweeOpEenDag", wensen.tweeOpEenDag())
                .bind("uitnodigingen", wensen.uitnodigingen())
                .execute();
    }
}
