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
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.MomentUitleg.Wie;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Slug;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Paginas;

/** Screen one of three: what is free this week. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MomentPageController {
    /** How far ahead one can leaf. */
    private static final int WEKEN_VOORUIT = 26;

    private static final Blad ALLES = new Blad(1, Blad.MAX_GROOTTE);

    /** A value of a select and the words beside it. */
    public record Keuze(String waarde, String tekst) {}

    /** What was asked to be shown; empty texts are "any". */
    public record Filter(String soort, String waar, String dagdeel, String gesproken, boolean rolstoel) {
        /** As the query of a link; empty when nothing was asked. */
        String alsVraag() {
            return Stream.of(
                            soort.isEmpty() ? "" : "&soort=" + soort,
                            waar.isEmpty() ? "" : "&waar=" + waar,
                            dagdeel.isEmpty() ? "" : "&dagdeel=" + dagdeel,
                            gesproken.isEmpty() ? "" : "&gesproken=" + gesproken,
                            rolstoel ? "&rolstoel=ja" : "")
                    .collect(Collectors.joining());
        }
    }

    /** The moments of one day. */
    public record Dag(LocalDate datum, List<Moment> momenten) {}

    /** What can be found here: home care and stays come with their own questions. */
    private static final List<Soort> SOORTEN = List.of(Soort.HUIS, Soort.GROEP);

    /** The page: a week of days, the filter, and the ways to other weeks. */
    public record KiesPagina(
            LocalDate maandag,
            boolean dezeWeek,
            List<Dag> dagen,
            Map<UUID, Wie> groepen,
            Filter filter,
            List<Keuze> huizen,
            List<Keuze> wijken,
            List<Keuze> talen,
            Optional<String> vorige,
            Optional<String> volgende,
            boolean nergensPlek) {}

    private final MomentService momenten;
    private final MomentUitlegger uitleg;
    private final Gemeente gemeente;
    private final Paginas paginas;
    private final Klok klok;

    MomentPageController(
            MomentService momenten, MomentUitlegger uitleg, Gemeente gemeente, Paginas paginas, Klok klok) {
        this.momenten = momenten;
        this.uitleg = uitleg;
        this.gemeente = gemeente;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get(uris = {"/", "/momenten"})
    HttpResponse<?> kies(HttpRequest<?> verzoek) {
        var nu = klok.instant();
        var bronnen = momenten.bronnen();
        var filter = filter(verzoek, bronnen);
        var gevraagd = verzoek.getParameters().getFirst("week").flatMap(MomentPageController::maandag);
        var eerste = momenten.eersteVrije(
                wens(filter, bronnen, nu, horizon(nu)).vrijVoor(1).vraag());
        var dezeMaandag = maandagVan(Tijdzone.datum(nu));
        var laatsteMaandag = dezeMaandag.plusWeeks(WEKEN_VOORUIT - 1L);
        var maandag = gevraagd.filter(dag -> !dag.isBefore(dezeMaandag) && !dag.isAfter(laatsteMaandag))
                .orElseGet(() -> eerste.map(Tijdzone::datum)
                        .map(MomentPageController::maandagVan)
                        .orElse(dezeMaandag));
        var van = Tijdzone.beginVan(maandag);
        var gevonden = momenten.zoek(
                wens(filter, bronnen, van.isAfter(nu) ? van : nu, Tijdzone.beginVan(maandag.plusWeeks(1)))
                        .vraag(),
                ALLES);
        return paginas.ok(
                verzoek,
                "boeking/kies",
                new KiesPagina(
                        maandag,
                        maandag.equals(dezeMaandag),
                        dagen(gevonden.momenten()),
                        uitleg.bij(gevonden.momenten(), paginas.kader(verzoek).t()),
                        filter,
                        bronnen.stream()
                                .filter(bron -> bron.soort().equals(Soort.HUIS.woord()))
                                .map(bron -> new Keuze(Slug.van(bron.titel()), bron.titel()))
                                .toList(),
                        bronnen.stream()
                                .map(MomentRepository.Bron::wijk)
                                .distinct()
                                .sorted()
                                .map(wijk -> new Keuze(wijkwaarde(wijk), wijk))
                                .toList(),
                        talen(verzoek),
                        maandag.isAfter(dezeMaandag)
                                ? Optional.of(week(maandag.minusWeeks(1), filter))
                                : Optional.empty(),
                        maandag.isBefore(laatsteMaandag)
                                ? Optional.of(week(maandag.plusWeeks(1), filter))
                                : Optional.empty(),
                        eerste.isEmpty()));
    }

    private static Instant horizon(Instant nu) {
        return Tijdzone.beginVan(Tijdzone.datum(nu).plusWeeks(WEKEN_VOORUIT + 1L));
    }

    /** A page is kind to an old or mistyped link: what it does not know, it leaves out. */
    private Filter filter(HttpRequest<?> verzoek, List<MomentRepository.Bron> bronnen) {
        var vraag = verzoek.getParameters();
        return new Filter(
                vraag.getFirst("soort")
                        .filter(woord ->
                                SOORTEN.stream().anyMatch(soort -> soort.woord().equals(woord)))
                        .orElse(""),
                vraag.getFirst("waar")
                        .filter(waar -> bronnen.stream()
                                .anyMatch(bron -> isHuis(bron, waar)
                                        || wijkwaarde(bron.wijk()).equals(waar)))
                        .orElse(""),
                vraag.getFirst("dagdeel")
                        .filter(woord -> Stream.of(Dagdeel.values())
                                .anyMatch(dagdeel -> dagdeel.woord().equals(woord)))
                        .orElse(""),
                vraag.getFirst("gesproken")
                        .filter(taal -> gemeente.talen().contains(taal))
                        .orElse(""),
                vraag.getFirst("rolstoel").filter("ja"::equals).isPresent());
    }

    private static MomentVraag.Wens wens(Filter filter, List<MomentRepository.Bron> bronnen, Instant van, Instant tot) {
        var wens = MomentVraag.tussen(van, tot)
                .soorten(filter.soort().isEmpty() ? Set.copyOf(SOORTEN) : Set.of(Soort.van(filter.soort())))
                .bron(bronnen.stream()
                        .filter(bron -> isHuis(bron, filter.waar()))
                        .map(MomentRepository.Bron::id)
                        .findFirst())
                .wijk(bronnen.stream()
                        .map(MomentRepository.Bron::wijk)
                        .filter(wijk -> wijkwaarde(wijk).equals(filter.waar()))
                        .findFirst())
                .dagdeel(filter.dagdeel().isEmpty() ? Optional.empty() : Optional.of(Dagdeel.van(filter.dagdeel())))
                .taal(filter.gesproken().isEmpty() ? Optional.empty() : Optional.of(filter.gesproken()));
        return filter.rolstoel() ? wens.alleenRolstoel() : wens;
    }

    private static boolean isHuis(MomentRepository.Bron bron, String waar) {
        return bron.soort().equals(Soort.HUIS.woord()) && Slug.van(bron.titel()).equals(waar);
    }

    private List<Keuze> talen(HttpRequest<?> verzoek) {
        var t = paginas.kader(verzoek).t();
        return gemeente.talen().stream()
                .map(taal -> new Keuze(taal, t.van("taal." + taal)))
                .toList();
    }

    private static List<Dag> dagen(List<Moment> momenten) {
        var perDag = new TreeMap<LocalDate, List<Moment>>();
        momenten.forEach(moment ->
                perDag.computeIfAbsent(moment.datum(), _ -> new ArrayList<>()).add(moment));
        return perDag.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(dag -> new Dag(dag.getKey(), dag.getValue()))
                .toList();
    }

    private static String wijkwaarde(String wijk) {
        return "wijk-" + Slug.van(wijk);
    }

    private static String week(LocalDate maandag, Filter filter) {
        return "/momenten?week=%d-W%02d%s"
                .formatted(
                        maandag.get(IsoFields.WEEK_BASED_YEAR),
                        maandag.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        filter.alsVraag());
    }

    private static LocalDate maandagVan(LocalDate dag) {
        return dag.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The Monday of an ISO week such as 2026-W48. */
    private static Optional<LocalDate> maandag(String week) {
        try {
            return Optional.of(LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
