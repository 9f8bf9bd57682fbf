package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

@Singleton
final class InlogVerzoekRepository {
    /** After so many codes neither the code nor the link is any good. */
    private static final int POGINGEN = 5;

    private static final String OPEN = " bewezen_op is null and verloopt_op >= :nu and pogingen < " + POGINGEN + " ";
    private static final String TERUG = " returning id, email, taal, verloopt_op";

    /** Instead of all that this browser, or anybody for this address, asked before; false when that lost a race. */
    boolean vervang(
            Handle handle,
            UUID id,
            Apparaat apparaat,
            Optional<String> email,
            Taal taal,
            Instant nu,
            Instant verlooptOp) {
        handle.createUpdate("delete from inlogverzoek where apparaat = :apparaat or email = :email")
                .bind("apparaat", apparaat.hash())
                .bind("email", email)
                .execute();
        return handle.createUpdate("""
                insert into inlogverzoek (id, apparaat, email, taal, aangemaakt_op, verloopt_op)
                values (:id, :apparaat, :email, :taal, :nu, :verlooptOp)
                on conflict do nothing
                """)
                        .bind("id", id)
                        .bind("apparaat", apparaat.hash())
                        .bind("email", email)
                        .bind("taal", taal.code())
                        .bind("nu", nu)
                        .bind("verlooptOp", verlooptOp)
                        .execute()
                == 1;
    }

    /** One that can still be used, for who is to send the mail. */
    Optional<InlogVerzoekRij> findOpen(Handle handle, UUID id, Instant nu) {
        return een(handle.createQuery("select id, email, taal, verloopt_op from inlogverzoek where id = :id and" + OPEN)
                .bind("id", id)
                .bind("nu", nu));
    }

    boolean isOpen(Handle handle, UUID id, Apparaat apparaat, Instant nu) {
        return handle.createQuery("select exists (select from inlogverzoek where id = :id and apparaat = :apparaat and"
                        + OPEN + ")")
                .bind("id", id)
                .bind("apparaat", apparaat.hash())
                .bind("nu", nu)
                .mapTo(Boolean.class)
                .one();
    }

    /** The link was followed in the browser that asked: of any number at once, one gets it. */
    Optional<InlogVerzoekRij> bewijs(Handle handle, UUID id, Apparaat apparaat, Instant nu) {
        return een(handle.createQuery(
                        "update inlogverzoek set bewezen_op = :nu where id = :id and apparaat = :apparaat and" + OPEN
                                + TERUG)
                .bind("id", id)
                .bind("apparaat", apparaat.hash())
                .bind("nu", nu));
    }

    /** Takes one of the attempts there are, right or wrong; the row is ours until the transaction ends. */
    Optional<InlogVerzoekRij> probeer(Handle handle, Apparaat apparaat, Instant nu) {
        return een(handle.createQuery(
                        "update inlogverzoek set pogingen = pogingen + 1 where apparaat = :apparaat and" + OPEN + TERUG)
                .bind("apparaat", apparaat.hash())
                .bind("nu", nu));
    }

    void bewijs(Handle handle, UUID id, Instant nu) {
        handle.createUpdate("update inlogverzoek set bewezen_op = :nu where id = :id")
                .bind("id", id)
                .bind("nu", nu)
                .execute();
    }

    /** What this browser has shown and not yet used, held until the transaction ends. */
    Optional<InlogVerzoekRij> findBewezen(Handle handle, Apparaat apparaat, Instant nu) {
        return een(handle.createQuery("""
                        select id, email, taal, verloopt_op from inlogverzoek
                        where apparaat = :apparaat and bewezen_op is not null and verloopt_op >= :nu
                        for update
                        """).bind("apparaat", apparaat.hash()).bind("nu", nu));
    }

    void wis(Handle handle, UUID id) {
        handle.createUpdate("delete from inlogverzoek where id = :id")
                .bind("id", id)
                .execute();
    }

    int wisVerlopen(Handle handle, Instant nu) {
        return handle.createUpdate("delete from inlogverzoek where verloopt_op < :nu")
                .bind("nu", nu)
                .execute();
    }

    private static Optional<InlogVerzoekRij> een(Query vraag) {
        return vraag.map(ConstructorMapper.of(InlogVerzoekRij.class)).findOne();
    }
}
