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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbiedercontract;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.ContractInvoer;
import nl.respijt.aanbieder.ContractResultaat.AlVastgelegd;
import nl.respijt.aanbieder.ContractResultaat.NaDeOptie;
import nl.respijt.aanbieder.ContractResultaat.Onbekend;
import nl.respijt.aanbieder.ContractResultaat.Vastgelegd;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.aanbieder.Contractwacht;
import nl.respijt.aanbieder.Contractwacht.Alarm;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.kortverblijf.Terugblikken;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** The providers at the desk: until when each is contracted, and that it goes on. */
@Hidden
@Controller("/makelaar/aanbieders")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AanbiedersPageController {
    private static final String PAD = "/makelaar/aanbieders";

    /** What holds, and how near its end is. */
    public record Stand(Aanbiedercontract contract, Alarm alarm) {}

    /** A provider in the list. */
    public record Regel(Aanbieder aanbieder, List<Stand> standen) {}

    /** All providers. */
    public record AanbiedersPagina(List<Regel> regels, LocalDate vandaag) {}

    /** A contract with the form about it, as it was typed when it was refused, and all that was recorded before. */
    public record ContractDeel(Stand stand, List<Aanbiedercontract> geschiedenis, Getypt getypt) {
        /** What a field of this form is called in the page, which can hold two of them. */
        public String plek(String veld) {
            return plek(veld, stand.contract().dienst());
        }

        static String plek(String veld, Contractdienst dienst) {
            return veld + "-" + dienst.woord();
        }
    }

    /** One provider; {@code klaar} says what was done. */
    public record AanbiederPagina(
            Aanbieder aanbieder,
            List<ContractDeel> delen,
            Terugblikken.Beeld terugblik,
            LocalDate vandaag,
            String klaar,
            Getypt getypt) {}

    private final Aanbieders aanbieders;
    private final Contracten contracten;
    private final Contractwacht wacht;
    private final Terugblikken terugblikken;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    AanbiedersPageController(
            Aanbieders aanbieders,
            Contracten contracten,
            Contractwacht wacht,
            Terugblikken terugblikken,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.aanbieders = aanbieders;
        this.contracten = contracten;
        this.wacht = wacht;
        this.terugblikken = terugblikken;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.CONTRACT_VASTLEGGEN)
    @Get
    HttpResponse<?> alle(HttpRequest<?> verzoek) {
        var geldende = contracten.geldende();
        return paginas.ok(
                verzoek,
                "makelaar/aanbieders",
                new AanbiedersPagina(
                        aanbieders.alle().stream()
                                .map(aanbieder -> new Regel(
                                        aanbieder,
                                        geldende.stream()
                                                .filter(een -> een.aanbieder().equals(aanbieder.id()))
                                                .map(this::stand)
                                                .toList()))
                                .toList(),
                        klok.vandaag()));
    }

    @Mag(Handeling.CONTRACT_VASTLEGGEN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        var aanbieder = aanbieder(id);
        var kader = paginas.kader(verzoek);
        var klaar = verzoek.getParameters()
                .getFirst("vastgelegd")
                .flatMap(Contractdienst::van)
                .flatMap(dienst -> contracten.geldt(aanbieder.id(), dienst))
                .map(contract -> kader.t().van("contract.vastgelegd", kader.d().datum(contract.tot())))
                .orElse("");
        return paginas.ok(verzoek, "makelaar/aanbieder", pagina(verzoek, aanbieder, klaar, Getypt.NIETS));
    }

    @Mag(Handeling.CONTRACT_VASTLEGGEN)
    @Post("/{id}/{dienst:thuis|verblijf}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> legVast(HttpRequest<?> verzoek, String id, String dienst, @Body byte @Nullable [] inhoud) {
        var aanbieder = aanbieder(id);
        var waarvan = Contractdienst.van(dienst)
                .filter(aanbieder.diensten()::contains)
                .orElseThrow(NotFoundException::new);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var gevraagd = ContractInvoer.lees(velden);
        var getypt = Getypt.van(velden);
        if (gevraagd.isEmpty() || !getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, aanbieder, waarvan, getypt);
        }
        var wens = gevraagd.get();
        return switch (contracten.legVast(
                aanbieder.id(),
                waarvan,
                wens.tot(),
                wens.bron(),
                toegang.wie(verzoek).slug())) {
            case Vastgelegd _, AlVastgelegd _ ->
                HttpResponse.seeOther(URI.create(PAD + "/" + aanbieder.id() + "?vastgelegd=" + waarvan.woord()));
            case NaDeOptie(var verlengbaarTot) ->
                opnieuw(
                        verzoek,
                        HttpStatus.CONFLICT,
                        aanbieder,
                        waarvan,
                        getypt.metFout(
                                "tot",
                                kader.t().van("contract.na-optie", kader.d().datum(verlengbaarTot))));
            case Onbekend _ -> throw new NotFoundException();
        };
    }

    private HttpResponse<?> opnieuw(
            HttpRequest<?> verzoek, HttpStatus status, Aanbieder aanbieder, Contractdienst dienst, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(PAD + "/" + aanbieder.id()),
                "makelaar/aanbieder",
                pagina(
                        verzoek,
                        aanbieder,
                        "",
                        getypt.opPlek(Map.of(
                                "tot", ContractDeel.plek("tot", dienst), "bron", ContractDeel.plek("bron", dienst)))));
    }

    private AanbiederPagina pagina(HttpRequest<?> verzoek, Aanbieder aanbieder, String klaar, Getypt getypt) {
        var terugblik = terugblikken.bij(aanbieder.id());
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.CONTRACT_VASTLEGGEN,
                Waarom.om(Grond.EIGEN_WERK),
                terugblik.gezien());
        var geschiedenis = contracten.geschiedenis(aanbieder.id());
        return new AanbiederPagina(
                aanbieder,
                aanbieder.diensten().stream()
                        .map(dienst -> geschiedenis.stream()
                                .filter(een -> een.dienst() == dienst)
                                .toList())
                        .map(regels -> new ContractDeel(stand(regels.getFirst()), regels, getypt))
                        .toList(),
                terugblik,
                klok.vandaag(),
                klaar,
                getypt);
    }

    private Stand stand(Aanbiedercontract contract) {
        return new Stand(contract, wacht.alarm(contract));
    }

    private Aanbieder aanbieder(String id) {
        return Invoer.uuid(id).flatMap(aanbieders::find).orElseThrow(NotFoundException::new);
    }
}
