package nl.respijt.inzage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Adds lines and reads them; there is nothing that changes one. */
@Singleton
final class InzageRepository {
    private static final String LEES = """
            select op, gebeurtenis, actor, naam, rol, organisatie, betrokkene, object, grond, reden from inzage
            """;

    private static final RowMapper<Inzage> INZAGE = (rij, _) -> new Inzage(
            rij.getTimestamp("op").toInstant(),
            rij.getString("gebeurtenis"),
            rij.getString("actor"),
            rij.getString("naam"),
            rij.getString("rol"),
            rij.getString("organisatie"),
            rij.getObject("betrokkene", UUID.class),
            rij.getString("object"),
            rij.getString("grond"),
            Optional.ofNullable(rij.getString("reden")));

    /** How far the chain of a day is. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Stand(long regels, byte[] slot) {}

    /** The day that was opened last. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    private record Vorige(LocalDate dag, long regels, byte[] slot) {}

    /** The end of the day's chain, ours alone until the transaction ends. */
    Stand neemBeurt(Handle handle, LocalDate dag) {
        return beurt(handle, dag).orElseGet(() -> {
            handle.execute("lock table inzage_dag in share row exclusive mode"); // days are opened one by one
            return beurt(handle, dag).orElseGet(() -> open(handle, dag));
        });
    }

    private static Optional<Stand> beurt(Handle handle, LocalDate dag) {
        return handle.createQuery("select regels, slot from inzage_dag where dag = :dag for update")
                .bind("dag", dag)
                .map((rij, _) -> new Stand(rij.getLong("regels"), rij.getBytes("slot")))
                .findOne();
    }

    /** A line that is added to the day before meanwhile comes after the one that this day begins with; both stay whole. */
    private static Stand open(Handle handle, LocalDate dag) {
        var vorige = handle.createQuery("select dag, regels, slot from inzage_dag order by nummer desc limit 1")
                .map((rij, _) ->
                        new Vorige(rij.getObject("dag", LocalDate.class), rij.getLong("regels"), rij.getBytes("slot")))
                .findOne();
        var slot = vorige.map(een -> Regel.begin(dag, een.dag(), een.regels(), een.slot()))
                .orElseGet(() -> Regel.begin(dag));
        handle.createUpdate("""
                insert into inzage_dag (dag, nummer, na_dag, na_regels, regels, slot)
                select :dag, coalesce(max(nummer), 0) + 1, :naDag, :naRegels, 0, :slot from inzage_dag
                """)
                .bind("dag", dag)
                .bind("naDag", vorige.map(Vorige::dag))
                .bind("naRegels", vorige.map(Vorige::regels))
                .bind("slot", slot)
                .execute();
        return new Stand(0, slot);
    }

    PreparedBatch batch(Handle handle) {
        return handle.prepareBatch("""
                insert into inzage (dag, nummer, op, gebeurtenis, actor, naam, rol, organisatie, namens, betrokkene,
                                    object, object_id, handeling, grond, reden, verzoek, vorige, hash)
                values (:dag, :nummer, :op, :gebeurtenis, :actor, :naam, :rol, :organisatie, :namens, :betrokkene,
                        :object, :objectId, :handeling, :grond, :reden, :verzoek, :vorige, :hash)
                """);
    }

    void geefBeurt(Handle handle, LocalDate dag, Stand stand) {
        handle.createUpdate("update inzage_dag set regels = :regels, slot = :slot where dag = :dag")
                .bind("regels", stand.regels())
                .bind("slot", stand.slot())
                .bind("dag", dag)
                .execute();
    }

    List<Inzage> over(Handle handle, UUID betrokkene, Instant van, Instant tot, int hoogstens) {
        return handle.createQuery(LEES + """
                where betrokkene = :betrokkene and op >= :van and op < :tot order by op desc, nummer desc limit :hoogstens
                """)
                .bind("betrokkene", betrokkene)
                .bind("van", van)
                .bind("tot", tot)
                .bind("hoogstens", hoogstens)
                .map(INZAGE)
                .list();
    }

    List<Inzage> geopend(Handle handle, int hoogstens) {
        return handle.createQuery(
                        LEES + " where gebeurtenis = 'geopend' order by op desc, nummer desc limit :hoogstens")
                .bind("hoogstens", hoogstens)
                .map(INZAGE)
                .list();
    }

    Optional<String> reden(Handle handle, String actor, UUID betrokkene, Instant sinds) {
        return handle.createQuery("""
                select reden from inzage
                where gebeurtenis = 'geopend' and actor = :actor and betrokkene = :betrokkene and op > :sinds
                order by op desc limit 1
                """)
                .bind("actor", actor)
                .bind("betrokkene", betrokkene)
                .bind("sinds", sinds)
                .mapTo(String.class)
                .findOne();
    }

    long vergeet(Handle handle, LocalDate voor) {
        return handle.createQuery("select inzage_vergeet(:voor)")
                .bind("voor", voor)
                .mapTo(Long.class)
                .one();
    }
}
