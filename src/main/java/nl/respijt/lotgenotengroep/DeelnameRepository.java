package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.MomentId;
import nl.respijt.mantelzorger.MantelzorgerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

@Singleton
final class DeelnameRepository {
    /** How many places of a group are taken, of how many; and whether it takes anybody. */
    public record Ruimte(int grootte, int deelnemers, String status, boolean openVoorNieuwe, boolean kennismaking) {}

    /** Holds the group until the transaction ends. */
    Optional<Ruimte> metSlot(Handle handle, UUID groep) {
        return handle.createQuery("""
                select grootte, deelnemers, status, open_voor_nieuwe, kennismaking
                from lotgenotengroep where id = :id for update
                """)
                .bind("id", groep)
                .map(ConstructorMapper.of(Ruimte.class))
                .findOne();
    }

    /** Decides who gets the last place, as with a moment. */
    boolean neemPlaatsen(Handle handle, UUID groep, int personen) {
        return handle.createUpdate("""
                        update lotgenotengroep set deelnemers = deelnemers + :personen
                        where id = :id and deelnemers + :personen <= grootte
                        """)
                        .bind("id", groep)
                        .bind("personen", personen)
                        .execute()
                == 1;
    }

    void geefPlaatsenTerug(Handle handle, UUID groep, int personen) {
        handle.createUpdate("update lotgenotengroep set deelnemers = deelnemers - :personen where id = :id")
                .bind("id", groep)
                .bind("personen", personen)
                .execute();
    }

    void insert(Handle handle, Deelname deelname, Instant nu) {
        handle.createUpdate("""
                insert into deelname (id, groep_id, mantelzorger_id, naam, email, telefoon, taal, personen, samen_met,
                                      iemand_mee, gemaakt_door, status, aangemaakt_op, gewijzigd_op)
                values (:id, :groep, :wie, :naam, :email, :telefoon, :taal, :personen, :samenMet,
                        :iemandMee, :door, :status, :nu, :nu)
                """)
                .bind("id", deelname.id())
                .bind("groep", deelname.groepId())
                .bind("wie", deelname.mantelzorger().waarde())
                .bind("naam", deelname.naam())
                .bind("email", deelname.contact().email())
                .bind("telefoon", deelname.contact().telefoon())
                .bind("taal", deelname.taal().code())
                .bind("personen", deelname.personen())
                .bind("samenMet", deelname.samenMet())
                .bind("iemandMee", deelname.iemandMee())
                .bind("door", deelname.gemaaktDoor())
                .bind("status", deelname.status().woord())
                .bind("nu", nu)
                .execute();
    }

    /** Whose person was forgotten is found by nobody any more, also not with its key. */
    Optional<Deelname> find(Handle handle, UUID id) {
        return alle(handle.createQuery("select * from deelname where id = :id and gewist_op is null")
                        .bind("id", id))
                .stream()
                .findFirst();
    }

    /** Who is in a group, or will be after a first talk; by name. */
    List<Deelname> inGroep(Handle handle, UUID groep) {
        return alle(handle.createQuery("""
                select * from deelname where groep_id = :groep and status in ('kennismaking', 'deelnemer')
                order by naam, id
                """).bind("groep", groep));
    }

    List<Deelname> van(Handle handle, MantelzorgerId wie) {
        return alle(handle.createQuery("""
                select * from deelname where mantelzorger_id = :wie and status in ('kennismaking', 'deelnemer')
                order by aangemaakt_op, id
                """).bind("wie", wie.waarde()));
    }

    /** How many other groups these people, or who gave this number, are in or wait for. */
    int andereGroepen(Handle handle, UUID groep, List<UUID> mantelzorgers, Optional<String> telefoon) {
        return handle.createQuery("""
                select (select count(*) from deelname
                        where (mantelzorger_id = any (:wie) or telefoon = :telefoon)
                          and status in ('kennismaking', 'deelnemer') and groep_id <> :groep)
                     + (select count(*) from wachtplek
                        where (mantelzorger_id = any (:wie) or telefoon = :telefoon)
                          and ding = :ding and status in ('wacht', 'aangeboden') and ding_id <> :groep)
                """)
                .bind("groep", groep)
                .bindArray("wie", UUID.class, mantelzorgers)
                .bind("telefoon", telefoon)
                .bind("ding", GroepWachtbaar.DING)
                .mapTo(Integer.class)
                .one();
    }

    void wordt(Handle handle, UUID id, Deelname.Status status, Instant nu) {
        handle.createUpdate("""
                update deelname set status = :status, versie = versie + 1, gewijzigd_op = :nu where id = :id
                """)
                .bind("id", id)
                .bind("status", status.woord())
                .bind("nu", nu)
                .execute();
    }

    void spreekAf(Handle handle, UUID id, String trefpunt, Instant nu) {
        handle.createUpdate("""
                update deelname set trefpunt = :trefpunt, versie = versie + 1, gewijzigd_op = :nu where id = :id
                """)
                .bind("id", id)
                .bind("trefpunt", trefpunt)
                .bind("nu", nu)
                .execute();
    }

    /** What the group has to come, in the order in which moments are locked. */
    List<MomentId> komende(Handle handle, UUID groep, Instant nu) {
        return handle.createQuery("""
                select id from moment where bron_id = :groep and status = 'open' and begin > :nu order by id
                """)
                .bind("groep", groep)
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** The accounts of who leads it. */
    List<UUID> coordinatoren(Handle handle, UUID groep) {
        return handle.createQuery("""
                select c.persoon_id from groepscoordinator c join account a on a.id = c.persoon_id
                where c.groep_id = :groep and a.geblokkeerd_op is null order by c.persoon_id
                """).bind("groep", groep).mapTo(UUID.class).list();
    }

    private static List<Deelname> alle(Query query) {
        return query.map(ConstructorMapper.of(DeelnameRij.class)).stream()
                .map(DeelnameRij::deelname)
                .toList();
    }
}
