package nl.respijt.rooster;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** A gastheer's own diensten, with one button: "ik kan niet". */
@Hidden
@Controller("/rooster")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class RoosterPageController {
    /** Openstellingen are planned half a year ahead; nobody looks further. */
    private static final int WEKEN = 52;

    /**
     * {@code afgemeld} is the dienst that was just given back, {@code teLaat} when one could not be; {@code gevraagd} when
     * another was just asked to swap.
     */
    public record RoosterPagina(
            List<Dag> dagen,
            List<Vraag> vragen,
            Gedaan gedaan,
            Optional<String> maatje,
            boolean gevraagd,
            Optional<Dienst> afgemeld,
            boolean teLaat) {}

    /** Another asks to swap; {@code pad} is where one answers. */
    public record Vraag(Ruilvoorstel voorstel, String pad) {}

    /** What was done this year; {@code uren} as it is said: "12" or "12,5". */
    public record Gedaan(int diensten, String uren) {}

    /** The diensten of one day. */
    public record Dag(LocalDate datum, boolean vandaag, List<Regel> diensten) {}

    /** A dienst, and whether it can still be given back. */
    public record Regel(Dienst dienst, boolean afTeMelden) {}

    private final RoosterService rooster;
    private final RuilvoorstelService voorstellen;
    private final InzetService inzet;
    private final RoosterSleutels sleutels;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    RoosterPageController(
            RoosterService rooster,
            RuilvoorstelService voorstellen,
            InzetService inzet,
            RoosterSleutels sleutels,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.rooster = rooster;
        this.voorstellen = voorstellen;
        this.inzet = inzet;
        this.sleutels = sleutels;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_ROOSTER_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var wie = toegang.wie(verzoek);
        var eigen = eigen(wie);
        var afgemeld = verzoek.getParameters()
                .getFirst("afgemeld")
                .flatMap(Invoer::uuid)
                .map(DienstId::new)
                .flatMap(dienst -> rooster.find(dienst, wie))
                .filter(dienst -> dienst.status() == Dienst.Status.AFGEMELD);
        return paginas.ok(
                verzoek,
                "rooster/rooster",
                pagina(eigen, verzoek.getParameters().contains("gevraagd"), afgemeld, false));
    }

    @Mag(Handeling.EIGEN_DIENST_AFMELDEN)
    @Post("/diensten/{id}/afmelding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> kanNiet(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var eigen = eigen(wie);
        var kader = paginas.kader(verzoek);
        toegang.formulier(verzoek, inhoud, kader.t());
        var dienst = Invoer.uuid(id).map(DienstId::new).orElseThrow(NotFoundException::new);
        return switch (rooster.meldAf(dienst, Optional.empty(), wie)) {
            case AfmeldResultaat.Afgemeld(var afgemeld) ->
                HttpResponse.seeOther(
                        URI.create("/rooster?afgemeld=" + afgemeld.id().waarde()));
            case AfmeldResultaat.TeLaat _ ->
                paginas.toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        kader.opPad("/rooster"),
                        "rooster/rooster",
                        pagina(eigen, false, Optional.empty(), true));
            case AfmeldResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private RoosterPagina pagina(GastheerId eigen, boolean gevraagd, Optional<Dienst> afgemeld, boolean teLaat) {
        var nu = klok.instant();
        var vandaag = klok.vandaag();
        var vraag = new DienstVraag(
                Tijdzone.beginVan(vandaag),
                Tijdzone.beginVan(vandaag.plusWeeks(WEKEN)),
                Optional.empty(),
                Optional.of(eigen));
        var perDag = rooster.diensten(vraag).stream()
                .filter(dienst ->
                        dienst.isActief() && nu.isBefore(dienst.tijdvak().tot()))
                .collect(Collectors.groupingBy(Dienst::datum, TreeMap::new, Collectors.toList()));
        var dagen = perDag.entrySet().stream()
                .map(dag -> new Dag(
                        dag.getKey(),
                        dag.getKey().equals(vandaag),
                        dag.getValue().stream()
                                .map(dienst -> new Regel(dienst, !dienst.isBegonnen(nu)))
                                .toList()))
                .toList();
        var vragen = voorstellen.gevraagdAan(eigen).stream()
                .map(voorstel -> new Vraag(voorstel, sleutels.ruilPad(voorstel.id())))
                .toList();
        return new RoosterPagina(dagen, vragen, gedaan(eigen), maatje(eigen), gevraagd, afgemeld, teLaat);
    }

    private Optional<String> maatje(GastheerId eigen) {
        return inzet.van(eigen).wensen().maatje().flatMap(rooster::gastheer).map(Gastheer::naam);
    }

    private Gedaan gedaan(GastheerId eigen) {
        var nu = klok.instant();
        var gedaan = rooster
                .diensten(new DienstVraag(
                        Tijdzone.beginVan(klok.vandaag().withDayOfYear(1)), nu, Optional.empty(), Optional.of(eigen)))
                .stream()
                .filter(dienst ->
                        dienst.isActief() && !nu.isBefore(dienst.tijdvak().tot()))
                .toList();
        var minuten = gedaan.stream()
                .mapToLong(dienst -> Duration.between(
                                dienst.tijdvak().van(), dienst.tijdvak().tot())
                        .toMinutes())
                .sum();
        return new Gedaan(
                gedaan.size(),
                BigDecimal.valueOf(minuten)
                        .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ','));
    }

    private static GastheerId eigen(Aanmelding wie) {
        return wie.persoonId().map(GastheerId::new).orElseThrow(NotFoundException::new);
    }
}
