package nl.respijt.toegang;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** A route whose maker forgot to say what it does; only where a test asks for it. */
@Controller
@Requires(property = RouteZonderRegel.AAN)
final class RouteZonderRegel {
    static final String AAN = "proef.route-zonder-regel";

    @Get("/zonder-regel")
    String geheim() {
        return "for whoever comes by";
    }
}
