package nl.respijt.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;

/** The pages that only say something. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class TekstpaginaController {
    /** A problem of the API, explained for who meets its address. */
    public record ProbleemPagina(String naam) {}

    /** Nothing but text. */
    public record Geen() {}

    private final Paginas paginas;

    TekstpaginaController(Paginas paginas) {
        this.paginas = paginas;
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/privacy")
    HttpResponse<?> privacy(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "web/privacy", new Geen());
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/toegankelijkheid")
    HttpResponse<?> toegankelijkheid(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "web/toegankelijkheid", new Geen());
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/contact")
    HttpResponse<?> contact(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "web/contact", new Geen());
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/problemen/{naam}")
    HttpResponse<?> probleem(HttpRequest<?> verzoek, String naam) {
        if (!Teksten.in(Taal.NL).sleutels().contains("probleem." + naam + ".uitleg")) {
            throw new NotFoundException();
        }
        return paginas.ok(verzoek, "web/probleem", new ProbleemPagina(naam));
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    String robots() {
        return "User-agent: *\nDisallow: /afspraak/\nDisallow: /afmelden/\nDisallow: /agenda/\nDisallow: /dienst/\nDisallow: /aanmelding/\nDisallow: /aanvraag/\nDisallow: /logeren/\nDisallow: /demo\nDisallow: /api/\n";
    }
}
