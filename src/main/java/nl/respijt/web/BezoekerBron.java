package nl.respijt.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Says who is signed in; the page frame asks, whoever keeps sessions answers. */
public interface BezoekerBron {
    Optional<Bezoeker> bezoeker(HttpRequest<?> verzoek);
}
