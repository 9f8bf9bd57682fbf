package nl.respijt.kortverblijf;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.kortverblijf.Aanbiedingen.AfwijsResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** What was asked of a house, the first to be answered first; and one of these with the bed that it offers, or the no. */
@Hidden
@Controller(VerblijfSleutels.HUIS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class HuisaanvraagPageController {
    /** All that was asked. */
    public record LijstPagina(Huisaanvragen.Lijst lijst, Instant nu) {}

    /**
     * One of them; {@code getypt} is a form that was refused, {@code klaar} a text key or empty.
     *
     * @param afwijst whether that form was the no
     */
    public record AanvraagPagina(
            Huisaanvragen.Een aanvraag, Getypt getypt, boolean afwijst, String klaar, Instant nu, LocalDate vandaag) {}

    private static final List<String> KLAAR = List.of("geboden", "afgewezen", "te-laat");
    private static final String ANDERS = "anders";

    /** Why a house can say no: by one of its rules, or otherwise. A day that went by is nobody's rule. */
    public static final List<String> REDENEN = Stream.concat(
                    Stream.of(Regel.values())
                            .filter(regel -> regel != Regel.VOORBIJ)
                            .map(Regel::woord),
                    Stream.of(ANDERS))
            .toList();

    private final Huisaanvragen aanvragen;
    private final Aanbiedingen aanbiedingen;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    HuisaanvraagPageController(
            Huisaanvragen aanvragen,
            Aanbiedingen aanbiedingen,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.aanvragen = aanvragen;
        this.aanbiedingen = aanbiedingen;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.AANMELDINGEN_ZIEN)
    @Get
    HttpResponse<?> lijst(HttpRequest<?> verzoek) {
        var lijst = aanvragen.lijst(toegang.wie(verzoek));
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.AANMELDINGEN_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                lijst.mensen().map(Verblijfsaanmelding::gezien).toList());
        return paginas.ok(verzoek, "kortverblijf/aanvragen", new LijstPagina(lijst, klok.instant()));
    }

    @Mag(Handeling.AANMELDINGEN_ZIEN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        return toon(HttpStatus.OK, verzoek, aanvraag(verzoek, id), Getypt.NIETS, false);
    }

    @Mag(Handeling.AANMELDING_BEANTWOORDEN)
    @Post("/{id}/aanbiedingen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> bied(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var aanvraag = aanvraag(verzoek, id);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var bed = velden.verplicht("bed", VerblijfApiController.MAX_BED, "fout.geen-bed");
        var verblijf = AanmeldingInvoer.verblijf(velden, klok.vandaag());
        var getypt = Getypt.van(velden);
        if (verblijf.isEmpty() || !getypt.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, aanvraag, getypt, false);
        }
        var resultaat = aanbiedingen.bied(aanvraag.aanmelding().id(), bed, verblijf.get(), toegang.wie(verzoek));
        return switch (resultaat) {
            case BiedResultaat.Aangeboden _ -> naar(aanvraag, "geboden");
            case BiedResultaat.AlBeantwoord _ -> naar(aanvraag, "te-laat");
            case BiedResultaat.Onbekend _ -> throw new NotFoundException();
            case BiedResultaat.BedBezet _,
                    BiedResultaat.BedPastNiet _,
                    BiedResultaat.BedOnbekend _,
                    BiedResultaat.AankomstVoorbij _,
                    BiedResultaat.NietOpAankomstdag _,
                    BiedResultaat.TeKortOfTeLang _,
                    BiedResultaat.ContractVerlopen _ -> {
                // What is free now is looked up again: somebody else may just have taken it.
                var nu = aanvraag(verzoek, id);
                yield toon(HttpStatus.CONFLICT, verzoek, nu, weigering(resultaat, getypt, kader), false);
            }
        };
    }

    private static Getypt weigering(BiedResultaat resultaat, Getypt getypt, Kader kader) {
        var t = kader.t();
        return switch (resultaat) {
            case BiedResultaat.BedBezet _ -> getypt.metFout("bed", t.van("bied.bezet"));
            case BiedResultaat.BedPastNiet _ -> getypt.metFout("bed", t.van("bied.past-niet"));
            case BiedResultaat.BedOnbekend _ -> getypt.metFout("bed", t.van("fout.geen-bed"));
            case BiedResultaat.AankomstVoorbij _ -> getypt.metFout("van", t.van("fout.dag-bijna-voorbij"));
            case BiedResultaat.NietOpAankomstdag _ -> getypt.metFout("van", t.van("bied.geen-aankomstdag"));
            case BiedResultaat.TeKortOfTeLang(var minimaal, var maximaal) ->
                getypt.metFout("tot", t.van("bied.aantal-nachten", minimaal, maximaal));
            case BiedResultaat.ContractVerlopen(var tot) ->
                getypt.metFout(
                        "tot",
                        tot.map(dag -> t.van("bied.contract-tot", kader.d().datum(dag)))
                                .orElseGet(() -> t.van("bied.geen-contract")));
            case BiedResultaat.Aangeboden _, BiedResultaat.AlBeantwoord _, BiedResultaat.Onbekend _ -> getypt;
        };
    }

    @Mag(Handeling.AANMELDING_BEANTWOORDEN)
    @Post("/{id}/afwijzing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijsAf(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var aanvraag = aanvraag(verzoek, id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var reden = reden(velden);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, aanvraag, getypt, true);
        }
        return switch (aanbiedingen.wijsAf(aanvraag.aanmelding().id(), reden, toegang.wie(verzoek))) {
            case AfwijsResultaat.Afgewezen _ -> naar(aanvraag, "afgewezen");
            case AfwijsResultaat.TeLaat _ -> naar(aanvraag, "te-laat");
            case AfwijsResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    /** The rule that says no, with what the house adds; in Dutch, for the desk reads it. */
    private static String reden(Velden velden) {
        var waarom = velden.keuze("waarom", REDENEN);
        var uitleg = velden.alinea("reden", VerblijfApiController.MAX_REDEN);
        if (velden.isLeeg("waarom")) {
            velden.fout("waarom", "fout.geen-verblijfsreden");
        }
        if (waarom.filter(ANDERS::equals).isPresent() && velden.isLeeg("reden")) {
            velden.fout("reden", "fout.geen-verblijfsreden");
        }
        var regel = waarom.filter(woord -> !woord.equals(ANDERS))
                .map(woord -> Teksten.in(Taal.NL).van("afwijsreden." + woord));
        return Stream.concat(regel.stream(), uitleg.stream())
                .reduce((kort, lang) -> kort + ": " + lang)
                .orElse("");
    }

    private Huisaanvragen.Een aanvraag(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> aanvragen.een(uuid, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
    }

    private HttpResponse<?> toon(
            HttpStatus status, HttpRequest<?> verzoek, Huisaanvragen.Een aanvraag, Getypt getypt, boolean afwijst) {
        var gezien = new ArrayList<>(List.of(aanvraag.aanmelding().gezien()));
        if (aanvraag.zorg().isPresent()) {
            var aanmelding = aanvraag.aanmelding();
            gezien.add(new Gezien(aanmelding.mantelzorger().waarde(), Ding.ZORG, Optional.of(aanmelding.id())));
        }
        inzageboek.noteer(inzageboek.kijker(verzoek), Handeling.AANMELDINGEN_ZIEN, Waarom.om(Grond.EIGEN_WERK), gezien);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(aanvraag)),
                "kortverblijf/aanvraag",
                new AanvraagPagina(
                        aanvraag,
                        getypt,
                        afwijst,
                        verzoek.getParameters()
                                .getFirst("klaar")
                                .filter(KLAAR::contains)
                                .map(woord -> "aanvraag.klaar-" + woord)
                                .orElse(""),
                        klok.instant(),
                        klok.vandaag()));
    }

    private static String pad(Huisaanvragen.Een aanvraag) {
        return VerblijfSleutels.HUIS + "/" + aanvraag.aanmelding().id();
    }

    private static HttpResponse<?> naar(Huisaanvragen.Een aanvraag, String klaar) {
        return HttpResponse.seeOther(URI.create(pad(aanvraag) + "?klaar=" + klaar));
    }
}
