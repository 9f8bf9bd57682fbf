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
import nl.respijt.tijd.Klok;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/**
 * The link under a mail about a dienst: "ik kom" or "ik kan niet", for whoever holds its key. Looking changes nothing, as
 * programs that scan mail do just that; only a button does.
 */
@Hidden
@Controller("/dienst/{sleutel}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DienstAntwoordPageController {
    /** How it stands between us and this gastheer; {@code woord} is the key of its texts. */
    public enum Stand {
        VRAAG("vraag"),
        BEVESTIGD("bevestigd"),
        AFGEMELD("afgemeld"),
        VERVALLEN("vervallen"),
        VAN_ANDER("van-ander"),
        BEGONNEN("begonnen");

        private final String woord;

        Stand(String woord) {
            this.woord = woord;
        }

        public String woord() {
            return woord;
        }

        public boolean isTeBeantwoorden() {
            return this == VRAAG || this == BEVESTIGD;
        }
    }

    /** {@code veranderd} when somebody answered what it no longer is. */
    public record AntwoordPagina(Dienst dienst, Stand stand, String pad, boolean veranderd) {}

    private final DienstSleutels sleutels;
    private final DienstAntwoorden antwoorden;
    private final Paginas paginas;
    private final Klok klok;

    DienstAntwoordPageController(DienstSleutels sleutels, DienstAntwoorden antwoorden, Paginas paginas, Klok klok) {
        this.sleutels = sleutels;
        this.antwoorden = antwoorden;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.UITNODIGING_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, dienst(sleutel), false);
    }

    @Mag(Handeling.UITNODIGING_BEANTWOORDEN)
    @Post("/kom")
    @Consumes("*/*")
    HttpResponse<?> kom(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var dienst = dienst(sleutel);
        // What was on the page; without it nobody knows what was answered, and what is shown next asks again.
        var versie = Invoer.formulier(inhoud, paginas.kader(verzoek).t())
                .getal("versie", 0, Integer.MAX_VALUE)
                .orElse(-1);
        return switch (antwoorden.bevestig(dienst.id(), versie)) {
            case AntwoordResultaat.Bevestigd(var bevestigd) -> terug(bevestigd);
            case AntwoordResultaat.Veranderd(var veranderd) -> toon(HttpStatus.CONFLICT, verzoek, veranderd, true);
            case AntwoordResultaat.NietMeer(var over) -> toon(HttpStatus.CONFLICT, verzoek, over, false);
            case AntwoordResultaat.TeLaat(var begonnen) -> toon(HttpStatus.CONFLICT, verzoek, begonnen, false);
            case AntwoordResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.UITNODIGING_BEANTWOORDEN)
    @Post("/kan-niet")
    @Consumes("*/*")
    HttpResponse<?> kanNiet(HttpRequest<?> verzoek, String sleutel) {
        var dienst = dienst(sleutel);
        return switch (antwoorden.meldAf(dienst)) {
            case AfmeldResultaat.Afgemeld(var afgemeld) -> terug(afgemeld);
            case AfmeldResultaat.TeLaat(var begonnen) -> toon(HttpStatus.CONFLICT, verzoek, begonnen, false);
            case AfmeldResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Dienst dienst, boolean veranderd) {
        var pad = sleutels.pad(dienst);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad),
                "rooster/antwoord",
                new AntwoordPagina(dienst, stand(dienst), pad, veranderd));
    }

    private Stand stand(Dienst dienst) {
        return switch (dienst.status()) {
            case AFGEMELD -> Stand.AFGEMELD;
            case VERVALLEN -> dienst.moment().vervallen() ? Stand.VERVALLEN : Stand.VAN_ANDER;
            case GEPLAND, BEVESTIGD -> {
                if (dienst.isBegonnen(klok.instant())) {
                    yield Stand.BEGONNEN;
                }
                yield dienst.status() == Dienst.Status.BEVESTIGD ? Stand.BEVESTIGD : Stand.VRAAG;
            }
        };
    }

    private HttpResponse<?> terug(Dienst dienst) {
        return HttpResponse.seeOther(URI.create(sleutels.pad(dienst)));
    }

    /** Any other text than the key of a dienst is an address that does not exist; so is the key once it is over. */
    private Dienst dienst(String sleutel) {
        return sleutels.vanLink(sleutel)
                .filter(dienst -> klok.instant().isBefore(dienst.tijdvak().tot()))
                .orElseThrow(NotFoundException::new);
    }
}
