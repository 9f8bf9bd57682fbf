package nl.respijt.kortverblijf.zaak;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import org.jdbi.v3.core.Handle;

/** What the gemeente was told of each intake, or will be. */
@Singleton
final class ZaakRepository {
    private final Transacties transacties;

    ZaakRepository(Transacties transacties) {
        this.transacties = transacties;
    }

    /**
     * A step that is told.
     *
     * @param hoeveelste of this zaak, from 1
     * @param op a millisecond after the one before where both were at the same time: the API knows no two at one moment
     */
    record Gezet(int hoeveelste, Instant op) {}

    /** Empty when it is this far already. */
    Optional<Gezet> stap(Handle handle, UUID aanmelding, String stap, Instant op) {
        return handle.createQuery("""
                insert into zaak (aanmelding_id, status, statussen, op) values (:id, :stap, 1, :op)
                on conflict (aanmelding_id) do update
                    set status = excluded.status, statussen = zaak.statussen + 1,
                        op = greatest(excluded.op, zaak.op + interval '1 millisecond')
                    where zaak.status <> excluded.status
                returning statussen, op
                """)
                .bind("id", aanmelding)
                .bind("stap", stap)
                .bind("op", op)
                .map((rij, _) -> new Gezet(
                        rij.getInt("statussen"),
                        rij.getObject("op", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Where the gemeente keeps it, with who asked; empty while that is not known. */
    Optional<String> url(UUID aanmelding) {
        return transacties.lees(
                handle -> handle.createQuery("select url from zaak where aanmelding_id = :id and url is not null")
                        .bind("id", aanmelding)
                        .mapTo(String.class)
                        .findOne());
    }

    void onthoud(UUID aanmelding, String url) {
        transacties.schrijf(handle -> handle.createUpdate("update zaak set url = :url where aanmelding_id = :id")
                .bind("id", aanmelding)
                .bind("url", url)
                .execute());
    }
}
