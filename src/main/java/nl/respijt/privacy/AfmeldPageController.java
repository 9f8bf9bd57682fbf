package nl.respijt.privacy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import nl.respijt.mantelzorger.Afmeldadres;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.Paginas;

/**
 * The link under a reminder: no more reminders. A mail program may send the POST by itself when its reader says so
 * (RFC 8058), without a cookie or a token; looking at the page changes nothing, as programs that scan mail do just that.
 */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AfmeldPageController {
    /** Before and after. */
    public record AfmeldPagina(String pad, boolean afgemeld) {}

    /** Nothing but text. */
    public record GewistPagina() {}

    private final Afmeldadres adressen;
    private final Herinneringen herinneringen;
    private final Paginas paginas;

    AfmeldPageController(Afmeldadres adressen, Herinneringen herinneringen, Paginas paginas) {
        this.adressen = adressen;
        this.herinneringen = herinneringen;
        this.paginas = paginas;
    }

    @Mag(Handeling.HERINNERINGEN_AFMELDEN)
    @Get("/afmelden/{sleutel}")
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String sleutel) {
        var wie = wie(sleutel);
        return paginas.ok(
                verzoek, "privacy/afmelden", new AfmeldPagina("/afmelden/" + sleutel, !herinneringen.isGewenst(wie)));
    }

    @Mag(Handeling.HERINNERINGEN_AFMELDEN)
    @Post("/afmelden/{sleutel}")
    @Consumes("*/*")
    HttpResponse<?> meldAf(HttpRequest<?> verzoek, String sleutel) {
        herinneringen.zet(wie(sleutel), false);
        return paginas.ok(verzoek, "privacy/afmelden", new AfmeldPagina("/afmelden/" + sleutel, true));
    }

    /** Where somebody ends who was forgotten, and is no longer signed in. */
    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/gewist")
    HttpResponse<?> gewist(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "privacy/gewist", new GewistPagina());
    }

    private MantelzorgerId wie(String sleutel) {
        return adressen.lees(sleutel).orElseThrow(NotFoundException::new);
    }
}
