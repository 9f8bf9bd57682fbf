package nl.respijt.toegang;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URI;
import java.util.Set;

/**
 * A browser says which site a request comes from. One that changes something and comes from another site is refused;
 * together with SameSite this guards the JSON calls, which carry no token.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HerkomstFilter {
    private static final Set<HttpMethod> LEZEN = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @RequestFilter
    void zelfdeHerkomst(HttpRequest<?> verzoek) {
        if (LEZEN.contains(verzoek.getMethod())) {
            return;
        }
        var herkomst = verzoek.getHeaders().get("Origin");
        if (herkomst != null
                && !isVanOns(herkomst, String.valueOf(verzoek.getHeaders().get("Host")))) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "other origin");
        }
    }

    /** With no-referrer a browser may write "null" for a form of our own page; Sec-Fetch-Site is not there for all. */
    private static boolean isVanOns(String herkomst, String host) {
        try {
            return herkomst.equals("null") || host.equals(URI.create(herkomst).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
