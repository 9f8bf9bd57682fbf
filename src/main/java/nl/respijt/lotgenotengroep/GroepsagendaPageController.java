package nl.respijt.lotgenotengroep;

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
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Where a coordinator gets the secret address of the calendar of a group, and takes it away again. */
@Hidden
@Controller("/groep/agenda")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GroepsagendaPageController {
    private static final String PAD = "/groep/agenda";

    /** A group with the addresses of its calendar that work. */
    public record Regel(Lotgenotengroep groep, List<AgendaSleutel> adressen) {}

    /** An address in the forms in which one can take it along; shown once. */
    public record NieuwAdres(String adres, String webcal) {}

    public record AgendaPagina(List<Regel> regels, Optional<NieuwAdres> nieuw, boolean ingetrokken) {}

    private final GroepService groepen;
    private final AgendaSleutels sleutels;
    private final GroepAgenda agenda;
    private final Toegang toegang;
    private final Paginas paginas;

    GroepsagendaPageController(
            GroepService groepen, AgendaSleutels sleutels, GroepAgenda agenda, Toegang toegang, Paginas paginas) {
        this.groepen = groepen;
        this.sleutels = sleutels;
        this.agenda = agenda;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.EIGEN_GROEPSAGENDA_BEHEREN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return paginas.ok(
                verzoek,
                "lotgenotengroep/agenda",
                pagina(verzoek, Optional.empty(), verzoek.getParameters().contains("ingetrokken")));
    }

    /** The answer itself, not a page after it: what is shown once has no address of its own. */
    @Mag(Handeling.EIGEN_GROEPSAGENDA_BEHEREN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> maak(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var welke = toegang.formulier(verzoek, inhoud, kader.t()).uuid("groep");
        if (welke.isEmpty()) {
            return HttpResponse.seeOther(URI.create(PAD));
        }
        if (!agenda.isVan(toegang.wie(verzoek), welke)) {
            throw new NotFoundException();
        }
        var url = sleutels.vervang(AgendaSoort.GROEP, welke).url();
        var nieuw = new NieuwAdres(
                url.toString(),
                "webcal" + url.toString().substring(url.getScheme().length()));
        return paginas.toon(
                HttpStatus.OK,
                verzoek,
                kader.opPad(PAD),
                "lotgenotengroep/agenda",
                pagina(verzoek, Optional.of(nieuw), false));
    }

    @Mag(Handeling.EIGEN_GROEPSAGENDA_BEHEREN)
    @Post("/{id}/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var wie = toegang.wie(verzoek);
        var sleutel = Invoer.uuid(id)
                .flatMap(sleutels::vind)
                .filter(gevonden -> gevonden.soort() == AgendaSoort.GROEP && agenda.isVan(wie, gevonden.voor()))
                .orElseThrow(NotFoundException::new);
        sleutels.trekIn(sleutel.id());
        return HttpResponse.seeOther(URI.create(PAD + "?ingetrokken=ja"));
    }

    private AgendaPagina pagina(HttpRequest<?> verzoek, Optional<NieuwAdres> nieuw, boolean ingetrokken) {
        return new AgendaPagina(
                toegang.wie(verzoek).persoonId().map(groepen::geleidDoor).orElse(List.of()).stream()
                        .map(groep -> new Regel(groep, sleutels.lijst(AgendaSoort.GROEP, Optional.of(groep.id()))))
                        .toList(),
                nieuw,
                ingetrokken);
    }
}
