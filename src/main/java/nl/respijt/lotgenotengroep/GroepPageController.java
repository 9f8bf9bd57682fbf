package nl.respijt.lotgenotengroep;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Slug;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;

/** Finding a group: three plain questions and no diagnosis, a page for each group, and the young carers' own door. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GroepPageController {
    private static final int KOMENDE = 6;

    /** What fits somebody, of which one may be chosen; the words of the address. */
    public static final List<String> PAST = List.of("overdag", "avond", "vrouwen", "jong");

    /** What was asked; empty texts are "any". */
    public record Vraag(String gesproken, String wijk, String past) {
        public boolean isLeeg() {
            return gesproken.isEmpty() && wijk.isEmpty() && past.isEmpty();
        }
    }

    /** A value of a select and the words beside it. */
    public record Keuze(String waarde, String tekst) {}

    /** A group, when it meets, and when first. */
    public record Gevonden(Lotgenotengroep groep, List<Ritmelijn> ritmes, Optional<Moment> eerste) {}

    /** The finder, with what was found. */
    public record ZoekPagina(Vraag vraag, List<Keuze> wijken, List<String> talen, List<Gevonden> gevonden) {}

    /** One group, and what it has to come. */
    public record GroepPagina(Lotgenotengroep groep, List<Ritmelijn> ritmes, List<Moment> komende) {}

    /** The door for who is young. */
    public record JongPagina(List<Gevonden> groepen) {}

    private final GroepService groepen;
    private final Gemeente gemeente;
    private final Paginas paginas;

    GroepPageController(GroepService groepen, Gemeente gemeente, Paginas paginas) {
        this.groepen = groepen;
        this.gemeente = gemeente;
        this.paginas = paginas;
    }

    @Mag(Handeling.GROEPEN_ZIEN)
    @Get("/lotgenotengroepen")
    HttpResponse<?> zoek(HttpRequest<?> verzoek) {
        var vraag = vraag(verzoek);
        return paginas.ok(
                verzoek,
                "lotgenotengroep/zoek",
                new ZoekPagina(
                        vraag,
                        gemeente.wijken().stream()
                                .map(wijk -> new Keuze(Slug.van(wijk), wijk))
                                .toList(),
                        gemeente.talen(),
                        alle().stream().filter(een -> past(een, vraag)).toList()));
    }

    /** A page is kind to an old or mistyped link: what it does not know, it leaves out. */
    private Vraag vraag(HttpRequest<?> verzoek) {
        var vraag = verzoek.getParameters();
        return new Vraag(
                vraag.getFirst("gesproken")
                        .filter(taal -> gemeente.talen().contains(taal))
                        .orElse(""),
                vraag.getFirst("wijk")
                        .filter(slug -> gemeente.wijken().stream()
                                .anyMatch(wijk -> Slug.van(wijk).equals(slug)))
                        .orElse(""),
                vraag.getFirst("past").filter(PAST::contains).orElse(""));
    }

    private static boolean past(Gevonden een, Vraag vraag) {
        var groep = een.groep();
        return (vraag.gesproken().isEmpty() || groep.talen().contains(vraag.gesproken()))
                && (vraag.wijk().isEmpty() || Slug.van(groep.plek().wijk()).equals(vraag.wijk()))
                && switch (vraag.past()) {
                    case "overdag" -> een.ritmes().stream().anyMatch(lijn -> dagdeel(lijn) != Dagdeel.AVOND);
                    case "avond" -> een.ritmes().stream().anyMatch(lijn -> dagdeel(lijn) == Dagdeel.AVOND);
                    case "vrouwen" -> groep.alleenVrouwen();
                    case "jong" -> groep.soort() == Groepssoort.JONG;
                    default -> true;
                };
    }

    private static Dagdeel dagdeel(Ritmelijn lijn) {
        return Dagdeel.bij(lijn.uren().begin());
    }

    /** First possible first. */
    private List<Gevonden> alle() {
        var ritmes = groepen.ritmes();
        var eerste = groepen.eerstvolgende();
        return groepen.teVinden().stream()
                .map(groep -> new Gevonden(
                        groep, ritmes.getOrDefault(groep.id(), List.of()), Optional.ofNullable(eerste.get(groep.id()))))
                .sorted(Comparator.comparing(een ->
                        een.eerste().map(moment -> moment.tijdvak().van()).orElse(Instant.MAX)))
                .toList();
    }

    @Mag(Handeling.GROEPEN_ZIEN)
    @Get("/lotgenotengroepen/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        var groep = Invoer.uuid(id)
                .flatMap(groepen::find)
                .filter(Lotgenotengroep::isTeVinden)
                .orElseThrow(NotFoundException::new);
        return paginas.ok(
                verzoek,
                "lotgenotengroep/groep",
                new GroepPagina(
                        groep,
                        groepen.ritmes(groep.id()),
                        groepen.komende(groep.id(), KOMENDE * 2).stream()
                                .filter(moment -> !moment.vervallen())
                                .limit(KOMENDE)
                                .toList()));
    }

    @Mag(Handeling.GROEPEN_ZIEN)
    @Get("/jong")
    HttpResponse<?> jong(HttpRequest<?> verzoek) {
        return paginas.ok(
                verzoek,
                "lotgenotengroep/jong",
                new JongPagina(alle().stream()
                        .filter(een -> een.groep().soort() == Groepssoort.JONG)
                        .toList()));
    }
}
