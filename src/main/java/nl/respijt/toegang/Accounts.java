package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * The accounts. Asks nobody for permission: its callers know who is signed in. Whoever is blocked or gets another role
 * is signed out by that, see {@link Sessies#find}.
 */
@Singleton
public final class Accounts {
    private static final String KOLOMMEN =
            "id, rol, naam, email, organisatie, issuer, subject, persoon_id, geblokkeerd_op";

    private final Transacties transacties;
    private final Klok klok;

    Accounts(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    /** Somebody who is to have an account. {@code email} is normalised. */
    public record Nieuw(
            Rol rol,
            String naam,
            String email,
            Optional<String> organisatie,
            Optional<Account.Identiteit> identiteit,
            Optional<UUID> persoonId) {
        public static Nieuw van(Rol rol, String naam, String email) {
            return new Nieuw(rol, naam, email, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Nieuw met(Account.Identiteit identiteit) {
            return new Nieuw(rol, naam, email, organisatie, Optional.of(identiteit), persoonId);
        }

        public Nieuw bij(String organisatie) {
            return new Nieuw(rol, naam, email, Optional.of(organisatie), identiteit, persoonId);
        }
    }

    public Optional<Account> find(UUID id) {
        return transacties.lees(
                handle -> account(handle.createQuery("select %s from account where id = :id".formatted(KOLOMMEN))
                        .bind("id", id)));
    }

    /** All with this address, blocked ones too; one for each role that this person has. */
    public List<Account> metEmail(String email) {
        return transacties.lees(handle -> metEmail(handle, email));
    }

    List<Account> metEmail(Handle handle, String email) {
        return handle.createQuery("select %s from account where email = :email order by rol".formatted(KOLOMMEN))
                .bind("email", email)
                .map(ConstructorMapper.of(AccountRij.class))
                .map(AccountRij::account)
                .list();
    }

    public Optional<Account> metIdentiteit(Account.Identiteit identiteit) {
        return transacties.lees(handle -> account(handle.createQuery(
                        "select %s from account where issuer = :issuer and subject = :subject".formatted(KOLOMMEN))
                .bind("issuer", identiteit.issuer())
                .bind("subject", identiteit.subject())));
    }

    public AccountResultaat maak(Nieuw nieuw) {
        var nu = klok.instant();
        return schrijf(() -> transacties
                .schrijf(handle -> account(handle.createQuery("""
                                insert into account
                                    (id, rol, naam, email, organisatie, issuer, subject, persoon_id, aangemaakt_op)
                                values (:id, :rol, :naam, :email, :organisatie, :issuer, :subject, :persoon, :nu)
                                returning %s
                                """.formatted(KOLOMMEN))
                        .bind("id", Id.nieuw(nu))
                        .bind("rol", nieuw.rol().woord())
                        .bind("naam", nieuw.naam())
                        .bind("email", nieuw.email())
                        .bind("organisatie", nieuw.organisatie())
                        .bind("issuer", nieuw.identiteit().map(Account.Identiteit::issuer))
                        .bind("subject", nieuw.identiteit().map(Account.Identiteit::subject))
                        .bind("persoon", nieuw.persoonId())
                        .bind("nu", nu)))
                .<AccountResultaat>map(AccountResultaat.Gedaan::new)
                .orElseThrow());
    }

    public AccountResultaat zetRol(UUID id, Rol rol) {
        return schrijf(() -> wijzig(
                id,
                transacties.schrijf(handle ->
                        account(handle.createQuery("update account set rol = :rol where id = :id returning " + KOLOMMEN)
                                .bind("id", id)
                                .bind("rol", rol.woord())))));
    }

    /** Keeps who this is to the sign-in of the organisation, for an account that was made by its address. */
    public AccountResultaat koppel(UUID id, Account.Identiteit identiteit) {
        return schrijf(() -> wijzig(
                id,
                transacties.schrijf(handle -> account(handle.createQuery("""
                                update account set issuer = :issuer, subject = :subject where id = :id returning
                                """ + KOLOMMEN)
                        .bind("id", id)
                        .bind("issuer", identiteit.issuer())
                        .bind("subject", identiteit.subject())))));
    }

    /** Nobody signs in with it any more, and its sessions end with the next request. */
    public AccountResultaat blokkeer(UUID id) {
        return wijzig(
                id,
                transacties.schrijf(handle -> account(
                        handle.createQuery("""
                        update account set geblokkeerd_op = coalesce(geblokkeerd_op, :nu) where id = :id returning
                        """ + KOLOMMEN).bind("id", id).bind("nu", klok.instant()))));
    }

    public AccountResultaat deblokkeer(UUID id) {
        return wijzig(
                id,
                transacties.schrijf(handle -> account(handle.createQuery(
                                "update account set geblokkeerd_op = null where id = :id returning " + KOLOMMEN)
                        .bind("id", id))));
    }

    private static AccountResultaat wijzig(UUID id, Optional<Account> gewijzigd) {
        return gewijzigd
                .<AccountResultaat>map(AccountResultaat.Gedaan::new)
                .orElseGet(() -> new AccountResultaat.Onbekend(id));
    }

    /** Says in words which rule of the table was in the way. */
    private static AccountResultaat schrijf(Supplier<AccountResultaat> werk) {
        try {
            return werk.get();
        } catch (JdbiException fout) {
            var schending = Schending.van(fout).orElseThrow(() -> fout);
            if (schending.schendt("account_email_per_rol")) {
                return new AccountResultaat.AdresInGebruik();
            }
            if (schending.schendt("account_identiteit_uniek")) {
                return new AccountResultaat.IdentiteitInGebruik();
            }
            throw fout;
        }
    }

    private static Optional<Account> account(Query vraag) {
        return vraag.map(ConstructorMapper.of(AccountRij.class)).findOne().map(AccountRij::account);
    }
}
