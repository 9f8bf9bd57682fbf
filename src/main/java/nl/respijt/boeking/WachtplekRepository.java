package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.mantelzorger.MantelzorgerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

@Singleton
final class WachtplekRepository {
    /** A line of which the time has come: an offer that ended, or one for what has begun. */
    public record Rij(String ding, UUID dingId) {}

    void insert(
            Handle handle, WachtVerzoek verzoek, WachtplekId id, MantelzorgerId wie, Optional<UUID> reeks, Instant nu) {
        handle.createUpdate("""
                insert into wachtplek (id, ding, ding_id, mantelzorger_id, naam, email, telefoon, taal, personen,
                                       samen_met, iemand_mee, geplaatst_door, reeks_id, status, aangemaakt_op,
                                       gewijzigd_op)
                values (:id, :ding, :dingId, :wie, :naam, :email, :telefoon, :taal, :personen,
                        :samenMet, :iemandMee, :door, :reeks, 'wacht', :nu, :nu)
                """)
                .bind("id", id.waarde())
                .bind("ding", verzoek.ding())
                .bind("dingId", verzoek.dingId())
                .bind("wie", wie.waarde())
                .bind("naam", verzoek.naam())
                .bind("email", verzoek.contact().email())
                .bind("telefoon", verzoek.contact().telefoon())
                .bind("taal", verzoek.taal().code())
                .bind("personen", verzoek.personen())
                .bind("samenMet", verzoek.samenMet())
                .bind("iemandMee", verzoek.iemandMee())
                .bind("door", verzoek.door())
                .bind("reeks", reeks)
                .bind("nu", nu)
                .execute();
    }

    /** Whose person was forgotten is found by nobody any more, also not with its key. */
    Optional<Wachtplek> find(Handle handle, WachtplekId id) {
        return alle(handle.createQuery("select * from wachtplek where id = :id and gewist_op is null")
                        .bind("id", id.waarde()))
                .stream()
                .findFirst();
    }

    /** Who is in line for a thing, with and without an offer, first one first. */
    List<Wachtplek> rij(Handle handle, UUID dingId) {
        return alle(handle.createQuery("""
                select * from wachtplek where ding_id = :ding and status in ('wacht', 'aangeboden') order by volgnummer
                """).bind("ding", dingId));
    }

    List<Wachtplek> vanMantelzorger(Handle handle, MantelzorgerId wie) {
        return alle(handle.createQuery("""
                select * from wachtplek
                where mantelzorger_id = :wie and status in ('wacht', 'aangeboden') order by aangemaakt_op, id
                """).bind("wie", wie.waarde()));
    }

    /** In the order in which their things are locked. */
    List<Wachtplek> vanReeks(Handle handle, UUID reeks) {
        return alle(handle.createQuery("""
                select * from wachtplek
                where reeks_id = :reeks and status in ('wacht', 'aangeboden') order by ding_id
                """).bind("reeks", reeks));
    }

    /** How many are before this one, and itself. */
    int plaatsInRij(Handle handle, UUID dingId, long volgnummer) {
        return handle.createQuery("""
                select count(*) from wachtplek
                where ding_id = :ding and status in ('wacht', 'aangeboden') and volgnummer <= :volgnummer
                """)
                .bind("ding", dingId)
                .bind("volgnummer", volgnummer)
                .mapTo(Integer.class)
                .one();
    }

    /** In how many lines one of these people stands, or who gave this number. */
    int meesteWachtend(Handle handle, List<UUID> mantelzorgers, Optional<String> telefoon) {
        return handle.createQuery("""
                select count(*) from wachtplek
                where (mantelzorger_id = any (:wie) or telefoon = :telefoon) and status in ('wacht', 'aangeboden')
                  and reeks_id is null
                """)
                .bindArray("wie", UUID.class, mantelzorgers)
                .bind("telefoon", telefoon)
                .mapTo(Integer.class)
                .one();
    }

    void wordt(Handle handle, WachtplekId id, Wachtplek.Status status, Optional<Instant> aangebodenTot, Instant nu) {
        handle.createUpdate("""
                update wachtplek set status = :status, aangeboden_tot = :tot, versie = versie + 1, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", id.waarde())
                .bind("status", status.woord())
                .bind("tot", aangebodenTot)
                .bind("nu", nu)
                .execute();
    }

    /** Lines in which something ended by time alone. */
    List<Rij> aanDeBeurt(Handle handle, Instant nu) {
        return handle.createQuery("""
                select distinct w.ding, w.ding_id from wachtplek w
                left join moment m on m.id = w.ding_id
                where w.status = 'aangeboden' and w.aangeboden_tot <= :nu
                   or w.status in ('wacht', 'aangeboden') and m.begin <= :nu
                order by w.ding_id
                """)
                .bind("nu", nu)
                .map(ConstructorMapper.of(Rij.class))
                .list();
    }

    private static List<Wachtplek> alle(Query query) {
        return query.map(ConstructorMapper.of(WachtplekRij.class)).stream()
                .map(WachtplekRij::wachtplek)
                .toList();
    }
}
