package nl.respijt.makelaar;

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
import nl.respijt.bericht.BelTaak;
import nl.respijt.bericht.Belijst;
import nl.respijt.bericht.Bericht;
import nl.respijt.boeking.Mantelzorgers;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Who is to be called, and which mails could not be delivered. */
@Hidden
@Controller("/makelaar/belijst")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class BelijstPageController {
    /** The page. */
    public record BelijstPagina(List<BelTaak> taken, List<Bericht> mislukt) {}

    private final Belijst belijst;
    private final Mantelzorgers mantelzorgers;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;

    BelijstPageController(
            Belijst belijst, Mantelzorgers mantelzorgers, Inzageboek inzageboek, Toegang toegang, Paginas paginas) {
        this.belijst = belijst;
        this.mantelzorgers = mantelzorgers;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.BELIJST_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var taken = belijst.open();
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.BELIJST_ZIEN,
                Waarom.om(Grond.BELLEN),
                mantelzorgers.gezienIn(taken.stream().map(BelTaak::id).toList()));
        return paginas.ok(verzoek, "makelaar/belijst", new BelijstPagina(taken, belijst.mislukt()));
    }

    @Mag(Handeling.BELIJST_AFHANDELEN)
    @Post("/{id}/gebeld")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> gebeld(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek).slug();
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        belijst.meldGebeld(Invoer.uuid(id).orElseThrow(NotFoundException::new), wie);
        return terug();
    }

    @Mag(Handeling.BELIJST_AFHANDELEN)
    @Post("/{id}/opnieuw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> opnieuw(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        belijst.opnieuw(Invoer.uuid(id).orElseThrow(NotFoundException::new));
        return terug();
    }

    /** Whatever came of it, the list now says so. */
    private static HttpResponse<?> terug() {
        return HttpResponse.seeOther(URI.create("/makelaar/belijst"));
    }
}
