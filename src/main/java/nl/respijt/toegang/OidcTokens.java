package nl.respijt.toegang;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Oidc;
import nl.respijt.toegang.OidcProvider.NietBereikbaar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the two kinds of token that a provider signs, and believes only what is meant for us. The library looks at the
 * machine's clock, as everything does that guards against strangers: moving the demo's clock makes no token old.
 */
@Singleton
@Requires(property = "respijt.oidc", value = "true")
final class OidcTokens {
    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);
    private static final int SPELING_SECONDEN = 30;

    /** What only other tokens of a provider carry: an ID token or a sign-out is no permission to call us. */
    private static final Set<String> ANDER_SOORT = Set.of("nonce", "at_hash", "c_hash", "events");

    /** Also asked for the kind of a token that names none, which not every set bears. */
    private static final Set<JOSEObjectType> TOEGANGSTOKENS = new HashSet<>(
            List.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));

    private static final Set<String> KEYCLOAK_ANDER_SOORT = Set.of("ID", "Refresh", "Offline", "Logout");

    private final Oidc instelling;
    private final OidcProvider provider;

    OidcTokens(Instellingen instellingen, OidcProvider provider) {
        instelling = instellingen.oidc().orElseThrow();
        this.provider = provider;
    }

    /** Checks signature, issuer, audience, authorized party, end and nonce; empty when one of them is not right. */
    Optional<OidcIdentiteit> leesIdToken(JWT token, Nonce nonce) throws NietBereikbaar {
        var controle = new IDTokenValidator(
                new Issuer(instelling.issuer()), new ClientID(instelling.clientId()), provider.sleutels(), null);
        controle.setMaxClockSkew(SPELING_SECONDEN);
        return vertrouwd("ID token", () -> {
            var claims = controle.validate(token, nonce).toJWTClaimsSet();
            if (isAanAnderGegeven(claims)) {
                throw new BadJOSEException("given to another client");
            }
            return OidcIdentiteit.van(claims);
        });
    }

    /** OpenID Connect Core 3.1.3.7: the authorized party is us, and is named when the token is also for others. */
    private boolean isAanAnderGegeven(JWTClaimsSet claims) throws ParseException {
        var gegevenAan = claims.getStringClaim("azp");
        return gegevenAan == null ? claims.getAudience().size() > 1 : !gegevenAan.equals(instelling.clientId());
    }

    /** The same for an access token that somebody calls the API with. */
    Optional<OidcIdentiteit> leesToegangstoken(String token) throws NietBereikbaar {
        var controle = new DefaultJWTProcessor<SecurityContext>();
        controle.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TOEGANGSTOKENS));
        controle.setJWSKeySelector(provider.sleutels());
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                Collections.singleton(instelling.audience()), // the library asks it for null as well
                new JWTClaimsSet.Builder().issuer(instelling.issuer()).build(),
                Set.of("sub", "exp", "iat"),
                ANDER_SOORT);
        claims.setMaxClockSkew(SPELING_SECONDEN);
        controle.setJWTClaimsSetVerifier(claims);
        return vertrouwd("access token", () -> {
            var gelezen = controle.process(token, null);
            if (KEYCLOAK_ANDER_SOORT.contains(Objects.toString(gelezen.getClaim("typ")))) {
                throw new BadJOSEException("a token of another kind");
            }
            return OidcIdentiteit.van(gelezen);
        });
    }

    private interface Lezing {
        OidcIdentiteit lees()
                throws BadJOSEException, JOSEException, ParseException, com.nimbusds.oauth2.sdk.ParseException;
    }

    private static Optional<OidcIdentiteit> vertrouwd(String soort, Lezing lezing) throws NietBereikbaar {
        try {
            return Optional.of(lezing.lees());
        } catch (RemoteKeySourceException e) {
            throw new NietBereikbaar("no keys to check a token with", e);
        } catch (BadJOSEException
                | JOSEException
                | ParseException
                | com.nimbusds.oauth2.sdk.ParseException
                | IllegalArgumentException e) {
            LOG.info(
                    "an {} is not believed: {}",
                    soort,
                    String.valueOf(e.getMessage()).replaceAll("\\p{C}", ""));
            return Optional.empty();
        }
    }
}
