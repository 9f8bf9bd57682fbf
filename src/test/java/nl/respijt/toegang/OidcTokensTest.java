package nl.respijt.toegang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.OidcProvider.NietBereikbaar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens are believed, against a provider that answers over HTTP. */
final class OidcTokensTest {
    private static final Nonce NONCE = new Nonce("een-nonce-van-de-proef");
    private static final com.nimbusds.jose.jwk.RSAKey SLEUTEL = ProefIdp.sleutel("een");

    private static ProefIdp idp;

    private OidcTokens tokens;

    @BeforeAll
    static void start() {
        idp = new ProefIdp();
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @BeforeEach
    void vers() {
        idp.geefSleutels(SLEUTEL);
        tokens = tokens(Map.of());
    }

    private static OidcTokens tokens(Map<String, String> erbij) {
        var omgeving = new HashMap<>(idp.instellingen());
        omgeving.putAll(erbij);
        var instellingen = Instellingen.lees(List.of(), omgeving);
        return new OidcTokens(instellingen, new OidcProvider(instellingen, new Klok(Clock.systemUTC())));
    }

    private static JWTClaimsSet.Builder goed() {
        return idp.claims("sanne").claim("nonce", NONCE.getValue());
    }

    @Test
    void a_token_that_is_right_says_who_it_is() throws Exception {
        var token = ProefIdp.teken(
                SLEUTEL,
                goed().claim("amr", List.of("pwd", "otp")).claim("acr", "2").build());

        assertThat(tokens.leesIdToken(token, NONCE)).hasValueSatisfying(wie -> {
            assertThat(wie.issuer()).isEqualTo(idp.uitgever());
            assertThat(wie.subject()).isEqualTo("sanne");
            assertThat(wie.naam()).isEqualTo("Iemand van de Proef");
            assertThat(wie.email()).contains("sanne@voorbeeld.example");
            assertThat(wie.amr()).containsExactly("pwd", "otp");
            assertThat(wie.acr()).contains("2");
        });
    }

    /** One thing that is wrong with a token. */
    private record Mis(String wat, UnaryOperator<JWTClaimsSet.Builder> maak) {
        @Override
        public String toString() {
            return wat;
        }
    }

    static List<Mis> mis() {
        var nu = Instant.now();
        return List.of(
                new Mis("another issuer", c -> c.issuer(idp.uitgever("anders"))),
                new Mis("an issuer that only begins the same", c -> c.issuer(idp.uitgever() + "/")),
                new Mis("no issuer", c -> c.issuer(null)),
                new Mis("another audience", c -> c.audience("een-andere-dienst")),
                new Mis("no audience", c -> c.audience((String) null)),
                new Mis(
                        "several audiences, given to another",
                        c -> c.audience(List.of(ProefIdp.CLIENT, "ander")).claim("azp", "ander")),
                new Mis("too old", c -> c.expirationTime(Date.from(nu.minusSeconds(120)))),
                new Mis("without an end", c -> c.expirationTime(null)),
                new Mis("from the future", c -> c.issueTime(Date.from(nu.plusSeconds(600)))),
                new Mis("another nonce", c -> c.claim("nonce", "een-andere-nonce")),
                new Mis("no nonce", c -> c.claim("nonce", null)),
                new Mis("no subject", c -> c.subject(null)));
    }

    @ParameterizedTest
    @MethodSource("mis")
    void a_token_that_is_wrong_in_one_thing_is_not_believed(Mis mis) throws Exception {
        var token = ProefIdp.teken(SLEUTEL, mis.maak().apply(goed()).build());

        assertThat(tokens.leesIdToken(token, NONCE)).isEmpty();
    }

    @Test
    void a_token_that_nobody_signed_is_not_believed() throws Exception {
        assertThat(tokens.leesIdToken(new PlainJWT(goed().build()), NONCE)).isEmpty();
        assertThat(tokens.leesToegangstoken(new PlainJWT(idp.claims("sanne").build()).serialize()))
                .isEmpty();
    }

    @Test
    void a_token_that_somebody_else_signed_is_not_believed() throws Exception {
        var vals = ProefIdp.sleutel(SLEUTEL.getKeyID());

        assertThat(tokens.leesIdToken(ProefIdp.teken(vals, goed().build()), NONCE))
                .isEmpty();
        assertThat(tokens.leesToegangstoken(
                        ProefIdp.teken(vals, idp.claims("sanne").build()).serialize()))
                .isEmpty();
    }

    /** The oldest trick with tokens: signed with what everybody may read, as if it were a shared secret. */
    @Test
    void a_public_key_is_no_shared_secret() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(SLEUTEL.getKeyID())
                        .build(),
                goed().build());
        token.sign(new MACSigner(SLEUTEL.toRSAPublicKey().getEncoded()));

        assertThat(tokens.leesIdToken(token, NONCE)).isEmpty();
    }

    @Test
    void a_new_key_of_the_provider_is_fetched() throws Exception {
        assertThat(tokens.leesIdToken(ProefIdp.teken(SLEUTEL, goed().build()), NONCE))
                .isPresent();
        var nieuw = ProefIdp.sleutel("twee");
        idp.geefSleutels(nieuw);

        assertThat(tokens.leesIdToken(ProefIdp.teken(nieuw, goed().build()), NONCE))
                .isPresent();
    }

    @Test
    void an_id_token_is_no_permission_to_call_the_api() throws Exception {
        assertThat(tokens.leesToegangstoken(
                        ProefIdp.teken(SLEUTEL, idp.claims("sanne").build()).serialize()))
                .isPresent();
        assertThat(tokens.leesToegangstoken(
                        ProefIdp.teken(SLEUTEL, goed().build()).serialize()))
                .isEmpty();
        assertThat(tokens.leesToegangstoken(ProefIdp.teken(
                                SLEUTEL,
                                idp.claims("sanne").claim("typ", "Refresh").build())
                        .serialize()))
                .isEmpty();
    }

    @Test
    void an_access_token_can_be_meant_for_a_name_of_its_own() throws Exception {
        var eigen = tokens(Map.of("RESPIJT_OIDC_AUDIENCE", "respijt-api"));
        var voorApi = ProefIdp.teken(
                        SLEUTEL, idp.claims("sanne").audience("respijt-api").build())
                .serialize();
        var voorClient = ProefIdp.teken(SLEUTEL, idp.claims("sanne").build()).serialize();

        assertThat(eigen.leesToegangstoken(voorApi)).isPresent();
        assertThat(eigen.leesToegangstoken(voorClient)).isEmpty();
        assertThat(tokens.leesToegangstoken(voorApi)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', pwd, '', false",
        "'', '', 3, false",
        "'', mfa, '', true",
        "'', otp, '', true",
        "'', hwk, '', true",
        "'2,3', '', 3, true",
        "'2,3', '', 1, false",
        "'2,3', mfa, '', false",
    })
    void two_steps_are_what_the_operator_says_or_what_the_token_tells(
            String lijst, String amr, String acr, boolean tweeStappen) throws Exception {
        var instelling = Instellingen.lees(
                        List.of(),
                        Map.of(
                                "RESPIJT_OIDC_ISSUER", "https://inloggen.example",
                                "RESPIJT_OIDC_CLIENT_ID", "respijt",
                                "RESPIJT_OIDC_CLIENT_SECRET", "x",
                                "RESPIJT_OIDC_ACR", lijst))
                .oidc()
                .orElseThrow();
        var claims = goed().claim("amr", amr.isEmpty() ? null : List.of(amr)).claim("acr", acr);

        assertThat(OidcIdentiteit.van(claims.build()).isInTweeStappen(instelling))
                .isEqualTo(tweeStappen);
    }

    @Test
    void a_name_hides_nothing_from_the_beheerder() throws Exception {
        var wie = OidcIdentiteit.van(goed().claim("name", "San\u202ene\u0000\n de Vries" + "x".repeat(300))
                .build());

        assertThat(wie.naam()).startsWith("Sanne de Vries").hasSize(200);
    }

    @Test
    void a_provider_that_is_down_is_said_to_be_down() {
        var instellingen = Instellingen.lees(
                List.of(),
                Map.of(
                        "RESPIJT_OIDC_ISSUER", "http://127.0.0.1:1/medewerkers",
                        "RESPIJT_OIDC_CLIENT_ID", "respijt",
                        "RESPIJT_OIDC_CLIENT_SECRET", "x"));
        var zonder = new OidcTokens(instellingen, new OidcProvider(instellingen, new Klok(Clock.systemUTC())));

        assertThatThrownBy(() -> zonder.leesIdToken(ProefIdp.teken(SLEUTEL, goed().build()), NONCE))
                .isInstanceOf(NietBereikbaar.class);
    }
}
