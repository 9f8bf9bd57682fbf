package nl.respijt.makelaar;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.voorstel.Rekenkamer;
import nl.respijt.rooster.voorstel.Voorstel;
import nl.respijt.rooster.voorstel.Voorstellen;
import nl.respijt.rooster.voorstel.VraagResultaat;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Week;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Asking for a roster of some weeks, and those that were asked for before. */
@Hidden
@Controller("/makelaar/voorstellen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class VoorstellenPageController {
    /** Openstellingen are planned half a year ahead. */
    private static final int WEKEN_VOORUIT = 22;

    private static final String VAN = "van";
    private static final String WEKEN = "weken";

    /** The page. */
    public record VoorstellenPagina(List<Voorstel> voorstellen, List<Week> weken, Getypt getypt) {}

    private final Voorstellen voorstellen;
    private final Rekenkamer rekenkamer;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    VoorstellenPageController(
            Voorstellen voorstellen, Rekenkamer rekenkamer, Toegang toegang, Paginas paginas, Klok klok) {
        this.voorstellen = voorstellen;
        this.rekenkamer = rekenkamer;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.VOORSTEL_ZIEN)
    @Get
    HttpResponse<?> alle(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "makelaar/voorstellen", pagina(Getypt.NIETS));
    }

    @Mag(Handeling.VOORSTEL_MAKEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vraag(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var van = velden.keuze(VAN, weken().stream().map(Week::naam).toList()).flatMap(Week::lees);
        var weken = velden.getal(WEKEN, Voorstel.MINSTE_WEKEN, Voorstel.MEESTE_WEKEN);
        var opnieuw = velden.jaNee("opnieuw").orElse(false);
        for (var veld : List.of(VAN, WEKEN)) {
            if (velden.isLeeg(veld)) {
                velden.fout(veld, veld.equals(VAN) ? "voorstel.kies-van" : "voorstel.kies-weken");
            }
        }
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY, verzoek, kader, "makelaar/voorstellen", pagina(getypt));
        }
        return switch (rekenkamer.vraag(van.orElseThrow().maandag(), weken.orElseThrow(), opnieuw, door)) {
            case VraagResultaat.Gevraagd(var id) ->
                HttpResponse.seeOther(URI.create(VoorstelPagina.pad(id.waarde().toString())));
            case VraagResultaat.AlBezig _ ->
                paginas.toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        kader,
                        "makelaar/voorstellen",
                        pagina(getypt.metFout("", kader.t().van("voorstel.al-bezig"))));
        };
    }

    private VoorstellenPagina pagina(Getypt getypt) {
        return new VoorstellenPagina(voorstellen.alle(), weken(), getypt);
    }

    /** From this week on. */
    private List<Week> weken() {
        return Stream.iterate(Week.van(klok.vandaag()), Week::volgende)
                .limit(WEKEN_VOORUIT)
                .toList();
    }
}
