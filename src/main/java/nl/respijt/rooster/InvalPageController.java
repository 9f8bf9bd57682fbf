package nl.respijt.rooster;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.DekkingService.Aanvraag;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Where the link of a mail leads that asks to step in. Looking at it answers nothing: programs follow links too. */
@Hidden
@Controller("/invallen/{sleutel}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class InvalPageController {
    /** What is asked; {@code melding} is a text key, of why a yes could not be. */
    public record InvalPagina(Aanvraag aanvraag, String pad, String melding) {}

    private final DekkingService dekking;
    private final RoosterSleutels sleutels;
    private final Paginas paginas;

    InvalPageController(DekkingService dekking, RoosterSleutels sleutels, Paginas paginas) {
        this.dekking = dekking;
        this.sleutels = sleutels;
        this.paginas = paginas;
    }

    @Mag(Handeling.INVALLEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return paginas.ok(verzoek, "rooster/invallen", pagina(sleutel, ""));
    }

    @Mag(Handeling.INVALLEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> antwoord(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var aanvraag = aanvraag(sleutel);
        var ja = Invoer.formulier(inhoud, paginas.kader(verzoek).t()).jaNee("antwoord");
        if (ja.isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    paginas.kader(verzoek),
                    "rooster/invallen",
                    pagina(sleutel, "invallen.kies"));
        }
        return switch (dekking.antwoord(aanvraag.vraag(), ja.get())) {
            case InvalResultaat.Gekregen _, InvalResultaat.Genoteerd _, InvalResultaat.AlGeregeld _ ->
                HttpResponse.seeOther(URI.create(sleutels.invalPad(aanvraag.vraag())));
            case InvalResultaat.KanNiet(var _, var weigering) ->
                paginas.toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        paginas.kader(verzoek),
                        "rooster/invallen",
                        pagina(
                                sleutel,
                                weigering instanceof Weigering.MaximumBereikt
                                        ? "invallen.maximum"
                                        : weigering instanceof Weigering.Dubbel
                                                ? "invallen.dubbel"
                                                : "invallen.kan-niet"));
            case InvalResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private InvalPagina pagina(String sleutel, String melding) {
        var aanvraag = aanvraag(sleutel);
        return new InvalPagina(aanvraag, sleutels.invalPad(aanvraag.vraag()), melding);
    }

    private Aanvraag aanvraag(String sleutel) {
        return sleutels.leesInval(sleutel).flatMap(dekking::find).orElseThrow(NotFoundException::new);
    }
}
