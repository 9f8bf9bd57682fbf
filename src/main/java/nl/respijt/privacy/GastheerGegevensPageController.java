package nl.respijt.privacy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.GastheerId;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** What a gastheer can do with what we have of them: see it, take it along, stop and have it forgotten. */
@Hidden
@Controller("/rooster")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GastheerGegevensPageController {
    /** Everything there is. */
    public record GastheerGegevensPagina(List<Uitvoer.Deel> delen) {}

    /** How many diensten would be given back. */
    public record StopPagina(int komende) {}

    private final Uitvoer uitvoer;
    private final GastheerWissing wissing;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    GastheerGegevensPageController(
            Uitvoer uitvoer, GastheerWissing wissing, Toegang toegang, Paginas paginas, Klok klok) {
        this.uitvoer = uitvoer;
        this.wissing = wissing;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_ROOSTERGEGEVENS_ZIEN)
    @Get("/gegevens")
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "privacy/gastheergegevens", new GastheerGegevensPagina(uitvoer.van(wie(verzoek))));
    }

    @Mag(Handeling.EIGEN_ROOSTERGEGEVENS_ZIEN)
    @Get("/gegevens.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> download(HttpRequest<?> verzoek) {
        return UitvoerJson.download(uitvoer.van(wie(verzoek)), klok.instant());
    }

    @Mag(Handeling.EIGEN_ROOSTERGEGEVENS_WISSEN)
    @Get("/gegevens/wissen")
    HttpResponse<?> wissen(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "privacy/stoppen", new StopPagina(wissing.komende(wie(verzoek))));
    }

    @Mag(Handeling.EIGEN_ROOSTERGEGEVENS_WISSEN)
    @Post("/gegevens/wissen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wis(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = wie(verzoek);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        wissing.wis(wie, toegang.wie(verzoek).slug());
        return HttpResponse.seeOther(URI.create("/gewist")).cookie(toegang.geenKoek());
    }

    private GastheerId wie(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).persoonId().map(GastheerId::new).orElseThrow(NotFoundException::new);
    }
}
