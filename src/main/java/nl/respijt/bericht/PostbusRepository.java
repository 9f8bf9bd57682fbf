package nl.respijt.bericht;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How far the mailbox was read, and who reads it. */
@Singleton
final class PostbusRepository {
    private final Jdbi jdbi;

    PostbusRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Stand(long geldigheid, long gelezenTot) {}

    /** One statement, so that no transaction is open while the mail server is talked to; empty when another reads. */
    Optional<Stand> neem(UUID lezer, Instant nu, Instant pachtTot) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into postbus (geldigheid, gelezen_tot, lezer, pacht_tot) values (0, 0, :lezer, :pachtTot)
                        on conflict on constraint postbus_pkey do update set lezer = :lezer, pacht_tot = :pachtTot
                        where postbus.lezer is null or postbus.pacht_tot <= :nu
                        returning geldigheid, gelezen_tot
                        """)
                .bind("lezer", lezer)
                .bind("nu", nu)
                .bind("pachtTot", pachtTot)
                .map((rij, context) -> new Stand(rij.getLong("geldigheid"), rij.getLong("gelezen_tot")))
                .findOne());
    }

    /** False when another took over meanwhile. */
    boolean noteer(UUID lezer, Stand stand, Instant pachtTot) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update postbus set geldigheid = :geldigheid, gelezen_tot = :gelezenTot, pacht_tot = :pachtTot
                        where lezer = :lezer
                        """)
                        .bind("lezer", lezer)
                        .bind("geldigheid", stand.geldigheid())
                        .bind("gelezenTot", stand.gelezenTot())
                        .bind("pachtTot", pachtTot)
                        .execute())
                == 1;
    }

    void laatLos(UUID lezer) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update postbus set lezer = null, pacht_tot = null where lezer = :lezer")
                        .bind("lezer", lezer)
                        .execute());
    }
}
