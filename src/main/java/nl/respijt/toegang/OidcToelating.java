package nl.respijt.toegang;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Oidc;
import nl.respijt.toegang.OidcProvider.NietBereikbaar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody whom the provider vouches for may be here: nobody, until the beheerder gave a role. */
@Singleton
@Requires(property = "respijt.oidc", value = "true")
final class OidcToelating {
    private static final Logger LOG = LoggerFactory.getLogger(OidcToelating.class);

    /** They see people's data, or decide who does. */
    private static final Set<Rol> IN_TWEE_STAPPEN = Set.of(Rol.MAKELAAR, Rol.BEHEERDER);

    private final Oidc instelling;
    private final OidcTokens tokens;
    private final Accounts accounts;
    private final Aanvragen aanvragen;

    OidcToelating(Instellingen instellingen, OidcTokens tokens, Accounts accounts, Aanvragen aanvragen) {
        instelling = instellingen.oidc().orElseThrow();
        this.tokens = tokens;
        this.accounts = accounts;
        this.aanvragen = aanvragen;
    }

    OidcUitkomst laatToe(OidcIdentiteit wie) {
        var identiteit = new Account.Identiteit(wie.issuer(), wie.subject());
        var bekend = accounts.metIdentiteit(identiteit);
        if (bekend.isPresent()) {
            return laatToe(wie, bekend.get());
        }
        if (wie.email().isEmpty()) {
            return new OidcUitkomst.ZonderEmail();
        }
        if (instelling.beheerder().filter(wie.subject()::equals).isPresent()) {
            return eersteBeheerder(wie, identiteit);
        }
        return vraagAan(wie, identiteit);
    }

    private OidcUitkomst laatToe(OidcIdentiteit wie, Account account) {
        if (account.isGeblokkeerd()) {
            return new OidcUitkomst.Geblokkeerd();
        }
        if (mistTweedeStap(wie, account.rol())) {
            LOG.info("account {} did not sign in with a second step", account.id());
            return new OidcUitkomst.ZonderTweedeStap();
        }
        LOG.info("account {} signed in", account.id());
        return new OidcUitkomst.Binnen(account);
    }

    /** Somebody must be able to give the first role; the operator's settings say who. */
    private OidcUitkomst eersteBeheerder(OidcIdentiteit wie, Account.Identiteit identiteit) {
        if (mistTweedeStap(wie, Rol.BEHEERDER)) {
            return new OidcUitkomst.ZonderTweedeStap();
        }
        return switch (accounts.maak(
                Accounts.Nieuw.van(Rol.BEHEERDER, wie.naam(), wie.email().orElseThrow())
                        .met(identiteit))) {
            case AccountResultaat.Gedaan(Account account) -> laatToe(wie, account);
            case AccountResultaat.IdentiteitInGebruik gelijktijdig -> // made a moment ago, in another window
                accounts.metIdentiteit(identiteit)
                        .map(account -> laatToe(wie, account))
                        .orElseGet(() -> vraagAan(wie, identiteit));
            case AccountResultaat.AdresInGebruik bezet -> vraagAan(wie, identiteit);
            case AccountResultaat.Onbekend onbekend -> throw new IllegalStateException("made an unknown account");
        };
    }

    private OidcUitkomst vraagAan(OidcIdentiteit wie, Account.Identiteit identiteit) {
        var aanvraag = aanvragen.doe(identiteit, wie.naam(), wie.email().orElseThrow());
        return aanvraag.isGeweigerd() ? new OidcUitkomst.AanvraagGeweigerd() : new OidcUitkomst.Aangevraagd();
    }

    private boolean mistTweedeStap(OidcIdentiteit wie, Rol rol) {
        return IN_TWEE_STAPPEN.contains(rol) && !wie.isInTweeStappen(instelling);
    }

    /** Whoever calls the API with an access token; the same rules, at every call. */
    Optional<Aanmelding> metToegangstoken(String token) {
        try {
            return tokens.leesToegangstoken(token)
                    .flatMap(wie -> accounts.metIdentiteit(new Account.Identiteit(wie.issuer(), wie.subject()))
                            .filter(account -> !account.isGeblokkeerd() && !mistTweedeStap(wie, account.rol())))
                    .map(account -> new Aanmelding(
                            account.slug(),
                            account.naam(),
                            account.rol(),
                            account.persoonId().or(() -> Optional.of(account.id())),
                            "")); // no form is sent with a token
        } catch (NietBereikbaar e) {
            LOG.warn("an access token could not be checked: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
