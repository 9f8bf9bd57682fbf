package nl.respijt.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff signs in at a provider that answers over HTTP, with a browser that goes to and fro. */
final class OidcInlogTest {
    private static final Map<String, Object> TWEE_STAPPEN = Map.of("amr", List.of("pwd", "otp"));

    private static ProefIdp idp;
    private static Proefdienst dienst;

    @BeforeAll
    static void start() {
        idp = new ProefIdp();
        var omgeving = new HashMap<>(idp.instellingen());
        omgeving.put("RESPIJT_OIDC_BEHEERDER", "de-eerste");
        dienst = Proefdienst.start(omgeving, Map.of());
    }

    @AfterAll
    static void stop() {
        dienst.close();
        idp.close();
    }

    @AfterEach
    void gewoon() {
        idp.gewoon();
    }

    private static Account account(Rol rol, String subject) {
        return account(rol, idp.uitgever(), subject);
    }

    private static Account account(Rol rol, String uitgever, String subject) {
        var nieuw = Accounts.Nieuw.van(rol, "Sanne de Vries", UUID.randomUUID() + "@voorbeeld.example")
                .met(new Account.Identiteit(uitgever, subject));
        return ((AccountResultaat.Gedaan) dienst.bean(Accounts.class).maak(nieuw)).account();
    }

    private static String subject() {
        return "s-" + UUID.randomUUID();
    }

    private static Map<String, Object> metEmail(String subject) {
        return Map.of("email", subject + "@voorbeeld.example", "name", "Nieuwe Collega", "amr", List.of("mfa"));
    }

    @Test
    void a_makelaar_signs_in_and_is_at_the_desk() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        idp.volgende(subject, TWEE_STAPPEN);
        var browser = new Medewerker(dienst);

        var antwoord = browser.logIn();

        assertThat(antwoord.statusCode()).isEqualTo(303);
        assertThat(antwoord.headers().firstValue("Location")).contains("/makelaar/week");
        assertThat(browser.haal("/makelaar/week").body()).contains("Sanne de Vries");
        assertThat(browser.koeken()).containsOnlyKeys("respijt");
    }

    @Test
    void the_way_out_carries_what_must_come_back_and_nothing_secret() {
        var browser = new Medewerker(dienst);

        var vraag = browser.beginBijOns().getRawQuery();

        assertThat(vraag)
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .contains("client_id=respijt", "openid");
        var poging = dienst.bean(OidcPogingen.class)
                .find(browser.koeken().get("respijt-medewerker"))
                .orElseThrow();
        assertThat(vraag)
                .contains(poging.state().getValue(), poging.nonce().getValue())
                .doesNotContain(poging.koek(), poging.verifier().getValue());
    }

    @Test
    void the_cookie_of_the_way_out_is_for_this_host_only_and_short() throws Exception {
        var antwoord = new Medewerker(dienst).haal("/inloggen/medewerker");

        assertThat(antwoord.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(koek -> assertThat(koek)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax")
                        .containsIgnoringCase("Max-Age=600")
                        .containsIgnoringCase("Path=/"));
    }

    @Test
    void a_session_from_before_is_closed() {
        var subject = subject();
        account(Rol.GEMEENTE, subject);
        var browser = new Medewerker(dienst);
        idp.volgende(subject, Map.of());
        browser.logIn();
        var eerder = browser.koeken().get("respijt");

        idp.volgende(subject, Map.of());
        browser.logIn();

        assertThat(browser.koeken().get("respijt")).isNotEqualTo(eerder);
        assertThat(dienst.bean(Sessies.class).find(eerder)).isEmpty();
        assertThat(dienst.bean(Sessies.class).find(browser.koeken().get("respijt")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=.*", "state=[^&]*", "code=[^&]*"})
    void an_answer_that_was_changed_on_the_way_signs_nobody_in(String wat) {
        idp.volgende(subject(), metEmail("x"));
        var browser = new Medewerker(dienst);
        var terug = URI.create(browser.naarProvider().toString().replaceFirst(wat, "anders=1"));

        var antwoord = browser.haal(terug);

        assertThat(antwoord.statusCode()).isEqualTo(400);
        assertThat(browser.isIngelogd()).isFalse();
    }

    @Test
    void another_browser_cannot_finish_what_this_one_began() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        idp.volgende(subject, TWEE_STAPPEN);
        var terug = new Medewerker(dienst).naarProvider();
        var zonder = new Medewerker(dienst);
        var metEigen = new Medewerker(dienst);
        metEigen.beginBijOns();

        assertThat(zonder.haal(terug).statusCode()).isEqualTo(400);
        assertThat(metEigen.haal(terug).statusCode()).isEqualTo(400);
        assertThat(zonder.isIngelogd() || metEigen.isIngelogd()).isFalse();
    }

    @Test
    void an_answer_counts_once_even_when_it_comes_twenty_times_at_once() throws Exception {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        idp.volgende(subject, TWEE_STAPPEN);
        var browser = new Medewerker(dienst);
        var terug = browser.naarProvider();
        var koek = browser.koeken().get("respijt-medewerker");

        try (var tegelijk = Executors.newFixedThreadPool(20)) {
            var statussen = tegelijk
                    .invokeAll(java.util.Collections.nCopies(20, (Callable<Integer>) () -> {
                        var dief = new Medewerker(dienst);
                        dief.koeken().put("respijt-medewerker", koek);
                        return dief.haal(terug).statusCode();
                    }))
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();

            assertThat(statussen).filteredOn(status -> status == 303).hasSize(1);
            assertThat(statussen).filteredOn(status -> status == 400).hasSize(19);
        }
    }

    /** The provider in these tests takes any code it gave, so only our own memory stands in the way. */
    @Test
    void an_attempt_is_used_once() {
        var pogingen = dienst.bean(OidcPogingen.class);
        var poging = pogingen.begin();

        assertThat(pogingen.gebruik(poging)).isTrue();
        assertThat(pogingen.gebruik(poging)).isFalse();
    }

    @Test
    void ten_minutes_are_enough_and_eleven_too_many() {
        var pogingen = dienst.bean(OidcPogingen.class);
        var sleutels = dienst.bean(Sleutels.class);
        var nu = Instant.now();

        assertThat(pogingen.find(sleutels.maak(Sleutels.Doel.INLOGPOGING, Id.nieuw(nu.minusSeconds(9 * 60)))))
                .isPresent();
        assertThat(pogingen.find(sleutels.maak(Sleutels.Doel.INLOGPOGING, Id.nieuw(nu.minusSeconds(11 * 60)))))
                .isEmpty();
        assertThat(pogingen.find(sleutels.maak(Sleutels.Doel.BEHEER, Id.nieuw(nu))))
                .as("a key for something else")
                .isEmpty();
    }

    @Test
    void a_token_for_another_attempt_signs_nobody_in() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        idp.volgende(subject, TWEE_STAPPEN);
        var browser = new Medewerker(dienst);
        var anders = browser.beginBijOns().toString().replaceFirst("nonce=[^&]*", "nonce=van-een-ander");

        var antwoord = browser.haal(Medewerker.verderNa(browser.haal(URI.create(anders))));

        assertThat(antwoord.statusCode()).isEqualTo(400);
        assertThat(antwoord.body()).contains("We kunnen dit antwoord niet gebruiken");
        assertThat(browser.isIngelogd()).isFalse();
    }

    @Test
    void a_token_that_is_not_the_providers_signs_nobody_in() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        for (var maak : List.<java.util.function.UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder>>of(
                c -> c, c -> c.issuer("https://elders.example"), c -> c.audience("ander"))) {
            var browser = new Medewerker(dienst);
            var naar = browser.beginBijOns();
            var nonce = naar.getRawQuery().replaceAll(".*nonce=([^&]*).*", "$1");
            var terug = Medewerker.verderNa(browser.haal(naar));
            var claims = maak.apply(idp.claims(subject).claim("nonce", nonce).claim("amr", List.of("mfa")))
                    .build();
            idp.geefIdToken(new PlainJWT(claims).serialize());

            assertThat(browser.haal(terug).statusCode()).isEqualTo(400);
            assertThat(browser.isIngelogd()).isFalse();
            idp.gewoon();
        }
    }

    @Test
    void a_password_alone_is_not_enough_for_a_makelaar() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        idp.volgende(subject, Map.of("amr", List.of("pwd")));
        var browser = new Medewerker(dienst);

        var antwoord = browser.logIn();

        assertThat(antwoord.statusCode()).isEqualTo(403);
        assertThat(antwoord.body()).contains("Log in met een tweede stap", "/inloggen/medewerker?opnieuw=ja");
        assertThat(browser.isIngelogd()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Rol.class,
            mode = Mode.EXCLUDE,
            names = {"MAKELAAR", "BEHEERDER", "MANTELZORGER", "GASTHEER"})
    void others_may_sign_in_with_a_password(Rol rol) {
        var subject = subject();
        account(rol, subject);
        idp.volgende(subject, Map.of());

        assertThat(new Medewerker(dienst).logIn().statusCode()).isEqualTo(303);
    }

    @Test
    void who_is_not_known_yet_asks_and_has_no_session() {
        var subject = subject();
        idp.volgende(subject, metEmail(subject));
        var browser = new Medewerker(dienst);

        var antwoord = browser.logIn();

        assertThat(antwoord.statusCode()).isEqualTo(200);
        assertThat(antwoord.body()).contains("Uw aanvraag is binnen");
        assertThat(browser.isIngelogd()).isFalse();
        assertThat(dienst.bean(Aanvragen.class).alle())
                .filteredOn(aanvraag -> aanvraag.identiteit().subject().equals(subject))
                .singleElement()
                .satisfies(aanvraag -> assertThat(aanvraag.naam()).isEqualTo("Nieuwe Collega"));
    }

    @Test
    void the_same_subject_at_another_issuer_is_somebody_else() {
        var subject = subject();
        account(Rol.MAKELAAR, "https://elders.example", subject);
        idp.volgende(subject, metEmail(subject));

        assertThat(new Medewerker(dienst).logIn().body()).contains("Uw aanvraag is binnen");
    }

    @Test
    void who_is_blocked_does_not_come_in() {
        var subject = subject();
        dienst.bean(Accounts.class).blokkeer(account(Rol.MAKELAAR, subject).id());
        idp.volgende(subject, TWEE_STAPPEN);
        var browser = new Medewerker(dienst);

        assertThat(browser.logIn().statusCode()).isEqualTo(403);
        assertThat(browser.isIngelogd()).isFalse();
    }

    @Test
    void the_first_beheerder_is_whom_the_operator_names_and_needs_two_steps() {
        idp.volgende("de-eerste", Map.of("email", "eerste@voorbeeld.example"));
        assertThat(new Medewerker(dienst).logIn().statusCode()).isEqualTo(403);

        idp.volgende("de-eerste", metEmail("de-eerste"));
        var browser = new Medewerker(dienst);
        assertThat(browser.logIn().statusCode()).isEqualTo(303);

        idp.volgende("de-eerste", metEmail("de-eerste"));
        assertThat(new Medewerker(dienst).logIn().statusCode())
                .as("and the next time")
                .isEqualTo(303);
    }

    @Test
    void a_provider_without_addresses_is_told_so() {
        idp.volgende(subject(), Map.of("amr", List.of("mfa")));

        var antwoord = new Medewerker(dienst).logIn();

        assertThat(antwoord.statusCode()).isEqualTo(403);
        assertThat(antwoord.body()).contains("We missen uw e-mailadres");
    }

    @Test
    void the_providers_refusal_is_a_page() {
        var browser = new Medewerker(dienst);
        var state = browser.beginBijOns().getRawQuery().replaceAll(".*state=([^&]*).*", "$1");

        var antwoord = browser.haal("/inloggen/medewerker/terug?error=access_denied&state=" + state);

        assertThat(antwoord.statusCode()).isEqualTo(400);
        assertThat(antwoord.body()).contains("Het inloggen is niet gelukt");
    }

    @Test
    void moving_the_clock_of_the_demo_locks_nobody_out() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.ofDays(400));
        try {
            idp.volgende(subject, TWEE_STAPPEN);
            assertThat(new Medewerker(dienst).logIn().statusCode()).isEqualTo(303);
        } finally {
            klok.verschuif(Duration.ZERO);
        }
    }

    @Test
    void a_provider_that_is_down_gives_a_page_that_says_so() {
        var omgeving = new HashMap<>(idp.instellingen());
        omgeving.put("RESPIJT_OIDC_ISSUER", "http://127.0.0.1:1/medewerkers");
        try (var zonder = Proefdienst.start(omgeving, Map.of())) {
            var antwoord = new Medewerker(zonder).haal("/inloggen/medewerker");

            assertThat(antwoord.statusCode()).isEqualTo(503);
            assertThat(antwoord.body()).contains("Inloggen kan nu even niet");
        }
    }

    @Test
    void a_provider_that_goes_down_half_way_gives_the_same_page() {
        try (var kort = new ProefIdp();
                var zonder = Proefdienst.start(kort.instellingen(), Map.of())) {
            var browser = new Medewerker(zonder);
            var terug = browser.naarProvider();
            kort.close();

            assertThat(browser.haal(terug).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void without_a_provider_there_is_no_such_door() {
        assertThat(new Medewerker(Proefdienst.gedeeld())
                        .haal("/inloggen/medewerker/terug")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_access_token_opens_the_api_for_its_role() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);

        assertThat(metToken("/api/v1/diensten", idp.toegangstoken(subject, ProefIdp.CLIENT, TWEE_STAPPEN, 300)))
                .isEqualTo(200);
    }

    @Test
    void an_access_token_that_is_not_right_opens_nothing() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        var geblokkeerd = subject();
        dienst.bean(Accounts.class).blokkeer(account(Rol.MAKELAAR, geblokkeerd).id());
        var vreemd = ProefIdp.teken(
                        ProefIdp.sleutel(ProefIdp.UITGEVER),
                        idp.claims(subject).claim("amr", List.of("mfa")).build())
                .serialize();

        for (var token : List.of(
                idp.toegangstoken(subject, "een-andere-dienst", TWEE_STAPPEN, 300),
                idp.toegangstoken(subject, ProefIdp.CLIENT, TWEE_STAPPEN, -300),
                idp.toegangstoken(subject, ProefIdp.CLIENT, Map.of(), 300),
                idp.toegangstoken(subject(), ProefIdp.CLIENT, TWEE_STAPPEN, 300),
                idp.toegangstoken(geblokkeerd, ProefIdp.CLIENT, TWEE_STAPPEN, 300),
                idp.toegangstokenVan("anders", subject, TWEE_STAPPEN),
                vreemd,
                new PlainJWT(idp.claims(subject).claim("amr", List.of("mfa")).build()).serialize(),
                "a.b.c",
                "...")) {
            assertThat(metToken("/api/v1/diensten", token)).as(token).isEqualTo(401);
        }
    }

    @Test
    void a_token_is_no_key_to_a_booking_and_opens_no_page() {
        var subject = subject();
        account(Rol.MAKELAAR, subject);
        var token = idp.toegangstoken(subject, ProefIdp.CLIENT, TWEE_STAPPEN, 300);

        assertThat(metToken("/api/v1/boekingen/" + UUID.randomUUID(), token)).isEqualTo(404);
        assertThat(metToken("/makelaar/week", token)).isEqualTo(303);
        assertThat(metToken(
                        "/api/v1/diensten", dienst.bean(Sleutels.class).maak(Sleutels.Doel.BEHEER, UUID.randomUUID())))
                .as("and a key is no token")
                .isEqualTo(401);
    }

    private static int metToken(String pad, String token) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(dienst.adres() + pad))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
