package nl.respijt.makelaar.vertaling;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Optional;
import nl.respijt.kluis.Sha256;
import nl.respijt.makelaar.vertaling.Nakijklijst.Deel;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Where the makelaar sits beside somebody who grew up with a language, and ticks what reads well. */
@Hidden
@Controller("/makelaar/teksten")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class VertalingPageController {
    /** The page: how much is left, and the texts of the part that was chosen. {@code gelezen} is how many just were. */
    public record VertalingPagina(List<Deel> delen, Optional<Gekozen> gekozen, Optional<Integer> gelezen) {
        public List<Deel> van(Taal taal) {
            return delen.stream().filter(deel -> deel.taal() == taal).toList();
        }

        public List<Taal> talen() {
            return Nakijklijst.vertalingen();
        }

        public int ongelezen(Taal taal) {
            return van(taal).stream().mapToInt(Deel::ongelezen).sum();
        }

        public int alle(Taal taal) {
            return van(taal).stream().mapToInt(Deel::alle).sum();
        }
    }

    /** One bundle in one language, and what of it is still to be read. */
    public record Gekozen(Taal taal, String bundel, List<Vertaling> ongelezen) {
        /** What is shown, in one word: who says that all of it is good says so of these texts. */
        public String stand() {
            return Sha256.hex(
                    String.join("\n", ongelezen.stream().map(Vertaling::hash).toList()));
        }
    }

    private final Nakijklijst lijst;
    private final Toegang toegang;
    private final Paginas paginas;

    VertalingPageController(Nakijklijst lijst, Toegang toegang, Paginas paginas) {
        this.lijst = lijst;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    /** {@code van} is the language and {@code deel} the bundle; {@code taal} is, as everywhere, that of the page. */
    @Mag(Handeling.TEKSTEN_NAKIJKEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var vraag = verzoek.getParameters();
        var gekozen = vraag.getFirst("van")
                .flatMap(Taal::van)
                .flatMap(taal -> vraag.getFirst("deel").flatMap(bundel -> gekozen(taal, bundel)));
        return paginas.ok(
                verzoek,
                "makelaar/teksten",
                new VertalingPagina(lijst.delen(), gekozen, vraag.get("gelezen", Integer.class)));
    }

    /** A box holds the hash of what stood beside it: a text that changed meanwhile was read by nobody, and comes back. */
    @Mag(Handeling.TEKSTEN_NAKIJKEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> meldGelezen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var taal = velden.keuze(
                        "van",
                        Nakijklijst.vertalingen().stream().map(Taal::code).toList())
                .flatMap(Taal::van);
        var bundel = velden.keuze("deel", Teksten.bundels());
        return taal.flatMap(welke -> bundel.flatMap(deel -> gekozen(welke, deel)))
                .map(gekozen -> meldGelezen(gekozen, velden))
                .orElseGet(() -> HttpResponse.seeOther(URI.create("/makelaar/teksten")));
    }

    private HttpResponse<?> meldGelezen(Gekozen gekozen, Velden velden) {
        var alles = velden.zoals("alles").equals(gekozen.stand());
        var goed = gekozen.ongelezen().stream()
                .filter(vertaling -> alles || velden.zoals(vertaling.sleutel()).equals(vertaling.hash()))
                .toList();
        var gelezen = goed.isEmpty() ? 0 : lijst.meldGelezen(goed);
        return HttpResponse.seeOther(URI.create("/makelaar/teksten?van=%s&deel=%s&gelezen=%d"
                .formatted(gekozen.taal().code(), gekozen.bundel(), gelezen)));
    }

    private Optional<Gekozen> gekozen(Taal taal, String bundel) {
        return Nakijklijst.vertalingen().contains(taal) && Teksten.bundels().contains(bundel)
                ? Optional.of(new Gekozen(taal, bundel, lijst.ongelezen(taal, bundel)))
                : Optional.empty();
    }
}
