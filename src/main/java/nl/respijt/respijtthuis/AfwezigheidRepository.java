package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Thuisvraag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The absences of workers, and what became of the visits in them. */
@Singleton
final class AfwezigheidRepository {
    void insert(Handle handle, Afwezigheid weg, String door, Instant nu) {
        handle.createUpdate("""
                insert into afwezigheid (id, medewerker_id, van, tot, vastgelegd_door, vastgelegd_op)
                values (:id, :medewerker, :van, :tot, :door, :nu)
                """)
                .bind("id", weg.id())
                .bind("medewerker", weg.medewerker())
                .bind("van", weg.van())
                .bind("tot", weg.tot())
                .bind("door", door)
                .bind("nu", nu)
                .execute();
    }

    List<Afwezigheid> afwezigheden(Handle handle, UUID aanbieder, LocalDate vanaf) {
        return handle.createQuery("""
                select a.* from afwezigheid a join medewerker m on m.id = a.medewerker_id
                where m.aanbieder_id = :aanbieder and (a.tot is null or a.tot > :vanaf) and a.ingetrokken_op is null
                order by a.van, a.id
                """)
                .bind("aanbieder", aanbieder)
                .bind("vanaf", vanaf)
                .map(AfwezigheidRepository::leesAfwezigheid)
                .list();
    }

    /** Withdrawn or not. */
    Optional<Afwezigheid> afwezigheid(Handle handle, UUID id) {
        return handle.createQuery("select * from afwezigheid where id = :id")
                .bind("id", id)
                .map(AfwezigheidRepository::leesAfwezigheid)
                .findOne();
    }

    boolean isIngetrokken(Handle handle, UUID afwezigheid) {
        return handle.createQuery("select ingetrokken_op is not null from afwezigheid where id = :id")
                .bind("id", afwezigheid)
                .mapTo(Boolean.class)
                .one();
    }

    /** False when it was withdrawn before. */
    boolean trekIn(Handle handle, UUID afwezigheid, Instant nu) {
        return handle.createUpdate(
                                "update afwezigheid set ingetrokken_op = :nu where id = :id and ingetrokken_op is null")
                        .bind("id", afwezigheid)
                        .bind("nu", nu)
                        .execute()
                == 1;
    }

    private static Afwezigheid leesAfwezigheid(ResultSet rij, StatementContext context) throws SQLException {
        return new Afwezigheid(
                rij.getObject("id", UUID.class),
                rij.getObject("medewerker_id", UUID.class),
                rij.getObject("van", LocalDate.class),
                Optional.ofNullable(rij.getObject("tot", LocalDate.class)));
    }

    /** What somebody would do in those days, first one first. */
    List<MomentId> inDagen(Handle handle, Afwezigheid weg, Instant nu) {
        return dagen(handle, weg, """
                select id from moment
                where bron_id = :medewerker and soort = 'thuis' and status = 'open' and begin > :nu
                  and datum >= :van and (:tot::date is null or datum < :tot)
                order by begin, id
                """, nu);
    }

    /** Holds all of that, and whatever others could do instead, in the order in which moments are held. */
    void houd(Handle handle, Afwezigheid weg, Instant nu) {
        dagen(handle, weg, """
                with eigen as (
                    select id, begin from moment
                    where bron_id = :medewerker and soort = 'thuis' and status = 'open' and begin > :nu
                      and datum >= :van and (:tot::date is null or datum < :tot)
                )
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                where w.aanbieder_id = (select aanbieder_id from medewerker where id = :medewerker)
                  and m.soort = 'thuis' and m.status = 'open' and m.begin in (select begin from eigen)
                order by m.id for update of m
                """, nu);
    }

    private static List<MomentId> dagen(Handle handle, Afwezigheid weg, String sql, Instant nu) {
        return handle.createQuery(sql)
                .bind("medewerker", weg.medewerker())
                .bind("van", weg.van())
                .bind("tot", weg.tot())
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /**
     * Who of the same provider can come instead, at that very time: whoever came to this household before first, then
     * who comes to most of the same wijken.
     */
    List<MomentId> vervangers(Handle handle, Boeking boeking, Thuisvraag vraag) {
        return handle.createQuery("""
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                join medewerker eerst on eerst.id = :eerst
                where m.soort = 'thuis' and m.status = 'open' and m.begin = :begin and m.eind = :eind
                  and m.bezet < m.plaatsen and not m.voorbehoud
                  and w.id <> eerst.id and w.aanbieder_id = eerst.aanbieder_id and not w.gestopt
                  and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig and w.wijken && eerst.wijken
                order by not exists (select from boeking b
                                     join huisbezoek h on h.id = b.id
                                     join moment eerder on eerder.id = b.moment_id
                                     where h.mantelzorger_id = :wie and eerder.bron_id = w.id
                                       and b.status in ('bevestigd', 'geweest')),
                         cardinality(array(select unnest(w.wijken) intersect select unnest(eerst.wijken))) desc,
                         w.naam, m.id
                """)
                .bind("eerst", boeking.moment().bronId())
                .bind("begin", boeking.tijdvak().van())
                .bind("eind", boeking.tijdvak().tot())
                .bind("voor", vraag.voor().woord())
                .bindArray("nodig", String.class, MedewerkerRepository.vaardigheden(vraag.nodig()))
                .bind("wie", boeking.mantelzorger().waarde())
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** It lapsed by this absence. */
    void viel(Handle handle, MomentId moment, UUID afwezigheid) {
        handle.createUpdate("update bezoekmoment set afwezigheid_id = :afwezigheid where moment_id = :moment")
                .bind("moment", moment.waarde())
                .bind("afwezigheid", afwezigheid)
                .execute();
    }

    /** A visit that lapsed by an absence: the line that planned it, if one did, and its day. */
    record Gevallen(MomentId moment, Optional<UUID> werktijd, LocalDate datum) {}

    /** What lapsed by it and is still to come, in the order in which moments are held. */
    List<Gevallen> gevallen(Handle handle, UUID afwezigheid, Instant nu) {
        return handle.createQuery("""
                select b.moment_id, b.werktijd_id, m.datum from bezoekmoment b join moment m on m.id = b.moment_id
                where b.afwezigheid_id = :afwezigheid and m.status = 'vervallen' and m.begin > :nu order by b.moment_id
                """)
                .bind("afwezigheid", afwezigheid)
                .bind("nu", nu)
                .map((rij, _) -> new Gevallen(
                        new MomentId(rij.getObject(1, UUID.class)),
                        Optional.ofNullable(rij.getObject(2, UUID.class)),
                        rij.getObject(3, LocalDate.class)))
                .list();
    }

    /** False when they are somewhere else by now, or on the way. */
    boolean komtTerug(Handle handle, MomentId moment) {
        return handle.createUpdate("""
                update bezoekmoment b set actief = true, afwezigheid_id = null
                where b.moment_id = :moment and not b.actief
                  and not exists (select from bezoekmoment ander
                                  where ander.medewerker_id = b.medewerker_id and ander.actief and ander.tijd && b.tijd)
                """).bind("moment", moment.waarde()).execute() == 1;
    }

    /** What became of a visit that somebody counted on. */
    record Uitkomst(BoekingId boeking, MomentId was, Optional<MomentId> wordt) {}

    void insert(Handle handle, UUID afwezigheid, Uitkomst uitkomst) {
        handle.createUpdate("""
                insert into bezoekuitkomst (afwezigheid_id, boeking_id, was_id, wordt_id)
                values (:afwezigheid, :boeking, :was, :wordt)
                """)
                .bind("afwezigheid", afwezigheid)
                .bind("boeking", uitkomst.boeking().waarde())
                .bind("was", uitkomst.was().waarde())
                .bind("wordt", uitkomst.wordt().map(MomentId::waarde))
                .execute();
    }

    /** First one first. */
    List<Uitkomst> uitkomsten(Handle handle, UUID afwezigheid) {
        return handle.createQuery("""
                select u.boeking_id, u.was_id, u.wordt_id from bezoekuitkomst u join moment m on m.id = u.was_id
                where u.afwezigheid_id = :afwezigheid order by m.begin, u.boeking_id
                """)
                .bind("afwezigheid", afwezigheid)
                .map((rij, _) -> new Uitkomst(
                        new BoekingId(rij.getObject(1, UUID.class)),
                        new MomentId(rij.getObject(2, UUID.class)),
                        Optional.ofNullable(rij.getObject(3, UUID.class)).map(MomentId::new)))
                .list();
    }
}
