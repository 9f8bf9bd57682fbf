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
        if (herkomst != null && !isVanOns(verzoek, herkomst)) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "other origin");
        }
    }

    /** Our pages tell no referrer, and then a browser writes "null"; Sec-Fetch-Site still says where it came from. */
    private static boolean isVanOns(HttpRequest<?> verzoek, String herkomst) {
        if (herkomst.equals("null")) {
            var site = verzoek.getHeaders().get("Sec-Fetch-Site");
            return site == null || site.equals("same-origin") || site.equals("none");
        }
        try {
            return String.valueOf(verzoek.getHeaders().get("Host"))
                    .equals(URI.create(herkomst).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
