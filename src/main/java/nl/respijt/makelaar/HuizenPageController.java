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
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.mantelzorghuis.HuisService;
import nl.respijt.mantelzorghuis.HuisService.ExtraResultaat;
import nl.respijt.mantelzorghuis.Mantelzorghuis;
import nl.respijt.mantelzorghuis.Openingspatroon;
import nl.respijt.mantelzorghuis.Sluiting;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** When the houses open, for whoever decides it: pattern, closures, extra openings. */
@Hidden
@Controller("/makelaar/huizen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class HuizenPageController {
    private static final int MAX_REDEN = 200;
    private static final List<String> DAGDELEN =
            Stream.of(Dagdeel.values()).map(Dagdeel::woord).toList();

    /** A house with its pattern. */
    public record HuisMetPatroon(Mantelzorghuis huis, List<Openingspatroon> patronen) {}

    /** The page, with what was wrong or what came of it. */
    public record HuizenPagina(
            List<HuisMetPatroon> huizen, List<Sluiting> sluitingen, LocalDate vandaag, String klaar, Getypt getypt) {
        public String naam(Sluiting sluiting) {
            return huizen.stream()
                    .map(HuisMetPatroon::huis)
                    .filter(huis -> sluiting.huisId().filter(huis.id()::equals).isPresent())
                    .map(Mantelzorghuis::naam)
                    .findFirst()
                    .orElse("");
        }
    }

    private final HuisService huizen;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    HuizenPageController(HuisService huizen, Toegang toegang, Paginas paginas, Klok klok) {
        this.huizen = huizen;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.OPENINGSTIJDEN_BEHEREN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var t = paginas.kader(verzoek).t();
        var vraag = verzoek.getParameters();
        var klaar = vraag.getFirst("klaar")
                .map(woord -> "huizenbeheer.klaar-" + woord)
                .filter(t.sleutels()::contains)
                .map(sleutel -> t.van(
                        sleutel,
                        vraag.get("n", Integer.class).orElse(0),
                        vraag.get("mensen", Integer.class).orElse(0)))
                .orElse("");
        return paginas.ok(verzoek, "makelaar/huizen", pagina(klaar, Getypt.NIETS));
    }

    @Mag(Handeling.OPENINGSTIJDEN_BEHEREN)
    @Post("/sluitingen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sluit(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var huis = velden.uuid("huis");
        var van = datum(velden, "van");
        var tot = velden.datum("tot").orElse(van);
        var dagdeel = velden.keuze("dagdeel", DAGDELEN).map(Dagdeel::van);
        var reden = velden.verplicht("reden", MAX_REDEN, "openstelling.geen-reden");
        if (!van.equals(LocalDate.MAX) && tot.isBefore(van)) {
            velden.fout("tot", "fout.van-na-tot");
        }
        if (van.isBefore(klok.vandaag())) {
            velden.fout("van", "huizenbeheer.voorbij");
        }
        eisBestaand(velden, "huis", huis);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, getypt);
        }
        var gesloten = huizen.sluit(huis, van, tot, dagdeel, reden, door);
        return klaar("gesloten", gesloten);
    }

    @Mag(Handeling.OPENINGSTIJDEN_BEHEREN)
    @Post("/extra")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> extra(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var huis = velden.uuid("extraHuis");
        var datum = datum(velden, "datum");
        var dagdeel = velden.keuze("extraDagdeel", DAGDELEN).map(Dagdeel::van);
        kiesAlsLeeg(velden, "extraHuis", "huizenbeheer.kies-huis");
        kiesAlsLeeg(velden, "extraDagdeel", "huizenbeheer.kies-dagdeel");
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, getypt);
        }
        return switch (huizen.openExtra(huis.orElseThrow(), datum, dagdeel.orElseThrow(), door)) {
            case ExtraResultaat.Geopend geopend -> HttpResponse.seeOther(URI.create("/makelaar/huizen?klaar=geopend"));
            case ExtraResultaat.AlOpen open ->
                opnieuw(verzoek, kader, getypt.metFout("datum", kader.t().van("huizenbeheer.al-open")));
            case ExtraResultaat.InHetVerleden voorbij ->
                opnieuw(verzoek, kader, getypt.metFout("datum", kader.t().van("huizenbeheer.voorbij")));
            case ExtraResultaat.Onbekend onbekend ->
                opnieuw(verzoek, kader, getypt.metFout("extraHuis", kader.t().van("fout.geen-id")));
        };
    }

    @Mag(Handeling.OPENINGSTIJDEN_BEHEREN)
    @Post("/patronen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nieuwPatroon(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var huis = velden.uuid("patroonHuis");
        var dag = velden.getal("dag", 1, 7);
        var dagdeel = velden.keuze("patroonDagdeel", DAGDELEN).map(Dagdeel::van);
        var elke = velden.getal("elkeWeken", 1, 2).orElse(1);
        var vanaf = datum(velden, "vanaf");
        kiesAlsLeeg(velden, "patroonHuis", "huizenbeheer.kies-huis");
        kiesAlsLeeg(velden, "dag", "huizenbeheer.kies-dag");
        kiesAlsLeeg(velden, "patroonDagdeel", "huizenbeheer.kies-dagdeel");
        eisBestaand(velden, "patroonHuis", huis);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, getypt);
        }
        huizen.voegPatroonToe(huis.orElseThrow(), dag.orElseThrow(), dagdeel.orElseThrow(), elke, vanaf);
        return HttpResponse.seeOther(URI.create("/makelaar/huizen?klaar=patroon"));
    }

    @Mag(Handeling.OPENINGSTIJDEN_BEHEREN)
    @Post("/patronen/{id}/einde")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> beeindig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var per = datum(velden, "per");
        var reden = velden.verplicht("reden", MAX_REDEN, "openstelling.geen-reden");
        if (per.isBefore(klok.vandaag())) {
            velden.fout("per", "huizenbeheer.voorbij");
        }
        var patroon = Invoer.uuid(id).orElseThrow(NotFoundException::new);
        var getypt = Getypt.van(velden).opPlek(Map.of("per", "per-" + patroon, "reden", "reden-" + patroon));
        return getypt.fouten().isEmpty()
                ? klaar("beeindigd", huizen.beeindigPatroon(patroon, per, reden, door))
                : opnieuw(verzoek, kader, getypt);
    }

    private static void kiesAlsLeeg(Velden velden, String veld, String sleutel) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, sleutel);
        }
    }

    private void eisBestaand(Velden velden, String veld, Optional<UUID> huis) {
        if (huis.isPresent() && huizen.find(huis.get()).isEmpty()) {
            velden.fout(veld, "fout.geen-id");
        }
    }

    private static LocalDate datum(Velden velden, String veld) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "huizenbeheer.geen-datum");
            return LocalDate.MAX;
        }
        return velden.datum(veld).orElse(LocalDate.MAX);
    }

    private static HttpResponse<?> klaar(String wat, HuisService.Gesloten gesloten) {
        return HttpResponse.seeOther(URI.create("/makelaar/huizen?klaar=%s&n=%d&mensen=%d"
                .formatted(wat, gesloten.openstellingen(), gesloten.mensen())));
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Kader kader, Getypt getypt) {
        return paginas.toon(
                HttpStatus.UNPROCESSABLE_ENTITY,
                verzoek,
                kader.opPad("/makelaar/huizen"),
                "makelaar/huizen",
                pagina("", getypt));
    }

    private HuizenPagina pagina(String klaar, Getypt getypt) {
        return new HuizenPagina(
                huizen.alle().stream()
                        .map(huis -> new HuisMetPatroon(huis, huizen.patronen(huis.id())))
                        .toList(),
                huizen.sluitingen(),
                klok.vandaag(),
                klaar,
                getypt);
    }
}
