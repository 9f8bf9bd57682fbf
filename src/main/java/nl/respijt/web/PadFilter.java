package nl.respijt.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.NotFoundException;

/** One thing has one address: with a slash behind it there is nothing (NLGov API design rule core/no-trailing-slash). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PadFilter {
    @RequestFilter
    void eenPadEenNaam(HttpRequest<?> verzoek) {
        var pad = verzoek.getPath();
        if (pad.length() > 1 && pad.endsWith("/")) {
            throw new NotFoundException();
        }
    }
}
