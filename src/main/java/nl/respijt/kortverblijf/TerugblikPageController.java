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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.kortverblijf.Terugblik.Oordeel;
import nl.respijt.kortverblijf.Terugblik.Wie;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** How was it? Three faces and a line, for the carer and for the guest; by the key of the intake, and on paper. */
@Hidden
@Controller("/aanmelding/{sleutel}/terugblik")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class TerugblikPageController {
    private static final List<String> OORDELEN =
            Stream.of(Oordeel.values()).map(Oordeel::woord).toList();

    /** One form of the two. */
    public record Deel(Wie wie, String oordeel, String regel, boolean gezegd) {
        /** What a field of this form is called in the page. */
        public String plek(String veld) {
            return plek(veld, wie);
        }

        static String plek(String veld, Wie wie) {
            return veld + "-" + wie.woord();
        }
    }

    /** @param bedankt who just answered, or empty */
    public record TerugblikPagina(Logeerbeurt beurt, String pad, List<Deel> delen, String bedankt, Getypt getypt) {}

    private final Terugblikken terugblikken;
    private final Verblijfssleutel sleutel;
    private final Paginas paginas;

    TerugblikPageController(Terugblikken terugblikken, Verblijfssleutel sleutel, Paginas paginas) {
        this.terugblikken = terugblikken;
        this.sleutel = sleutel;
        this.paginas = paginas;
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, open(verzoek, sleutel), Getypt.NIETS);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/{wie:mantelzorger|gast}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> antwoord(HttpRequest<?> verzoek, String sleutel, String wie, @Body byte @Nullable [] inhoud) {
        var beurt = open(verzoek, sleutel);
        var wiens = Stream.of(Wie.values())
                .filter(een -> een.woord().equals(wie))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var velden = Invoer.formulier(inhoud, paginas.kader(verzoek).t());
        var oordeel = velden.isLeeg("oordeel") ? Optional.<String>empty() : velden.keuze("oordeel", OORDELEN);
        if (velden.isLeeg("oordeel")) {
            velden.negeer("oordeel");
            velden.fout("oordeel", "terugblik.kies");
        }
        var regel = velden.alinea("regel", Terugblik.MAX_REGEL);
        if (oordeel.isEmpty() || !velden.fouten().isEmpty()) {
            return toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    beurt,
                    Getypt.van(velden)
                            .opPlek(Map.of(
                                    "oordeel", Deel.plek("oordeel", wiens), "regel", Deel.plek("regel", wiens))));
        }
        var gekozen = Oordeel.valueOf(oordeel.get().toUpperCase(Locale.ROOT));
        if (!terugblikken.antwoord(beurt.aanmelding().id(), wiens, gekozen, regel)) {
            throw new NotFoundException();
        }
        return HttpResponse.seeOther(URI.create(pad(beurt) + "?bedankt=" + wiens.woord()));
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Logeerbeurt beurt, Getypt getypt) {
        var gezegd = terugblikken.van(beurt.aanmelding().id());
        var bedankt = verzoek.getParameters()
                .getFirst("bedankt")
                .filter(woord ->
                        Stream.of(Wie.values()).anyMatch(wie -> wie.woord().equals(woord)));
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(beurt)),
                "kortverblijf/terugblik",
                new TerugblikPagina(
                        beurt,
                        sleutel.pad(beurt),
                        Stream.of(Wie.values())
                                .map(wie -> deel(wie, gezegd, getypt))
                                .toList(),
                        bedankt.orElse(""),
                        getypt));
    }

    private static Deel deel(Wie wie, Map<Wie, Terugblik> gezegd, Getypt getypt) {
        var eerder = Optional.ofNullable(gezegd.get(wie));
        return new Deel(
                wie,
                getypt.waarde(
                        Deel.plek("oordeel", wie),
                        eerder.map(een -> een.oordeel().woord()).orElse("")),
                getypt.waarde(
                        Deel.plek("regel", wie),
                        eerder.flatMap(Terugblik::regel).orElse("")),
                eerder.isPresent());
    }

    private Logeerbeurt open(HttpRequest<?> verzoek, String sleutel) {
        var beurt = this.sleutel.beurt(verzoek, sleutel);
        if (!Terugblikken.isTeVragen(beurt)) {
            throw new NotFoundException();
        }
        return beurt;
    }

    private String pad(Logeerbeurt beurt) {
        return sleutel.pad(beurt) + "/terugblik";
    }
}
