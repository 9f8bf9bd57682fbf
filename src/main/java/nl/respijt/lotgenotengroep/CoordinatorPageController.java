package nl.respijt.lotgenotengroep;

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
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.lotgenotengroep.ProefScherm.Plaats;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** A coordinator's own groups on a phone: what is to come, and moving or cancelling it; the makelaar does so for all. */
@Hidden
@Controller("/groep")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CoordinatorPageController {
    private static final int KOMENDE = 8;

    /** A group and what it has to come. */
    public record Groepsbeeld(Lotgenotengroep groep, List<Ritmelijn> ritmes, List<Moment> komende) {}

    /** The groups somebody leads. */
    public record GroepenPagina(List<Groepsbeeld> groepen) {}

    /** One group; {@code klaar} says what was done. */
    public record GroepPagina(Groepsbeeld beeld, String klaar) {}

    /** One bijeenkomst with the forms to move or cancel it; {@code terug} is the page of its group for who looks. */
    public record BijeenkomstPagina(
            Lotgenotengroep groep,
            Moment moment,
            List<String> wijken,
            boolean teWijzigen,
            String terug,
            Getypt getypt) {}

    private final GroepService groepen;
    private final GroepFormulier formulier;
    private final ProefScherm proef;
    private final MomentService momenten;
    private final Gemeente gemeente;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    CoordinatorPageController(
            GroepService groepen,
            GroepFormulier formulier,
            ProefScherm proef,
            MomentService momenten,
            Gemeente gemeente,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.groepen = groepen;
        this.formulier = formulier;
        this.proef = proef;
        this.momenten = momenten;
        this.gemeente = gemeente;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    /** Who leads one group sees that one. */
    @Mag(Handeling.EIGEN_GROEPEN_ZIEN)
    @Get
    HttpResponse<?> mijn(HttpRequest<?> verzoek) {
        var mijn = toegang.wie(verzoek).persoonId().map(groepen::geleidDoor).orElse(List.of());
        if (mijn.size() == 1) {
            return HttpResponse.seeOther(URI.create(pad(mijn.getFirst())));
        }
        return paginas.ok(
                verzoek,
                "lotgenotengroep/mijn",
                new GroepenPagina(mijn.stream().map(this::beeld).toList()));
    }

    @Mag(Handeling.GROEP_LEIDEN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        var groep = Invoer.uuid(id)
                .flatMap(uuid -> groepen.find(uuid, toegang.wie(verzoek), Handeling.GROEP_LEIDEN))
                .orElseThrow(NotFoundException::new);
        return paginas.ok(
                verzoek,
                "lotgenotengroep/eigen",
                new GroepPagina(beeld(groep), klaar(verzoek, paginas.kader(verzoek))));
    }

    /** What was done, after coming back from doing it. */
    public static String klaar(HttpRequest<?> verzoek, Kader kader) {
        var vraag = verzoek.getParameters();
        return vraag.contains("klaar")
                ? kader.t()
                        .van(
                                "groepsbeheer.gedaan",
                                vraag.get("n", Integer.class).orElse(0),
                                vraag.get("mensen", Integer.class).orElse(0))
                : "";
    }

    private Groepsbeeld beeld(Lotgenotengroep groep) {
        return new Groepsbeeld(groep, groepen.ritmes(groep.id()), groepen.komende(groep.id(), KOMENDE));
    }

    @Mag(Handeling.BIJEENKOMST_WIJZIGEN)
    @Get("/bijeenkomsten/{id}")
    HttpResponse<?> bijeenkomst(HttpRequest<?> verzoek, String id) {
        var welke = welke(verzoek, id);
        return paginas.ok(verzoek, "lotgenotengroep/bijeenkomst", pagina(welke, Getypt.NIETS));
    }

    @Mag(Handeling.BIJEENKOMST_WIJZIGEN)
    @Post("/bijeenkomsten/{id}/verzetten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verzet(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var welke = welke(verzoek, id);
        var velden = velden(verzoek, inhoud);
        var datum = formulier.dag(velden, "datum");
        var uren = formulier.uren(velden);
        var plek = formulier.plek(velden);
        var enVolgende = velden.keuze("welke", List.of("deze", "volgende"))
                .filter("volgende"::equals)
                .isPresent();
        if (datum.isEmpty() || uren.isEmpty() || !velden.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, welke, Getypt.van(velden));
        }
        return wijzig(
                verzoek,
                velden,
                welke,
                new Wijziging.Verzet(welke.moment().id(), datum.get(), uren.get(), plek, enVolgende),
                "/verzetten",
                "datum");
    }

    @Mag(Handeling.BIJEENKOMST_WIJZIGEN)
    @Post("/bijeenkomsten/{id}/vervallen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vervalt(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var welke = welke(verzoek, id);
        var velden = velden(verzoek, inhoud);
        var reden = velden.verplicht("reden", GroepFormulier.MAX_REDEN, "groepsbeheer.geen-reden");
        var tot = velden.datum("tot");
        if (tot.filter(dag -> dag.isBefore(welke.moment().datum())).isPresent()) {
            velden.fout("tot", "groepsbeheer.tot-te-vroeg");
        }
        if (!velden.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, welke, Getypt.van(velden));
        }
        return wijzig(
                verzoek, velden, welke, new Wijziging.Vervalt(welke.moment().id(), tot, reden), "/vervallen", "reden");
    }

    private record Welke(Lotgenotengroep groep, Moment moment, Aanmelding wie) {}

    private Welke welke(HttpRequest<?> verzoek, String id) {
        var wie = toegang.wie(verzoek);
        var moment = Invoer.uuid(id)
                .flatMap(uuid -> momenten.find(new MomentId(uuid)))
                .filter(een -> een.soort() == Soort.GROEP)
                .orElseThrow(NotFoundException::new);
        return groepen.find(moment.bronId(), wie, Handeling.BIJEENKOMST_WIJZIGEN)
                .map(groep -> new Welke(groep, moment, wie))
                .orElseThrow(NotFoundException::new);
    }

    private Velden velden(HttpRequest<?> verzoek, byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        velden.negeer(ProefScherm.GEZIEN);
        return velden;
    }

    private HttpResponse<?> wijzig(
            HttpRequest<?> verzoek, Velden velden, Welke welke, Wijziging wijziging, String waar, String veld) {
        var plaats = new Plaats(pad(welke.moment()) + waar, pad(welke.moment()), terug(welke));
        return proef.wijzig(verzoek, velden, welke.wie(), welke.groep(), wijziging, plaats)
                .orElseGet(() -> opnieuw(
                        verzoek,
                        HttpStatus.CONFLICT,
                        welke,
                        Getypt.van(velden)
                                .metFout(veld, paginas.kader(verzoek).t().van("groepsbeheer.te-laat"))));
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, HttpStatus status, Welke welke, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(welke.moment())),
                "lotgenotengroep/bijeenkomst",
                pagina(welke, getypt));
    }

    private BijeenkomstPagina pagina(Welke welke, Getypt getypt) {
        var moment = welke.moment();
        return new BijeenkomstPagina(
                welke.groep(),
                moment,
                gemeente.wijken(),
                !moment.vervallen() && !moment.isBegonnen(klok.instant()),
                terug(welke),
                getypt);
    }

    private static String terug(Welke welke) {
        return nl.respijt.toegang.Rechten.mag(welke.wie().rol(), Handeling.GROEP_BEHEREN)
                ? "/makelaar/groepen/" + welke.groep().id()
                : pad(welke.groep());
    }

    private static String pad(Moment moment) {
        return "/groep/bijeenkomsten/" + moment.id().waarde();
    }

    static String pad(Lotgenotengroep groep) {
        return "/groep/" + groep.id();
    }
}
