package nl.respijt.makelaar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.AfmeldResultaat;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.OverdrachtResultaat;
import nl.respijt.rooster.PlanResultaat;
import nl.respijt.rooster.RoosterService;
import nl.respijt.rooster.RuilResultaat;
import nl.respijt.rooster.Weigering;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Who opens an openstelling: putting a host on it, taking one off, handing over, swapping. */
@Hidden
@Controller("/makelaar")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DienstenPageController {
    private static final String GASTHEER = "gastheerId";
    private static final String MET = "met";

    private final OpenstellingScherm scherm;
    private final RoosterService rooster;
    private final Toegang toegang;
    private final Paginas paginas;

    DienstenPageController(OpenstellingScherm scherm, RoosterService rooster, Toegang toegang, Paginas paginas) {
        this.scherm = scherm;
        this.rooster = rooster;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.DIENST_PLANNEN)
    @Post("/momenten/{id}/gastheer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> plan(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var gastheer = kies(velden, GASTHEER, "openstelling.kies-gastheer").map(GastheerId::new);
        var moment = scherm.moment(id);
        var getypt = Getypt.van(velden);
        if (gastheer.isEmpty() || !getypt.fouten().isEmpty()) {
            return scherm.ongeldig(verzoek, moment, getypt);
        }
        return switch (rooster.plan(moment.id(), gastheer.get(), door)) {
            case PlanResultaat.Gepland gepland -> scherm.klaar(moment, "gepland");
            case PlanResultaat.TeLaat teLaat -> scherm.kanNiet(verzoek, moment, teLaat(t));
            case PlanResultaat.Onbekend onbekend -> throw new NotFoundException();
            case Weigering weigering -> scherm.kanNiet(verzoek, moment, getypt.metFout(GASTHEER, reden(weigering, t)));
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
            case AfmeldResultaat.Afgemeld afgemeld -> scherm.klaar(dienst.moment(), "eraf");
            case AfmeldResultaat.TeLaat teLaat -> scherm.kanNiet(verzoek, dienst.moment(), teLaat(t));
            case AfmeldResultaat.Onbekend onbekend -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.DIENST_OVERDRAGEN)
    @Post("/diensten/{id}/overdracht")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> overdracht(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var aan = kies(velden, GASTHEER, "openstelling.kies-gastheer").map(GastheerId::new);
        var dienst = dienst(id);
        var plek = "over-" + dienst.id().waarde();
        var getypt = Getypt.van(velden).opPlek(Map.of(GASTHEER, plek));
        if (aan.isEmpty() || !getypt.fouten().isEmpty()) {
            return scherm.ongeldig(verzoek, dienst.moment(), getypt);
        }
        return switch (rooster.draagOver(dienst.id(), aan.get(), door)) {
            case OverdrachtResultaat.Overgedragen overgedragen -> scherm.klaar(dienst.moment(), "overgedragen");
            case OverdrachtResultaat.TeLaat teLaat -> scherm.kanNiet(verzoek, dienst.moment(), teLaat(t));
            case OverdrachtResultaat.Onbekend onbekend -> throw new NotFoundException();
            case Weigering weigering ->
                scherm.kanNiet(verzoek, dienst.moment(), getypt.metFout(plek, reden(weigering, t)));
        };
    }

    @Mag(Handeling.DIENST_RUILEN)
    @Post("/diensten/{id}/ruil")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ruil(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var met = kies(velden, MET, "openstelling.kies-dienst").map(DienstId::new);
        var dienst = dienst(id);
        var plek = "ruil-" + dienst.id().waarde();
        var getypt = Getypt.van(velden).opPlek(Map.of(MET, plek));
        if (met.isEmpty() || !getypt.fouten().isEmpty()) {
            return scherm.ongeldig(verzoek, dienst.moment(), getypt);
        }
        return switch (rooster.ruil(dienst.id(), met.get(), door)) {
            case RuilResultaat.Geruild geruild -> scherm.klaar(dienst.moment(), "geruild");
            case RuilResultaat.NietsTeRuilen niets ->
                scherm.kanNiet(verzoek, dienst.moment(), getypt.metFout(plek, t.van("openstelling.niets-te-ruilen")));
            case RuilResultaat.TeLaat teLaat -> scherm.kanNiet(verzoek, dienst.moment(), teLaat(t));
            case RuilResultaat.Onbekend onbekend -> throw new NotFoundException();
            case Weigering weigering ->
                scherm.kanNiet(verzoek, dienst.moment(), getypt.metFout(plek, reden(weigering, t)));
        };
    }

    private static Optional<UUID> kies(Velden velden, String veld, String sleutelAlsLeeg) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, sleutelAlsLeeg);
            return Optional.empty();
        }
        return velden.uuid(veld);
    }

    /** Its forms are gone by then. */
    private static Getypt teLaat(Teksten t) {
        return Getypt.NIETS.metFout("", t.van("openstelling.te-laat"));
    }

    /** Why not, in a sentence with the name. */
    private static String reden(Weigering weigering, Teksten t) {
        var naam = weigering.gastheer().naam();
        return switch (weigering) {
            case Weigering.NietGetraind niet -> t.van("weigering.niet-getraind", naam);
            case Weigering.NietVanDitHuis niet -> t.van("weigering.niet-van-dit-huis", naam);
            case Weigering.Dubbel dubbel -> t.van("weigering.dubbel", naam);
            case Weigering.MaximumBereikt maximum -> t.van("weigering.maximum-bereikt", naam, maximum.max());
        };
    }

    private Dienst dienst(String id) {
        return Invoer.uuid(id).flatMap(uuid -> rooster.find(new DienstId(uuid))).orElseThrow(NotFoundException::new);
    }
}
