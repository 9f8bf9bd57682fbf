package nl.respijt.kortverblijf;

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
import nl.respijt.mantelzorger.Overdracht;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** A carer writes the handover sheet of one stay, prints it, and takes it back; by the key of the intake. */
@Hidden
@Controller("/aanmelding/{sleutel}/overdracht")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OverdrachtPageController {
    private static final List<String> KLAAR = List.of("bewaard", "weg");

    /**
     * The form.
     *
     * @param overdracht what is in it to begin with
     * @param gedeeld whether the house reads it already
     * @param overgenomen whether it is what they wrote elsewhere before
     * @param klaar a text key or empty
     */
    public record OverdrachtPagina(
            Logeerbeurt beurt,
            String pad,
            Overdracht overdracht,
            boolean gedeeld,
            boolean overgenomen,
            boolean ingelogd,
            Getypt getypt,
            String klaar) {}

    /** The sheet itself, on paper. */
    public record BladPagina(Logeerbeurt beurt, Overdracht overdracht, String terug, String terugTekst) {}

    private final Overdrachten overdrachten;
    private final Verblijfssleutel sleutel;
    private final Toegang toegang;
    private final Paginas paginas;

    OverdrachtPageController(Overdrachten overdrachten, Verblijfssleutel sleutel, Toegang toegang, Paginas paginas) {
        this.overdrachten = overdrachten;
        this.sleutel = sleutel;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, open(verzoek, sleutel), Getypt.NIETS);
    }

    /** To print, and to take along. */
    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/blad")
    HttpResponse<?> blad(HttpRequest<?> verzoek, String sleutel) {
        var beurt = open(verzoek, sleutel);
        var pad = pad(beurt);
        return overdrachten
                .van(beurt.aanmelding().id())
                .<HttpResponse<?>>map(overdracht -> paginas.ok(
                        verzoek,
                        "kortverblijf/overdrachtblad",
                        new BladPagina(beurt, overdracht, pad, "verblijfsoverdracht.terug")))
                .orElseGet(() -> HttpResponse.seeOther(URI.create(pad)));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> bewaar(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var beurt = open(verzoek, sleutel);
        var velden = Invoer.formulier(inhoud, paginas.kader(verzoek).t());
        var overdracht = new Overdracht(
                velden.regels("dag", Overdracht.MAX_DEEL).orElse(""),
                velden.regels("zorg", Overdracht.MAX_DEEL).orElse(""),
                velden.regels("letOp", Overdracht.MAX_DEEL).orElse(""));
        if (!velden.jaNee("akkoord").orElse(false)) {
            velden.fout("akkoord", "eigen.geen-akkoord");
        }
        if (overdracht.isLeeg() && velden.fouten().isEmpty()) {
            velden.fout("dag", "verblijfsoverdracht.leeg");
        }
        if (!velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, beurt, Getypt.van(velden));
        }
        if (!overdrachten.legVast(beurt.aanmelding().id(), overdracht, this.sleutel.door(verzoek))) {
            throw new NotFoundException();
        }
        return HttpResponse.seeOther(URI.create(pad(beurt) + "?klaar=bewaard"));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/weg")
    @Consumes("*/*")
    HttpResponse<?> haalWeg(HttpRequest<?> verzoek, String sleutel) {
        var beurt = open(verzoek, sleutel);
        overdrachten.trekIn(beurt.aanmelding().id(), this.sleutel.door(verzoek));
        return HttpResponse.seeOther(URI.create(pad(beurt) + "?klaar=weg"));
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Logeerbeurt beurt, Getypt getypt) {
        var wie = beurt.aanmelding().mantelzorger();
        var gedeeld = overdrachten.van(beurt.aanmelding().id());
        var ingelogd = toegang.van(verzoek)
                .filter(aanmelding -> aanmelding.rol() == Rol.MANTELZORGER)
                .flatMap(aanmelding -> aanmelding.persoonId())
                .filter(wie.waarde()::equals)
                .isPresent();
        var eerder = gedeeld.isEmpty() && ingelogd ? overdrachten.eerdere(wie) : gedeeld;
        var klaar = verzoek.getParameters().getFirst("klaar").filter(KLAAR::contains);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(beurt)),
                "kortverblijf/overdracht",
                new OverdrachtPagina(
                        beurt,
                        sleutel.pad(beurt),
                        eerder.orElse(Overdracht.LEEG),
                        gedeeld.isPresent(),
                        gedeeld.isEmpty() && eerder.isPresent(),
                        ingelogd,
                        getypt,
                        klaar.map(woord -> "verblijfsoverdracht.klaar-" + woord).orElse("")));
    }

    private String pad(Logeerbeurt beurt) {
        return sleutel.pad(beurt) + "/overdracht";
    }

    /** As long as the house may read it. */
    private Logeerbeurt open(HttpRequest<?> verzoek, String sleutel) {
        var beurt = this.sleutel.beurt(verzoek, sleutel);
        if (!overdrachten.isTeLezen(beurt)) {
            throw new NotFoundException();
        }
        return beurt;
    }
}
