package nl.respijt.mantelzorghuis;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Paginas;

/** The houses for a carer who wonders where to go: when, where, for whom, and that walking in is fine. */
@Hidden
@Controller("/mantelzorghuizen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class HuisPageController {
    private static final int WEKEN = 4;

    /** One line of the opening times. */
    public record Openingstijd(int dag, String dagdeel, LocalTime begin, LocalTime eind, boolean omDeWeek) {}

    /** A house with when it is open. */
    public record HuisMetTijden(Mantelzorghuis huis, List<Openingstijd> tijden) {}

    /** All houses. */
    public record HuizenPagina(List<HuisMetTijden> huizen) {}

    /** One house, what is open the coming weeks, and when it is closed. */
    public record HuisPagina(HuisMetTijden huis, List<Moment> momenten, List<Sluiting> sluitingen, String schemaOrg) {}

    /** The days of one week with what is open on them, and why it is closed where it is. */
    public record DeurPagina(
            Mantelzorghuis huis, LocalDate maandag, Map<LocalDate, List<Moment>> dagen, List<Sluiting> sluitingen) {
        public String week(int verder) {
            return maandag.plusWeeks(verder)
                    .format(DateTimeFormatter.ISO_WEEK_DATE)
                    .substring(0, 8);
        }
    }

    private final HuisService huizen;
    private final MomentService momenten;
    private final Gemeente gemeente;
    private final Instellingen instellingen;
    private final Paginas paginas;
    private final Klok klok;
    private final ObjectMapper json;

    HuisPageController(
            HuisService huizen,
            MomentService momenten,
            Gemeente gemeente,
            Instellingen instellingen,
            Paginas paginas,
            Klok klok,
            ObjectMapper json) {
        this.huizen = huizen;
        this.momenten = momenten;
        this.gemeente = gemeente;
        this.instellingen = instellingen;
        this.paginas = paginas;
        this.klok = klok;
        this.json = json;
    }

    @Mag(Handeling.HUIZEN_ZIEN)
    @Get
    HttpResponse<?> alle(HttpRequest<?> verzoek) {
        return paginas.ok(
                verzoek,
                "mantelzorghuis/huizen",
                new HuizenPagina(huizen.alle().stream().map(this::metTijden).toList()));
    }

    @Mag(Handeling.HUIZEN_ZIEN)
    @Get("/{slug}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String slug) {
        var huis = huizen.find(slug).map(this::metTijden).orElseThrow(NotFoundException::new);
        var nu = klok.instant();
        var komende = momenten.zoek(
                        MomentVraag.tussen(nu, Tijdzone.beginVan(klok.vandaag().plusWeeks(WEKEN)))
                                .soort(Soort.HUIS)
                                .bron(huis.huis().id())
                                .vraag(),
                        new MomentVraag.Blad(1, 30))
                .momenten();
        var sluitingen = huizen.sluitingen().stream()
                .filter(sluiting -> sluiting.huisId()
                        .filter(id -> !id.equals(huis.huis().id()))
                        .isEmpty())
                .toList();
        return paginas.ok(verzoek, "mantelzorghuis/huis", new HuisPagina(huis, komende, sluitingen, schemaOrg(huis)));
    }

    /** One week on a sheet for the door of the house; without a week this one. */
    @Mag(Handeling.HUIZEN_ZIEN)
    @Get("/{slug}/deur")
    HttpResponse<?> deur(HttpRequest<?> verzoek, String slug) {
        var huis = huizen.find(slug).orElseThrow(NotFoundException::new);
        var dag = new LinkedHashMap<LocalDate, List<Moment>>();
        var maandag = verzoek.getParameters()
                .getFirst("week")
                .flatMap(HuisPageController::maandag)
                .orElseGet(() -> klok.vandaag().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        var open = momenten.zoek(
                        MomentVraag.tussen(Tijdzone.beginVan(maandag), Tijdzone.beginVan(maandag.plusWeeks(1)))
                                .soort(Soort.HUIS)
                                .bron(huis.id())
                                .vraag(),
                        new MomentVraag.Blad(1, 30))
                .momenten();
        maandag.datesUntil(maandag.plusWeeks(1))
                .forEach(datum -> dag.put(
                        datum,
                        open.stream()
                                .filter(moment -> moment.datum().equals(datum))
                                .toList()));
        var sluitingen = huizen.sluitingen().stream()
                .filter(sluiting ->
                        sluiting.huisId().filter(id -> !id.equals(huis.id())).isEmpty()
                                && !sluiting.van().isAfter(maandag.plusDays(6))
                                && !sluiting.tot().isBefore(maandag))
                .toList();
        return paginas.ok(verzoek, "mantelzorghuis/deur", new DeurPagina(huis, maandag, dag, sluitingen));
    }

    /** Of "2026-W49"; empty for what is no week. */
    private static Optional<LocalDate> maandag(String week) {
        try {
            return Optional.of(LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private HuisMetTijden metTijden(Mantelzorghuis huis) {
        return new HuisMetTijden(
                huis,
                huizen.patronen(huis.id()).stream()
                        .map(patroon -> {
                            var uren = gemeente.dagdelen().van(patroon.dagdeel());
                            return new Openingstijd(
                                    patroon.dag(),
                                    patroon.dagdeel().woord(),
                                    uren.begin(),
                                    uren.eind(),
                                    patroon.elkeWeken() == 2);
                        })
                        .toList());
    }

    /** For search engines (schema.org); what is open every other week cannot be said there and stays out. */
    private String schemaOrg(HuisMetTijden huis) {
        var feiten = new LinkedHashMap<String, Object>();
        feiten.put("@context", "https://schema.org");
        feiten.put("@type", "CivicStructure");
        feiten.put("name", huis.huis().naam());
        feiten.put("url", instellingen.baseUrl() + huis.huis().pad());
        feiten.put("telephone", instellingen.telefoon());
        feiten.put("isAccessibleForFree", true);
        feiten.put("publicAccess", true);
        var adres = new LinkedHashMap<String, Object>();
        adres.put("@type", "PostalAddress");
        huis.huis().adres().ifPresent(straat -> adres.put("streetAddress", straat));
        adres.put("addressLocality", gemeente.naam());
        adres.put("addressCountry", "NL");
        feiten.put("address", adres);
        feiten.put(
                "openingHoursSpecification",
                huis.tijden().stream()
                        .filter(tijd -> !tijd.omDeWeek())
                        .map(tijd -> Map.of(
                                "@type",
                                "OpeningHoursSpecification",
                                "dayOfWeek",
                                "https://schema.org/" + engelseDag(tijd.dag()),
                                "opens",
                                tijd.begin().toString(),
                                "closes",
                                tijd.eind().toString()))
                        .toList());
        if (huis.huis().rolstoeltoegankelijk()) {
            feiten.put(
                    "amenityFeature",
                    List.of(Map.of(
                            "@type", "LocationFeatureSpecification", "name", "wheelchair accessible", "value", true)));
        }
        try {
            // Within a script element nothing may look like its end.
            return json.writeValueAsString(feiten).replace("<", "\\u003c").replace("&", "\\u0026");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String engelseDag(int isoDag) {
        var naam = java.time.DayOfWeek.of(isoDag).name();
        return naam.charAt(0) + naam.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
