package nl.respijt.agenda;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

@Singleton
final class AgendaSleutelRepository {
    void insert(Handle handle, UUID id, AgendaSoort soort, Optional<UUID> voor, byte[] hash, Instant nu) {
        handle.createUpdate("""
                insert into agendasleutel (id, soort, voor_id, hash, aangemaakt_op)
                values (:id, :soort, :voor, :hash, :nu)
                """)
                .bind("id", id)
                .bind("soort", soort.woord())
                .bind("voor", voor)
                .bind("hash", hash)
                .bind("nu", nu)
                .execute();
    }

    Optional<AgendaSleutelRij> find(Handle handle, UUID id) {
        return handle.createQuery("select * from agendasleutel where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(AgendaSleutelRij.class))
                .findOne();
    }

    Optional<AgendaSleutelRij> findGeldige(Handle handle, byte[] hash) {
        return handle.createQuery("select * from agendasleutel where hash = :hash and ingetrokken_op is null")
                .bind("hash", hash)
                .map(ConstructorMapper.of(AgendaSleutelRij.class))
                .findOne();
    }

    List<AgendaSleutelRij> findGeldige(Handle handle, AgendaSoort soort, Optional<UUID> voor) {
        return handle.createQuery("""
                select * from agendasleutel
                where soort = :soort and voor_id is not distinct from :voor::uuid and ingetrokken_op is null
                order by aangemaakt_op desc, id
                """)
                .bind("soort", soort.woord())
                .bind("voor", voor)
                .map(ConstructorMapper.of(AgendaSleutelRij.class))
                .list();
    }

    int trekIn(Handle handle, UUID id, Instant nu) {
        return handle.createUpdate(
                        "update agendasleutel set ingetrokken_op = :nu where id = :id and ingetrokken_op is null")
                .bind("id", id)
                .bind("nu", nu)
                .execute();
    }

    /** Addresses are exchanged one after another: of two at once, neither would see what the other made. */
    void slot(Handle handle) {
        handle.execute("lock table agendasleutel in share row exclusive mode");
    }

    int trekAlleIn(Handle handle, AgendaSoort soort, Optional<UUID> voor, Instant nu) {
        return handle.createUpdate("""
                update agendasleutel set ingetrokken_op = :nu
                where soort = :soort and voor_id is not distinct from :voor::uuid and ingetrokken_op is null
                """)
                .bind("soort", soort.woord())
                .bind("voor", voor)
                .bind("nu", nu)
                .execute();
    }

    void noteer(Handle handle, UUID id, Instant nu, Instant grens) {
        handle.createUpdate("""
                update agendasleutel set laatst_opgehaald = :nu
                where id = :id and (laatst_opgehaald is null or laatst_opgehaald <= :grens)
                """)
                .bind("id", id)
                .bind("nu", nu)
                .bind("grens", grens)
                .execute();
    }
}
