package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who may sign in by mail with an account. Staff may not: they see many people, and sign in with two factors. */
@Singleton
final class AccountPersonen implements PersoonBron {
    private static final Set<Rol> PER_MAIL = Set.of(Rol.GROEPSCOORDINATOR, Rol.AANBIEDER, Rol.VERWIJZER);

    private final Accounts accounts;

    AccountPersonen(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Persoon> metEmail(Handle handle, String email) {
        return accounts.metEmail(handle, email).stream()
                .filter(account -> PER_MAIL.contains(account.rol()) && !account.isGeblokkeerd())
                .map(Account::persoon)
                .toList();
    }
}
