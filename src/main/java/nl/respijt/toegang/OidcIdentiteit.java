package nl.respijt.toegang;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.respijt.instellingen.Instellingen.Oidc;
import nl.respijt.web.EmailAdres;

/**
 * Who somebody is to an identity provider that we trust. Issuer and subject together are the person: the same subject of
 * another issuer is somebody else, and name and address are only what to call them.
 */
record OidcIdentiteit(
        String issuer, String subject, String naam, Optional<String> email, Optional<String> acr, List<String> amr) {
    /** A second step besides the password, in the words of RFC 8176. */
    private static final Set<String> TWEEDE_STAP = Set.of("mfa", "otp", "hwk", "swk");

    private static final int MAX_NAAM = 200;

    OidcIdentiteit {
        amr = List.copyOf(amr);
    }

    /** @throws ParseException when a claim is not of its kind */
    static OidcIdentiteit van(JWTClaimsSet claims) throws ParseException {
        var email = tekst(claims, "email", EmailAdres.MAX_LENGTE).flatMap(EmailAdres::lees);
        var subject = Optional.ofNullable(claims.getSubject()).orElse("");
        var naam = tekst(claims, "name", MAX_NAAM)
                .or(() -> tekst(claims, "preferred_username", MAX_NAAM))
                .or(() -> email)
                .orElse(subject);
        var amr = Optional.ofNullable(claims.getStringListClaim("amr")).orElse(List.of());
        return new OidcIdentiteit(claims.getIssuer(), subject, naam, email, tekst(claims, "acr", MAX_NAAM), amr);
    }

    /** Without the signs that turn or hide what stands beside them; shown to a beheerder who decides on it. */
    private static Optional<String> tekst(JWTClaimsSet claims, String naam, int max) {
        return Stream.ofNullable(claims.getClaim(naam))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(tekst -> tekst.replaceAll("\\p{C}", "").strip())
                .map(tekst -> tekst.length() > max ? tekst.substring(0, max) : tekst)
                .filter(tekst -> !tekst.isEmpty())
                .findFirst();
    }

    /** The operator's list decides when there is one: then it is known what this provider calls two steps. */
    boolean isInTweeStappen(Oidc instelling) {
        return instelling.acr().isEmpty()
                ? amr.stream().anyMatch(TWEEDE_STAP::contains)
                : acr.filter(instelling.acr()::contains).isPresent();
    }
}
