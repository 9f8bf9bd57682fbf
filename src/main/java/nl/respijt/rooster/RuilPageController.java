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
import nl.respijt.boeking.MomentId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Where a gastheer asks another to swap, and where the other says yes or no by the link of a mail. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class RuilPageController {
    private static final int MAX_KEUZE = 300;

    /**
     * What the own dienst could be swapped for. A choice is the openstelling and the name of who is on it: the id of
     * another's dienst is not theirs to know.
     */
    public record RuilPagina(Dienst dienst, List<Dienst> mogelijk, Getypt getypt) {}

    /** What is asked; {@code melding} is a text key, of why a yes could not be. */
    public record RuilvraagPagina(Ruilvoorstel voorstel, String pad, String melding) {}

    private final RoosterService rooster;
    private final RuilvoorstelService voorstellen;
    private final RoosterSleutels sleutels;
    private final Toegang toegang;
    private final Paginas paginas;

    RuilPageController(
            RoosterService rooster,
            RuilvoorstelService voorstellen,
            RoosterSleutels sleutels,
            Toegang toegang,
            Paginas paginas) {
        this.rooster = rooster;
        this.voorstellen = voorstellen;
        this.sleutels = sleutels;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.EIGEN_DIENST_RUILEN)
    @Get("/rooster/diensten/{id}/ruilen")
    HttpResponse<?> kies(HttpRequest<?> verzoek, String id) {
        return paginas.ok(verzoek, "rooster/ruilen", pagina(eigen(verzoek, id), Getypt.NIETS));
    }

    @Mag(Handeling.EIGEN_DIENST_RUILEN)
    @Post("/rooster/diensten/{id}/ruilen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stelVoor(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var eigen = eigen(verzoek, id);
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var keuze = velden.verplicht("keuze", MAX_KEUZE, "ruilen.kies");
        var delen = keuze.split(" ", 2);
        var moment = Invoer.uuid(delen[0]).map(MomentId::new);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || moment.isEmpty() || delen.length < 2) {
            var fout = getypt.fouten().isEmpty() ? getypt.metFout("keuze", t.van("ruilen.kies")) : getypt;
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, eigen, fout);
        }
        return switch (voorstellen.stelVoor(eigen, moment.get(), delen[1])) {
            case RuilAntwoord.Gevraagd _ -> HttpResponse.seeOther(URI.create("/rooster?gevraagd=ja"));
            case RuilAntwoord.TeLaat _ ->
                opnieuw(verzoek, HttpStatus.CONFLICT, eigen, getypt.metFout("keuze", t.van("ruilen.te-laat")));
            default ->
                opnieuw(verzoek, HttpStatus.CONFLICT, eigen, getypt.metFout("keuze", t.van("ruilen.kan-niet-meer")));
        };
    }

    @Mag(Handeling.RUIL_BEANTWOORDEN)
    @Get("/ruilen/{sleutel}")
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String sleutel) {
        return paginas.ok(verzoek, "rooster/ruilvraag", vraagPagina(sleutel, ""));
    }

    @Mag(Handeling.RUIL_BEANTWOORDEN)
    @Post("/ruilen/{sleutel}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> antwoord(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var voorstel = voorstel(sleutel);
        var ja = Invoer.formulier(inhoud, paginas.kader(verzoek).t()).jaNee("antwoord");
        if (ja.isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    paginas.kader(verzoek),
                    "rooster/ruilvraag",
                    vraagPagina(sleutel, "invallen.kies"));
        }
        return switch (voorstellen.antwoord(voorstel.id(), ja.get())) {
            case RuilAntwoord.KanNiet _ ->
                paginas.toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        paginas.kader(verzoek),
                        "rooster/ruilvraag",
                        vraagPagina(sleutel, "ruilen.kan-niet"));
            case RuilAntwoord.Onbekend _ -> throw new NotFoundException();
            default -> HttpResponse.seeOther(URI.create(sleutels.ruilPad(voorstel.id())));
        };
    }

    private RuilvraagPagina vraagPagina(String sleutel, String melding) {
        var voorstel = voorstel(sleutel);
        return new RuilvraagPagina(voorstel, sleutels.ruilPad(voorstel.id()), melding);
    }

    private Ruilvoorstel voorstel(String sleutel) {
        return sleutels.leesRuil(sleutel).flatMap(voorstellen::find).orElseThrow(NotFoundException::new);
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, HttpStatus status, Dienst eigen, Getypt getypt) {
        return paginas.toon(status, verzoek, paginas.kader(verzoek), "rooster/ruilen", pagina(eigen, getypt));
    }

    private RuilPagina pagina(Dienst eigen, Getypt getypt) {
        return new RuilPagina(eigen, eigen.isActief() ? voorstellen.mogelijk(eigen) : List.of(), getypt);
    }

    private Dienst eigen(HttpRequest<?> verzoek, String id) {
        var wie = toegang.wie(verzoek).persoonId().map(GastheerId::new);
        return Invoer.uuid(id)
                .flatMap(uuid -> rooster.find(new DienstId(uuid)))
                .filter(dienst -> wie.equals(Optional.of(dienst.gastheer().id())))
                .orElseThrow(NotFoundException::new);
    }
}
