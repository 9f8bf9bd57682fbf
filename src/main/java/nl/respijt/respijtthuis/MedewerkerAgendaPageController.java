package nl.respijt.respijtthuis;

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
import java.util.List;
import java.util.Optional;
import nl.respijt.agenda.AgendaSleutel;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Where a provider gets the secret address of a worker's calendar, to hand on, and takes it away again. */
@Hidden
@Controller(MedewerkerPageController.PAD)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MedewerkerAgendaPageController {
    /** {@code nieuw} is an address that is there once: right after it was made. */
    public record AgendaPagina(
            Medewerker wie, List<AgendaSleutel> adressen, Optional<String> nieuw, boolean ingetrokken) {}

    private final Medewerkerbeheer beheer;
    private final AgendaSleutels sleutels;
    private final MedewerkerAgenda agenda;
    private final Toegang toegang;
    private final Paginas paginas;

    MedewerkerAgendaPageController(
            Medewerkerbeheer beheer,
            AgendaSleutels sleutels,
            MedewerkerAgenda agenda,
            Toegang toegang,
            Paginas paginas) {
        this.beheer = beheer;
        this.sleutels = sleutels;
        this.agenda = agenda;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Get("/{id}/agenda")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var ingetrokken = verzoek.getParameters().contains("ingetrokken");
        return toon(verzoek, paginas.kader(verzoek), eigen(verzoek, id), Optional.empty(), ingetrokken);
    }

    /** The answer itself, not a page after it: what is shown once has no address of its own. */
    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/{id}/agenda")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> maak(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        var kader = paginas.kader(verzoek);
        toegang.formulier(verzoek, inhoud, kader.t());
        var adres = sleutels.vervang(AgendaSoort.MEDEWERKER, Optional.of(wie.id()))
                .url()
                .toString();
        return toon(verzoek, kader, wie, Optional.of(adres), false);
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/agenda/{id}/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var sleutel = Invoer.uuid(id)
                .flatMap(sleutels::vind)
                .filter(een -> een.soort() == AgendaSoort.MEDEWERKER && agenda.isVan(wie, een.voor()))
                .orElseThrow(NotFoundException::new);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        sleutels.trekIn(sleutel.id());
        return HttpResponse.seeOther(URI.create("%s/%s/agenda?ingetrokken=ja"
                .formatted(MedewerkerPageController.PAD, sleutel.voor().orElseThrow())));
    }

    private HttpResponse<?> toon(
            HttpRequest<?> verzoek, Kader kader, Medewerker wie, Optional<String> nieuw, boolean ingetrokken) {
        return paginas.toon(
                HttpStatus.OK,
                verzoek,
                kader.opPad("%s/%s/agenda".formatted(MedewerkerPageController.PAD, wie.id())),
                "respijtthuis/agenda",
                new AgendaPagina(
                        wie, sleutels.lijst(AgendaSoort.MEDEWERKER, Optional.of(wie.id())), nieuw, ingetrokken));
    }

    private Medewerker eigen(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> beheer.find(uuid, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
    }
}
