package nl.respijt.toegang;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Oidc;
import nl.respijt.tijd.Klok;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity provider as it describes itself: where it is asked, and with which keys it signs. Read when first needed,
 * so that one that is down keeps nobody else out, and kept for an hour; its keys are fetched again as soon as one is
 * named that we do not know.
 */
@Singleton
@Requires(property = "respijt.oidc", value = "true")
class OidcProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

    static final int WACHT_OP_VERBINDING = (int) Duration.ofSeconds(2).toMillis();
    static final int WACHT_OP_ANTWOORD = (int) Duration.ofSeconds(5).toMillis();
    private static final int GROOTSTE_ANTWOORD = 512 * 1024;
    private static final Duration HOUDBAAR = Duration.ofHours(1);
    private static final Duration SLEUTELS_HOUDBAAR = Duration.ofMinutes(5);

    /** Signed with the provider's private key only: with "none", or our own secret, anybody could be anyone. */
    static final Set<JWSAlgorithm> HANDTEKENINGEN = handtekeningen();

    /** It cannot be reached, or says something that is no description of the provider we were told to trust. */
    static final class NietBereikbaar extends Exception {
        NietBereikbaar(String melding, Throwable oorzaak) {
            super(melding, oorzaak);
        }
    }

    private record Stand(OIDCProviderMetadata gegevens, JWKSource<SecurityContext> sleutels, Instant sinds) {}

    private final Oidc instelling;
    private final Clock klok;
    private volatile @Nullable Stand stand;

    OidcProvider(Instellingen instellingen, Klok klok) {
        instelling = instellingen.oidc().orElseThrow();
        this.klok = klok.echt();
    }

    OIDCProviderMetadata gegevens() throws NietBereikbaar {
        return stand().gegevens();
    }

    JWSKeySelector<SecurityContext> sleutels() throws NietBereikbaar {
        return new JWSVerificationKeySelector<>(HANDTEKENINGEN, stand().sleutels());
    }

    private Stand stand() throws NietBereikbaar {
        var bekend = Optional.ofNullable(stand);
        if (bekend.filter(een -> een.sinds().plus(HOUDBAAR).isAfter(klok.instant()))
                .isPresent()) {
            return bekend.get();
        }
        try {
            var nieuw = lees(bekend);
            stand = nieuw;
            return nieuw;
        } catch (GeneralException | IOException | RuntimeException e) {
            LOG.warn("the identity provider does not describe itself: {}", e.getMessage());
            // What it said an hour ago is better than closing the door on everybody while it is restarted.
            return bekend.orElseThrow(() -> new NietBereikbaar("no description of " + instelling.issuer(), e));
        }
    }

    private Stand lees(Optional<Stand> bekend) throws GeneralException, IOException {
        // Refuses a description that names another issuer.
        var gegevens =
                OIDCProviderMetadata.resolve(new Issuer(instelling.issuer()), WACHT_OP_VERBINDING, WACHT_OP_ANTWOORD);
        for (var adres : new @Nullable URI[] {
            gegevens.getAuthorizationEndpointURI(), gegevens.getTokenEndpointURI(), gegevens.getJWKSetURI()
        }) {
            if (adres == null || (instelling.issuer().startsWith("https:") && !"https".equals(adres.getScheme()))) {
                throw new GeneralException("an address is missing or is not https: " + adres);
            }
        }
        var sleutels = bekend.filter(een -> een.gegevens().getJWKSetURI().equals(gegevens.getJWKSetURI()))
                .map(Stand::sleutels);
        return new Stand(
                gegevens, sleutels.isPresent() ? sleutels.get() : sleutels(gegevens.getJWKSetURI()), klok.instant());
    }

    private static JWKSource<SecurityContext> sleutels(URI adres) throws IOException {
        return JWKSourceBuilder.create(
                        adres.toURL(),
                        new DefaultResourceRetriever(WACHT_OP_VERBINDING, WACHT_OP_ANTWOORD, GROOTSTE_ANTWOORD))
                .cache(SLEUTELS_HOUDBAAR.toMillis(), WACHT_OP_VERBINDING + WACHT_OP_ANTWOORD)
                .refreshAheadCache(false)
                .rateLimited(true) // made-up keys must not make us ask the provider all day
                .retrying(true)
                .build();
    }

    private static Set<JWSAlgorithm> handtekeningen() {
        var alle = new LinkedHashSet<JWSAlgorithm>();
        Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC).forEach(alle::addAll);
        return Set.copyOf(alle);
    }
}
