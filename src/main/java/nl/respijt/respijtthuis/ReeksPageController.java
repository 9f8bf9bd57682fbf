package nl.respijt.respijtthuis;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
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
import nl.respijt.boeking.Boekformulier;
import nl.respijt.boeking.Boekformulier.Gelezen;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingPageController.Formulier;
import nl.respijt.boeking.BoekingPageController.MomentPagina;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Tegoed;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.Bezoekreeksen.Dag;
import nl.respijt.respijtthuis.ReeksVerzoek.Ritme;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Between the booking page and the appointments of a series: every day of it, and what becomes of it. */
@Hidden
@Controller("/reeksen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ReeksPageController {
    /** Alone it would be no series. */
    private static final int MIN_AANTAL = 2;

    /** How often, and how many in all. */
    private record Hoe(Ritme ritme, int aantal) {}

    /**
     * One day: the visit that is free with who comes ({@code zelfde}: as on the chosen day), or {@code waarom} there is
     * none, a word of {@link ReeksResultaat.Reden}.
     */
    public record Dagregel(
            LocalDate datum, Optional<Moment> bezoek, String medewerker, boolean zelfde, String waarom) {}

    /** What would be asked; {@code anders} is there when none of it is free. {@code melding} is a text, or empty. */
    public record ProefPagina(
            MomentPagina boeking,
            Ritme ritme,
            List<Dagregel> dagen,
            List<Moment> anders,
            Optional<Tegoed> tegoed,
            String melding) {
        public int vrij() {
            return (int) dagen.stream().filter(dag -> dag.bezoek().isPresent()).count();
        }

        public int niet() {
            return dagen.size() - vrij();
        }
    }

    private final Boekformulier formulier;
    private final Bezoekreeksen reeksen;
    private final Medewerkers medewerkers;
    private final MomentService momenten;
    private final BoekingSleutels sleutels;
    private final Paginas paginas;

    ReeksPageController(
            Boekformulier formulier,
            Bezoekreeksen reeksen,
            Medewerkers medewerkers,
            MomentService momenten,
            BoekingSleutels sleutels,
            Paginas paginas) {
        this.formulier = formulier;
        this.reeksen = reeksen;
        this.medewerkers = medewerkers;
        this.momenten = momenten;
        this.sleutels = sleutels;
        this.paginas = paginas;
    }

    /** Says what would happen, and changes nothing. */
    @Mag(Handeling.BOEKEN)
    @Post("/proef")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> proef(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        return switch (formulier.lees(verzoek, inhoud, ReeksPageController::hoe)) {
            case Gelezen.Terug<Optional<Hoe>>(var pagina) -> pagina;
            case Gelezen.Goed<Optional<Hoe>> goed -> toon(HttpStatus.OK, verzoek, goed, goed.getypt(), "");
        };
    }

    /** Back to the form, as it was typed. */
    @Mag(Handeling.BOEKEN)
    @Post("/anders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> anders(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        return switch (formulier.lees(verzoek, inhoud, ReeksPageController::hoe)) {
            case Gelezen.Terug<Optional<Hoe>>(var pagina) -> pagina;
            case Gelezen.Goed<Optional<Hoe>> goed -> formulier.zoalsGetypt(verzoek, goed.moment(), goed.getypt());
        };
    }

    @Mag(Handeling.BOEKEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> boek(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        return switch (formulier.lees(verzoek, inhoud, ReeksPageController::hoe)) {
            case Gelezen.Terug<Optional<Hoe>>(var pagina) -> pagina;
            case Gelezen.Goed<Optional<Hoe>> goed
            when goed.nogEens() ->
                nogEens(verzoek, goed, paginas.kader(verzoek).t().van("boeking.nog-eens"));
            case Gelezen.Goed<Optional<Hoe>> goed -> boek(verzoek, goed);
        };
    }

    private HttpResponse<?> boek(HttpRequest<?> verzoek, Gelezen.Goed<Optional<Hoe>> goed) {
        var kader = paginas.kader(verzoek);
        return switch (reeksen.boek(wens(goed))) {
            case ReeksResultaat.Gemaakt(var antwoord) ->
                HttpResponse.seeOther(URI.create("%s?nieuw=ja&reeks=%s"
                        .formatted(
                                sleutels.beheerPad(new BoekingId(
                                        antwoord.boekingen().getFirst().id())),
                                goed.getypt().sleutel())));
            case ReeksResultaat.NietsVrij(var niet) ->
                nogEens(
                        verzoek,
                        goed,
                        kader.t()
                                .van(
                                        niet.stream()
                                                        .anyMatch(een ->
                                                                een.reden().equals(ReeksResultaat.Reden.TEGOED.woord()))
                                                ? "boeking.tegoed-op.uitleg"
                                                : "reeks.net-te-laat"));
            case ReeksResultaat.Onbekend _ -> throw new NotFoundException();
            case ReeksResultaat.TeVeelOpen _ -> nogEens(verzoek, goed, kader.t().van("reeks.al-een", kader.telefoon()));
            case ReeksResultaat.AndereInhoud _ ->
                nogEens(verzoek, goed, kader.t().van("boeking.al-verstuurd"));
            case ReeksResultaat.NogBezig _ -> nogEens(verzoek, goed, kader.t().van("boeking.nog-bezig"));
        };
    }

    /** The days as they are by now, ready to be sent as a new wish. */
    private HttpResponse<?> nogEens(HttpRequest<?> verzoek, Gelezen.Goed<Optional<Hoe>> goed, String melding) {
        return toon(HttpStatus.CONFLICT, verzoek, goed, goed.getypt().opnieuw(List.of()), melding);
    }

    private HttpResponse<?> toon(
            HttpStatus status,
            HttpRequest<?> verzoek,
            Gelezen.Goed<Optional<Hoe>> goed,
            Formulier getypt,
            String melding) {
        var wens = wens(goed);
        var proef = reeksen.proef(wens, formulier.ingelogd(verzoek));
        var eerste = proef.eerste().orElseThrow(NotFoundException::new);
        var dagen = proef.dagen().stream().map(dag -> regel(dag, eerste)).toList();
        var nietsVrij = dagen.stream().allMatch(dag -> dag.bezoek().isEmpty());
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad("/momenten/" + eerste.id().waarde()),
                "respijtthuis/reeksproef",
                new ProefPagina(
                        formulier.pagina(verzoek, eerste, getypt),
                        wens.ritme(),
                        dagen,
                        nietsVrij ? reeksen.anders(wens, eerste) : List.of(),
                        proef.tegoed(),
                        melding));
    }

    private Dagregel regel(Dag dag, Moment eerste) {
        var bezoek = dag.kandidaten().stream().findFirst().flatMap((MomentId id) -> momenten.find(id));
        return new Dagregel(
                dag.datum(),
                bezoek,
                bezoek.map(moment -> medewerkers.voornaam(moment.bronId())).orElse(""),
                bezoek.filter(moment -> moment.bronId().equals(eerste.bronId())).isPresent(),
                dag.waarom().map(ReeksResultaat.Reden::woord).orElse(""));
    }

    /** A form without an address is no form of ours. */
    private static ReeksVerzoek wens(Gelezen.Goed<Optional<Hoe>> goed) {
        if (goed.verzoek().thuis().isEmpty()) {
            throw new NotFoundException();
        }
        var hoe = goed.meer().orElseThrow();
        return new ReeksVerzoek(goed.verzoek(), hoe.ritme(), hoe.aantal());
    }

    /** Empty when there is a fault among those of the fields. */
    private static Optional<Hoe> hoe(Velden velden) {
        var ritme = Ritme.van(velden.zoals("ritme"));
        if (ritme.isEmpty()) {
            velden.fout("ritme", "fout.geen-ritme");
        }
        var aantal = velden.getal("aantal", MIN_AANTAL, ReeksVerzoek.MAX_AANTAL);
        if (velden.isLeeg("aantal")) {
            velden.fout("aantal", "fout.geen-getal", MIN_AANTAL, ReeksVerzoek.MAX_AANTAL);
        }
        return ritme.flatMap(hoeVaak -> aantal.map(getal -> new Hoe(hoeVaak, getal)));
    }
}
