package nl.respijt.mantelzorghuis;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.MomentId;
import nl.respijt.tijd.Dagdeel;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

@Singleton
final class HuisRepository {
    /** The shape of a row of mantelzorghuis. */
    public record HuisRij(
            UUID id,
            String slug,
            String naam,
            String wijk,
            @Nullable String adres,
            @Nullable String halte,
            int plaatsen,
            List<String> talen,
            boolean rolstoeltoegankelijk,
            boolean voorbeeld) {
        Mantelzorghuis huis() {
            return new Mantelzorghuis(
                    id,
                    slug,
                    naam,
                    wijk,
                    Optional.ofNullable(adres),
                    Optional.ofNullable(halte),
                    plaatsen,
                    talen,
                    rolstoeltoegankelijk,
                    voorbeeld);
        }
    }

    /** The shape of a row of openingspatroon. */
    public record PatroonRij(
            UUID id,
            UUID huisId,
            int dag,
            String dagdeel,
            int elkeWeken,
            LocalDate vanaf,
            @Nullable LocalDate tot) {
        Openingspatroon patroon() {
            return new Openingspatroon(
                    id, huisId, dag, Dagdeel.van(dagdeel), elkeWeken, vanaf, Optional.ofNullable(tot));
        }
    }

    /** The shape of a row of sluiting. */
    public record SluitingRij(
            UUID id,
            @Nullable UUID huisId,
            LocalDate van,
            LocalDate tot,
            @Nullable String dagdeel,
            String reden) {
        Sluiting sluiting() {
            return new Sluiting(
                    id,
                    Optional.ofNullable(huisId),
                    van,
                    tot,
                    Optional.ofNullable(dagdeel).map(Dagdeel::van),
                    reden);
        }
    }

    /** An openstelling with what became of its moment. */
    public record OpenstellingRij(
            UUID momentId, UUID huisId, LocalDate datum, String dagdeel, String herkomst, boolean vervallen) {
        MomentId moment() {
            return new MomentId(momentId);
        }
    }

    List<Mantelzorghuis> alle(Handle handle) {
        return handle
                .createQuery("select * from mantelzorghuis order by naam collate \"C\"")
                .map(ConstructorMapper.of(HuisRij.class))
                .stream()
                .map(HuisRij::huis)
                .toList();
    }

    /** False when the house was there already. */
    boolean insert(Handle handle, Mantelzorghuis huis) {
        return handle.createUpdate("""
                        insert into mantelzorghuis (id, slug, naam, wijk, adres, halte, plaatsen, talen,
                                                    rolstoeltoegankelijk, voorbeeld)
                        values (:id, :slug, :naam, :wijk, :adres, :halte, :plaatsen, :talen, :rolstoel, :voorbeeld)
                        on conflict do nothing
                        """)
                        .bind("id", huis.id())
                        .bind("slug", huis.slug())
                        .bind("naam", huis.naam())
                        .bind("wijk", huis.wijk())
                        .bind("adres", huis.adres())
                        .bind("halte", huis.halte())
                        .bind("plaatsen", huis.plaatsen())
                        .bindArray("talen", String.class, huis.talen())
                        .bind("rolstoel", huis.rolstoeltoegankelijk())
                        .bind("voorbeeld", huis.voorbeeld())
                        .execute()
                == 1;
    }

    /** Houses change their openings one at a time. */
    void slot(Handle handle, UUID huis) {
        handle.createQuery("select id from mantelzorghuis where id = :id for update")
                .bind("id", huis)
                .mapTo(UUID.class)
                .one();
    }

    List<Openingspatroon> patronen(Handle handle) {
        return handle
                .createQuery("select * from openingspatroon order by huis_id, dag, dagdeel desc, vanaf")
                .map(ConstructorMapper.of(PatroonRij.class))
                .stream()
                .map(PatroonRij::patroon)
                .toList();
    }

    void insert(Handle handle, Openingspatroon patroon) {
        handle.createUpdate("""
                insert into openingspatroon (id, huis_id, dag, dagdeel, elke_weken, vanaf)
                values (:id, :huis, :dag, :dagdeel, :elkeWeken, :vanaf)
                """)
                .bind("id", patroon.id())
                .bind("huis", patroon.huisId())
                .bind("dag", patroon.dag())
                .bind("dagdeel", patroon.dagdeel().woord())
                .bind("elkeWeken", patroon.elkeWeken())
                .bind("vanaf", patroon.vanaf())
                .execute();
    }

    void beeindig(Handle handle, UUID patroon, LocalDate tot) {
        handle.createUpdate("update openingspatroon set tot = greatest(vanaf, :tot) where id = :id")
                .bind("id", patroon)
                .bind("tot", tot)
                .execute();
    }

    List<Sluiting> sluitingen(Handle handle, LocalDate vanaf) {
        return handle
                .createQuery("select * from sluiting where tot >= :vanaf order by van, id")
                .bind("vanaf", vanaf)
                .map(ConstructorMapper.of(SluitingRij.class))
                .stream()
                .map(SluitingRij::sluiting)
                .toList();
    }

    void insert(Handle handle, Sluiting sluiting) {
        handle.createUpdate("""
                insert into sluiting (id, huis_id, van, tot, dagdeel, reden)
                values (:id, :huis, :van, :tot, :dagdeel, :reden)
                """)
                .bind("id", sluiting.id())
                .bind("huis", sluiting.huisId())
                .bind("van", sluiting.van())
                .bind("tot", sluiting.tot())
                .bind("dagdeel", sluiting.dagdeel().map(Dagdeel::woord))
                .bind("reden", sluiting.reden())
                .execute();
    }

    List<OpenstellingRij> openstellingen(Handle handle, LocalDate van, LocalDate tot) {
        return handle.createQuery("""
                select o.moment_id, o.huis_id, o.datum, o.dagdeel, o.herkomst, m.status = 'vervallen' as vervallen
                from openstelling o join moment m on m.id = o.moment_id
                where o.datum between :van and :tot order by o.datum, o.moment_id
                """)
                .bind("van", van)
                .bind("tot", tot)
                .map(ConstructorMapper.of(OpenstellingRij.class))
                .list();
    }

    /** Its place in the plan may be planned again; the moment stays, for who had a place there. */
    void geefPlekVrij(Handle handle, MomentId moment) {
        handle.createUpdate("""
                delete from openstelling using moment m
                where moment_id = :moment and m.id = moment_id and m.status = 'vervallen'
                """).bind("moment", moment.waarde()).execute();
    }

    void insertOpenstelling(
            Handle handle, MomentId moment, UUID huis, LocalDate datum, Dagdeel dagdeel, String herkomst) {
        handle.createUpdate("""
                insert into openstelling (moment_id, huis_id, datum, dagdeel, herkomst)
                values (:moment, :huis, :datum, :dagdeel, :herkomst)
                """)
                .bind("moment", moment.waarde())
                .bind("huis", huis)
                .bind("datum", datum)
                .bind("dagdeel", dagdeel.woord())
                .bind("herkomst", herkomst)
                .execute();
    }
}
