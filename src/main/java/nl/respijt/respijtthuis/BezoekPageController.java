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
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Aanvragen.Beslist;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** What was asked of a provider, and whom its workers visit; it sees its own and nothing else. */
@Hidden
@Controller("/bezoeken")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class BezoekPageController {
    /** The page; {@code welke} is the request whose form was refused, {@code klaar} a text key or empty. */
    public record BezoekenPagina(
            List<Huisbezoek> vragen, List<Huisbezoek> bezoeken, Getypt getypt, Optional<UUID> welke, String klaar) {}

    private static final List<String> KLAAR = List.of("ja", "nee", "te-laat");

    private final Huisbezoeken huisbezoeken;
    private final Aanbieders aanbieders;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;

    BezoekPageController(
            Huisbezoeken huisbezoeken, Aanbieders aanbieders, Inzageboek inzageboek, Toegang toegang, Paginas paginas) {
        this.huisbezoeken = huisbezoeken;
        this.aanbieders = aanbieders;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.HUISBEZOEKEN_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return toon(HttpStatus.OK, verzoek, Getypt.NIETS, Optional.empty());
    }

    @Mag(Handeling.HUISBEZOEK_BEANTWOORDEN)
    @Post("/{id}/bevestiging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> bevestig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var boeking = eigen(verzoek, id);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        return terug(huisbezoeken.bevestig(boeking, toegang.wie(verzoek)));
    }

    @Mag(Handeling.HUISBEZOEK_BEANTWOORDEN)
    @Post("/{id}/afwijzing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijsAf(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var boeking = eigen(verzoek, id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var reden = velden.verplicht("reden", HuisbezoekApiController.MAX_REDEN, "bezoeken.geen-reden");
        if (!velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, Getypt.van(velden), Optional.of(boeking.waarde()));
        }
        return terug(huisbezoeken.wijsAf(boeking, reden, toegang.wie(verzoek)));
    }

    private BoekingId eigen(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .map(BoekingId::new)
                .filter(boeking ->
                        huisbezoeken.find(boeking, toegang.wie(verzoek)).isPresent())
                .orElseThrow(NotFoundException::new);
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Getypt getypt, Optional<UUID> welke) {
        var wie = toegang.wie(verzoek);
        var alle = wie.persoonId().map(aanbieders::vanMedewerker).orElse(List.of()).stream()
                .map(Aanbieder::id)
                .flatMap(aanbieder -> huisbezoeken.komende(aanbieder).stream())
                .toList();
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.HUISBEZOEKEN_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                alle.stream().map(bezoek -> bezoek.boeking().gezien()).toList());
        var klaar = verzoek.getParameters().getFirst("klaar").filter(KLAAR::contains);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad("/bezoeken"),
                "respijtthuis/bezoeken",
                new BezoekenPagina(
                        alle.stream().filter(BezoekPageController::isVraag).toList(),
                        alle.stream().filter(bezoek -> !isVraag(bezoek)).toList(),
                        getypt,
                        welke,
                        klaar.map(woord -> "bezoeken.klaar-" + woord).orElse("")));
    }

    private static boolean isVraag(Huisbezoek bezoek) {
        return bezoek.boeking().status() == Boeking.Status.AANGEVRAAGD;
    }

    private static HttpResponse<?> terug(Beslist beslist) {
        var klaar = switch (beslist) {
            case Beslist.Ja _ -> "ja";
            case Beslist.Nee _ -> "nee";
            case Beslist.TeLaat _ -> "te-laat";
            case Beslist.Onbekend _ -> throw new NotFoundException();
        };
        return HttpResponse.seeOther(URI.create("/bezoeken?klaar=" + klaar));
    }
}
