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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Who stays in a house, who comes and who left; the house says so here. It sees its own and nothing else. */
@Hidden
@Controller("/verblijven")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class VerblijvenPageController {
    private static final String PAD = VerblijfSleutels.VERBLIJVEN;
    private static final List<String> KLAAR = List.of("aankomst", "niet-gekomen", "vertrek", "nachten", "nee");

    /** The steps of a stay that are of the house's business. */
    private static final List<String> STAPPEN = List.of(
            "bevestigd",
            "verblijft",
            "niet-gekomen",
            "verlengd",
            "verkort",
            "andere-dag-gevraagd",
            "andere-dag-kan-niet",
            "overdracht-gedeeld",
            "overdracht-ingetrokken",
            "afgerond",
            "ingetrokken");

    /** @param verwacht who comes today, or should have come */
    public record VerblijvenPagina(
            List<Logeerbeurt> verwacht,
            List<Logeerbeurt> nu,
            List<Logeerbeurt> komend,
            List<Logeerbeurt> voorbij,
            LocalDate vandaag) {
        public boolean isLeeg() {
            return verwacht.isEmpty() && nu.isEmpty() && komend.isEmpty() && voorbij.isEmpty();
        }
    }

    /**
     * One stay; {@code klaar} a text key or empty, {@code fout} why not or empty.
     *
     * @param overdracht whether there is a sheet that this house may read
     * @param aanvraag where this reader finds what the guest needs
     */
    public record VerblijfPagina(
            Logeerbeurt beurt,
            boolean overdracht,
            List<Gebeurtenis> stappen,
            LocalDate vandaag,
            String aanvraag,
            String klaar,
            Getypt getypt) {
        /** They can have come, and nobody said so. */
        public boolean isTeMelden() {
            return !beurt.aankomst().isAfter(vandaag)
                    && (beurt.aanmelding().status() == Status.BEVESTIGD || beurt.isOngemeld());
        }

        /** They may come after all. */
        public boolean kanTochKomen() {
            return beurt.nietGekomen()
                    && vandaag.isBefore(beurt.aanbieding().verblijf().tot());
        }
    }

    private final Verblijven verblijven;
    private final Overdrachten overdrachten;
    private final Aanmeldingen aanmeldingen;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    VerblijvenPageController(
            Verblijven verblijven,
            Overdrachten overdrachten,
            Aanmeldingen aanmeldingen,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.verblijven = verblijven;
        this.overdrachten = overdrachten;
        this.aanmeldingen = aanmeldingen;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.VERBLIJVEN_ZIEN)
    @Get
    HttpResponse<?> alle(HttpRequest<?> verzoek) {
        var alle = verblijven.van(toegang.wie(verzoek));
        var vandaag = klok.vandaag();
        noteer(verzoek, alle.stream().map(beurt -> beurt.aanmelding().gezien()).toList());
        Predicate<Logeerbeurt> verwacht = beurt -> beurt.aanmelding().status() == Status.BEVESTIGD
                && !beurt.aankomst().isAfter(vandaag);
        return paginas.ok(
                verzoek,
                "kortverblijf/verblijven",
                new VerblijvenPagina(
                        alle.stream().filter(verwacht).toList(),
                        met(alle, Status.VERBLIJFT),
                        alle.stream()
                                .filter(beurt -> !verwacht.test(beurt)
                                        && beurt.aanmelding().status().heeftBed())
                                .toList(),
                        met(alle, Status.AFGEROND).reversed(),
                        vandaag));
    }

    private static List<Logeerbeurt> met(List<Logeerbeurt> alle, Status status) {
        return alle.stream()
                .filter(beurt -> beurt.aanmelding().status() == status)
                .toList();
    }

    @Mag(Handeling.VERBLIJVEN_ZIEN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        return toon(HttpStatus.OK, verzoek, eigen(verzoek, id), Getypt.NIETS);
    }

    /** Written by the carer, for this house only. */
    @Mag(Handeling.OVERDRACHT_ZIEN)
    @Get("/{id}/overdracht")
    HttpResponse<?> overdracht(HttpRequest<?> verzoek, String id) {
        var beurt = eigen(verzoek, id);
        var pad = pad(beurt);
        var overdracht = overdrachten.voorHuis(beurt.aanmelding().id(), toegang.wie(verzoek));
        if (overdracht.isEmpty()) {
            return HttpResponse.seeOther(URI.create(pad));
        }
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.OVERDRACHT_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                List.of(new Gezien(
                        beurt.aanmelding().mantelzorger().waarde(),
                        Ding.OVERDRACHT,
                        Optional.of(beurt.aanmelding().id()))));
        return paginas.ok(
                verzoek,
                "kortverblijf/overdrachtblad",
                new OverdrachtPageController.BladPagina(beurt, overdracht.get(), pad, "verblijven.terug-gast"));
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/{id}/aankomst")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> aankomst(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var beurt = eigen(verzoek, id);
        var velden = formulier(verzoek, inhoud);
        return terug(
                verzoek,
                beurt,
                velden,
                "aankomst",
                verblijven.aankomst(beurt.aanmelding().id(), toegang.wie(verzoek)));
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/{id}/niet-gekomen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nietGekomen(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var beurt = eigen(verzoek, id);
        var velden = formulier(verzoek, inhoud);
        return terug(
                verzoek,
                beurt,
                velden,
                "niet-gekomen",
                verblijven.nietGekomen(beurt.aanmelding().id(), toegang.wie(verzoek)));
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/{id}/vertrek")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vertrek(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var beurt = eigen(verzoek, id);
        var velden = formulier(verzoek, inhoud);
        var op = velden.datum("op");
        if (velden.isLeeg("op")) {
            velden.fout("op", "fout.geen-datum");
        }
        if (op.isEmpty() || !velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, beurt, Getypt.van(velden));
        }
        return terug(
                verzoek,
                beurt,
                velden,
                "vertrek",
                verblijven.vertrek(beurt.aanmelding().id(), op.get(), toegang.wie(verzoek)));
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/{id}/nachten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nachten(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var beurt = eigen(verzoek, id);
        var velden = formulier(verzoek, inhoud);
        var tot = velden.datum("tot");
        if (velden.isLeeg("tot")) {
            velden.fout("tot", "fout.geen-datum");
        }
        if (tot.isEmpty() || !velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, beurt, Getypt.van(velden));
        }
        var wie = beurt.aanmelding().id();
        return switch (verblijven.nachten(wie, tot.get(), toegang.wie(verzoek))) {
            case NachtenResultaat.Gewijzigd _ -> klaar(beurt, "nachten");
            case NachtenResultaat.BedBezet _ -> nee(verzoek, beurt, velden, "tot", "verblijven.nee.bed-bezet");
            case NachtenResultaat.ContractVerlopen(var eind) ->
                eind.<HttpResponse<?>>map(dag ->
                                nee(verzoek, beurt, velden, "tot", "verblijven.nee.contract", datum(verzoek, dag)))
                        .orElseGet(() -> nee(verzoek, beurt, velden, "tot", "verblijven.nee.geen-contract"));
            case NachtenResultaat.TeLang(var _, var maximaal) ->
                nee(verzoek, beurt, velden, "tot", "verblijven.nee.te-lang", maximaal);
            case NachtenResultaat.NietGedekt(var nachten) ->
                nee(verzoek, beurt, velden, "tot", "verblijven.nee.niet-gedekt", nachten.orElse(0));
            case NachtenResultaat.TeKort(var vroegst) ->
                nee(verzoek, beurt, velden, "tot", "verblijven.nee.te-kort", datum(verzoek, vroegst));
            case NachtenResultaat.NogNietZeker _ -> nee(verzoek, beurt, velden, "", "verblijven.nee.nog-niet-zeker");
            case NachtenResultaat.AlVoorbij _ -> nee(verzoek, beurt, velden, "", "verblijven.nee.voorbij");
            case NachtenResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    /** The house cannot do what the carer asked. */
    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/{id}/vraag-nee")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vraagNee(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var beurt = eigen(verzoek, id);
        formulier(verzoek, inhoud);
        return verblijven.wijsVraagAf(beurt.aanmelding().id(), toegang.wie(verzoek))
                ? klaar(beurt, "nee")
                : HttpResponse.seeOther(URI.create(pad(beurt)));
    }

    private HttpResponse<?> terug(
            HttpRequest<?> verzoek, Logeerbeurt beurt, Velden velden, String wat, MeldResultaat resultaat) {
        return switch (resultaat) {
            case MeldResultaat.Gemeld _ -> klaar(beurt, wat);
            case MeldResultaat.TeVroeg(var vanaf) ->
                nee(
                        verzoek,
                        beurt,
                        velden,
                        wat.equals("vertrek") ? "op" : "",
                        "verblijven.nee.te-vroeg",
                        datum(verzoek, vanaf));
            case MeldResultaat.NogNietVertrokken _ -> nee(verzoek, beurt, velden, "op", "fout.dag-komt-nog");
            case MeldResultaat.NogNietZeker _ -> nee(verzoek, beurt, velden, "", "verblijven.nee.nog-niet-zeker");
            case MeldResultaat.AlGekomen _ -> nee(verzoek, beurt, velden, "", "verblijven.nee.al-gekomen");
            case MeldResultaat.BedBezet _ -> nee(verzoek, beurt, velden, "", "verblijven.nee.bed-weg");
            case MeldResultaat.AlVoorbij _ -> nee(verzoek, beurt, velden, "", "verblijven.nee.voorbij");
            case MeldResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    /** It cannot be, and why; as the stay is now. */
    private HttpResponse<?> nee(
            HttpRequest<?> verzoek, Logeerbeurt beurt, Velden velden, String veld, String sleutel, Object... waarden) {
        var nu = verblijven.find(beurt.aanmelding().id(), toegang.wie(verzoek)).orElseThrow(NotFoundException::new);
        var t = paginas.kader(verzoek).t();
        return toon(HttpStatus.CONFLICT, verzoek, nu, Getypt.van(velden).metFout(veld, t.van(sleutel, waarden)));
    }

    private String datum(HttpRequest<?> verzoek, LocalDate dag) {
        return paginas.kader(verzoek).d().dagZonderJaar(dag);
    }

    private HttpResponse<?> klaar(Logeerbeurt beurt, String wat) {
        return HttpResponse.seeOther(URI.create(pad(beurt) + "?klaar=" + wat));
    }

    private static String pad(Logeerbeurt beurt) {
        return PAD + "/" + beurt.aanmelding().id();
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Logeerbeurt beurt, Getypt getypt) {
        noteer(verzoek, List.of(beurt.aanmelding().gezien()));
        Kader kader = paginas.kader(verzoek).opPad(pad(beurt));
        UUID id = beurt.aanmelding().id();
        var klaar = verzoek.getParameters().getFirst("klaar").filter(KLAAR::contains);
        return paginas.toon(
                status,
                verzoek,
                kader,
                "kortverblijf/verblijf",
                new VerblijfPagina(
                        beurt,
                        Rechten.mag(toegang.wie(verzoek).rol(), Handeling.OVERDRACHT_ZIEN)
                                && overdrachten.isTeLezen(beurt)
                                && overdrachten.van(id).isPresent(),
                        aanmeldingen.stappen(id).stream()
                                .filter(stap -> STAPPEN.contains(stap.wat()))
                                .toList(),
                        klok.vandaag(),
                        (toegang.wie(verzoek).rol() == Rol.MAKELAAR ? VerblijfSleutels.MAKELAAR : VerblijfSleutels.HUIS)
                                + "/" + id,
                        klaar.map(woord -> "verblijven.klaar-" + woord).orElse(""),
                        getypt));
    }

    private Velden formulier(HttpRequest<?> verzoek, byte @Nullable [] inhoud) {
        return toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
    }

    private void noteer(HttpRequest<?> verzoek, List<Gezien> gezien) {
        inzageboek.noteer(inzageboek.kijker(verzoek), Handeling.VERBLIJVEN_ZIEN, Waarom.om(Grond.EIGEN_WERK), gezien);
    }

    private Logeerbeurt eigen(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(wie -> verblijven.find(wie, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
    }
}
