package nl.respijt.mijn;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;

/** A carer's own list: everything that is to come and that has been, each with its own page. */
@Hidden
@Controller("/mijn")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MijnPageController {
    /** One appointment; {@code status} is a text key, empty for one that simply is to come or has been. */
    public record Regel(Boeking boeking, String pad, String status) {}

    /** What is to come, the first first; what has been or was cancelled, the last first. */
    public record MijnPagina(String naam, List<Regel> komend, List<Regel> geweest) {}

    private final BoekingBeheer boekingen;
    private final BoekingSleutels sleutels;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    MijnPageController(BoekingBeheer boekingen, BoekingSleutels sleutels, Toegang toegang, Paginas paginas, Klok klok) {
        this.boekingen = boekingen;
        this.sleutels = sleutels;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_AFSPRAKEN_ZIEN)
    @Get
    HttpResponse<?> lijst(HttpRequest<?> verzoek) {
        var wie = toegang.wie(verzoek);
        return paginas.ok(verzoek, "mijn/mijn", pagina(wie, klok.instant()));
    }

    private MijnPagina pagina(Aanmelding wie, Instant nu) {
        var alle = wie.persoonId().map(MantelzorgerId::new).map(boekingen::van).orElseGet(List::of);
        Map<Boolean, List<Regel>> perTijd = alle.stream()
                .collect(Collectors.partitioningBy(
                        boeking -> isKomend(boeking, nu),
                        Collectors.mapping(boeking -> regel(boeking, nu), Collectors.toList())));
        return new MijnPagina(
                wie.naam(),
                perTijd.getOrDefault(true, List.of()),
                perTijd.getOrDefault(false, List.of()).reversed());
    }

    /** One that was lost because the moment lapsed stays in sight: another moment can be chosen with it. */
    private static boolean isKomend(Boeking boeking, Instant nu) {
        return nu.isBefore(boeking.tijdvak().tot()) && (boeking.isActief() || boeking.isVerlorenDoorAfgelasting());
    }

    private Regel regel(Boeking boeking, Instant nu) {
        return new Regel(boeking, sleutels.beheerPad(boeking.id()), status(boeking, nu));
    }

    private static String status(Boeking boeking, Instant nu) {
        if (boeking.isVerlorenDoorAfgelasting()) {
            return "mijn.status.vervallen";
        }
        return switch (boeking.status()) {
            case BEVESTIGD, GEWEEST -> "";
            case AANGEVRAAGD -> nu.isBefore(boeking.tijdvak().tot()) ? "mijn.status.aangevraagd" : "";
            case GEANNULEERD -> "mijn.status.geannuleerd";
            case AFGEWEZEN -> "mijn.status.afgewezen";
            case NIET_VERSCHENEN -> "mijn.status.niet-verschenen";
        };
    }
}
