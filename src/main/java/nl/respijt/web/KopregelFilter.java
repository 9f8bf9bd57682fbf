package nl.respijt.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/** The headers that guard a browser, on every answer, errors included; and the version on every answer of the API. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KopregelFilter {
    /** Version of the public contract (SemVer). */
    static final String API_VERSIE = "1.0.0";

    static final String API_VERSION = "API-Version";

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ResponseFilter
    void kopregels(HttpRequest<?> verzoek, MutableHttpResponse<?> antwoord) {
        var kop = antwoord.getHeaders();
        kop.set("Content-Security-Policy", CSP);
        kop.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        kop.set("X-Content-Type-Options", "nosniff");
        kop.set("X-Frame-Options", "DENY");
        kop.set("Referrer-Policy", "no-referrer");
        kop.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        kop.set("Cross-Origin-Opener-Policy", "same-origin");
        if (!kop.contains("Cache-Control")) {
            kop.set("Cache-Control", "no-store");
        }
        if (verzoek.getMethod() == HttpMethod.HEAD
                && antwoord.code() == HttpStatus.OK.getCode()
                && !kop.contains(HttpHeaders.CONTENT_TYPE)) {
            // Otherwise the type is only made up when a body is written, and there is none.
            RouteAttributes.getRouteInfo(verzoek)
                    .flatMap(route -> route.getProduces().stream().findFirst())
                    .ifPresent(antwoord::contentType);
        }
        if (verzoek.getPath().startsWith("/api/")) {
            kop.set(API_VERSION, API_VERSIE);
        }
    }
}
