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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.voorstel.Publicatie;
import nl.respijt.rooster.voorstel.PubliceerResultaat;
import nl.respijt.rooster.voorstel.Rekenkamer;
import nl.respijt.rooster.voorstel.Voorstel;
import nl.respijt.rooster.voorstel.VoorstelBeeld;
import nl.respijt.rooster.voorstel.VoorstelId;
import nl.respijt.rooster.voorstel.Voorstellen;
import nl.respijt.rooster.voorstel.WijzigResultaat;
import nl.respijt.tijd.Week;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** One proposal at the desk: how far it is, what it would change and why, changing it by hand, bringing it into the roster. */
@Hidden
@Controller("/makelaar/voorstellen/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class VoorstelPageController {
    private static final String GASTHEER = "gastheerId";
    private static final String REGEL = "regel";
    private static final String WEEK = "week";

    /** In seconds, while it is being worked out. */
    private static final String VERVERS = "2";

    /** One place, and who could have it. */
    public record PlaatsPagina(VoorstelBeeld.Keuze keuze, Getypt getypt) {}

    private final Voorstellen voorstellen;
    private final Rekenkamer rekenkamer;
    private final Publicatie publicatie;
    private final Toegang toegang;
    private final Paginas paginas;

    VoorstelPageController(
            Voorstellen voorstellen, Rekenkamer rekenkamer, Publicatie publicatie, Toegang toegang, Paginas paginas) {
        this.voorstellen = voorstellen;
        this.rekenkamer = rekenkamer;
        this.publicatie = publicatie;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.VOORSTEL_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var voorstel = voorstel(id);
        if (!voorstel.isUitgerekend()) {
            var pagina = paginas.ok(verzoek, "makelaar/voorstelbezig", voorstel);
            return voorstel.status() == Voorstel.Status.REKENT ? pagina.header("Refresh", VERVERS) : pagina;
        }
        var vraag = verzoek.getParameters();
        var beeld = voorstellen.bekijk(voorstel);
        var week = vraag.getFirst(WEEK)
                .flatMap(Week::lees)
                .filter(een -> ligtIn(een, voorstel))
                .orElseGet(() -> eersteMetWerk(beeld));
        return paginas.ok(verzoek, "makelaar/voorstel", new VoorstelPagina(beeld, week, klaar(verzoek)));
    }

    /** A sentence about what was just done, with its numbers. */
    private String klaar(HttpRequest<?> verzoek) {
        var t = paginas.kader(verzoek).t();
        var vraag = verzoek.getParameters();
        return vraag.getFirst("klaar")
                .map(woord -> "voorstel.klaar-" + woord)
                .filter(t.sleutels()::contains)
                .map(sleutel -> t.van(sleutel, getal(vraag.getFirst("gelukt")), getal(vraag.getFirst("geweigerd"))))
                .orElse("");
    }

    private static int getal(Optional<String> tekst) {
        return tekst.filter(cijfers -> cijfers.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static boolean ligtIn(Week week, Voorstel voorstel) {
        return !week.maandag().isBefore(voorstel.van()) && week.maandag().isBefore(voorstel.tot());
    }

    private static Week eersteMetWerk(VoorstelBeeld beeld) {
        return beeld.openstellingen().stream()
                .filter(een -> een.open() > 0 || een.zonderGastheer())
                .findFirst()
                .map(een -> Week.van(een.moment().datum()))
                .orElseGet(() -> new Week(beeld.voorstel().van()));
    }

    @Mag(Handeling.VOORSTEL_MAKEN)
    @Post("/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        rekenkamer.stop(voorstel(id).id());
        return naar(id, "");
    }

    /** What is ticked in a week is kept; with the other button it also comes into the roster. */
    @Mag(Handeling.VOORSTEL_PUBLICEREN)
    @Post("/week")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> week(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var voorstel = voorstel(id);
        var week = velden.tekst(WEEK, 10).flatMap(Week::lees).filter(een -> ligtIn(een, voorstel));
        var neemOver = velden.keuze("actie", List.of("bewaar", "neem-over")).filter("neem-over"::equals);
        if (week.isEmpty()) {
            return naar(id, "");
        }
        var maandag = week.get().maandag();
        voorstellen.kies(voorstel, maandag, maandag.plusWeeks(1), gekozen(velden));
        if (neemOver.isEmpty()) {
            return naar(id, "?week=%s&klaar=bewaard#week".formatted(week.get().naam()));
        }
        return overgenomen(
                voorstel, Optional.of(week.get()), publicatie.publiceer(voorstel, maandag, maandag.plusWeeks(1), door));
    }

    private static Set<UUID> gekozen(Velden velden) {
        var gekozen = new HashSet<UUID>();
        velden.zoalsGetypt().keySet().stream()
                .filter(veld -> veld.startsWith("regel-"))
                .flatMap(veld -> Invoer.uuid(veld.substring("regel-".length())).stream())
                .forEach(gekozen::add);
        return gekozen;
    }

    /** All that is ticked, of all weeks. */
    @Mag(Handeling.VOORSTEL_PUBLICEREN)
    @Post("/overnemen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> neemOver(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var voorstel = voorstel(id);
        return overgenomen(
                voorstel, Optional.empty(), publicatie.publiceer(voorstel, voorstel.van(), voorstel.tot(), door));
    }

    private static HttpResponse<?> overgenomen(Voorstel voorstel, Optional<Week> week, PubliceerResultaat resultaat) {
        return naar(
                voorstel.id().waarde().toString(),
                "?klaar=overgenomen&gelukt=%d&geweigerd=%d%s"
                        .formatted(
                                resultaat.gelukt(),
                                resultaat.geweigerd(),
                                week.map(een -> "&week=" + een.naam()).orElse("")));
    }

    @Mag(Handeling.VOORSTEL_ZIEN)
    @Get("/plaats")
    HttpResponse<?> plaats(HttpRequest<?> verzoek, String id) {
        var voorstel = voorstel(id);
        return verzoek.getParameters()
                .getFirst(REGEL)
                .flatMap(Invoer::uuid)
                .flatMap(regel -> voorstellen.keuze(voorstel, regel))
                .<HttpResponse<?>>map(
                        keuze -> paginas.ok(verzoek, "makelaar/voorstelplaats", new PlaatsPagina(keuze, Getypt.NIETS)))
                .orElseGet(() -> naar(id, ""));
    }

    @Mag(Handeling.VOORSTEL_MAKEN)
    @Post("/plaats")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var regel = velden.uuid(REGEL);
        var gastheer = velden.uuid(GASTHEER).map(GastheerId::new);
        var voorstel = voorstel(id);
        if (regel.isEmpty()) {
            return naar(id, "");
        }
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, voorstel, regel.get(), getypt);
        }
        return switch (voorstellen.wijzig(voorstel, regel.get(), gastheer)) {
            case WijzigResultaat.Gewijzigd _ -> naar(id, "?klaar=gewijzigd" + weekVan(voorstel, regel.get()));
            case WijzigResultaat.KanNiet(var wie, var belet) ->
                opnieuw(
                        verzoek,
                        voorstel,
                        regel.get(),
                        getypt.metFout(
                                GASTHEER,
                                t.van("voorstel.kan-niet", wie.naam(), Redenen.belet(belet, wie.maxPerMaand(), t))));
            case WijzigResultaat.AlGepubliceerd _, WijzigResultaat.Onbekend _ -> naar(id, "?klaar=niet-gewijzigd");
        };
    }

    private String weekVan(Voorstel voorstel, UUID regel) {
        return voorstellen
                .keuze(voorstel, regel)
                .map(keuze -> "&week="
                        + Week.van(keuze.openstelling().moment().datum()).naam())
                .orElse("");
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Voorstel voorstel, UUID regel, Getypt getypt) {
        var pad = VoorstelPagina.pad(voorstel.id().waarde().toString()) + "/plaats?regel=" + regel;
        return voorstellen
                .keuze(voorstel, regel)
                .<HttpResponse<?>>map(keuze -> paginas.toon(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        verzoek,
                        paginas.kader(verzoek).opPad(pad),
                        "makelaar/voorstelplaats",
                        new PlaatsPagina(keuze, getypt)))
                .orElseThrow(NotFoundException::new);
    }

    private static HttpResponse<?> naar(String id, String rest) {
        return HttpResponse.seeOther(URI.create(VoorstelPagina.pad(id) + rest));
    }

    private Voorstel voorstel(String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> voorstellen.find(new VoorstelId(uuid)))
                .orElseThrow(NotFoundException::new);
    }
}
