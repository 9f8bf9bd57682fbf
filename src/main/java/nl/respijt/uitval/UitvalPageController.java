package nl.respijt.uitval;

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
import java.util.UUID;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.MomentId;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/**
 * "Ik val uit": one tap away from every page of who is signed in, and with one more there is somebody. Nothing is asked
 * here.
 */
@Hidden
@Controller("/ik-val-uit")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class UitvalPageController {
    /**
     * The page; {@code weg} when the visit that was shown is no longer to be had, {@code nummerFout} when the number that was
     * given cannot be kept.
     */
    public record UitvalPagina(Uitval.Stand stand, UUID sleutel, boolean weg, boolean nummerFout) {}

    private final Uitval uitval;
    private final BoekingSleutels sleutels;
    private final Toegang toegang;
    private final Paginas paginas;

    UitvalPageController(Uitval uitval, BoekingSleutels sleutels, Toegang toegang, Paginas paginas) {
        this.uitval = uitval;
        this.sleutels = sleutels;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.UITVAL_MELDEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var vraag = verzoek.getParameters();
        return paginas.ok(
                verzoek,
                "uitval/uitval",
                new UitvalPagina(
                        uitval.stand(wie(verzoek)),
                        UUID.randomUUID(),
                        vraag.contains("weg"),
                        vraag.contains("nummer")));
    }

    @Mag(Handeling.UITVAL_MELDEN)
    @Post("/bezoek")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> laatKomen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var moment = velden.uuid("momentId").map(MomentId::new);
        var sleutel = velden.uuid("sleutel");
        if (moment.isEmpty() || sleutel.isEmpty()) {
            return naar("/ik-val-uit"); // a form that no page of ours has
        }
        return switch (uitval.laatKomen(wie(verzoek), moment.get(), sleutel.get())) {
            case Uitval.Uitkomst.ErKomtIemand(var boeking) -> naar(sleutels.beheerPad(boeking) + "?nieuw=ja");
            case Uitval.Uitkomst.WijBellen _ -> naar("/ik-val-uit?weg=ja");
        };
    }

    @Mag(Handeling.UITVAL_MELDEN)
    @Post("/bellen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> belMij(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var wie = wie(verzoek);
        uitval.belMij(wie); // whatever is wrong with the number
        if (velden.isLeeg("telefoon")) {
            return naar("/ik-val-uit");
        }
        var onthouden = ContactLezer.telefoon(velden.zoals("telefoon"))
                .filter(nummer -> uitval.onthoudNummer(wie, nummer))
                .isPresent();
        return naar(onthouden ? "/ik-val-uit" : "/ik-val-uit?nummer=fout");
    }

    private MantelzorgerId wie(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).persoonId().map(MantelzorgerId::new).orElseThrow(NotFoundException::new);
    }

    private static HttpResponse<?> naar(String pad) {
        return HttpResponse.seeOther(URI.create(pad));
    }
}
