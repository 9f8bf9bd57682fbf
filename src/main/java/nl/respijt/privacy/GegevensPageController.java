package nl.respijt.privacy;

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
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.mantelzorger.Voorkeuren.Leeftijdsgroep;
import nl.respijt.mantelzorger.Voorkeuren.Voorkeur;
import nl.respijt.privacy.Correctie.CorrectieResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;
import nl.respijt.web.Taal;
import org.jspecify.annotations.Nullable;

/** What a carer who signed in can do with what we have of them: see it, take it along, put it right, have it forgotten. */
@Hidden
@Controller("/mijn")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GegevensPageController {
    private static final List<String> TALEN =
            Stream.of(Taal.values()).map(Taal::code).toList();
    private static final List<String> GROEPEN =
            Stream.of(Leeftijdsgroep.values()).map(Leeftijdsgroep::woord).toList();

    private final Uitvoer uitvoer;
    private final Correctie correctie;
    private final Herinneringen herinneringen;
    private final OverMij overMij;
    private final Wissing wissing;
    private final GegevensPaginas gegevens;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    GegevensPageController(
            Uitvoer uitvoer,
            Correctie correctie,
            Herinneringen herinneringen,
            OverMij overMij,
            Wissing wissing,
            GegevensPaginas gegevens,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.uitvoer = uitvoer;
        this.correctie = correctie;
        this.herinneringen = herinneringen;
        this.overMij = overMij;
        this.wissing = wissing;
        this.gegevens = gegevens;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_GEGEVENS_ZIEN)
    @Get("/gegevens")
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return gegevens.toon(verzoek);
    }

    @Mag(Handeling.EIGEN_GEGEVENS_ZIEN)
    @Get("/gegevens.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> download(HttpRequest<?> verzoek) {
        return UitvoerJson.download(uitvoer.van(gegevens.wie(verzoek)), klok.instant());
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post("/gegevens/correctie")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> corrigeer(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = gegevens.wie(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var naam = velden.verplicht("naam", BoekVerzoek.MAX_NAAM, "fout.geen-naam");
        var telefoon = ContactLezer.leesTelefoon(velden);
        var taal = velden.keuze("taal", TALEN).flatMap(Taal::van).orElse(kader.taal());
        if (!velden.fouten().isEmpty()) {
            return gegevens.opnieuw(verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, velden.fouten());
        }
        return switch (correctie.corrigeer(wie, naam, telefoon, taal, BoekVerzoek.DOOR_MANTELZORGER)) {
            case CorrectieResultaat.Gecorrigeerd _, CorrectieResultaat.Onbekend _ -> GegevensPaginas.klaar();
            case CorrectieResultaat.ContactNodig _ ->
                gegevens.opnieuw(
                        verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, "telefoon", "fout.geen-contact");
            case CorrectieResultaat.VanEenAnder _ ->
                gegevens.opnieuw(verzoek, kader, HttpStatus.CONFLICT, velden, "telefoon", "eigen.telefoon-bezet");
        };
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post("/gegevens/herinneringen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> herinneringen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = gegevens.wie(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var gewenst = velden.jaNee("herinneringen").orElse(false);
        if (!velden.fouten().isEmpty()) {
            return gegevens.opnieuw(verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, velden.fouten());
        }
        herinneringen.zet(wie, gewenst);
        return GegevensPaginas.klaar();
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post("/gegevens/over-mij")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> overMij(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = gegevens.wie(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var groep =
                velden.keuze("leeftijdsgroep", GROEPEN).map(Leeftijdsgroep::van).orElse(Leeftijdsgroep.ONBEKEND);
        var post = velden.jaNee("postThuis").orElse(false);
        var hulpwens = velden.alinea("hulpwens", Hulpwensen.MAX_TEKST);
        var akkoord = velden.jaNee("akkoord").orElse(false);
        if (hulpwens.isPresent() && !akkoord) {
            velden.fout("akkoord", "eigen.geen-akkoord");
        }
        if (!velden.fouten().isEmpty()) {
            return gegevens.opnieuw(verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, velden.fouten());
        }
        overMij.zet(wie, new Voorkeur(groep, post), hulpwens);
        return GegevensPaginas.klaar();
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WISSEN)
    @Get("/gegevens/wissen")
    HttpResponse<?> wissen(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "privacy/wissen", wissing.gevolg(gegevens.wie(verzoek)));
    }

    /** Who was forgotten meanwhile, in another window, is told the same. */
    @Mag(Handeling.EIGEN_GEGEVENS_WISSEN)
    @Post("/gegevens/wissen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wis(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = gegevens.wie(verzoek);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        return switch (wissing.wis(wie, BoekVerzoek.DOOR_MANTELZORGER)) {
            case Wissing.WisResultaat.Gewist _, Wissing.WisResultaat.Onbekend _ ->
                HttpResponse.seeOther(URI.create("/gewist")).cookie(toegang.geenKoek());
        };
    }
}
