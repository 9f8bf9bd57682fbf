package nl.respijt.uitval;

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
import java.util.Optional;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.boeking.Thuisinvoer;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.uitval.PlanB.Bellen;
import nl.respijt.uitval.PlanB.Thuis;
import nl.respijt.web.Getypt;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** A carer's own plan B: to read, to change, to print for whoever takes over, and to take away. */
@Hidden
@Controller("/mijn/plan-b")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PlanBPageController {
    private static final String PAD = "/mijn/plan-b";
    private static final int MAX_NAAM = 100;
    private static final int MAX_NUMMER = 30;

    /** The form; {@code aanbieders} are who can come to the home, {@code klaar} a text key or empty. */
    public record PlanBPagina(Optional<PlanB> plan, List<Aanbieder> aanbieders, Getypt getypt, String klaar) {}

    private static final List<String> KLAAR = List.of("bewaard", "weg");

    private final PlannenB plannen;
    private final Aanbieders aanbieders;
    private final Toegang toegang;
    private final Paginas paginas;

    PlanBPageController(PlannenB plannen, Aanbieders aanbieders, Toegang toegang, Paginas paginas) {
        this.plannen = plannen;
        this.aanbieders = aanbieders;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.EIGEN_GEGEVENS_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return toon(HttpStatus.OK, verzoek, Getypt.NIETS);
    }

    /** To print and to lay ready: who comes reads it without a phone. */
    @Mag(Handeling.EIGEN_GEGEVENS_ZIEN)
    @Get("/overdracht")
    HttpResponse<?> overdracht(HttpRequest<?> verzoek) {
        return plannen.van(wie(verzoek))
                .<HttpResponse<?>>map(plan -> paginas.ok(verzoek, "uitval/overdracht", plan))
                .orElseGet(() -> HttpResponse.seeOther(URI.create(PAD)));
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> bewaar(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var plan = lees(velden);
        if (!velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, Getypt.van(velden));
        }
        plannen.legVast(wie(verzoek), plan);
        return klaar("bewaard");
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post("/weg")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> haalWeg(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        plannen.trekIn(wie(verzoek));
        return klaar("weg");
    }

    private PlanB lees(Velden velden) {
        var plan = new PlanB(
                bellen(velden),
                thuis(velden),
                new Overdracht(
                        velden.regels("dag", Overdracht.MAX_DEEL).orElse(""),
                        velden.regels("zorg", Overdracht.MAX_DEEL).orElse(""),
                        velden.regels("letOp", Overdracht.MAX_DEEL).orElse("")));
        if (!velden.jaNee("akkoord").orElse(false)) {
            velden.fout("akkoord", "eigen.geen-akkoord");
        }
        if (plan.isLeeg() && velden.fouten().isEmpty()) {
            velden.fout("naam", "plan-b.leeg");
        }
        return plan;
    }

    /** Either both or neither. */
    private static Optional<Bellen> bellen(Velden velden) {
        var naam = velden.naam("naam", MAX_NAAM);
        var nummer = velden.nummer("nummer", MAX_NUMMER);
        if (naam.isPresent() && nummer.isEmpty() && velden.isLeeg("nummer")) {
            velden.fout("nummer", "plan-b.geen-nummer");
        }
        if (nummer.isPresent() && naam.isEmpty() && velden.isLeeg("naam")) {
            velden.fout("naam", "plan-b.geen-naam");
        }
        return naam.flatMap(wie -> nummer.map(waar -> new Bellen(wie, waar)));
    }

    private Optional<Thuis> thuis(Velden velden) {
        if (velden.isLeeg("aanbieder")) {
            velden.negeer("aanbieder", "voor", "adres", "postcode");
            return Optional.empty();
        }
        var aanbieder = velden.tekst("aanbieder", MAX_NAAM)
                .flatMap(naam -> komenThuis().stream()
                        .filter(een -> een.naam().equals(naam))
                        .findFirst());
        if (aanbieder.isEmpty()) {
            velden.fout("aanbieder", "plan-b.geen-aanbieder");
        }
        return Thuisinvoer.lees(velden).flatMap(vraag -> aanbieder.map(een -> thuis(een, vraag)));
    }

    private static Thuis thuis(Aanbieder aanbieder, Thuisvraag vraag) {
        return new Thuis(aanbieder.id(), vraag.voor(), vraag.adres(), vraag.postcode());
    }

    private List<Aanbieder> komenThuis() {
        return aanbieders.alle().stream()
                .filter(een -> een.diensten().contains(Contractdienst.THUIS))
                .toList();
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Getypt getypt) {
        var klaar = verzoek.getParameters().getFirst("klaar").filter(KLAAR::contains);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(PAD),
                "uitval/plan-b",
                new PlanBPagina(
                        plannen.van(wie(verzoek)),
                        komenThuis(),
                        getypt,
                        klaar.map(woord -> "plan-b.klaar-" + woord).orElse("")));
    }

    private MantelzorgerId wie(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).persoonId().map(MantelzorgerId::new).orElseThrow(NotFoundException::new);
    }

    private static HttpResponse<?> klaar(String wat) {
        return HttpResponse.seeOther(URI.create(PAD + "?klaar=" + wat));
    }
}
