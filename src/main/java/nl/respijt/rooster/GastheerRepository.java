package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

@Singleton
final class GastheerRepository {
    private static final String SELECT = """
            select g.*, array(select h.huis_id from gastheer_huis h where h.gastheer_id = g.id order by h.huis_id) as huizen
            from (select * from gastheer where gewist_op is null) g
            """;

    Optional<Gastheer> find(Handle handle, GastheerId id) {
        return alle(handle.createQuery(SELECT + "where g.id = :id").bind("id", id.waarde())).stream()
                .findFirst();
    }

    /** Whoever gives this gastheer another dienst waits for us, so that a count of them holds until the commit. */
    Optional<Gastheer> findVoorWijziging(Handle handle, GastheerId id) {
        return alle(handle.createQuery(SELECT + "where g.id = :id for update of g")
                        .bind("id", id.waarde()))
                .stream()
                .findFirst();
    }

    List<Gastheer> alle(Handle handle) {
        return alle(handle.createQuery(SELECT + "order by g.slug"));
    }

    /** {@code email} is in lower case. */
    List<Gastheer> metEmail(Handle handle, String email) {
        return alle(handle.createQuery(SELECT + "where lower(g.email) = :email order by g.slug")
                .bind("email", email));
    }

    List<Gastheer> alleVoorWijziging(Handle handle) {
        return alle(handle.createQuery(SELECT + "order by g.id for update of g"));
    }

    List<Gastheer> blad(Handle handle, int grootte, long overslaan) {
        return alle(handle.createQuery(SELECT + "order by g.slug limit :grootte offset :overslaan")
                .bind("grootte", grootte)
                .bind("overslaan", overslaan));
    }

    /** Nobody was ever here, not even somebody who is forgotten. */
    boolean isLeeg(Handle handle) {
        return handle.createQuery("select not exists (select from gastheer)")
                .mapTo(Boolean.class)
                .one();
    }

    int aantal(Handle handle) {
        return handle.createQuery("select count(*) from gastheer where gewist_op is null")
                .mapTo(Integer.class)
                .one();
    }

    /** False for one that is there already: what the makelaar changed since stays. */
    boolean insert(Handle handle, Gastheer gastheer) {
        return handle.createUpdate("""
                insert into gastheer (id, slug, naam, email, getraind, getraind_op, getraind_tot, max_per_maand, talen, taal, voorbeeld)
                values (:id, :slug, :naam, :email, :getraind, :getraindOp, :getraindTot, :max, :talen, :taal, :voorbeeld)
                on conflict on constraint gastheer_slug_uniek do nothing
                """)
                        .bind("id", gastheer.id().waarde())
                        .bind("slug", gastheer.slug())
                        .bind("naam", gastheer.naam())
                        .bind("email", gastheer.email())
                        .bind("getraind", gastheer.scholing().gevolgd())
                        .bind("getraindOp", gastheer.scholing().op())
                        .bind("getraindTot", gastheer.scholing().tot())
                        .bind("max", gastheer.maxPerMaand())
                        .bindArray("talen", String.class, gastheer.talen())
                        .bind("taal", gastheer.taal().code())
                        .bind("voorbeeld", gastheer.voorbeeld())
                        .execute()
                == 1;
    }

    void insertHuizen(Handle handle, Gastheer gastheer) {
        handle.createUpdate("insert into gastheer_huis (gastheer_id, huis_id) select :gastheer, unnest(:huizen)")
                .bind("gastheer", gastheer.id().waarde())
                .bindArray("huizen", UUID.class, gastheer.huizen())
                .execute();
    }

    Optional<UUID> huis(Handle handle, String naam) {
        return handle.createQuery("select id from mantelzorghuis where naam = :naam")
                .bind("naam", naam)
                .mapTo(UUID.class)
                .findOne();
    }

    List<Huis> huizen(Handle handle, Gastheer gastheer) {
        return handle.createQuery("select id, naam from mantelzorghuis where id = any (:huizen) order by naam")
                .bindArray("huizen", UUID.class, gastheer.huizen())
                .map(ConstructorMapper.of(Huis.class))
                .list();
    }

    boolean bestaatHuis(Handle handle, UUID id) {
        return handle.createQuery("select exists (select from mantelzorghuis where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Gastheer> alle(Query query) {
        return query.map(ConstructorMapper.of(GastheerRij.class)).stream()
                .map(GastheerRij::gastheer)
                .toList();
    }
}
