package nl.respijt.toegang;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;

/**
 * An identity provider over HTTP. It does as one should, until a test puts another answer in the place of one of its
 * own: a token that nobody honest signs, or other keys.
 */
public final class ProefIdp implements AutoCloseable {
    public static final String CLIENT = "respijt";
    static final String UITGEVER = "medewerkers";

    private final Map<String, String> anders = new ConcurrentHashMap<>();
    private final Volgende volgende = new Volgende();
    private final MockOAuth2Server server = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(volgende)), new Anders());

    public ProefIdp() {
        server.start();
    }

    public String uitgever() {
        return uitgever(UITGEVER);
    }

    String uitgever(String naam) {
        return server.issuerUrl(naam).toString();
    }

    /** What an operator sets to sign in here. */
    public Map<String, String> instellingen() {
        return Map.of(
                "RESPIJT_OIDC_ISSUER",
                uitgever(),
                "RESPIJT_OIDC_CLIENT_ID",
                CLIENT,
                "RESPIJT_OIDC_CLIENT_SECRET",
                "geheim-van-de-proef");
    }

    /** The next who signs in is this person, with these claims over the usual ones. */
    public void volgende(String subject, Map<String, Object> claims) {
        volgende(subject, CLIENT, claims, 300);
    }

    void volgende(String subject, String audience, Map<String, Object> claims, long seconden) {
        volgende.wie = new DefaultOAuth2TokenCallback(UITGEVER, subject, "JWT", List.of(audience), claims, seconden);
    }

    /** The token endpoint gives this ID token from now on. */
    void geefIdToken(String token) {
        anders.put("/" + UITGEVER + "/token", """
                {"token_type":"Bearer","access_token":"x","expires_in":300,"id_token":"%s"}""".formatted(token));
    }

    /** These are the provider's keys from now on. */
    void geefSleutels(RSAKey... sleutels) {
        anders.put("/" + UITGEVER + "/jwks", new JWKSet(List.<com.nimbusds.jose.jwk.JWK>of(sleutels)).toString());
    }

    void gewoon() {
        anders.clear();
    }

    /** Signed with a key of our own, whose id is that of the provider. */
    static RSAKey sleutel(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static SignedJWT teken(RSAKey sleutel, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(sleutel.getKeyID())
                            .type(com.nimbusds.jose.JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(sleutel));
            return token;
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The claims of a token that is right in everything. */
    JWTClaimsSet.Builder claims(String subject) {
        var nu = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(uitgever())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(nu))
                .expirationTime(Date.from(nu.plusSeconds(300)))
                .claim("name", "Iemand van de Proef")
                .claim("email", subject + "@voorbeeld.example");
    }

    /** An access token, signed by the provider itself. */
    public String toegangstoken(String subject, String audience, Map<String, Object> claims, long seconden) {
        return server.issueToken(
                        UITGEVER,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(UITGEVER, subject, "JWT", List.of(audience), claims, seconden))
                .serialize();
    }

    /** Signed by another issuer on the same machine, with its own key. */
    String toegangstokenVan(String uitgever, String subject, Map<String, Object> claims) {
        return server.issueToken(
                        uitgever,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(uitgever, subject, "JWT", List.of(CLIENT), claims, 300))
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** Whoever a test said last; one who never came back for a token is forgotten. */
    private static final class Volgende implements OAuth2TokenCallback {
        private volatile OAuth2TokenCallback wie =
                new DefaultOAuth2TokenCallback(UITGEVER, "niemand", "JWT", List.of(CLIENT), Map.of(), 300);

        @Override
        public String issuerId() {
            return UITGEVER;
        }

        @Override
        public String subject(TokenRequest vraag) {
            return wie.subject(vraag);
        }

        @Override
        public String typeHeader(TokenRequest vraag) {
            return wie.typeHeader(vraag);
        }

        @Override
        public List<String> audience(TokenRequest vraag) {
            return wie.audience(vraag);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest vraag) {
            return wie.addClaims(vraag);
        }

        @Override
        public long tokenExpiry() {
            return wie.tokenExpiry();
        }
    }

    /** The answers that a test put in the place of the provider's own. */
    private final class Anders implements Route {
        @Override
        public boolean match(OAuth2HttpRequest verzoek) {
            return anders.containsKey(verzoek.getUrl().encodedPath());
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest verzoek) {
            var inhoud = Optional.ofNullable(anders.get(verzoek.getUrl().encodedPath()))
                    .orElseThrow();
            return new OAuth2HttpResponse(Headers.of("Content-Type", "application/json"), 200, inhoud, null);
        }
    }
}
