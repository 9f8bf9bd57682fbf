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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.AgendaSleutel;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.agenda.QrCode;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Where a gastheer gets the secret address of the own roster, and takes it away again. */
@Hidden
@Controller("/rooster/agenda")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class RoosterAgendaPageController {
    /** How to subscribe with each kind of calendar: {@code naam-1}, {@code naam-2}, … are its steps. */
    private static final List<String> PROGRAMMAS = List.of("apple", "google", "android", "outlook");

    /** {@code nieuw} is there once: right after it was made. With {@code uitnodigingen} an address holds nothing. */
    public record AgendaPagina(
            Optional<NieuwAdres> nieuw,
            List<AgendaSleutel> adressen,
            List<String> programmas,
            boolean ingetrokken,
            boolean uitnodigingen) {}

    /** An address in the forms in which one can take it along. */
    public record NieuwAdres(String adres, String webcal, String qr) {}

    private final AgendaSleutels sleutels;
    private final InzetService inzet;
    private final Toegang toegang;
    private final Paginas paginas;

    RoosterAgendaPageController(AgendaSleutels sleutels, InzetService inzet, Toegang toegang, Paginas paginas) {
        this.sleutels = sleutels;
        this.inzet = inzet;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.EIGEN_AGENDA_BEHEREN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var ingetrokken = verzoek.getParameters().contains("ingetrokken");
        return paginas.ok(verzoek, "rooster/agenda", pagina(eigen(verzoek), Optional.empty(), ingetrokken));
    }

    /** The answer itself, not a page after it: what is shown once has no address of its own. */
    @Mag(Handeling.EIGEN_AGENDA_BEHEREN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> maak(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var eigen = eigen(verzoek);
        var kader = paginas.kader(verzoek);
        toegang.formulier(verzoek, inhoud, kader.t());
        var nieuw = sleutels.vervang(AgendaSoort.GASTHEER, Optional.of(eigen));
        return paginas.toon(
                HttpStatus.OK,
                verzoek,
                kader.opPad("/rooster/agenda"),
                "rooster/agenda",
                pagina(eigen, Optional.of(nieuwAdres(nieuw.url(), kader)), false));
    }

    @Mag(Handeling.EIGEN_AGENDA_BEHEREN)
    @Post("/{id}/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var eigen = eigen(verzoek);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var sleutel = Invoer.uuid(id)
                .flatMap(sleutels::vind)
                .filter(gevonden -> gevonden.soort() == AgendaSoort.GASTHEER
                        && gevonden.voor().filter(eigen::equals).isPresent())
                .orElseThrow(NotFoundException::new);
        sleutels.trekIn(sleutel.id());
        return HttpResponse.seeOther(URI.create("/rooster/agenda?ingetrokken=ja"));
    }

    private AgendaPagina pagina(UUID eigen, Optional<NieuwAdres> nieuw, boolean ingetrokken) {
        return new AgendaPagina(
                nieuw,
                sleutels.lijst(AgendaSoort.GASTHEER, Optional.of(eigen)),
                PROGRAMMAS,
                ingetrokken,
                inzet.van(new GastheerId(eigen)).wensen().uitnodigingen());
    }

    /** The picture holds the webcal address: a phone that knows it subscribes, where https would import once. */
    private static NieuwAdres nieuwAdres(URI adres, Kader kader) {
        var webcal = "webcal" + adres.toString().substring(adres.getScheme().length());
        return new NieuwAdres(
                adres.toString(),
                webcal,
                QrCode.svg(URI.create(webcal), kader.t().van("rooster-agenda.qr-naam")));
    }

    private UUID eigen(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).persoonId().orElseThrow(NotFoundException::new);
    }
}
