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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingPageController.Formulier;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Sleutelhouder;
import nl.respijt.boeking.Thuisinvoer;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.Naastebezoeken.Keuze;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/**
 * "Wilt u dat er iemand bij uw naaste is?": asked of who just booked a house or a group. Who asks and how they are reached is
 * known by then, so only where and for whom is asked.
 */
@Hidden
@Controller("/afspraak/{sleutel}/naaste")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class NaastePageController {
    /** The page; {@code melding} is a text key or empty. */
    public record NaastePagina(
            Boeking boeking,
            String pad,
            List<Keuze> keuzes,
            Formulier formulier,
            Optional<MomentId> gekozen,
            String melding) {
        public boolean isGekozen(Moment moment) {
            return gekozen.map(moment.id()::equals)
                    .orElseGet(() -> keuzes.getFirst().moment().equals(moment));
        }

        public List<Thuisvraag.Voor> voor() {
            return List.of(Thuisvraag.Voor.values());
        }
    }

    private final Naastebezoeken naastebezoeken;
    private final BoekingService boekingen;
    private final BoekingSleutels sleutels;
    private final Sleutelhouder houder;
    private final Toegang toegang;
    private final Paginas paginas;

    NaastePageController(
            Naastebezoeken naastebezoeken,
            BoekingService boekingen,
            BoekingSleutels sleutels,
            Sleutelhouder houder,
            Toegang toegang,
            Paginas paginas) {
        this.naastebezoeken = naastebezoeken;
        this.boekingen = boekingen;
        this.sleutels = sleutels;
        this.houder = houder;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, houder.boeking(verzoek, sleutel), Formulier.leeg(""), Optional.empty(), "");
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> boek(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var boeking = houder.boeking(verzoek, sleutel);
        var velden = Invoer.formulier(inhoud, paginas.kader(verzoek).t());
        velden.negeer("thuis");
        var formulierId = velden.uuid("sleutel").map(Object::toString);
        var gekozen = velden.uuid("momentId").map(MomentId::new).filter(moment -> kan(boeking, moment));
        var vraag = Thuisinvoer.lees(velden);
        var getypt = Formulier.getypt(velden, formulierId, "");
        if (!velden.fouten().isEmpty() || formulierId.isEmpty() || vraag.isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, boeking, getypt.met(velden.fouten()), gekozen, "");
        }
        if (gekozen.isEmpty()) {
            return opnieuw(verzoek, boeking, getypt);
        }
        var wens = new BoekVerzoek(
                "naaste:" + formulierId.get(),
                gekozen.get(),
                boeking.naam(),
                new Contact(boeking.email(), boeking.telefoon()),
                1,
                boeking.taal(),
                false,
                toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER),
                vraag);
        return switch (boekingen.boek(wens)) {
            case BoekResultaat.Geboekt(var bezoek, var _) ->
                HttpResponse.seeOther(URI.create(sleutels.beheerPad(bezoek) + "?nieuw=ja"));
            case BoekResultaat.PastNiet _ -> nog(verzoek, boeking, getypt, gekozen, "boeking.past-niet.uitleg");
            case BoekResultaat.TegoedOp _ -> nog(verzoek, boeking, getypt, gekozen, "boeking.tegoed-op.uitleg");
            case BoekResultaat.TeVeelOpen _ -> nog(verzoek, boeking, getypt, gekozen, "naaste.te-veel");
            case BoekResultaat.NogBezig _ -> nog(verzoek, boeking, getypt, gekozen, "boeking.nog-bezig");
            default -> opnieuw(verzoek, boeking, getypt);
        };
    }

    /** That one is gone; what else there is stands on the page, and what was typed as well. */
    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Boeking boeking, Formulier getypt) {
        return nog(verzoek, boeking, getypt, Optional.empty(), "naaste.weg");
    }

    private HttpResponse<?> nog(
            HttpRequest<?> verzoek, Boeking boeking, Formulier getypt, Optional<MomentId> gekozen, String melding) {
        return toon(HttpStatus.CONFLICT, verzoek, boeking, getypt.opnieuw(List.<Fout>of()), gekozen, melding);
    }

    private boolean kan(Boeking boeking, MomentId moment) {
        return naastebezoeken.bij(boeking).stream()
                .map(keuze -> keuze.moment().id())
                .anyMatch(moment::equals);
    }

    private HttpResponse<?> toon(
            HttpStatus status,
            HttpRequest<?> verzoek,
            Boeking boeking,
            Formulier formulier,
            Optional<MomentId> gekozen,
            String melding) {
        var pad = sleutels.beheerPad(boeking.id());
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad + "/naaste"),
                "respijtthuis/naaste",
                new NaastePagina(boeking, pad, naastebezoeken.bij(boeking), formulier, gekozen, melding));
    }
}
