package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The requests that wait for the beheerder. One that was accepted is an account, and no request any more. */
@Singleton
public final class Aanvragen {
    private static final String KOLOMMEN = "id, issuer, subject, naam, email, aangevraagd_op, geweigerd_op";

    private final Transacties transacties;
    private final Klok klok;

    Aanvragen(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    /** The shape of a row. */
    public record Rij(
            UUID id,
            String issuer,
            String subject,
            String naam,
            String email,
            Instant aangevraagdOp,
            @Nullable Instant geweigerdOp) {
        Aanvraag aanvraag() {
            return new Aanvraag(
                    id,
                    new Account.Identiteit(issuer, subject),
                    naam,
                    email,
                    aangevraagdOp,
                    Optional.ofNullable(geweigerdOp));
        }
    }

    /** Asks; who asked before still stands where they stood, refused or not. */
    public Aanvraag doe(Account.Identiteit identiteit, String naam, String email) {
        var nu = klok.instant();
        return transacties.schrijf(handle -> handle.createQuery("""
                        insert into account_aanvraag (id, issuer, subject, naam, email, aangevraagd_op)
                        values (:id, :issuer, :subject, :naam, :email, :nu)
                        on conflict (issuer, subject) do update set naam = excluded.naam, email = excluded.email
                        returning %s
                        """.formatted(KOLOMMEN))
                .bind("id", Id.nieuw(nu))
                .bind("issuer", identiteit.issuer())
                .bind("subject", identiteit.subject())
                .bind("naam", naam)
                .bind("email", email)
                .bind("nu", nu)
                .map(ConstructorMapper.of(Rij.class))
                .one()
                .aanvraag());
    }

    /** Those that wait first, the oldest first. */
    public List<Aanvraag> alle() {
        return transacties.lees(handle -> handle.createQuery(
                        "select %s from account_aanvraag order by geweigerd_op is not null, aangevraagd_op"
                                .formatted(KOLOMMEN))
                .map(ConstructorMapper.of(Rij.class))
                .map(Rij::aanvraag)
                .list());
    }

    public Optional<Aanvraag> find(UUID id) {
        return transacties.lees(
                handle -> handle.createQuery("select %s from account_aanvraag where id = :id".formatted(KOLOMMEN))
                        .bind("id", id)
                        .map(ConstructorMapper.of(Rij.class))
                        .findOne()
                        .map(Rij::aanvraag));
    }

    /** Takes the request away, in the transaction that makes an account of it; empty when somebody else did. */
    public Optional<Aanvraag> neemWeg(Handle handle, UUID id) {
        return handle.createQuery("delete from account_aanvraag where id = :id returning " + KOLOMMEN)
                .bind("id", id)
                .map(ConstructorMapper.of(Rij.class))
                .findOne()
                .map(Rij::aanvraag);
    }

    public Optional<Aanvraag> weiger(Handle handle, UUID id) {
        return handle.createQuery("""
                        update account_aanvraag set geweigerd_op = coalesce(geweigerd_op, :nu) where id = :id returning
                        """ + KOLOMMEN)
                .bind("id", id)
                .bind("nu", klok.instant())
                .map(ConstructorMapper.of(Rij.class))
                .findOne()
                .map(Rij::aanvraag);
    }
}
