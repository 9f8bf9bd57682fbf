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
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.lotgenotengroep.CoordinatorPageController;
import nl.respijt.lotgenotengroep.GroepFormulier;
import nl.respijt.lotgenotengroep.GroepResultaat;
import nl.respijt.lotgenotengroep.GroepService;
import nl.respijt.lotgenotengroep.GroepService.Coordinator;
import nl.respijt.lotgenotengroep.Groepsstatus;
import nl.respijt.lotgenotengroep.Lotgenotengroep;
import nl.respijt.lotgenotengroep.ProefScherm;
import nl.respijt.lotgenotengroep.ProefScherm.Plaats;
import nl.respijt.lotgenotengroep.Ritmelijn;
import nl.respijt.lotgenotengroep.Wijziging;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** The groups at the desk: how they are doing, what is said of them, when and where they meet, and who leads them. */
@Hidden
@Controller("/makelaar/groepen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GroepenPageController {
    private static final int KOMENDE = 10;
    private static final String PAD = "/makelaar/groepen";

    /** A group in the list. */
    public record Regel(
            Lotgenotengroep groep, List<Ritmelijn> ritmes, Optional<Moment> eerste, List<Coordinator> coordinatoren) {}

    /** All groups. */
    public record GroepenPagina(List<Regel> regels) {}

    /** What a form about a group can be filled in with. */
    public record Keuzes(List<String> wijken, List<String> talen, LocalDate vandaag) {}

    /** A group that is still to be made. */
    public record NieuwPagina(Keuzes keuzes, Getypt getypt) {}

    /** One group; {@code klaar} says what was done, {@code getypt} holds a form that was refused. */
    public record GroepPagina(
            Regel regel, List<Moment> komende, List<Coordinator> mogelijk, String klaar, Getypt getypt) {}

    /** A form about one group; {@code welk} is the last word of its address. */
    public record FormPagina(Regel regel, Keuzes keuzes, String welk, Getypt getypt) {}

    private final GroepService groepen;
    private final GroepFormulier formulier;
    private final ProefScherm proef;
    private final Gemeente gemeente;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    GroepenPageController(
            GroepService groepen,
            GroepFormulier formulier,
            ProefScherm proef,
            Gemeente gemeente,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.groepen = groepen;
        this.formulier = formulier;
        this.proef = proef;
        this.gemeente = gemeente;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.GROEPEN_BEHEREN)
    @Get
    HttpResponse<?> alle(HttpRequest<?> verzoek) {
        var ritmes = groepen.ritmes();
        var eerste = groepen.eerstvolgende();
        var coordinatoren = groepen.coordinatoren();
        return paginas.ok(
                verzoek,
                "makelaar/groepen",
                new GroepenPagina(groepen.alle().stream()
                        .map(groep -> new Regel(
                                groep,
                                ritmes.getOrDefault(groep.id(), List.of()),
                                Optional.ofNullable(eerste.get(groep.id())),
                                coordinatoren.getOrDefault(groep.id(), List.of())))
                        .toList()));
    }

    @Mag(Handeling.GROEPEN_BEHEREN)
    @Get("/nieuw")
    HttpResponse<?> nieuw(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "makelaar/groepnieuw", new NieuwPagina(keuzes(), Getypt.NIETS));
    }

    @Mag(Handeling.GROEPEN_BEHEREN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> maak(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var kaart = formulier.kaart(velden, Groepsstatus.IN_OPRICHTING);
        var plek = formulier.plek(velden);
        var uren = formulier.uren(velden);
        var ritme = formulier.ritme(velden);
        var zonderVakanties = velden.jaNee("zonderVakanties").orElse(false);
        ritme.filter(een -> een.vanaf().isBefore(klok.vandaag()))
                .ifPresent(_ -> velden.fout("vanaf", "groepsbeheer.voorbij"));
        var getypt = Getypt.van(velden);
        if (uren.isEmpty() || ritme.isEmpty() || !getypt.fouten().isEmpty()) {
            return nieuwOpnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, getypt);
        }
        return switch (groepen.maak(kaart, plek, ritme.get(), uren.get(), zonderVakanties)) {
            case GroepResultaat.Gedaan(var groep) ->
                HttpResponse.seeOther(URI.create(PAD + "/" + groep.id() + "?klaar-gemaakt"));
            case GroepResultaat.NaamBestaat _ ->
                nieuwOpnieuw(verzoek, HttpStatus.CONFLICT, getypt.metFout("naam", t.van("groepsbeheer.naam-bestaat")));
            case GroepResultaat.TeKlein _, GroepResultaat.Onbekend _ ->
                throw new IllegalStateException("a new group has nobody in it yet");
        };
    }

    private HttpResponse<?> nieuwOpnieuw(HttpRequest<?> verzoek, HttpStatus status, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(PAD + "/nieuw"),
                "makelaar/groepnieuw",
                new NieuwPagina(keuzes(), getypt));
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        var kader = paginas.kader(verzoek);
        var klaar = verzoek.getParameters().contains("klaar-gemaakt")
                ? kader.t().van("groepsbeheer.gemaakt")
                : verzoek.getParameters().contains("bewaard")
                        ? kader.t().van("groepsbeheer.bewaard")
                        : CoordinatorPageController.klaar(verzoek, kader);
        return paginas.ok(verzoek, "makelaar/groep", pagina(groep(id), klaar, Getypt.NIETS));
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Get("/{id}/{welk:feiten|ritme|extra|stop}")
    HttpResponse<?> form(HttpRequest<?> verzoek, String id, String welk) {
        return paginas.ok(verzoek, "makelaar/groepform", formPagina(groep(id), welk, Getypt.NIETS));
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Post("/{id}/feiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var kaart = formulier.kaart(velden, groep.status());
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, groep, "feiten", getypt);
        }
        return switch (groepen.wijzig(groep.id(), kaart)) {
            case GroepResultaat.Gedaan _ -> HttpResponse.seeOther(URI.create(pad(groep) + "?bewaard"));
            case GroepResultaat.NaamBestaat _ ->
                opnieuw(
                        verzoek,
                        HttpStatus.CONFLICT,
                        groep,
                        "feiten",
                        getypt.metFout("naam", t.van("groepsbeheer.naam-bestaat")));
            case GroepResultaat.TeKlein(var deelnemers) ->
                opnieuw(
                        verzoek,
                        HttpStatus.CONFLICT,
                        groep,
                        "feiten",
                        getypt.metFout("grootte", t.van("groepsbeheer.te-klein", deelnemers)));
            case GroepResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Post("/{id}/ritme")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> anderRitme(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var velden = velden(verzoek, inhoud);
        var plek = formulier.plek(velden);
        var uren = formulier.uren(velden);
        var ritme = formulier.ritme(velden);
        var zonderVakanties = velden.jaNee("zonderVakanties").orElse(false);
        if (uren.isEmpty() || ritme.isEmpty() || !velden.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, groep, "ritme", Getypt.van(velden));
        }
        return wijzig(
                verzoek,
                velden,
                groep,
                new Wijziging.AnderRitme(ritme.get(), uren.get(), plek, zonderVakanties),
                "ritme",
                "vanaf");
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Post("/{id}/extra")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> extra(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var velden = velden(verzoek, inhoud);
        var datum = formulier.dag(velden, "datum");
        var uren = formulier.uren(velden);
        var plek = formulier.plek(velden);
        if (datum.isEmpty() || uren.isEmpty() || !velden.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, groep, "extra", Getypt.van(velden));
        }
        return wijzig(verzoek, velden, groep, new Wijziging.Extra(datum.get(), uren.get(), plek), "extra", "datum");
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Post("/{id}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var velden = velden(verzoek, inhoud);
        var per = formulier.dag(velden, "per");
        var reden = velden.verplicht("reden", GroepFormulier.MAX_REDEN, "groepsbeheer.geen-reden");
        if (per.isEmpty() || !velden.fouten().isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, groep, "stop", Getypt.van(velden));
        }
        return wijzig(verzoek, velden, groep, new Wijziging.Stop(per.get(), reden), "stop", "per");
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Post("/{id}/coordinatoren")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> koppel(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var t = paginas.kader(verzoek).t();
        var velden = toegang.formulier(verzoek, inhoud, t);
        var wie = velden.uuid("coordinator");
        if (velden.isLeeg("coordinator")) {
            velden.fout("coordinator", "groepsbeheer.geen-coordinator");
        }
        var getypt = Getypt.van(velden);
        if (wie.isEmpty() || !getypt.fouten().isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    paginas.kader(verzoek).opPad(pad(groep)),
                    "makelaar/groep",
                    pagina(groep, "", getypt));
        }
        groepen.koppel(groep.id(), wie.get());
        return HttpResponse.seeOther(URI.create(pad(groep) + "?bewaard"));
    }

    @Mag(Handeling.GROEP_BEHEREN)
    @Post("/{id}/coordinatoren/weg")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ontkoppel(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        velden.uuid("coordinator").ifPresent(wie -> groepen.ontkoppel(groep.id(), wie));
        return HttpResponse.seeOther(URI.create(pad(groep) + "?bewaard"));
    }

    private Velden velden(HttpRequest<?> verzoek, byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        velden.negeer(ProefScherm.GEZIEN);
        return velden;
    }

    private HttpResponse<?> wijzig(
            HttpRequest<?> verzoek,
            Velden velden,
            Lotgenotengroep groep,
            Wijziging wijziging,
            String waar,
            String veld) {
        var plaats = new Plaats(pad(groep) + "/" + waar, pad(groep) + "/" + waar, pad(groep));
        return proef.wijzig(verzoek, velden, toegang.wie(verzoek), groep, wijziging, plaats)
                .orElseGet(() -> opnieuw(
                        verzoek,
                        HttpStatus.CONFLICT,
                        groep,
                        waar,
                        Getypt.van(velden)
                                .metFout(veld, paginas.kader(verzoek).t().van("groepsbeheer.te-laat"))));
    }

    private HttpResponse<?> opnieuw(
            HttpRequest<?> verzoek, HttpStatus status, Lotgenotengroep groep, String welk, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(groep) + "/" + welk),
                "makelaar/groepform",
                formPagina(groep, welk, getypt));
    }

    private FormPagina formPagina(Lotgenotengroep groep, String welk, Getypt getypt) {
        return new FormPagina(regel(groep, Optional.empty()), keuzes(), welk, getypt);
    }

    private Regel regel(Lotgenotengroep groep, Optional<Moment> eerste) {
        return new Regel(
                groep,
                groepen.ritmes(groep.id()),
                eerste,
                groepen.coordinatoren().getOrDefault(groep.id(), List.of()));
    }

    private GroepPagina pagina(Lotgenotengroep groep, String klaar, Getypt getypt) {
        var komende = groepen.komende(groep.id(), KOMENDE);
        return new GroepPagina(
                regel(
                        groep,
                        komende.stream().filter(moment -> !moment.vervallen()).findFirst()),
                komende,
                groepen.mogelijkeCoordinatoren(groep.id()),
                klaar,
                getypt);
    }

    private Keuzes keuzes() {
        return new Keuzes(gemeente.wijken(), gemeente.talen(), klok.vandaag());
    }

    private Lotgenotengroep groep(String id) {
        return Invoer.uuid(id).flatMap(groepen::find).orElseThrow(NotFoundException::new);
    }

    private static String pad(Lotgenotengroep groep) {
        return PAD + "/" + groep.id();
    }
}
