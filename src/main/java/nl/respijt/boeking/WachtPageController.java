package nl.respijt.boeking;

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
import java.util.UUID;
import nl.respijt.boeking.BoekingPageController.Formulier;
import nl.respijt.boeking.BoekingPageController.MomentPagina;
import nl.respijt.boeking.Wachtlijst.AanvaardResultaat;
import nl.respijt.boeking.Wachtlijst.AfwijsResultaat;
import nl.respijt.boeking.Wachtlijst.WachtResultaat;
import nl.respijt.boeking.Wachtplek.Status;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Asking to stand in line for a full moment, and the page of a place in line for whoever holds its key. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class WachtPageController {
    /**
     * A place in line. {@code stand} is what it is at this moment (an offer that ended has ended, also when nobody looked
     * yet); {@code moment} is empty for a group, which is nameless here; {@code melding} is a text key, or empty.
     */
    public record WachtplekPagina(
            Wachtplek plek,
            Status stand,
            int plaatsInRij,
            Optional<Moment> moment,
            String pad,
            String opnieuwPad,
            boolean nieuw,
            String melding) {}

    private final MomentService momenten;
    private final Wachtlijst wachtlijst;
    private final Wachtrij rij;
    private final BoekingSleutels sleutels;
    private final Paginas paginas;
    private final Klok klok;
    private final Toegang toegang;
    private final Formulierwacht wacht;
    private final Inzageboek inzageboek;

    WachtPageController(
            MomentService momenten,
            Wachtlijst wachtlijst,
            Wachtrij rij,
            BoekingSleutels sleutels,
            Paginas paginas,
            Klok klok,
            Toegang toegang,
            Formulierwacht wacht,
            Inzageboek inzageboek) {
        this.momenten = momenten;
        this.wachtlijst = wachtlijst;
        this.rij = rij;
        this.sleutels = sleutels;
        this.paginas = paginas;
        this.klok = klok;
        this.toegang = toegang;
        this.wacht = wacht;
        this.inzageboek = inzageboek;
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get("/momenten/{id}/wachtlijst")
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String id) {
        var moment = moment(verzoek, id);
        return isTeBoeken(moment)
                ? HttpResponse.seeOther(URI.create("/momenten/" + moment.id().waarde()))
                : paginas.ok(verzoek, "boeking/wachten", pagina(verzoek, moment, Formulier.leeg(wacht.stempel())));
    }

    @Mag(Handeling.BOEKEN)
    @Post("/momenten/{id}/wachtlijst")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sluitAan(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var moment = moment(verzoek, id);
        var kader = paginas.kader(verzoek);
        var velden = Invoer.formulier(inhoud, kader.t());
        var formulierId = velden.uuid("sleutel").map(UUID::toString);
        velden.negeer(Formulierwacht.LOKVELD, Formulierwacht.STEMPEL);
        var getypt = Formulier.getypt(velden, formulierId, wacht.stempel(velden));
        var gelezen = BoekingInvoer.leesVoor(
                velden,
                moment.id(),
                "pagina:" + formulierId.orElse(""),
                toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER),
                kader.taal());
        if (gelezen.verzoek().isEmpty() || formulierId.isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, moment, getypt.met(gelezen.fouten()));
        }
        if (toegang.makelaar(verzoek).isEmpty() && wacht.vraagtNogEens(velden)) {
            return weer(verzoek, moment, getypt, kader.t().van("boeking.nog-eens"));
        }
        return switch (wachtlijst.zetInRij(WachtVerzoek.voor(gelezen.verzoek().get()))) {
            case WachtResultaat.InRij(var plek, var _) ->
                HttpResponse.seeOther(URI.create(sleutels.wachtPad(plek) + "?nieuw=ja"));
            case WachtResultaat.Onbekend _ -> throw new NotFoundException();
            case WachtResultaat.ErIsPlek _ ->
                weer(verzoek, moment, getypt, kader.t().van("wachtplek.er-is-plek"));
            case WachtResultaat.AlInRij _ ->
                weer(verzoek, moment, getypt, kader.t().van("wachtplek.al-in-rij"));
            case WachtResultaat.IsErAl _ ->
                weer(verzoek, moment, getypt, kader.t().van("wachtplek.is-er-al"));
            case WachtResultaat.Dicht _ ->
                weer(verzoek, moment, getypt, kader.t().van("wachtplek.dicht"));
            case WachtResultaat.TeVeelRijen _ ->
                weer(
                        verzoek,
                        moment,
                        getypt,
                        kader.t().van("wachtplek.te-veel", Wachtlijst.MAX_RIJEN, kader.telefoon()));
            case WachtResultaat.AndereInhoud _ ->
                weer(verzoek, moment, getypt, kader.t().van("boeking.al-verstuurd"));
            case WachtResultaat.NogBezig _ ->
                weer(verzoek, moment, getypt, kader.t().van("boeking.nog-bezig"));
        };
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/wachtplek/{sleutel}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, paginas.kader(verzoek), plek(verzoek, sleutel), "");
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/wachtplek/{sleutel}/aanvaarding")
    @Consumes("*/*")
    HttpResponse<?> aanvaard(HttpRequest<?> verzoek, String sleutel) {
        var plek = plek(verzoek, sleutel);
        return switch (wachtlijst.aanvaard(plek.id(), door(verzoek))) {
            case AanvaardResultaat.Aanvaard _ -> HttpResponse.seeOther(URI.create(uitkomst(plek) + "?nieuw=ja"));
            case AanvaardResultaat.Verlopen _ -> HttpResponse.seeOther(URI.create(sleutels.wachtPad(plek.id())));
            case AanvaardResultaat.NogGeenAanbod(var wacht) -> melding(verzoek, wacht, "wachtplek.nog-niet");
            case AanvaardResultaat.EldersGeboekt(var wacht) -> melding(verzoek, wacht, "wachtplek.elders");
            case AanvaardResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/wachtplek/{sleutel}/afwijzing")
    @Consumes("*/*")
    HttpResponse<?> wijsAf(HttpRequest<?> verzoek, String sleutel) {
        var plek = plek(verzoek, sleutel);
        return switch (wachtlijst.wijsAf(plek.id(), door(verzoek))) {
            case AfwijsResultaat.Afgewezen _ -> HttpResponse.seeOther(URI.create(sleutels.wachtPad(plek.id())));
            case AfwijsResultaat.AlAanvaard _ -> HttpResponse.seeOther(URI.create(uitkomst(plek)));
            case AfwijsResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private String uitkomst(Wachtplek plek) {
        return rij.soort(plek.ding()).pad()
                + sleutels.beheersleutel(new BoekingId(plek.id().waarde()));
    }

    private String door(HttpRequest<?> verzoek) {
        return toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
    }

    private HttpResponse<?> melding(HttpRequest<?> verzoek, Wachtplek plek, String sleutelVanTekst) {
        var kader = paginas.kader(verzoek).opPad(sleutels.wachtPad(plek.id()));
        return toon(HttpStatus.CONFLICT, verzoek, kader, plek, sleutelVanTekst);
    }

    private HttpResponse<?> toon(
            HttpStatus status, HttpRequest<?> verzoek, Kader kader, Wachtplek plek, String sleutelVanTekst) {
        if (plek.status() == Status.AANVAARD) {
            return HttpResponse.seeOther(URI.create(uitkomst(plek)));
        }
        var verlopen = plek.status() == Status.AANGEBODEN && !plek.isAangeboden(klok.instant());
        return paginas.toon(
                status,
                verzoek,
                kader,
                "boeking/wachtplek",
                new WachtplekPagina(
                        plek,
                        verlopen ? Status.VERLOPEN : plek.status(),
                        wachtlijst.plaatsInRij(plek).orElse(0),
                        plek.ding().equals(MomentWachtbaar.DING)
                                ? momenten.find(new MomentId(plek.dingId()))
                                : Optional.empty(),
                        sleutels.wachtPad(plek.id()),
                        rij.soort(plek.ding()).vraagPad(plek.dingId()),
                        plek.status() == Status.WACHT && verzoek.getParameters().contains("nieuw"),
                        sleutelVanTekst));
    }

    /** Any other text than the key of a place in line is an address that does not exist. */
    private Wachtplek plek(HttpRequest<?> verzoek, String sleutel) {
        var plek = sleutels.lees(sleutel)
                .flatMap(id -> wachtlijst.find(new WachtplekId(id.waarde())))
                .orElseThrow(NotFoundException::new);
        inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, plek.gezien());
        return plek;
    }

    private Moment moment(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .map(MomentId::new)
                .flatMap(moment ->
                        toegang.makelaar(verzoek).isPresent() ? momenten.find(moment) : momenten.findOpenbaar(moment))
                .orElseThrow(NotFoundException::new);
    }

    /** A moment with places is booked, one that is over is not waited for; its own page says which. */
    private boolean isTeBoeken(Moment moment) {
        return moment.vrij() > 0 || moment.vervallen() || moment.isBegonnen(klok.instant());
    }

    private HttpResponse<?> weer(HttpRequest<?> verzoek, Moment moment, Formulier getypt, String melding) {
        return opnieuw(verzoek, HttpStatus.CONFLICT, moment, getypt.opnieuw(List.of(new Fout("naam", melding))));
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, HttpStatus status, Moment moment, Formulier formulier) {
        var kader = paginas.kader(verzoek).opPad("/momenten/" + moment.id().waarde() + "/wachtlijst");
        return paginas.toon(status, verzoek, kader, "boeking/wachten", pagina(verzoek, moment, formulier));
    }

    private MomentPagina pagina(HttpRequest<?> verzoek, Moment moment, Formulier formulier) {
        return MomentPagina.van(
                moment, formulier, List.of(), "", toegang.makelaar(verzoek).isPresent(), moment.plaatsen());
    }
}
