package nl.respijt.makelaar;

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
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.boeking.MomentService.MomentVerplaatsResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.AfmeldResultaat;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Kandidaat;
import nl.respijt.rooster.OverdrachtResultaat;
import nl.respijt.rooster.PlanResultaat;
import nl.respijt.rooster.RoosterService;
import nl.respijt.rooster.RuilResultaat;
import nl.respijt.rooster.Weigering;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** One openstelling at the desk: who opens, who comes, and what can be changed about it. */
@Hidden
@Controller("/makelaar")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OpenstellingPageController {
    private static final int MAX_REDEN = 300;

    /** A booking with the address of its own page. */
    public record Gast(Boeking boeking, String pad) {}

    /** The page. {@code klaar} and {@code fout} are sentences, or empty. */
    public record OpenstellingPagina(
            Moment moment,
            boolean teWijzigen,
            List<Dienst> diensten,
            List<Kandidaat> kandidaten,
            List<Dienst> omTeRuilen,
            List<Gast> gasten,
            List<Gebeurtenis> geschiedenis,
            String klaar,
            String fout,
            Map<String, String> getypt) {
        /** What stands in a field: what was typed in a refused form, else what it starts with. */
        public String waarde(String veld, String anders) {
            return getypt.getOrDefault(veld, anders);
        }
    }

    private final MomentService momenten;
    private final BoekingBeheer boekingen;
    private final BoekingSleutels sleutels;
    private final RoosterService rooster;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    OpenstellingPageController(
            MomentService momenten,
            BoekingBeheer boekingen,
            BoekingSleutels sleutels,
            RoosterService rooster,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.sleutels = sleutels;
        this.rooster = rooster;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.OPENSTELLING_ZIEN)
    @Get("/momenten/{id}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var t = paginas.kader(verzoek).t();
        var klaar = verzoek.getParameters()
                .getFirst("klaar")
                .map(woord -> "openstelling.klaar-" + woord)
                .filter(t.sleutels()::contains)
                .map(t::van)
                .orElse("");
        return paginas.ok(verzoek, "makelaar/openstelling", pagina(moment(id), klaar, "", Map.of()));
    }

    @Mag(Handeling.DIENST_PLANNEN)
    @Post("/momenten/{id}/gastheer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> plan(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var gastheer = toegang.formulier(verzoek, inhoud, t).uuid("gastheerId").map(GastheerId::new);
        if (gastheer.isEmpty()) {
            return fout(verzoek, moment(id), t.van("openstelling.kies-gastheer"));
        }
        var moment = moment(id);
        return switch (rooster.plan(moment.id(), gastheer.get(), door)) {
            case PlanResultaat.Gepland gepland -> klaar(moment, "gepland");
            case PlanResultaat.TeLaat teLaat -> fout(verzoek, moment, t.van("openstelling.te-laat"));
            case PlanResultaat.Onbekend onbekend -> throw new NotFoundException();
            case Weigering weigering -> fout(verzoek, moment, reden(weigering, t));
        };
    }

    @Mag(Handeling.DIENST_AFMELDEN)
    @Post("/diensten/{id}/eraf")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> eraf(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var t = paginas.kader(verzoek).t();
        toegang.formulier(verzoek, inhoud, t);
        var dienst = dienst(id);
        return switch (rooster.meldAf(dienst.id(), Optional.empty(), wie)) {
            case AfmeldResultaat.Afgemeld afgemeld -> klaar(dienst.moment(), "eraf");
            case AfmeldResultaat.TeLaat teLaat -> fout(verzoek, dienst.moment(), t.van("openstelling.te-laat"));
            case AfmeldResultaat.Onbekend onbekend -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.DIENST_OVERDRAGEN)
    @Post("/diensten/{id}/overdracht")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> overdracht(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var aan = toegang.formulier(verzoek, inhoud, t).uuid("gastheerId").map(GastheerId::new);
        var dienst = dienst(id);
        if (aan.isEmpty()) {
            return fout(verzoek, dienst.moment(), t.van("openstelling.kies-gastheer"));
        }
        return switch (rooster.draagOver(dienst.id(), aan.get(), door)) {
            case OverdrachtResultaat.Overgedragen overgedragen -> klaar(dienst.moment(), "overgedragen");
            case OverdrachtResultaat.TeLaat teLaat -> fout(verzoek, dienst.moment(), t.van("openstelling.te-laat"));
            case OverdrachtResultaat.Onbekend onbekend -> throw new NotFoundException();
            case Weigering weigering -> fout(verzoek, dienst.moment(), reden(weigering, t));
        };
    }

    @Mag(Handeling.DIENST_RUILEN)
    @Post("/diensten/{id}/ruil")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ruil(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var met = toegang.formulier(verzoek, inhoud, t).uuid("met").map(DienstId::new);
        var dienst = dienst(id);
        if (met.isEmpty()) {
            return fout(verzoek, dienst.moment(), t.van("openstelling.kies-dienst"));
        }
        return switch (rooster.ruil(dienst.id(), met.get(), door)) {
            case RuilResultaat.Geruild geruild -> klaar(dienst.moment(), "geruild");
            case RuilResultaat.NietsTeRuilen niets ->
                fout(verzoek, dienst.moment(), t.van("openstelling.niets-te-ruilen"));
            case RuilResultaat.TeLaat teLaat -> fout(verzoek, dienst.moment(), t.van("openstelling.te-laat"));
            case RuilResultaat.Onbekend onbekend -> throw new NotFoundException();
            case Weigering weigering -> fout(verzoek, dienst.moment(), reden(weigering, t));
        };
    }

    @Mag(Handeling.MOMENT_AFGELASTEN)
    @Post("/momenten/{id}/afgelasten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> gelastAf(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var reden = velden.verplicht("reden", MAX_REDEN, "openstelling.geen-reden");
        var moment = moment(id);
        if (!velden.fouten().isEmpty()) {
            return fout(verzoek, moment, velden, velden.fouten().getFirst().melding());
        }
        return switch (momenten.gelastAf(moment.id(), reden, door)) {
            case AfgelastResultaat.Afgelast afgelast -> klaar(moment, "afgelast");
            case AfgelastResultaat.AlBegonnen begonnen -> fout(verzoek, moment, velden, t.van("openstelling.te-laat"));
            case AfgelastResultaat.Onbekend onbekend -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.MOMENT_VERPLAATSEN)
    @Post("/momenten/{id}/verplaatsen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verplaats(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var moment = moment(id);
        var naar = tijdvak(velden);
        if (naar.isEmpty()) {
            return fout(verzoek, moment, velden, t.van("openstelling.geen-tijd"));
        }
        return switch (momenten.verplaats(moment.id(), naar.get(), door)) {
            case MomentVerplaatsResultaat.Verplaatst verplaatst -> klaar(moment, "verplaatst");
            case MomentVerplaatsResultaat.TeLaat teLaat -> fout(verzoek, moment, velden, t.van("openstelling.te-laat"));
            case MomentVerplaatsResultaat.GeenDagdeel geen ->
                fout(verzoek, moment, velden, t.van("openstelling.geen-dagdeel"));
            case MomentVerplaatsResultaat.HuisBezet bezet ->
                fout(verzoek, moment, velden, t.van("openstelling.huis-bezet"));
            case MomentVerplaatsResultaat.GastheerBezet bezet ->
                fout(verzoek, moment, velden, t.van("openstelling.gastheer-bezet"));
            case MomentVerplaatsResultaat.MensenBezet bezet ->
                fout(verzoek, moment, velden, t.van("openstelling.mensen-bezet", String.join(", ", bezet.namen())));
            case MomentVerplaatsResultaat.Onbekend onbekend -> throw new NotFoundException();
        };
    }

    /** A date and two wall-clock times; empty when one is missing, does not exist, or the end is not after the begin. */
    private static Optional<Tijdvak> tijdvak(Velden velden) {
        var datum = velden.datum("datum");
        var begin = velden.tekst("begin", 5);
        var eind = velden.tekst("eind", 5);
        if (datum.isEmpty() || begin.isEmpty() || eind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tijdvak(
                    Tijdzone.instant(datum.get(), LocalTime.parse(begin.get())),
                    Tijdzone.instant(datum.get(), LocalTime.parse(eind.get()))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Why not, in a sentence with the name. */
    static String reden(Weigering weigering, Teksten t) {
        var naam = weigering.gastheer().naam();
        return switch (weigering) {
            case Weigering.NietGetraind niet -> t.van("weigering.niet-getraind", naam);
            case Weigering.NietVanDitHuis niet -> t.van("weigering.niet-van-dit-huis", naam);
            case Weigering.Dubbel dubbel -> t.van("weigering.dubbel", naam);
            case Weigering.MaximumBereikt maximum -> t.van("weigering.maximum-bereikt", naam, maximum.max());
        };
    }

    private static HttpResponse<?> klaar(Moment moment, String wat) {
        return HttpResponse.seeOther(
                URI.create("/makelaar/momenten/" + moment.id().waarde() + "?klaar=" + wat));
    }

    private HttpResponse<?> fout(HttpRequest<?> verzoek, Moment moment, String zin) {
        return fout(verzoek, moment, Map.of(), zin);
    }

    private HttpResponse<?> fout(HttpRequest<?> verzoek, Moment moment, Velden velden, String zin) {
        return fout(verzoek, moment, velden.zoalsGetypt(), zin);
    }

    private HttpResponse<?> fout(HttpRequest<?> verzoek, Moment moment, Map<String, String> getypt, String zin) {
        var kader =
                paginas.kader(verzoek).opPad("/makelaar/momenten/" + moment.id().waarde());
        return paginas.toon(
                HttpStatus.CONFLICT, verzoek, kader, "makelaar/openstelling", pagina(moment(moment), "", zin, getypt));
    }

    private OpenstellingPagina pagina(Moment moment, String klaar, String fout, Map<String, String> getypt) {
        var nu = klok.instant();
        var teWijzigen = !moment.vervallen() && !moment.isBegonnen(nu);
        var rondom = rooster
                .diensten(DienstVraag.van(
                        Tijdzone.beginVan(moment.datum().minusWeeks(2)),
                        Tijdzone.beginVan(moment.datum().plusWeeks(3))))
                .stream()
                .filter(Dienst::isActief)
                .toList();
        Predicate<Dienst> hier = dienst -> dienst.moment().id().equals(moment.id());
        return new OpenstellingPagina(
                moment,
                teWijzigen,
                rondom.stream().filter(hier).toList(),
                teWijzigen ? rooster.kandidaten(moment.id()) : List.of(),
                rondom.stream()
                        .filter(hier.negate().and(dienst -> !dienst.isBegonnen(nu)))
                        .toList(),
                momenten.boekingenOp(moment.id()).stream()
                        .map(boeking -> new Gast(boeking, sleutels.beheerPad(boeking.id())))
                        .toList(),
                boekingen.geschiedenis(moment.id().waarde()),
                klaar,
                fout,
                getypt);
    }

    private Moment moment(String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> momenten.find(new MomentId(uuid)))
                .orElseThrow(NotFoundException::new);
    }

    private Moment moment(Moment eerder) {
        return momenten.find(eerder.id()).orElseThrow(NotFoundException::new);
    }

    private Dienst dienst(String id) {
        return Invoer.uuid(id).flatMap(uuid -> rooster.find(new DienstId(uuid))).orElseThrow(NotFoundException::new);
    }
}
