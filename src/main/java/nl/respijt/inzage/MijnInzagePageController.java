package nl.respijt.inzage;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;

/** Who looked at my data, and why: for the mantelzorger. */
@Hidden
@Controller("/mijn/inzage")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MijnInzagePageController {
    /** What one day's looks at one thing for one reason have in common, and how many there were. */
    public record Regel(LocalDate dag, String rol, String organisatie, String object, String grond, String reden) {}

    /** A regel and how often. */
    public record Geteld(Regel regel, int keer) {}

    /** The page; the dates as they were typed. */
    public record InzagePagina(List<Geteld> regels, String van, String tot, boolean gefilterd, List<Fout> fouten) {
        public String fout(String veld) {
            return fouten.stream()
                    .filter(fout -> fout.veld().equals(veld))
                    .map(Fout::melding)
                    .findFirst()
                    .orElse("");
        }
    }

    private final Inzageboek boek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    MijnInzagePageController(Inzageboek boek, Toegang toegang, Paginas paginas, Klok klok) {
        this.boek = boek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_INZAGE_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var kader = paginas.kader(verzoek);
        var velden = Velden.tekst(verzoek.getParameters().asMap(), kader.t());
        velden.negeer("taal");
        var van = velden.datum("van");
        var tot = velden.datum("tot");
        if (van.isPresent() && tot.isPresent() && tot.get().isBefore(van.get())) {
            velden.fout("tot", "fout.van-na-tot");
        }
        var fouten = velden.fouten();
        var regels = fouten.isEmpty() ? regels(verzoek, van, tot) : List.<Geteld>of();
        var gefilterd = van.isPresent() || tot.isPresent();
        return paginas.toon(
                fouten.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                verzoek,
                kader,
                "inzage/mijn",
                new InzagePagina(regels, velden.zoals("van"), velden.zoals("tot"), gefilterd, fouten));
    }

    private List<Geteld> regels(HttpRequest<?> verzoek, Optional<LocalDate> van, Optional<LocalDate> tot) {
        var eigen = toegang.wie(verzoek).persoonId();
        if (eigen.isEmpty()) {
            return List.of();
        }
        var einde = tot.map(dag -> Tijdzone.beginVan(dag.plusDays(1)))
                .orElseGet(() -> klok.instant().plusSeconds(60));
        return geteld(boek.over(eigen.get(), van.map(Tijdzone::beginVan).orElse(Instant.EPOCH), einde));
    }

    /** Somebody who reloads a page ten times looked ten times; that is one thing to read. */
    private static List<Geteld> geteld(List<Inzage> regels) {
        Map<Regel, Integer> keren = new LinkedHashMap<>();
        for (var inzage : regels) {
            var regel = new Regel(
                    Tijdzone.datum(inzage.op()),
                    inzage.rol(),
                    inzage.organisatie(),
                    inzage.object(),
                    inzage.grond(),
                    inzage.reden().orElse(""));
            keren.merge(regel, 1, Integer::sum);
        }
        return keren.entrySet().stream()
                .map(een -> new Geteld(een.getKey(), een.getValue()))
                .toList();
    }
}
