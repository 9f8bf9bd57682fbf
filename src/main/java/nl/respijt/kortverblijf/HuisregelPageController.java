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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.kortverblijf.Huisregelbeheer.Huis;
import nl.respijt.kortverblijf.Huisregelbeheer.RegelResultaat;
import nl.respijt.kortverblijf.Logeerhuis.Huisregels;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Whom a house takes and when, with every version there was; a house changes its own from a day on, the desk reads all. */
@Hidden
@Controller("/huisregels")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class HuisregelPageController {
    private static final String PAD = "/huisregels";
    private static final List<String> KLAAR = List.of("vastgelegd", "ingetrokken", "te-laat");

    /**
     * @param welke the house whose form is open, of several
     * @param beheert whether the rules can be changed here
     * @param klaar a text key or empty
     */
    public record RegelsPagina(
            List<Huis> huizen, Optional<UUID> welke, boolean beheert, Getypt getypt, String klaar, LocalDate vandaag) {
        /** One form a page: its fields would else be there twice. */
        public boolean toontFormulier(Huis huis) {
            return beheert
                    && (huizen.size() == 1 || welke.filter(huis.id()::equals).isPresent());
        }

        /** What was typed for this house; nothing for the others. */
        public Getypt getypt(Huis huis) {
            return welke.filter(huis.id()::equals).isPresent() ? getypt : Getypt.NIETS;
        }

        /** Whether a box is ticked: as it was typed, else as the last rules are. */
        public boolean aan(Huis huis, String veld, boolean nu) {
            var eigen = getypt(huis);
            return eigen.fouten().isEmpty() ? nu : eigen.waarde(veld, "").equals("ja");
        }
    }

    private final Huisregelbeheer beheer;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    HuisregelPageController(Huisregelbeheer beheer, Toegang toegang, Paginas paginas, Klok klok) {
        this.beheer = beheer;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.HUISREGELS_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var welke = verzoek.getParameters().getFirst("huis").flatMap(Invoer::uuid);
        return toon(HttpStatus.OK, verzoek, welke, Getypt.NIETS);
    }

    @Mag(Handeling.HUISREGELS_WIJZIGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var huis = velden.uuid("huis");
        var vanaf = velden.datum("vanaf");
        if (velden.isLeeg("vanaf")) {
            velden.fout("vanaf", "fout.geen-datum");
        }
        if (vanaf.filter(klok.vandaag()::isAfter).isPresent()) {
            velden.fout("vanaf", "fout.dag-voorbij");
        }
        var regels = lees(velden);
        var getypt = Getypt.van(velden);
        if (huis.isEmpty()
                || vanaf.isEmpty()
                || regels.isEmpty()
                || !getypt.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, huis, getypt);
        }
        return switch (beheer.wijzig(huis.get(), regels.get(), vanaf.get(), toegang.wie(verzoek))) {
            case RegelResultaat.Vastgelegd _ -> klaar("vastgelegd");
            case RegelResultaat.AlEenVersie(var dag) ->
                toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        huis,
                        getypt.metFout(
                                "vanaf",
                                kader.t()
                                        .van(
                                                "huisregels.al-een-versie",
                                                kader.d().datum(dag))));
            case RegelResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    /** Empty when something is missing; the faults say what. */
    private static Optional<Huisregels> lees(Velden velden) {
        var neemt = new EnumMap<Regel, Set<String>>(Regel.class);
        for (var vraag : Regel.vragen()) {
            var gekozen = vraag.antwoorden().stream()
                    .filter(antwoord ->
                            velden.jaNee(vraag.woord() + "-" + antwoord).orElse(false))
                    .collect(Collectors.toSet());
            if (gekozen.isEmpty()) {
                velden.fout(vraag.woord() + "-" + vraag.antwoorden().getFirst(), "fout.huisregel-leeg");
            }
            neemt.put(vraag, gekozen);
        }
        var dagen = Stream.of(DayOfWeek.values())
                .filter(dag -> velden.jaNee("dag-" + dag.getValue()).orElse(false))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        if (dagen.isEmpty()) {
            velden.fout("dag-1", "fout.huisregel-leeg");
        }
        var minimaal = getal(velden, "minimaal");
        var maximaal = getal(velden, "maximaal");
        var spoed = velden.jaNee("spoed").orElse(false);
        var mee = velden.jaNee("mee").orElse(false);
        var proefnacht = velden.jaNee("proefnacht").orElse(false);
        if (minimaal.isEmpty() || maximaal.isEmpty()) {
            return Optional.empty();
        }
        if (minimaal.get() > maximaal.get()) {
            velden.fout("maximaal", "fout.huisregel-nachten");
            return Optional.empty();
        }
        return Optional.of(
                new Huisregels(0, Map.copyOf(neemt), spoed, dagen, minimaal.get(), maximaal.get(), mee, proefnacht));
    }

    private static Optional<Integer> getal(Velden velden, String veld) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "fout.geen-getal", 1, AanmeldingInvoer.MAX_NACHTEN);
        }
        return velden.getal(veld, 1, AanmeldingInvoer.MAX_NACHTEN);
    }

    @Mag(Handeling.HUISREGELS_WIJZIGEN)
    @Post("/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var gedaan = velden.uuid("huis")
                .filter(huis -> beheer.trekIn(huis, toegang.wie(verzoek)))
                .isPresent();
        return klaar(gedaan ? "ingetrokken" : "te-laat");
    }

    private static HttpResponse<?> klaar(String wat) {
        return HttpResponse.seeOther(URI.create(PAD + "?klaar=" + wat));
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Optional<UUID> welke, Getypt getypt) {
        var wie = toegang.wie(verzoek);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(PAD),
                "kortverblijf/huisregels",
                new RegelsPagina(
                        beheer.van(wie),
                        welke,
                        Rechten.mag(wie.rol(), Handeling.HUISREGELS_WIJZIGEN),
                        getypt,
                        verzoek.getParameters()
                                .getFirst("klaar")
                                .filter(KLAAR::contains)
                                .map(woord -> "huisregels.klaar-" + woord)
                                .orElse(""),
                        klok.vandaag()));
    }
}
