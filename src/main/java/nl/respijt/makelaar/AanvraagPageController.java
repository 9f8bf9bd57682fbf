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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Kijker;
import nl.respijt.inzage.Waarom;
import nl.respijt.kortverblijf.Aanbiedingen;
import nl.respijt.kortverblijf.Aanbiedingen.VraagResultaat;
import nl.respijt.kortverblijf.AanmeldingInvoer;
import nl.respijt.kortverblijf.Aanvraagdossiers;
import nl.respijt.kortverblijf.Aanvraagdossiers.Dossier;
import nl.respijt.kortverblijf.Aanvraagdossiers.Stand;
import nl.respijt.kortverblijf.Bedden;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.KiesResultaat;
import nl.respijt.kortverblijf.Verblijfsaanmelding;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.kortverblijf.Wmobesluiten;
import nl.respijt.kortverblijf.Wmobesluiten.BesluitResultaat;
import nl.respijt.makelaar.MantelzorgerPageController.RedenPagina;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/**
 * Stays at the desk: who waits for whom, and of one why each house can or cannot, what it answered, and how long the gemeente
 * has. The makelaar chooses for a carer who calls, asks a house again, and records what the gemeente decides. What goes on
 * is open as it is; the rest after a reason was typed.
 */
@Hidden
@Controller("/makelaar/aanmeldingen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AanvraagPageController {
    private static final String PAD = "/makelaar/aanmeldingen";
    private static final int MAX_REDEN = 200;
    private static final String TE_LAAT = "te-laat";
    private static final String INGETROKKEN = "ingetrokken";
    private static final List<String> KLAAR = List.of("gekozen", "geweigerd", TE_LAAT, "gevraagd", "besluit");

    /** What can be recorded of the gemeente. */
    public static final List<String> BESLUITEN =
            Stream.of(Wmostand.values()).map(Wmostand::woord).toList();

    /** Beds of a house that are free tonight, and tomorrow night. */
    public record Vrij(String huis, boolean spoed, int vannacht, int morgen) {}

    /** The list; {@code vrij} is there when somebody needs a bed now, {@code klaar} is a text key or empty. */
    public record LijstPagina(
            Stand stand,
            List<Aanvraagdossiers.Regel> regels,
            List<Vrij> vrij,
            String klaar,
            Instant nu,
            LocalDate vandaag) {}

    /** One of them; {@code getypt} is the form about the gemeente when it was refused, {@code klaar} a text key or empty. */
    public record DossierPagina(
            Dossier dossier,
            List<Vrij> vrij,
            Optional<String> reden,
            Getypt getypt,
            String klaar,
            Instant nu,
            LocalDate vandaag) {}

    private final Aanvraagdossiers aanvragen;
    private final Aanbiedingen aanbiedingen;
    private final Wmobesluiten besluiten;
    private final Bedden bedden;
    private final Dossiers dossiers;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    AanvraagPageController(
            Aanvraagdossiers aanvragen,
            Aanbiedingen aanbiedingen,
            Wmobesluiten besluiten,
            Bedden bedden,
            Dossiers dossiers,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.aanvragen = aanvragen;
        this.aanbiedingen = aanbiedingen;
        this.besluiten = besluiten;
        this.bedden = bedden;
        this.dossiers = dossiers;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Get
    HttpResponse<?> lijst(HttpRequest<?> verzoek) {
        var gevraagd = verzoek.getParameters().getFirst("stand").orElse("");
        var stand = Stream.of(Stand.values())
                .filter(een -> een.woord().equals(gevraagd))
                .findFirst()
                .orElse(Stand.OPEN);
        var regels = aanvragen.lijst(stand);
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.AANMELDING_BEHANDELEN,
                Waarom.om(Grond.EIGEN_WERK),
                regels.stream().map(regel -> regel.aanmelding().gezien()).toList());
        return paginas.ok(
                verzoek,
                "makelaar/aanmeldingen",
                new LijstPagina(
                        stand,
                        regels,
                        regels.stream().anyMatch(Aanvraagdossiers.Regel::isSpoed) ? vrij(verzoek) : List.of(),
                        verzoek.getParameters()
                                .getFirst("klaar")
                                .filter(INGETROKKEN::equals)
                                .map(woord -> "dossier.klaar-" + woord)
                                .orElse(""),
                        klok.instant(),
                        klok.vandaag()));
    }

    private List<Vrij> vrij(HttpRequest<?> verzoek) {
        var vandaag = klok.vandaag();
        var morgen = vandaag.plusDays(1);
        var perHuis = new ArrayList<Vrij>();
        for (var bed : bedden.van(toegang.wie(verzoek), vandaag, vandaag.plusDays(2))) {
            var huis = bed.huis();
            var eerder = perHuis.isEmpty() || !perHuis.getLast().huis().equals(huis.naam())
                    ? new Vrij(huis.naam(), huis.regels().spoed(), 0, 0)
                    : perHuis.removeLast();
            perHuis.add(new Vrij(
                    eerder.huis(),
                    eerder.spoed(),
                    eerder.vannacht() + (bed.nachten().containsKey(vandaag) ? 0 : 1),
                    eerder.morgen() + (bed.nachten().containsKey(morgen) ? 0 : 1)));
        }
        return perHuis.stream().filter(een -> een.vannacht() + een.morgen() > 0).toList();
    }

    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        return toon(HttpStatus.OK, verzoek, dossier(id), Getypt.NIETS);
    }

    /** Why something that is over is opened. */
    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var dossier = dossier(id);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var reden = velden.verplicht("reden", MAX_REDEN, "reden.geen");
        if (!velden.fouten().isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    kader,
                    "makelaar/reden",
                    new RedenPagina(pad(dossier), velden.zoals("reden"), velden.fouten()));
        }
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.AANMELDING_BEHANDELEN,
                Waarom.geopend(reden),
                List.of(dossier.aanmelding().gezien()));
        return HttpResponse.seeOther(URI.create(pad(dossier)));
    }

    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Post("/{id}/aanvaarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> aanvaard(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(
                verzoek,
                id,
                inhoud,
                (dossier, velden) -> naar(
                        dossier,
                        velden.uuid("bod")
                                .map(bod -> aanbiedingen.aanvaard(
                                        bod, dossier.aanmelding().id(), door(verzoek)))
                                .filter(KiesResultaat.Gekozen.class::isInstance)
                                .map(_ -> "gekozen")
                                .orElse(TE_LAAT)));
    }

    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Post("/{id}/weigering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> weiger(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(
                verzoek,
                id,
                inhoud,
                (dossier, velden) -> naar(
                        dossier,
                        velden.uuid("bod")
                                .map(bod -> aanbiedingen.wijsAf(
                                        bod, dossier.aanmelding().id(), door(verzoek)))
                                .filter(KiesResultaat.Gekozen.class::isInstance)
                                .map(_ -> "geweigerd")
                                .orElse(TE_LAAT)));
    }

    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Post("/{id}/vraag")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(
                verzoek,
                id,
                inhoud,
                (dossier, velden) -> naar(
                        dossier,
                        velden.uuid("huis")
                                .map(huis ->
                                        aanbiedingen.vraag(dossier.aanmelding().id(), huis, door(verzoek)))
                                .filter(VraagResultaat.Gevraagd.class::isInstance)
                                .map(_ -> "gevraagd")
                                .orElse(TE_LAAT)));
    }

    @Mag(Handeling.AANMELDING_BEHANDELEN)
    @Post("/{id}/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(verzoek, id, inhoud, (dossier, velden) -> {
            if (!velden.jaNee("gevraagd").orElse(false)) {
                velden.fout("gevraagd", "aanvraag-intrekken.niet-gevraagd");
                return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, dossier, Getypt.van(velden));
            }
            // What is over opens with a reason only, so the list says that it worked.
            return aanbiedingen
                            .trekIn(dossier.aanmelding().id(), door(verzoek))
                            .filter(wordt -> wordt.status() == Status.INGETROKKEN)
                            .isPresent()
                    ? HttpResponse.seeOther(URI.create(PAD + "?klaar=" + INGETROKKEN))
                    : naar(dossier, TE_LAAT);
        });
    }

    @Mag(Handeling.WMO_VASTLEGGEN)
    @Post("/{id}/wmo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wmo(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(verzoek, id, inhoud, (dossier, velden) -> {
            var besluit = velden.verplichteKeuze("besluit", BESLUITEN);
            var toegekend = besluit.filter(Wmostand.TOEGEKEND.woord()::equals).isPresent();
            var nachten = velden.getal("nachten", 0, AanmeldingInvoer.MAX_WMO);
            if (toegekend && velden.isLeeg("nachten")) {
                velden.fout("nachten", "fout.geen-getal", 0, AanmeldingInvoer.MAX_WMO);
            }
            var op = velden.datum("op");
            var getypt = Getypt.van(velden);
            if (besluit.isEmpty() || !getypt.fouten().isEmpty()) {
                return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, dossier, getypt);
            }
            var t = paginas.kader(verzoek).t();
            return switch (besluiten.legVast(
                    dossier.aanmelding().id(),
                    Wmostand.van(besluit.get()),
                    toegekend ? nachten.map(OptionalInt::of).orElseGet(OptionalInt::empty) : OptionalInt.empty(),
                    op.orElse(klok.vandaag()),
                    door(verzoek))) {
                case BesluitResultaat.Vastgelegd _ -> naar(dossier, "besluit");
                case BesluitResultaat.TeWeinigNachten _ ->
                    toon(
                            HttpStatus.CONFLICT,
                            verzoek,
                            dossier,
                            getypt.metFout("nachten", t.van("probleem.te-weinig-nachten.uitleg")));
                case BesluitResultaat.VerkeerdeDag _ ->
                    toon(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            verzoek,
                            dossier,
                            getypt.metFout("op", t.van("fout.besluitdag")));
                case BesluitResultaat.Onbekend _ -> throw new NotFoundException();
            };
        });
    }

    private String door(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).slug();
    }

    private Dossier dossier(String id) {
        return Invoer.uuid(id).flatMap(aanvragen::find).orElseThrow(NotFoundException::new);
    }

    private static String pad(Dossier dossier) {
        return PAD + "/" + dossier.aanmelding().id();
    }

    private static HttpResponse<?> naar(Dossier dossier, String klaar) {
        return HttpResponse.seeOther(URI.create(pad(dossier) + "?klaar=" + klaar));
    }

    /** What is over is changed by nobody who did not say why they opened it. */
    private HttpResponse<?> formulier(
            HttpRequest<?> verzoek,
            String id,
            byte @Nullable [] inhoud,
            BiFunction<Dossier, Velden, HttpResponse<?>> werk) {
        var dossier = dossier(id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        return waarom(inzageboek.kijker(verzoek), dossier.aanmelding()).isPresent()
                ? werk.apply(dossier, velden)
                : HttpResponse.seeOther(URI.create(pad(dossier)));
    }

    private Optional<Waarom> waarom(Kijker kijker, Verblijfsaanmelding aanmelding) {
        return aanvragen.isLopend(aanmelding)
                ? Optional.of(Waarom.om(Grond.EIGEN_WERK))
                : dossiers.waarom(kijker, aanmelding.mantelzorger());
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Dossier dossier, Getypt getypt) {
        var kijker = inzageboek.kijker(verzoek);
        var aanmelding = dossier.aanmelding();
        var waarom = waarom(kijker, aanmelding);
        if (waarom.isEmpty()) {
            return paginas.ok(verzoek, "makelaar/reden", new RedenPagina(pad(dossier), "", List.of()));
        }
        var gezien = new ArrayList<>(List.of(aanmelding.gezien()));
        if (dossier.zorg().isPresent()) {
            gezien.add(new Gezien(aanmelding.mantelzorger().waarde(), Ding.ZORG, Optional.of(aanmelding.id())));
        }
        inzageboek.noteer(kijker, Handeling.AANMELDING_BEHANDELEN, waarom.get(), gezien);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(dossier)),
                "makelaar/aanmelding",
                new DossierPagina(
                        dossier,
                        aanmelding.urgentie() == Urgentie.NU
                                        && aanmelding.status().isOpen()
                                ? vrij(verzoek)
                                : List.of(),
                        waarom.get().reden(),
                        getypt,
                        verzoek.getParameters()
                                .getFirst("klaar")
                                .filter(KLAAR::contains)
                                .map(woord -> "dossier.klaar-" + woord)
                                .orElse(""),
                        klok.instant(),
                        klok.vandaag()));
    }
}
