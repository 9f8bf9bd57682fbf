package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The answers that were given to requests with a key. */
@Singleton
final class IdempotentieRepository {
    /** How long asking again gives the same answer. */
    static final Duration GELDIG = Duration.ofHours(24);

    /** A kept answer; {@code boekingId} is what it was about, a boeking or a wachtplek. */
    public record Rij(String vingerafdruk, java.util.UUID boekingId, String antwoord, Instant aangemaaktOp) {
        boolean isVerlopen(Instant nu) {
            return !nu.isBefore(aangemaaktOp.plus(GELDIG));
        }
    }

    Optional<Rij> find(Handle handle, String sleutel) {
        return handle.createQuery(
                        "select encode(vingerafdruk, 'hex') as vingerafdruk, boeking_id, antwoord::text as antwoord, aangemaakt_op from idempotentie where sleutel = :sleutel")
                .bind("sleutel", sleutel)
                .map(ConstructorMapper.of(Rij.class))
                .findOne();
    }

    void insert(Handle handle, String sleutel, byte[] vingerafdruk, java.util.UUID id, String antwoord, Instant nu) {
        handle.createUpdate("""
                insert into idempotentie (sleutel, vingerafdruk, boeking_id, antwoord, aangemaakt_op)
                values (:sleutel, :vingerafdruk, :id, :antwoord::jsonb, :nu)
                """)
                .bind("sleutel", sleutel)
                .bind("vingerafdruk", vingerafdruk)
                .bind("id", id)
                .bind("antwoord", antwoord)
                .bind("nu", nu)
                .execute();
    }

    int wisVerlopen(Handle handle, Instant nu) {
        return handle.createUpdate("delete from idempotentie where aangemaakt_op <= :grens")
                .bind("grens", nu.minus(GELDIG))
                .execute();
    }
}
