package nl.respijt.toegang;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Oidc;
import nl.respijt.toegang.OidcProvider.NietBereikbaar;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with the organisation's own provider: the authorization code flow of OpenID Connect with PKCE. Talks to the
 * provider, and leaves to {@link OidcToelating} what the person may be here.
 */
@Singleton
@Requires(property = "respijt.oidc", value = "true")
final class OidcInlog {
    private static final Logger LOG = LoggerFactory.getLogger(OidcInlog.class);
    static final String TERUG = "/inloggen/medewerker/terug";

    private final Oidc instelling;
    private final URI terug;
    private final OidcProvider provider;
    private final OidcTokens tokens;
    private final OidcPogingen pogingen;
    private final OidcToelating toelating;

    OidcInlog(
            Instellingen instellingen,
            OidcProvider provider,
            OidcTokens tokens,
            OidcPogingen pogingen,
            OidcToelating toelating) {
        instelling = instellingen.oidc().orElseThrow();
        terug = URI.create(instellingen.baseUrl() + TERUG);
        this.provider = provider;
        this.tokens = tokens;
        this.pogingen = pogingen;
        this.toelating = toelating;
    }

    /** Where to send the browser, and what it is to keep until it comes back. */
    record Begin(URI naar, OidcPoging poging) {}

    Begin begin() throws NietBereikbaar {
        return begin(Optional.empty());
    }

    /** Even somebody who is signed in over there signs in again, with another name or with a second step. */
    Begin beginOpnieuw() throws NietBereikbaar {
        return begin(Optional.of(new Prompt(Prompt.Type.LOGIN)));
    }

    private Begin begin(Optional<Prompt> hoe) throws NietBereikbaar {
        var poging = pogingen.begin();
        var vraag = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "email"),
                        new ClientID(instelling.clientId()),
                        terug)
                .endpointURI(provider.gegevens().getAuthorizationEndpointURI())
                .state(poging.state())
                .nonce(poging.nonce())
                .codeChallenge(poging.verifier(), CodeChallengeMethod.S256);
        hoe.ifPresent(vraag::prompt);
        if (!instelling.acr().isEmpty()) {
            vraag.acrValues(instelling.acr().stream().map(ACR::new).toList());
        }
        return new Begin(vraag.build().toURI(), poging);
    }

    /** What the browser brings back from the provider; {@code koek} is what it kept. */
    OidcUitkomst rondAf(Optional<String> koek, URI gebracht) {
        var poging = koek.flatMap(pogingen::find);
        var antwoord = antwoord(gebracht);
        if (poging.isEmpty()
                || antwoord.isEmpty()
                || !isVanDezePoging(antwoord.get(), poging.get())
                || !pogingen.gebruik(poging.get())) {
            return new OidcUitkomst.Verlopen();
        }
        try {
            return rondAf(poging.get(), antwoord.get());
        } catch (NietBereikbaar e) {
            LOG.warn("signing in did not come through: {}", e.getMessage(), e);
            return new OidcUitkomst.NietBereikbaar();
        }
    }

    private OidcUitkomst rondAf(OidcPoging poging, AuthenticationResponse antwoord) throws NietBereikbaar {
        if (!isVanDezeProvider(antwoord, provider.gegevens())) {
            return new OidcUitkomst.NietVertrouwd();
        }
        if (!antwoord.indicatesSuccess()) {
            LOG.info(
                    "the provider did not sign in: {}",
                    antwoord.toErrorResponse().getErrorObject());
            return new OidcUitkomst.Afgebroken();
        }
        var code = antwoord.toSuccessResponse().getAuthorizationCode();
        var idToken = code == null ? Optional.<JWT>empty() : wissel(code, poging);
        if (idToken.isEmpty()) {
            return new OidcUitkomst.NietVertrouwd();
        }
        return tokens.leesIdToken(idToken.get(), poging.nonce())
                .map(toelating::laatToe)
                .orElseGet(OidcUitkomst.NietVertrouwd::new);
    }

    private static Optional<AuthenticationResponse> antwoord(URI gebracht) {
        try {
            return Optional.of(AuthenticationResponseParser.parse(gebracht));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isVanDezePoging(AuthenticationResponse antwoord, OidcPoging poging) {
        var state = antwoord.getState();
        return state != null
                && MessageDigest.isEqual(
                        state.getValue().getBytes(StandardCharsets.UTF_8),
                        poging.state().getValue().getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 9207: with several providers in play, one must not pass on the answer of another. */
    private boolean isVanDezeProvider(AuthenticationResponse antwoord, OIDCProviderMetadata gegevens) {
        var wie = antwoord.getIssuer();
        return wie == null
                ? !gegevens.supportsAuthorizationResponseIssuerParam()
                : wie.getValue().equals(instelling.issuer());
    }

    /** Turns the code into tokens, from us to the provider; empty when it does not take the code. */
    private Optional<JWT> wissel(AuthorizationCode code, OidcPoging poging) throws NietBereikbaar {
        var gegevens = provider.gegevens();
        var vraag = new TokenRequest.Builder(
                        gegevens.getTokenEndpointURI(),
                        bewijs(gegevens.getTokenEndpointAuthMethods()),
                        new AuthorizationCodeGrant(code, terug, poging.verifier()))
                .build()
                .toHTTPRequest();
        vraag.setConnectTimeout(OidcProvider.WACHT_OP_VERBINDING);
        vraag.setReadTimeout(OidcProvider.WACHT_OP_ANTWOORD);
        vraag.setFollowRedirects(false);
        try {
            var antwoord = vraag.send();
            if (antwoord.getStatusCode() >= 500) {
                throw new IOException("the token endpoint answers " + antwoord.getStatusCode());
            }
            var gelezen = OIDCTokenResponseParser.parse(antwoord);
            if (gelezen instanceof OIDCTokenResponse goed) {
                return Optional.ofNullable(goed.getOIDCTokens().getIDToken());
            }
            LOG.warn(
                    "the provider does not take the code: {}",
                    gelezen.toErrorResponse().getErrorObject());
            return Optional.empty();
        } catch (IOException | ParseException e) {
            throw new NietBereikbaar("the token endpoint gives no tokens", e);
        }
    }

    /** How we show who we are; the first is the standard's own choice. */
    private ClientAuthentication bewijs(@Nullable List<ClientAuthenticationMethod> mogelijk) {
        var wie = new ClientID(instelling.clientId());
        var geheim = new Secret(instelling.clientSecret().waarde());
        var alleenPost = mogelijk != null
                && mogelijk.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !mogelijk.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return alleenPost ? new ClientSecretPost(wie, geheim) : new ClientSecretBasic(wie, geheim);
    }
}
