package nl.respijt.respijtthuis;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.tijd.Week;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;

/** A week of one worker, to look at or to print: where they go, what is still free, and when they are away. */
@Hidden
@Controller(MedewerkerPageController.PAD)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PlanPageController {
    private static final MomentVraag.Blad ALLES = new MomentVraag.Blad(1, 200);

    /**
     * A time at which they can come; {@code bezoek} is there when somebody asked for it, and no longer on the day after: where
     * that was is nobody's business any more.
     */
    public record Regel(Moment moment, boolean begonnen, boolean bezet, Optional<Huisbezoek> bezoek) {}

    public record Dag(LocalDate datum, boolean weg, boolean feestdag, List<Regel> regels) {}

    public record PlanPagina(Medewerker wie, Week week, List<Dag> dagen) {}

    private final Medewerkerbeheer beheer;
    private final Huisbezoeken huisbezoeken;
    private final MomentService momenten;
    private final Feestdagen feestdagen;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    PlanPageController(
            Medewerkerbeheer beheer,
            Huisbezoeken huisbezoeken,
            MomentService momenten,
            Feestdagen feestdagen,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.beheer = beheer;
        this.huisbezoeken = huisbezoeken;
        this.momenten = momenten;
        this.feestdagen = feestdagen;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    /** A page is kind to a mistyped week: then it is this one. */
    @Mag(Handeling.HUISBEZOEKEN_ZIEN)
    @Get("/{id}/plan")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var wie = Invoer.uuid(id)
                .flatMap(uuid -> beheer.find(uuid, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
        var week =
                verzoek.getParameters().getFirst("week").flatMap(Week::lees).orElseGet(() -> Week.van(klok.vandaag()));
        var regels = momenten(wie, week).stream().map(this::regel).toList();
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.HUISBEZOEKEN_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                regels.stream()
                        .flatMap(regel -> regel.bezoek().stream())
                        .map(bezoek -> bezoek.boeking().gezien())
                        .toList());
        var afwezig = beheer.afwezigheden(wie, week.maandag());
        return paginas.ok(
                verzoek,
                "respijtthuis/plan",
                new PlanPagina(
                        wie,
                        week,
                        week.dagen().stream()
                                .map(dag -> new Dag(
                                        dag,
                                        afwezig.stream().anyMatch(weg -> weg.geldtOp(dag)),
                                        feestdagen.isFeestdag(dag),
                                        regels.stream()
                                                .filter(regel ->
                                                        regel.moment().datum().equals(dag))
                                                .toList()))
                                .toList()));
    }

    private List<Moment> momenten(Medewerker wie, Week week) {
        return momenten.zoek(
                        MomentVraag.tussen(
                                        Tijdzone.beginVan(week.maandag()),
                                        Tijdzone.beginVan(week.volgende().maandag()))
                                .soort(Soort.THUIS)
                                .bron(wie.id())
                                .vraag(),
                        ALLES)
                .momenten();
    }

    private Regel regel(Moment moment) {
        return new Regel(
                moment,
                moment.isBegonnen(klok.instant()),
                moment.bezet() > 0,
                moment.datum().isBefore(klok.vandaag())
                        ? Optional.empty()
                        : momenten.boekingenOp(moment.id()).stream()
                                .findFirst()
                                .flatMap(boeking -> huisbezoeken.vanBoeking(boeking.id())));
    }
}
