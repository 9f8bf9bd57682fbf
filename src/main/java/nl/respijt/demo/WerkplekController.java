package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;

/** The first page of the roles whose own pages are still to come: it says what will be there. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "respijt.demo", value = "true")
public final class WerkplekController {
    /** A role and its future. */
    public record WerkplekPagina(String rol, String naam) {}

    private final Toegang toegang;
    private final Paginas paginas;

    WerkplekController(Toegang toegang, Paginas paginas) {
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.WERKPLEK_ZIEN)
    @Get("/werkplek")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> werkplek(HttpRequest<?> verzoek) {
        var wie = toegang.wie(verzoek);
        return paginas.ok(verzoek, "demo/werkplek", new WerkplekPagina(wie.rol().woord(), wie.naam()));
    }
}
