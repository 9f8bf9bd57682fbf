package nl.respijt.agenda;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgendaSleutelRepository extends GenericRepository<AgendaSleutelRij, UUID> {
    @Query("""
            insert into agendasleutel (id, soort, voor_id, hash, aangemaakt_op)
            values (:id, :soort, cast(:voor as uuid), :hash, :nu)
            """)
    void insert(UUID id, String soort, @Nullable UUID voor, byte[] hash, Instant nu);

    @Query("select * from agendasleutel where id = :id")
    Optional<AgendaSleutelRij> find(UUID id);

    @Query("select * from agendasleutel where hash = :hash and ingetrokken_op is null")
    Optional<AgendaSleutelRij> findGeldige(byte[] hash);

    @Query("select count(*) from agendasleutel where id = :id and ingetrokken_op is null")
    long countGeldige(UUID id);

    @Query("""
            select * from agendasleutel
            where soort = :soort and voor_id is not distinct from cast(:voor as uuid) and ingetrokken_op is null
            order by aangemaakt_op desc, id
            """)
    List<AgendaSleutelRij> findGeldige(String soort, @Nullable UUID voor);

    @Query("update agendasleutel set ingetrokken_op = :nu where id = :id and ingetrokken_op is null")
    long trekIn(UUID id, Instant nu);

    @Query("""
            update agendasleutel set ingetrokken_op = :nu
            where soort = :soort and voor_id is not distinct from cast(:voor as uuid) and ingetrokken_op is null
            """)
    long trekAlleIn(String soort, @Nullable UUID voor, Instant nu);

    /** Until the transaction ends nobody else exchanges the secrets with this name. */
    @Query("select 1 from pg_advisory_xact_lock(hashtextextended(:naam, 0))")
    long wacht(String naam);

    @Query("""
            update agendasleutel set laatst_opgehaald = :nu
            where id = :id and (laatst_opgehaald is null or laatst_opgehaald <= :grens)
            """)
    long noteer(UUID id, Instant nu, Instant grens);
}
