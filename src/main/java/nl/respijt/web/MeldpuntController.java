package nl.respijt.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;

/** Where whoever finds a hole may tell so (RFC 9116; Forum Standaardisatie: verplicht). Always good for half a year. */
@Hidden
@Controller
final class MeldpuntController {
    private static final Duration GELDIG = Duration.ofDays(182);

    private final Instellingen instellingen;
    private final Klok klok;

    MeldpuntController(Instellingen instellingen, Klok klok) {
        this.instellingen = instellingen;
        this.klok = klok;
    }

    @Get("/.well-known/security.txt")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> meldpunt() {
        var basis = instellingen.baseUrl();
        return HttpResponse.ok("""
                        Contact: mailto:%s
                        Contact: %s
                        Expires: %s
                        Preferred-Languages: nl, en
                        Canonical: %s/.well-known/security.txt
                        Policy: %s/contact
                        """.formatted(
                                instellingen.afzender(),
                                Kader.telefoonLink(instellingen.telefoon()),
                                klok.instant().plus(GELDIG).truncatedTo(ChronoUnit.DAYS),
                                basis,
                                basis))
                .contentType("text/plain; charset=utf-8")
                .header("Cache-Control", "public, max-age=86400");
    }
}
