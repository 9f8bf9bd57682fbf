package nl.respijt.boeking;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.respijt.boeking.MomentUitleg.Wie;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.boeking.MomentVraag.Ruimte;
import nl.respijt.boeking.Uitwegen.Blik;
import nl.respijt.boeking.Uitwegen.Minder;
import nl.respijt.boeking.Zoekwens.Waar;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Paginas;

/** Screen one of three: "Wanneer wilt u even vrij?", and what is free then. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MomentPageController {
    /** How far ahead one can leaf. */
    private static final int WEKEN_VOORUIT = 26;

    /** So many days one can choose by name; what is later, by week. */
    private static final int DAGEN_BIJ_NAAM = 14;

    /** When the first that fits is further off, we say with which wish less it is sooner. */
    private static final Duration LANG_WACHTEN = Duration.ofDays(7);

    private static final Blad ALLES = new Blad(1, 500);

    /** The moments of one day. */
    public record Dag(LocalDate datum, List<Moment> momenten) {}

    /**
     * What there is to choose from in the question.
     *
     * @param dagen from today on
     * @param maandagen of the weeks after those days
     * @param datum the day that was chosen; as soon as possible without one
     * @param buurt whether there is such a thing as near
     */
    public record Keuzes(
            List<LocalDate> dagen,
            List<LocalDate> maandagen,
            Optional<LocalDate> datum,
            List<Waar> huizen,
            List<Waar> wijken,
            boolean buurt,
            List<String> talen) {
        public boolean isGekozen(LocalDate dag) {
            return datum.filter(dag::equals).isPresent();
        }
    }

    /**
     * The page: the question, a week of days, and the ways to other weeks.
     *
     * @param nietsOp the day that was asked for, when the first that fits is on a later one
     * @param eerder one wish less, when the first that fits is far off
     * @param uitwegen where to go, when there is nothing to choose
     * @param verblijf a stay is wished: that is asked for on pages of its own
     * @param logeren where one can stay, and from when at the earliest: of those days, or of this week
     */
    public record KiesPagina(
            Zoekwens wens,
            boolean verblijf,
            Keuzes keuzes,
            LocalDate maandag,
            boolean dezeWeek,
            List<Dag> dagen,
            List<Logeermoment> logeren,
            Map<UUID, Wie> groepen,
            Optional<LocalDate> nietsOp,
            Optional<Minder> eerder,
            Optional<Uitwegen> uitwegen,
            Optional<String> vorige,
            Optional<String> volgende) {

        /** Whether stays are told of on this day. */
        public boolean isLogeerdag(LocalDate dag) {
            return logeren.stream().limit(1).anyMatch(eerste -> eerste.datum().equals(dag));
        }

        public List<String> logeerwijken() {
            return logeren.stream().map(Logeermoment::wijk).distinct().sorted().toList();
        }

        /** From that day on, with the wishes that matter to a stay. */
        public String naarLogeren() {
            return "/momenten?soort=%s&datum=%s%s#antwoord"
                    .formatted(MomentJson.VERBLIJF, logeren.getFirst().datum(), wens.alsVraag());
        }
    }

    private final MomentService momenten;
    private final Logeermomenten logeren;
    private final MomentUitlegger uitleg;
    private final Gemeente gemeente;
    private final Paginas paginas;
    private final Klok klok;

    MomentPageController(
            MomentService momenten,
            Logeermomenten logeren,
            MomentUitlegger uitleg,
            Gemeente gemeente,
            Paginas paginas,
            Klok klok) {
        this.momenten = momenten;
        this.logeren = logeren;
        this.uitleg = uitleg;
        this.gemeente = gemeente;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get(uris = {"/", "/momenten"})
    HttpResponse<?> kies(HttpRequest<?> verzoek) {
        var nu = klok.instant();
        var huizen = momenten.huizen();
        var wens = Zoekwens.lees(verzoek.getParameters(), huizen, gemeente);
        var vandaag = Tijdzone.datum(nu);
        var dezeMaandag = maandagVan(vandaag);
        var laatsteMaandag = dezeMaandag.plusWeeks(WEKEN_VOORUIT - 1L);
        var gebladerd = verzoek.getParameters()
                .getFirst("week")
                .flatMap(MomentPageController::maandag)
                .filter(dag -> !dag.isBefore(dezeMaandag) && !dag.isAfter(laatsteMaandag));
        var datum = gebladerd
                .or(() -> verzoek.getParameters().getFirst("datum").flatMap(MomentPageController::datum))
                .filter(dag -> dag.isAfter(vandaag) && dag.isBefore(laatsteMaandag.plusWeeks(1)));
        var keuzes = keuzes(vandaag, laatsteMaandag, datum, huizen);
        var vanaf = datum.map(Tijdzone::beginVan).orElse(nu);
        var horizon = Tijdzone.beginVan(laatsteMaandag.plusWeeks(1));
        if (verzoek.getParameters()
                .getFirst("soort")
                .filter(MomentJson.VERBLIJF::equals)
                .isPresent()) {
            return paginas.ok(
                    verzoek, "boeking/kies", alleenLogeren(wens, keuzes, dezeMaandag, logeren(wens, vanaf, horizon)));
        }
        var eerste = gebladerd.isPresent()
                ? Optional.<Moment>empty()
                : momenten.eerste(wens.vraag(vanaf, horizon, Ruimte.VRIJ));
        var maandag = gebladerd.orElseGet(
                () -> maandagVan(eerste.map(Moment::datum).or(() -> datum).orElse(vandaag)));
        var van = laatste(Tijdzone.beginVan(maandag), vanaf);
        var tot = Tijdzone.beginVan(maandag.plusWeeks(1));
        var gevonden = momenten.zoek(wens.vraag(van, tot, Ruimte.VRIJ_OF_WACHTLIJST), ALLES)
                .momenten();
        var verblijven = wens.isOokLogeren() ? logeren(wens, van, tot) : List.<Logeermoment>of();
        var blik = new Blik(Tijdzone.beginVan(maandag), van, tot, nu, horizon);
        return paginas.ok(
                verzoek,
                "boeking/kies",
                new KiesPagina(
                        wens,
                        false,
                        keuzes,
                        maandag,
                        maandag.equals(dezeMaandag),
                        dagen(gevonden, verblijven),
                        verblijven,
                        uitleg.bij(gevonden, paginas.kader(verzoek).t()),
                        datum.filter(dag ->
                                eerste.filter(een -> een.datum().isAfter(dag)).isPresent()),
                        eerste.filter(een -> een.tijdvak().van().isAfter(vanaf.plus(LANG_WACHTEN)))
                                .flatMap(een -> Uitwegen.minder(
                                        momenten, wens, vanaf, een.tijdvak().van())),
                        gevonden.stream().anyMatch(moment -> moment.vrij() > 0)
                                ? Optional.empty()
                                : Optional.of(Uitwegen.van(momenten, wens, blik)),
                        maandag.isAfter(dezeMaandag)
                                ? Optional.of(week(maandag.minusWeeks(1), wens))
                                : Optional.empty(),
                        maandag.isBefore(laatsteMaandag)
                                ? Optional.of(week(maandag.plusWeeks(1), wens))
                                : Optional.empty()));
    }

    /** Of each house the first day from which one can stay. */
    private List<Logeermoment> logeren(Zoekwens wens, Instant van, Instant tot) {
        return Logeermoment.eerstePerHuis(logeren.zoek(wens.logeervraag(van, tot)));
    }

    /** For who wishes nothing else. */
    private static KiesPagina alleenLogeren(
            Zoekwens wens, Keuzes keuzes, LocalDate maandag, List<Logeermoment> verblijven) {
        return new KiesPagina(
                wens,
                true,
                keuzes,
                maandag,
                true,
                List.of(),
                verblijven,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Keuzes keuzes(
            LocalDate vandaag,
            LocalDate laatsteMaandag,
            Optional<LocalDate> datum,
            List<MomentRepository.Bron> huizen) {
        var dagen = new TreeSet<>(
                vandaag.datesUntil(vandaag.plusDays(DAGEN_BIJ_NAAM)).toList());
        var maandagen = maandagVan(dagen.last())
                .plusWeeks(1)
                .datesUntil(laatsteMaandag.plusDays(1), java.time.Period.ofWeeks(1))
                .toList();
        datum.filter(dag -> !maandagen.contains(dag)).ifPresent(dagen::add);
        return new Keuzes(
                List.copyOf(dagen),
                maandagen,
                datum,
                huizen.stream().map(Waar::huis).toList(),
                gemeente.wijken().stream()
                        .sorted()
                        .map(wijk -> Waar.wijk(wijk, gemeente))
                        .toList(),
                !gemeente.buurwijken().isEmpty(),
                gemeente.talen());
    }

    /** In the order in which they were found; stays are told of on the first day from which there is one. */
    private static List<Dag> dagen(List<Moment> momenten, List<Logeermoment> verblijven) {
        var perDag = new TreeMap<LocalDate, List<Moment>>();
        momenten.forEach(moment ->
                perDag.computeIfAbsent(moment.datum(), _ -> new ArrayList<>()).add(moment));
        verblijven.stream().limit(1).forEach(een -> perDag.computeIfAbsent(een.datum(), _ -> new ArrayList<>()));
        return perDag.entrySet().stream()
                .map(dag -> new Dag(dag.getKey(), dag.getValue()))
                .toList();
    }

    private static String week(LocalDate maandag, Zoekwens wens) {
        return "/momenten?week=%d-W%02d%s#antwoord"
                .formatted(
                        maandag.get(IsoFields.WEEK_BASED_YEAR),
                        maandag.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        wens.alsVraag());
    }

    private static LocalDate maandagVan(LocalDate dag) {
        return dag.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant laatste(Instant een, Instant ander) {
        return een.isAfter(ander) ? een : ander;
    }

    /** The Monday of an ISO week such as 2026-W48. */
    private static Optional<LocalDate> maandag(String week) {
        try {
            return Optional.of(LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> datum(String datum) {
        try {
            return Optional.of(LocalDate.parse(datum));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
