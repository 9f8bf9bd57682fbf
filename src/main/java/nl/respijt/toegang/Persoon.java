package nl.respijt.toegang;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody one can sign in as.
 *
 * @param id the row this person is: a mantelzorger, a gastheer; the account where there is nothing else
 * @param slug who this is in what happened
 * @param accountId for who has an account: the session ends when that is blocked
 */
public record Persoon(Rol rol, UUID id, String naam, String slug, Optional<UUID> accountId) {
    public Persoon(Rol rol, UUID id, String naam, String slug) {
        this(rol, id, naam, slug, Optional.empty());
    }
}
