package nl.respijt.makelaar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.boeking.MomentService.MomentVerplaatsResultaat;
import nl.respijt.boeking.Soort;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** One openstelling at the desk, and whether and when it takes place. */
@Hidden
@Controller("/makelaar/momenten/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpenstellingPageController {
    private static final int MAX_REDEN = 300;

    private final OpenstellingScherm scherm;
    private final MomentService momenten;
    private final Toegang toegang;
    private final Paginas paginas;

    OpenstellingPageController(OpenstellingScherm scherm, MomentService momenten, Toegang toegang, Paginas paginas) {
        this.scherm = scherm;
        this.momenten = momenten;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.OPENSTELLING_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var moment = scherm.moment(id);
        if (moment.soort() == Soort.GROEP) { // has a page of its own, with what it means for the rhythm
            return HttpResponse.seeOther(
                    URI.create("/groep/bijeenkomsten/" + moment.id().waarde()));
        }
        var t = paginas.kader(verzoek).t();
        var klaar = verzoek.getParameters()
                .getFirst("klaar")
                .map(woord -> "openstelling.klaar-" + woord)
                .filter(t.sleutels()::contains)
                .map(t::van)
                .orElse("");
        return scherm.toon(verzoek, moment, klaar);
    }

    @Mag(Handeling.MOMENT_AFGELASTEN)
    @Post("/afgelasten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> gelastAf(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var reden = velden.verplicht("reden", MAX_REDEN, "openstelling.geen-reden");
        var moment = scherm.moment(id);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return scherm.ongeldig(verzoek, moment, getypt);
        }
        return switch (momenten.gelastAf(moment.id(), reden, door)) {
            case AfgelastResultaat.Afgelast afgelast -> scherm.klaar(moment, "afgelast");
            case AfgelastResultaat.AlBegonnen begonnen ->
                scherm.kanNiet(verzoek, moment, getypt.metFout("", t.van("openstelling.te-laat")));
            case AfgelastResultaat.Onbekend onbekend -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.MOMENT_VERPLAATSEN)
    @Post("/verplaatsen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verplaats(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var moment = scherm.moment(id);
        var naar = tijdvak(velden);
        var getypt = Getypt.van(velden);
        if (naar.isEmpty() || !getypt.fouten().isEmpty()) {
            return scherm.ongeldig(verzoek, moment, getypt);
        }
        return switch (momenten.verplaats(moment.id(), naar.get(), door)) {
            case MomentVerplaatsResultaat.Verplaatst verplaatst -> scherm.klaar(moment, "verplaatst");
            case MomentVerplaatsResultaat.TeLaat teLaat ->
                scherm.kanNiet(verzoek, moment, getypt.metFout("datum", t.van("openstelling.te-laat")));
            case MomentVerplaatsResultaat.GeenDagdeel geen ->
                scherm.ongeldig(verzoek, moment, getypt.metFout("eind", t.van("openstelling.geen-dagdeel")));
            case MomentVerplaatsResultaat.HuisBezet bezet ->
                scherm.kanNiet(verzoek, moment, getypt.metFout("begin", t.van("openstelling.huis-bezet")));
            case MomentVerplaatsResultaat.GastheerBezet bezet ->
                scherm.kanNiet(verzoek, moment, getypt.metFout("begin", t.van("openstelling.gastheer-bezet")));
            case MomentVerplaatsResultaat.MensenBezet bezet ->
                scherm.kanNiet(
                        verzoek,
                        moment,
                        getypt.metFout("begin", t.van("openstelling.mensen-bezet", String.join(", ", bezet.namen()))));
            case MomentVerplaatsResultaat.Onbekend onbekend -> throw new NotFoundException();
        };
    }

    /** A date and two wall-clock times; empty when one is missing, does not exist, or the end is not after the begin. */
    private static Optional<Tijdvak> tijdvak(Velden velden) {
        if (velden.isLeeg("datum")) {
            velden.fout("datum", "huizenbeheer.geen-datum");
        }
        var datum = velden.datum("datum");
        var begin = tijd(velden, "begin", datum);
        var eind = tijd(velden, "eind", datum);
        if (begin.isEmpty() || eind.isEmpty()) {
            return Optional.empty();
        }
        if (!begin.get().isBefore(eind.get())) {
            velden.fout("eind", "openstelling.eind-na-begin");
            return Optional.empty();
        }
        return Optional.of(new Tijdvak(begin.get(), eind.get()));
    }

    /** Judged by itself when there is no date to judge it with. */
    private static Optional<Instant> tijd(Velden velden, String veld, Optional<LocalDate> datum) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "openstelling.geen-uur");
        }
        return velden.tekst(veld, 5).flatMap(tekst -> {
            try {
                var tijd = LocalTime.parse(tekst);
                return datum.map(dag -> Tijdzone.instant(dag, tijd));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                velden.fout(veld, "openstelling.geen-uur");
                return Optional.empty();
            }
        });
    }
}
