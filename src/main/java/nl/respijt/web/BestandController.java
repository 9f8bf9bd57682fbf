package nl.respijt.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.swagger.v3.oas.annotations.Hidden;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;

/** Serves what {@link Bestanden} holds; a name never gets other content, so it is kept for a year. */
@Hidden
@Controller
final class BestandController {
    private final Bestanden bestanden;

    BestandController(Bestanden bestanden) {
        this.bestanden = bestanden;
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/static/{naam}")
    @Produces({"text/css", "text/javascript", "font/woff2", "image/svg+xml"})
    HttpResponse<byte[]> bestand(String naam) {
        var inhoud = bestanden.inhoud(naam).orElseThrow(NotFoundException::new);
        return HttpResponse.ok(inhoud)
                .contentType(type(naam))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding");
    }

    private static String type(String naam) {
        return switch (naam.substring(naam.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "woff2" -> "font/woff2";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }
}
