package nl.respijt.toegang;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.gemeente.Slug;

/**
 * Somebody who signs in and is not known from a roster or a booking, in one role; who has two roles has two accounts.
 *
 * @param email normalised
 * @param persoonId the row this person is elsewhere, where there is one
 */
public record Account(
        UUID id,
        Rol rol,
        String naam,
        String email,
        Optional<String> organisatie,
        Optional<Identiteit> identiteit,
        Optional<UUID> persoonId,
        Optional<Instant> geblokkeerdOp) {

    /** Who somebody is to the sign-in of their organisation; the pair says it, an address may change hands. */
    public record Identiteit(String issuer, String subject) {
        public Identiteit {
            if (issuer.isBlank() || subject.isBlank()) {
                throw new IllegalArgumentException("an identity has an issuer and a subject");
            }
        }
    }

    public boolean isGeblokkeerd() {
        return geblokkeerdOp.isPresent();
    }

    Persoon persoon() {
        return new Persoon(rol, persoonId.orElse(id), naam, slug(), Optional.of(id));
    }

    /** Who this is in what happened: "makelaar-sanne-de-vries". */
    public String slug() {
        var naamInAdres = Slug.van(naam);
        return naamInAdres.isEmpty() ? rol.woord() : rol.woord() + "-" + naamInAdres;
    }
}
