package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.kluis.Kluis;
import nl.respijt.kortverblijf.Terugblik.Oordeel;
import nl.respijt.kortverblijf.Terugblik.Wie;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;

/** How people look back on stays. */
@Singleton
final class TerugblikRepository {
    private static final String KOLOM = "terugblik.regel";

    /** Of a stay in a house of a provider. */
    private static final String BIJ_AANBIEDER = """
            from terugblik t join aanmelding a on a.id = t.aanmelding_id
            join aanbieding b on b.aanmelding_id = a.id and b.status = 'aanvaard'
            join logeerhuis h on h.id = b.logeerhuis_id
            where h.aanbieder_id = :aanbieder
            """;

    /** One of them, with the intake it is about. */
    record MetAanmelding(UUID aanmelding, Terugblik terugblik) {}

    private final Kluis kluis;

    TerugblikRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    Map<Wie, Terugblik> van(Handle handle, UUID aanmelding) {
        var alle = new EnumMap<Wie, Terugblik>(Wie.class);
        handle.createQuery("""
                select t.*, a.mantelzorger_id from terugblik t join aanmelding a on a.id = t.aanmelding_id
                where a.id = :aanmelding
                """)
                .bind("aanmelding", aanmelding)
                .map((rij, _) -> terugblik(handle, rij))
                .forEach(een -> alle.put(een.wie(), een));
        return alle;
    }

    /** In place of what they said before. */
    void zet(Handle handle, Verblijfsaanmelding over, Terugblik terugblik) {
        var id = handle.createQuery("select id from terugblik where aanmelding_id = :aanmelding and wie = :wie")
                .bind("aanmelding", over.id())
                .bind("wie", terugblik.wie().woord())
                .mapTo(UUID.class)
                .findOne()
                .orElseGet(() -> Id.nieuw(terugblik.op()));
        handle.createUpdate("""
                insert into terugblik (id, aanmelding_id, wie, oordeel, regel, op)
                values (:id, :aanmelding, :wie, :oordeel, :regel, :op)
                on conflict (id) do update set oordeel = excluded.oordeel, regel = excluded.regel, op = excluded.op
                """)
                .bind("id", id)
                .bind("aanmelding", over.id())
                .bind("wie", terugblik.wie().woord())
                .bind("oordeel", terugblik.oordeel().woord())
                .bind(
                        "regel",
                        terugblik
                                .regel()
                                .map(regel -> kluis.verberg(
                                        handle, over.mantelzorger().waarde(), id, KOLOM, regel)))
                .bind("op", terugblik.op())
                .execute();
    }

    /** How often each was said by these of the guests and carers of a provider. */
    Map<Oordeel, Integer> tel(Handle handle, UUID aanbieder, Wie wie) {
        var aantallen = new EnumMap<Oordeel, Integer>(Oordeel.class);
        handle.createQuery("select t.oordeel, count(*) as aantal " + BIJ_AANBIEDER
                        + " and t.wie = :wie group by t.oordeel")
                .bind("aanbieder", aanbieder)
                .bind("wie", wie.woord())
                .map((rij, _) -> Map.entry(oordeel(rij.getString("oordeel")), rij.getInt("aantal")))
                .forEach(een -> aantallen.put(een.getKey(), een.getValue()));
        return aantallen;
    }

    /** Those that have words with them, the newest first. */
    List<MetAanmelding> regels(Handle handle, UUID aanbieder, int hoogstens) {
        return handle.createQuery("select t.*, a.mantelzorger_id " + BIJ_AANBIEDER + """
                 and t.regel is not null and a.gewist_op is null order by t.op desc, t.id desc limit :hoogstens
                """)
                .bind("aanbieder", aanbieder)
                .bind("hoogstens", hoogstens)
                .map((rij, _) -> new MetAanmelding(rij.getObject("aanmelding_id", UUID.class), terugblik(handle, rij)))
                .list();
    }

    private Terugblik terugblik(Handle handle, ResultSet rij) throws SQLException {
        var regel = rij.getBytes("regel");
        return new Terugblik(
                Wie.valueOf(rij.getString("wie").toUpperCase(Locale.ROOT)),
                oordeel(rij.getString("oordeel")),
                regel == null
                        ? Optional.empty()
                        : kluis.toon(
                                handle,
                                rij.getObject("mantelzorger_id", UUID.class),
                                rij.getObject("id", UUID.class),
                                KOLOM,
                                regel),
                rij.getObject("op", OffsetDateTime.class).toInstant());
    }

    private static Oordeel oordeel(String woord) {
        return Oordeel.valueOf(woord.toUpperCase(Locale.ROOT));
    }
}
