package nl.respijt.rooster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.respijt.boeking.MomentId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Openstellingen of the own houses that still ask for somebody, with one button: "ik doe deze". */
@Hidden
@Controller("/rooster/open")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OpenPageController {
    /** {@code melding} is a text key, of why a dienst could not be taken. */
    public record OpenPagina(SortedMap<LocalDate, List<OpenDienst>> dagen, Optional<Dienst> genomen, String melding) {}

    private final RoosterService rooster;
    private final Toegang toegang;
    private final Paginas paginas;

    OpenPageController(RoosterService rooster, Toegang toegang, Paginas paginas) {
        this.rooster = rooster;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.EIGEN_ROOSTER_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var genomen = verzoek.getParameters()
                .getFirst("genomen")
                .flatMap(Invoer::uuid)
                .map(DienstId::new)
                .flatMap(dienst -> rooster.find(dienst, toegang.wie(verzoek)));
        return paginas.ok(verzoek, "rooster/open", pagina(eigen(verzoek), genomen, ""));
    }

    @Mag(Handeling.EIGEN_DIENST_NEMEN)
    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> neem(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var eigen = eigen(verzoek);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var moment = Invoer.uuid(id).map(MomentId::new).orElseThrow(NotFoundException::new);
        return switch (rooster.neem(moment, eigen, toegang.wie(verzoek).slug())) {
            case PlanResultaat.Gepland(var dienst) ->
                HttpResponse.seeOther(
                        URI.create("/rooster/open?genomen=" + dienst.id().waarde()));
            case PlanResultaat.Onbekend _ -> throw new NotFoundException();
            case PlanResultaat.TeLaat _ -> kanNiet(verzoek, eigen, "open.te-laat");
            case Weigering.Dubbel _ -> kanNiet(verzoek, eigen, "open.dubbel");
            case Weigering.MaximumBereikt _ -> kanNiet(verzoek, eigen, "open.maximum");
            case Weigering.NietGetraind _, Weigering.NietVanDitHuis _ -> kanNiet(verzoek, eigen, "open.kan-niet");
        };
    }

    private HttpResponse<?> kanNiet(HttpRequest<?> verzoek, GastheerId eigen, String melding) {
        return paginas.toon(
                HttpStatus.CONFLICT,
                verzoek,
                paginas.kader(verzoek).opPad("/rooster/open"),
                "rooster/open",
                pagina(eigen, Optional.empty(), melding));
    }

    private OpenPagina pagina(GastheerId eigen, Optional<Dienst> genomen, String melding) {
        return new OpenPagina(
                rooster.open(eigen).stream()
                        .collect(groupingBy(open -> open.moment().datum(), TreeMap::new, toList())),
                genomen,
                melding);
    }

    private GastheerId eigen(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).persoonId().map(GastheerId::new).orElseThrow(NotFoundException::new);
    }
}
