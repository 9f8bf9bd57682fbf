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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Boeking;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.Afwezigheden.Bezoek;
import nl.respijt.respijtthuis.Afwezigheden.Proef;
import nl.respijt.respijtthuis.Afwezigheden.Verslag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Somebody who visits is away: first a look at what becomes of each visit, then it is done, and then what was done. */
@Hidden
@Controller(MedewerkerPageController.PAD)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AfwezigheidPageController {
    /** In the form that agrees to what was shown. */
    private static final String ZEKER = "zeker";

    /** From when to when. */
    public record AfwezigPagina(Medewerker wie, LocalDate vandaag, Getypt getypt) {}

    /** What would happen. With {@code vertrek} they do not come back; else {@code tot} is the last day, if it is known. */
    public record ProefPagina(Medewerker wie, LocalDate van, Optional<LocalDate> tot, boolean vertrek, Proef proef) {}

    /** What happened; {@code nieuw} right after it did. */
    public record VerslagPagina(Verslag verslag, boolean nieuw) {}

    private final Medewerkerbeheer beheer;
    private final Afwezigheden afwezigheden;
    private final MedewerkerFormulier formulier;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    AfwezigheidPageController(
            Medewerkerbeheer beheer,
            Afwezigheden afwezigheden,
            MedewerkerFormulier formulier,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.beheer = beheer;
        this.afwezigheden = afwezigheden;
        this.formulier = formulier;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Get("/{id}/afwezigheid")
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String id) {
        return vraag(HttpStatus.OK, verzoek, eigen(verzoek, id), Getypt.NIETS);
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/{id}/afwezigheid")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> legVast(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var van = formulier.dag(velden, "van");
        var laatste = velden.datum("tot");
        if (van.isPresent() && laatste.filter(van.get()::isAfter).isPresent()) {
            velden.fout("tot", "fout.van-na-tot");
        }
        var zeker = velden.jaNee(ZEKER).orElse(false);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || van.isEmpty()) {
            return vraag(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, wie, getypt);
        }
        var tot = laatste.map(dag -> dag.plusDays(1));
        return zeker
                ? gedaan(afwezigheden.legVast(
                        wie, van.get(), tot, toegang.wie(verzoek).slug()))
                : proef(
                        verzoek,
                        new ProefPagina(wie, van.get(), laatste, false, afwezigheden.proef(wie, van.get(), tot)));
    }

    /** They do not work here any more. */
    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/{id}/vertrek")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vertrekt(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        if (velden.jaNee(ZEKER).orElse(false)) {
            return gedaan(afwezigheden.vertrekt(wie, toegang.wie(verzoek).slug()));
        }
        var vandaag = klok.vandaag();
        return proef(
                verzoek,
                new ProefPagina(
                        wie, vandaag, Optional.empty(), true, afwezigheden.proef(wie, vandaag, Optional.empty())));
    }

    @Mag(Handeling.HUISBEZOEKEN_ZIEN)
    @Get("/afwezigheid/{id}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var verslag = verslag(verzoek, id);
        noteer(verzoek, verslag.bezoeken());
        return paginas.toon(
                HttpStatus.OK,
                verzoek,
                paginas.kader(verzoek)
                        .opPad("%s/afwezigheid/%s"
                                .formatted(
                                        MedewerkerPageController.PAD,
                                        verslag.afwezigheid().id())),
                "respijtthuis/afwezigheid",
                new VerslagPagina(verslag, verzoek.getParameters().contains("nieuw")));
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/afwezigheid/{id}/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var verslag = verslag(verzoek, id);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        afwezigheden.trekIn(verslag.afwezigheid().id(), toegang.wie(verzoek).slug());
        return MedewerkerPageController.klaar(verslag.wie().id(), "weer-er");
    }

    private static HttpResponse<?> gedaan(UUID id) {
        return HttpResponse.seeOther(
                URI.create("%s/afwezigheid/%s?nieuw=ja".formatted(MedewerkerPageController.PAD, id)));
    }

    private HttpResponse<?> vraag(HttpStatus status, HttpRequest<?> verzoek, Medewerker wie, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad("%s/%s/afwezigheid".formatted(MedewerkerPageController.PAD, wie.id())),
                "respijtthuis/afwezig-vraag",
                new AfwezigPagina(wie, klok.vandaag(), getypt));
    }

    private HttpResponse<?> proef(HttpRequest<?> verzoek, ProefPagina pagina) {
        noteer(verzoek, pagina.proef().bezoeken());
        return paginas.toon(
                HttpStatus.OK,
                verzoek,
                paginas.kader(verzoek)
                        .opPad(MedewerkerPageController.PAD + "/" + pagina.wie().id()),
                "respijtthuis/afwezig-proef",
                pagina);
    }

    private void noteer(HttpRequest<?> verzoek, List<Bezoek> bezoeken) {
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.HUISBEZOEKEN_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                bezoeken.stream().map(Bezoek::boeking).map(Boeking::gezien).toList());
    }

    private Medewerker eigen(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> beheer.find(uuid, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
    }

    private Verslag verslag(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> afwezigheden.find(uuid, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
    }
}
