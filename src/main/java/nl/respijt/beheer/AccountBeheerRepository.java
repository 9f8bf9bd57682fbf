package nl.respijt.beheer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Account;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Accounts for who looks after them, inside the transaction that also writes down what was done. */
@Singleton
final class AccountBeheerRepository {
    private static final String REGEL = """
            select id, naam, email, rol, organisatie, issuer is not null as via_organisatie, geblokkeerd_op,
                   laatst_ingelogd_op
            from account
            """;

    List<AccountRegel> alle(Handle handle) {
        return handle.createQuery(REGEL + " order by geblokkeerd_op is not null, lower(naam), rol")
                .map(ConstructorMapper.of(AccountRegel.class))
                .list();
    }

    Optional<AccountRegel> find(Handle handle, UUID id) {
        return handle.createQuery(REGEL + " where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(AccountRegel.class))
                .findOne();
    }

    /**
     * Whether Respijt would be without a beheerder when this one stops. Holds the row of each of them until the end of the
     * transaction, so that two who take each other's role cannot both be told that the other stays.
     */
    boolean isEnigeBeheerder(Handle handle, UUID id) {
        return handle.createQuery("""
                        select id from account where rol = 'beheerder' and geblokkeerd_op is null order by id for update
                        """).mapTo(UUID.class).list().equals(List.of(id));
    }

    void insert(
            Handle handle,
            UUID id,
            String naam,
            String email,
            Toekenning toekenning,
            Optional<Account.Identiteit> identiteit,
            Instant nu) {
        handle.createUpdate("""
                insert into account (id, rol, naam, email, organisatie, issuer, subject, aangemaakt_op)
                values (:id, :rol, :naam, :email, :organisatie, :issuer, :subject, :nu)
                """)
                .bind("id", id)
                .bind("rol", toekenning.rol().woord())
                .bind("naam", naam)
                .bind("email", email)
                .bind("organisatie", toekenning.organisatie())
                .bind("issuer", identiteit.map(Account.Identiteit::issuer))
                .bind("subject", identiteit.map(Account.Identiteit::subject))
                .bind("nu", nu)
                .execute();
    }

    void zet(Handle handle, UUID id, Toekenning toekenning) {
        handle.createUpdate("update account set rol = :rol, organisatie = :organisatie where id = :id")
                .bind("id", id)
                .bind("rol", toekenning.rol().woord())
                .bind("organisatie", toekenning.organisatie())
                .execute();
    }

    /** With its sessions, what it asked to sign in with, and the request it came from. */
    void wis(Handle handle, UUID id) {
        for (var opdracht : List.of(
                "delete from sessie where account_id = :id",
                "delete from bericht where ding_id in (select v.id from inlogverzoek v join account a on a.email = v.email where a.id = :id)",
                "delete from inlogverzoek where email = (select email from account where id = :id)",
                "delete from account_aanvraag where (issuer, subject) = (select issuer, subject from account where id = :id)",
                "delete from account where id = :id")) {
            handle.createUpdate(opdracht).bind("id", id).execute();
        }
    }

    void zetGeblokkeerd(Handle handle, UUID id, Optional<Instant> sinds) {
        handle.createUpdate("update account set geblokkeerd_op = :sinds where id = :id")
                .bind("id", id)
                .bind("sinds", sinds)
                .execute();
    }
}
