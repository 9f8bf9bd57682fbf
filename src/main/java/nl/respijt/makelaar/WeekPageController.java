package nl.respijt.makelaar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Contractwacht;
import nl.respijt.bericht.Belijst;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.mantelzorghuis.HuisService;
import nl.respijt.mantelzorghuis.Mantelzorghuis;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.BezoekenNaContract;
import nl.respijt.rooster.Dekking;
import nl.respijt.rooster.DekkingService;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.GastheerBeheer;
import nl.respijt.rooster.RoosterService;
import nl.respijt.rooster.Weekwacht;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.tijd.Week;
import nl.respijt.web.Paginas;

/** The week of all houses on one page, with what needs attention on top. */
@Hidden
@Controller("/makelaar")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class WeekPageController {
    /** How far ahead an openstelling without a host is worth attention. */
    private static final int WEKEN_AANDACHT = 4;

    private static final int MAX_AANDACHT = 6;

    /** One openstelling in the week: the moment and who opens the house. */
    public record Cel(Moment moment, List<String> gastheren, boolean metGetrainde) {
        public String klasse() {
            if (moment.vervallen()) {
                return "r-cel r-cel--vervallen";
            }
            if (!metGetrainde) {
                return "r-cel r-cel--let";
            }
            return moment.vrij() == 0 ? "r-cel r-cel--vol" : "r-cel";
        }
    }

    /** One dagdeel of one house through the week. */
    public record Rij(Dagdeel dagdeel, List<List<Cel>> dagen) {}

    /** One house through the week. */
    public record HuisWeek(Mantelzorghuis huis, List<Rij> rijen) {}

    /** One day over all houses, for a phone. */
    public record Dag(LocalDate datum, List<Cel> cellen) {}

    /** An openstelling without a trained host; in danger when it is soon. {@code dekking} is who was asked to step in. */
    public record Zonder(Moment moment, boolean inGevaar, Optional<Dekking> dekking) {}

    /** The page. */
    public record WeekPagina(
            Week week,
            LocalDate vandaag,
            List<HuisWeek> huizen,
            List<Dag> dagen,
            List<Zonder> zonderGastheer,
            int meerZonderGastheer,
            List<Dienst> zonderScholing,
            List<Weekwacht.Stand> alarmen,
            int norm,
            List<Contractwacht.Einde> contracten,
            List<BezoekenNaContract.Rest> naContract,
            int teBellen,
            int mislukteMails,
            boolean alsLijst) {
        public int aandacht() {
            return zonderGastheer.size()
                    + meerZonderGastheer
                    + zonderScholing.size()
                    + alarmen.size()
                    + contracten.size()
                    + naContract.size()
                    + (teBellen > 0 ? 1 : 0)
                    + (mislukteMails > 0 ? 1 : 0);
        }
    }

    private final MomentService momenten;
    private final HuisService huizen;
    private final RoosterService rooster;
    private final DekkingService dekking;
    private final GastheerBeheer beheer;
    private final Weekwacht wacht;
    private final Contractwacht contractwacht;
    private final BezoekenNaContract naContract;
    private final Belijst belijst;
    private final Paginas paginas;
    private final Klok klok;

    WeekPageController(
            MomentService momenten,
            HuisService huizen,
            RoosterService rooster,
            DekkingService dekking,
            GastheerBeheer beheer,
            Weekwacht wacht,
            Contractwacht contractwacht,
            BezoekenNaContract naContract,
            Belijst belijst,
            Paginas paginas,
            Klok klok) {
        this.momenten = momenten;
        this.huizen = huizen;
        this.rooster = rooster;
        this.dekking = dekking;
        this.beheer = beheer;
        this.wacht = wacht;
        this.contractwacht = contractwacht;
        this.naContract = naContract;
        this.belijst = belijst;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.WEEK_ZIEN)
    @Get("/week")
    HttpResponse<?> week(HttpRequest<?> verzoek) {
        var vraag = verzoek.getParameters();
        var week = vraag.getFirst("week").flatMap(Week::lees).orElseGet(() -> Week.van(klok.vandaag()));
        var van = Tijdzone.beginVan(week.maandag());
        var tot = Tijdzone.beginVan(week.volgende().maandag());
        var diensten = rooster.diensten(DienstVraag.van(van, tot)).stream()
                .filter(Dienst::isActief)
                .collect(Collectors.groupingBy(dienst -> dienst.moment().id()));
        var cellen = momenten
                .zoek(
                        MomentVraag.tussen(van, tot)
                                .soort(Soort.HUIS)
                                .ookVervallen()
                                .vraag(),
                        new MomentVraag.Blad(1, MomentVraag.Blad.MAX_GROOTTE))
                .momenten()
                .stream()
                .map(moment -> cel(moment, diensten))
                .toList();
        var vandaag = klok.vandaag();
        var zonder = rooster.zonderGastheer(vandaag, vandaag.plusWeeks(WEKEN_AANDACHT));
        return paginas.ok(
                verzoek,
                "makelaar/week",
                new WeekPagina(
                        week,
                        vandaag,
                        huizen.alle().stream()
                                .map(huis -> new HuisWeek(huis, rijen(huis, week, cellen)))
                                .toList(),
                        week.dagen().stream()
                                .map(dag -> new Dag(
                                        dag,
                                        cellen.stream()
                                                .filter(cel ->
                                                        cel.moment().datum().equals(dag))
                                                .toList()))
                                .toList(),
                        zonder(zonder.stream().limit(MAX_AANDACHT).toList()),
                        Math.max(0, zonder.size() - MAX_AANDACHT),
                        beheer.zonderScholing(),
                        wacht.alarmen(),
                        wacht.norm(),
                        contractwacht.alarmen(),
                        naContract.alle(),
                        belijst.open().size(),
                        belijst.mislukt().size(),
                        vraag.getFirst("vorm").filter("lijst"::equals).isPresent()));
    }

    private List<Zonder> zonder(List<Moment> momenten) {
        var nu = klok.instant();
        var gezocht = dekking.van(
                momenten.stream().map(moment -> moment.id().waarde()).toList());
        return momenten.stream()
                .map(moment -> new Zonder(
                        moment,
                        DekkingService.isInGevaar(moment, nu),
                        Optional.ofNullable(gezocht.get(moment.id().waarde()))
                                .filter(een -> een.status() == Dekking.Status.LOOPT)))
                .toList();
    }

    private static Cel cel(Moment moment, Map<MomentId, List<Dienst>> diensten) {
        var wie = diensten.getOrDefault(moment.id(), List.of());
        return new Cel(
                moment,
                wie.stream().map(dienst -> dienst.gastheer().naam()).toList(),
                wie.stream().anyMatch(dienst -> dienst.gastheer().isGetraindOp(dienst.datum())));
    }

    /** A dagdeel has a row in the weeks in which the house is or would have been open then. */
    private static List<Rij> rijen(Mantelzorghuis huis, Week week, List<Cel> cellen) {
        var rijen = new ArrayList<Rij>();
        for (var dagdeel : Dagdeel.values()) {
            var dagen = week.dagen().stream()
                    .map(dag -> cellen.stream()
                            .filter(cel -> cel.moment().bronId().equals(huis.id())
                                    && cel.moment().dagdeel() == dagdeel
                                    && cel.moment().datum().equals(dag))
                            .toList())
                    .toList();
            if (dagen.stream().anyMatch(dag -> !dag.isEmpty())) {
                rijen.add(new Rij(dagdeel, dagen));
            }
        }
        return List.copyOf(rijen);
    }
}
