package nl.respijt.toegang;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every route against the table of rights before anything of it runs. Nobody signed in: the API says 401, a page
 * leads to where one signs in. A role that may not: the answer of what does not exist.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.LOWEST_PRECEDENCE) // after the filters that refuse without looking in the database
final class RechtenFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RechtenFilter.class);

    /** Routes that others wrote, and so cannot carry our mark. */
    private static final Map<String, Handeling> VAN_ANDEREN =
            Map.of("io.micronaut.management.endpoint.health.HealthEndpoint", Handeling.GEZONDHEID_ZIEN);

    private final Toegang toegang;
    private final ExecutorService werkers;

    RechtenFilter(Toegang toegang, @Named(TaskExecutors.BLOCKING) ExecutorService werkers) {
        this.toegang = toegang;
        this.werkers = werkers;
    }

    /** Nothing when anyone may: what is public stays on the event loop. */
    @RequestFilter
    @Nullable
    CompletionStage<Optional<HttpResponse<?>>> toets(HttpRequest<?> verzoek) {
        var route = RouteAttributes.getRouteMatch(verzoek).map(RouteMatch::getRouteInfo);
        if (route.isEmpty()) {
            return null; // there is no such route; the answer says so
        }
        var handeling = handeling(route.get());
        if (handeling.isEmpty()) {
            LOG.error("{} has no @Mag, so nobody may use it", route.get());
            throw new NotFoundException();
        }
        return Rechten.deur(handeling.get()) == Deur.AANMELDING
                ? CompletableFuture.supplyAsync(() -> toets(verzoek, handeling.get()), werkers)
                : null;
    }

    private Optional<HttpResponse<?>> toets(HttpRequest<?> verzoek, Handeling handeling) {
        var wie = toegang.van(verzoek);
        if (wie.isEmpty()) {
            return Optional.of(meldUAan(verzoek));
        }
        if (!Rechten.mag(wie.get().rol(), handeling)) {
            throw new NotFoundException();
        }
        return Optional.empty();
    }

    /** After signing in one comes back to what was asked for; a form is to be sent anew. */
    private static HttpResponse<?> meldUAan(HttpRequest<?> verzoek) {
        if (verzoek.getPath().startsWith("/api/")) {
            throw new HttpStatusException(HttpStatus.UNAUTHORIZED, "sign in");
        }
        var leest = verzoek.getMethod() == HttpMethod.GET || verzoek.getMethod() == HttpMethod.HEAD;
        return HttpResponse.seeOther(URI.create(leest ? Verder.inloggen(verzoek) : "/inloggen"));
    }

    /** What a route does; empty when nobody said so. */
    static Optional<Handeling> handeling(RouteInfo<?> route) {
        return route.getAnnotationMetadata()
                .enumValue(Mag.class, Handeling.class)
                .or(() -> Optional.ofNullable(
                        VAN_ANDEREN.get(route.getDeclaringType().getName())));
    }
}
