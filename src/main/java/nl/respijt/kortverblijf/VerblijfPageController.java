package nl.respijt.kortverblijf;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;

/** How far a carer's intake is, with the yes or no to a bed, for whoever holds its key. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class VerblijfPageController {
    /** The carer's page; {@code teLaat} when they chose what is not held any more. */
    public record AanmeldingPagina(
            Verblijfsaanmelding aanmelding, List<Aanbieding> aanbiedingen, String pad, Instant nu, boolean teLaat) {}

    private final Aanmeldingen aanmeldingen;
    private final Aanbiedingen aanbiedingen;
    private final VerblijfSleutels sleutels;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    VerblijfPageController(
            Aanmeldingen aanmeldingen,
            Aanbiedingen aanbiedingen,
            VerblijfSleutels sleutels,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.sleutels = sleutels;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/aanmelding/{sleutel}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        var aanmelding = aanmelding(sleutel);
        inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, aanmelding.gezien());
        return paginas.ok(
                verzoek,
                "kortverblijf/aanmelding",
                new AanmeldingPagina(
                        aanmelding,
                        aanmeldingen.aanbiedingen(aanmelding.id()),
                        sleutels.pad(aanmelding.id()),
                        klok.instant(),
                        verzoek.getParameters().contains("te-laat")));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanmelding/{sleutel}/{id}/aanvaarding")
    @Consumes("*/*")
    HttpResponse<?> aanvaard(HttpRequest<?> verzoek, String sleutel, String id) {
        var van = aanmelding(sleutel).id();
        return terug(van, aanbiedingen.aanvaard(uuid(id), van, door(verzoek)));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanmelding/{sleutel}/{id}/afwijzing")
    @Consumes("*/*")
    HttpResponse<?> wijsAf(HttpRequest<?> verzoek, String sleutel, String id) {
        var van = aanmelding(sleutel).id();
        return terug(van, aanbiedingen.wijsAf(uuid(id), van, door(verzoek)));
    }

    private HttpResponse<?> terug(UUID van, KiesResultaat resultaat) {
        return switch (resultaat) {
            case KiesResultaat.Gekozen _ -> HttpResponse.seeOther(URI.create(sleutels.pad(van)));
            case KiesResultaat.Verlopen _ -> HttpResponse.seeOther(URI.create(sleutels.pad(van) + "?te-laat"));
            case KiesResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private Verblijfsaanmelding aanmelding(String sleutel) {
        return sleutels.lees(sleutel).flatMap(aanmeldingen::find).orElseThrow(NotFoundException::new);
    }

    private static UUID uuid(String id) {
        return Invoer.uuid(id).orElseThrow(NotFoundException::new);
    }

    private String door(HttpRequest<?> verzoek) {
        return toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
    }
}
