package nl.respijt.makelaar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.AgendaAntwoordRegel;
import nl.respijt.rooster.AgendaAntwoorden;
import nl.respijt.web.Paginas;

/** What came of the answers that gastheren gave in their own calendar, and what is left to do. */
@Hidden
@Controller("/makelaar/agenda-antwoorden")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AgendaAntwoordPageController {
    /** The page. */
    public record AgendaAntwoordPagina(List<AgendaAntwoordRegel> regels) {}

    private final AgendaAntwoorden antwoorden;
    private final Paginas paginas;

    AgendaAntwoordPageController(AgendaAntwoorden antwoorden, Paginas paginas) {
        this.antwoorden = antwoorden;
        this.paginas = paginas;
    }

    @Mag(Handeling.AGENDA_ANTWOORDEN_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "makelaar/agendaantwoorden", new AgendaAntwoordPagina(antwoorden.nieuwste()));
    }
}
