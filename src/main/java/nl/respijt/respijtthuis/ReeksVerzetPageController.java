package nl.respijt.respijtthuis;

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
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Sleutelhouder;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.Reeksverzetting.Resultaat;
import nl.respijt.respijtthuis.Reeksverzetting.Stap;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Before a visit and all that come after it in its series move: what becomes of each. For whoever holds the key. */
@Hidden
@Controller("/afspraak/{sleutel}/verzetten/reeks")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ReeksVerzetPageController {
    /** One visit: where it goes and who comes then, or {@code waarom} it stays, a word of {@link ReeksResultaat.Reden}. */
    public record Regel(Boeking was, Optional<Boeking> wordt, String medewerker, String waarom) {}

    /** {@code weigering} is a text key: the chosen one cannot go there; empty when it can. */
    public record ReeksverzetPagina(Boeking boeking, String pad, MomentId naar, List<Regel> regels, String weigering) {
        public int verzet() {
            return (int)
                    regels.stream().filter(regel -> regel.wordt().isPresent()).count();
        }

        public int blijft() {
            return regels.size() - verzet();
        }
    }

    private final Reeksverzetting verzetting;
    private final Medewerkers medewerkers;
    private final BoekingSleutels sleutels;
    private final Sleutelhouder houder;
    private final Toegang toegang;
    private final Paginas paginas;

    ReeksVerzetPageController(
            Reeksverzetting verzetting,
            Medewerkers medewerkers,
            BoekingSleutels sleutels,
            Sleutelhouder houder,
            Toegang toegang,
            Paginas paginas) {
        this.verzetting = verzetting;
        this.medewerkers = medewerkers;
        this.sleutels = sleutels;
        this.houder = houder;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Get
    HttpResponse<?> proef(HttpRequest<?> verzoek, String sleutel) {
        var boeking = houder.boeking(verzoek, sleutel);
        var naar = verzoek.getParameters()
                .getFirst("momentId")
                .flatMap(Invoer::uuid)
                .map(MomentId::new)
                .orElseThrow(NotFoundException::new);
        return switch (verzetting.proef(boeking.id(), naar)) {
            case Resultaat.Verzet(var stappen) -> toon(HttpStatus.OK, verzoek, boeking, naar, stappen, "");
            case Resultaat.Geweigerd(var waarom) -> geweigerd(verzoek, boeking, naar, waarom);
        };
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verzet(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var boeking = houder.boeking(verzoek, sleutel);
        var naar = Invoer.formulier(inhoud, paginas.kader(verzoek).t())
                .uuid("momentId")
                .map(MomentId::new)
                .orElseThrow(NotFoundException::new);
        var door = toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
        return switch (verzetting.verzet(boeking.id(), naar, door)) {
            case Resultaat.Verzet(var stappen) ->
                HttpResponse.seeOther(URI.create("%s?verzet=reeks&bleven=%d"
                        .formatted(
                                sleutels.beheerPad(boeking.id()),
                                stappen.stream()
                                        .filter(stap -> stap.wordt().isEmpty())
                                        .count())));
            case Resultaat.Geweigerd(var waarom) -> geweigerd(verzoek, boeking, naar, waarom);
        };
    }

    private HttpResponse<?> geweigerd(
            HttpRequest<?> verzoek, Boeking boeking, MomentId naar, VerplaatsResultaat waarom) {
        var tekst = switch (waarom) {
            case VerplaatsResultaat.Vol _ -> "boeking.vol";
            case VerplaatsResultaat.AlGeboekt _ -> "boeking.al-geboekt";
            case VerplaatsResultaat.PastNiet _ -> "boeking.past-niet";
            case VerplaatsResultaat.TegoedOp _ -> "boeking.tegoed-op";
            case VerplaatsResultaat.TeLaat _, VerplaatsResultaat.Verplaatst _ -> "boeking.begonnen";
            case VerplaatsResultaat.Onbekend _ -> throw new NotFoundException();
        };
        return toon(HttpStatus.CONFLICT, verzoek, boeking, naar, List.of(), tekst);
    }

    private HttpResponse<?> toon(
            HttpStatus status,
            HttpRequest<?> verzoek,
            Boeking boeking,
            MomentId naar,
            List<Stap> stappen,
            String weigering) {
        var pad = sleutels.beheerPad(boeking.id());
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad + "/verzetten"),
                "respijtthuis/reeksverzet",
                new ReeksverzetPagina(
                        boeking, pad, naar, stappen.stream().map(this::regel).toList(), weigering));
    }

    private Regel regel(Stap stap) {
        return new Regel(
                stap.was(),
                stap.wordt(),
                stap.wordt()
                        .map(wordt -> medewerkers.voornaam(wordt.moment().bronId()))
                        .orElse(""),
                stap.waarom().map(ReeksResultaat.Reden::woord).orElse(""));
    }
}
