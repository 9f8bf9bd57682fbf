package nl.respijt.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Headers that the framework reads wrongly, mended in place before it chooses a route: a copy would lose the body. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AcceptFilter {
    private static final String ALLES_VAN_APPLICATION = "application/*";

    @PreMatching
    @RequestFilter
    void herstel(HttpRequest<?> verzoek) {
        if (verzoek.getHeaders() instanceof MutableHttpHeaders koppen) {
            herstelVormen(koppen);
            herstelTalen(verzoek, koppen);
        }
    }

    /** Whoever accepts {@code application/*} accepts JSON; the router knows exact types only. */
    private static void herstelVormen(MutableHttpHeaders koppen) {
        var gevraagd = String.join(",", koppen.getAll(HttpHeaders.ACCEPT));
        if (gevraagd.contains(ALLES_VAN_APPLICATION)) {
            koppen.set(
                    HttpHeaders.ACCEPT,
                    gevraagd.replace(ALLES_VAN_APPLICATION, "application/json, application/problem+json"));
        }
    }

    /** A language such as ";" breaks the framework while it looks for the page that says so; then we know none. */
    private static void herstelTalen(HttpRequest<?> verzoek, MutableHttpHeaders koppen) {
        try {
            verzoek.getLocale();
        } catch (RuntimeException e) {
            koppen.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
