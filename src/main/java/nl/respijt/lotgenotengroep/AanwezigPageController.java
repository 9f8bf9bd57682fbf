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
import nl.respijt.boeking.Aanwezigheid;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.lotgenotengroep.Verslagen.Verslag;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to a meeting, and afterwards who came: everybody is ticked already, so that one tap is enough when all came.
 * Three things at most: who was not there, how many walked in, and a remark.
 */
@Hidden
@Controller("/groep/bijeenkomsten/{id}/aanwezig")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AanwezigPageController {
    /** One who has, or had, a place. */
    public record Wie(Boeking boeking, boolean aanwezig) {
        public String veld() {
            return VELD + boeking.id().waarde();
        }
    }

    /** The page; before the meeting begins it only tells who comes. */
    public record AanwezigPagina(
            Lotgenotengroep groep,
            Moment moment,
            boolean begonnen,
            List<Wie> mensen,
            Verslag verslag,
            boolean gemeld,
            Getypt getypt,
            boolean klaar) {}

    private static final String VELD = "er-";

    private final GroepService groepen;
    private final MomentService momenten;
    private final Aanwezigheid aanwezigheid;
    private final Verslagen verslagen;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    AanwezigPageController(
            GroepService groepen,
            MomentService momenten,
            Aanwezigheid aanwezigheid,
            Verslagen verslagen,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.groepen = groepen;
        this.momenten = momenten;
        this.aanwezigheid = aanwezigheid;
        this.verslagen = verslagen;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    /** A meeting, and the group that somebody leads. */
    private record Welke(Lotgenotengroep groep, Moment moment) {}

    @Mag(Handeling.AANWEZIGHEID_MELDEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        return toon(HttpStatus.OK, verzoek, welke(verzoek, id), Getypt.NIETS);
    }

    @Mag(Handeling.AANWEZIGHEID_MELDEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> meld(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var welke = welke(verzoek, id);
        var door = ProefScherm.door(toegang.wie(verzoek));
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var mensen = aanwezigheid.wie(welke.moment().id());
        var er = mensen.stream()
                .map(Boeking::id)
                .filter(wie -> velden.jaNee(VELD + wie.waarde()).orElse(false))
                .toList();
        var binnengelopen =
                velden.getal("binnengelopen", 0, Verslagen.MAX_BINNENGELOPEN).orElse(0);
        var opmerking = velden.alinea("opmerking", Verslagen.MAX_OPMERKING).orElse("");
        if (!velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, welke, Getypt.van(velden));
        }
        if (aanwezigheid.meld(welke.moment().id(), er, door)) {
            verslagen.bewaar(welke.moment().id(), new Verslag(binnengelopen, opmerking), door);
        }
        return HttpResponse.seeOther(
                URI.create("/groep/bijeenkomsten/" + welke.moment().id().waarde() + "/aanwezig?klaar=ja"));
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Welke welke, Getypt getypt) {
        var mensen = aanwezigheid.wie(welke.moment().id());
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.AANWEZIGHEID_MELDEN,
                Waarom.om(Grond.EIGEN_WERK),
                mensen.stream().map(Boeking::gezien).toList());
        var verslag = verslagen.find(welke.moment().id());
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek)
                        .opPad("/groep/bijeenkomsten/" + welke.moment().id().waarde() + "/aanwezig"),
                "lotgenotengroep/aanwezig",
                new AanwezigPagina(
                        welke.groep(),
                        welke.moment(),
                        welke.moment().isBegonnen(klok.instant()),
                        mensen.stream()
                                .map(boeking -> new Wie(boeking, isEr(boeking, getypt)))
                                .toList(),
                        verslag.orElseGet(() -> new Verslag(0, "")),
                        verslag.isPresent(),
                        getypt,
                        verzoek.getParameters().contains("klaar")));
    }

    private static boolean isEr(Boeking boeking, Getypt getypt) {
        return getypt.fouten().isEmpty()
                ? boeking.status() != Boeking.Status.NIET_VERSCHENEN
                : getypt.waarde(VELD + boeking.id().waarde(), "").equals("ja");
    }

    private Welke welke(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> momenten.find(new MomentId(uuid)))
                .flatMap(moment -> groepen.find(moment.bronId(), toegang.wie(verzoek), Handeling.AANWEZIGHEID_MELDEN)
                        .map(groep -> new Welke(groep, moment)))
                .orElseThrow(NotFoundException::new);
    }
}
