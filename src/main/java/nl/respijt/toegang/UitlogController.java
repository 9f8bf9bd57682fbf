package nl.respijt.toegang;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Ends a session at once. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class UitlogController {
    private final Toegang toegang;
    private final Sessies sessies;
    private final Paginas paginas;

    UitlogController(Toegang toegang, Sessies sessies, Paginas paginas) {
        this.toegang = toegang;
        this.sessies = sessies;
        this.paginas = paginas;
    }

    @Mag(Handeling.UITLOGGEN)
    @Post("/uitloggen")
    @Consumes("application/x-www-form-urlencoded")
    HttpResponse<?> uitloggen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        toegang.koekVan(verzoek).ifPresent(sessies::sluit);
        return HttpResponse.seeOther(URI.create("/")).cookie(toegang.geenKoek());
    }
}
