package nl.respijt.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** The fixed headers on every answer, errors included; and the version on every answer of the API. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KopregelFilter {
    @ResponseFilter
    void kopregels(HttpRequest<?> verzoek, MutableHttpResponse<?> antwoord) {
        var kop = antwoord.getHeaders();
        Kopregels.VASTE.forEach(kop::set);
        if (kop.contains("Access-Control-Allow-Origin")) { // the contract is for any site to read
            kop.set("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (!kop.contains("Cache-Control")) {
            kop.set("Cache-Control", "no-store");
        }
        if (verzoek.getPath().startsWith("/api/")) {
            kop.set(Kopregels.API_VERSION, Kopregels.API_VERSIE);
        }
    }
}
