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
import java.util.Optional;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzage;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.Paginas;

/** Who opened a person outside the own work, with which reason: for a second person. Looking here is itself a line. */
@Hidden
@Controller("/makelaar/inzage")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class InzagePageController {
    private static final int HOOGSTENS = 100;

    /** The newest openings, of all makelaars. */
    public record InzagePagina(List<Inzage> geopend) {}

    private final Inzageboek inzageboek;
    private final Paginas paginas;

    InzagePageController(Inzageboek inzageboek, Paginas paginas) {
        this.inzageboek = inzageboek;
        this.paginas = paginas;
    }

    @Mag(Handeling.INZAGE_CONTROLEREN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var geopend = inzageboek.geopend(HOOGSTENS);
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.INZAGE_CONTROLEREN,
                Waarom.om(Grond.CONTROLE),
                geopend.stream()
                        .map(een -> new Gezien(een.betrokkene(), Ding.INZAGE, Optional.empty()))
                        .toList());
        return paginas.ok(verzoek, "makelaar/inzage", new InzagePagina(geopend));
    }
}
