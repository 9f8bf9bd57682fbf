package nl.respijt.lotgenotengroep;

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
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group, for who leads it: whom to call first, who wants somebody along, and the others by their first name.
 * An address is only shown of who is to be called; everybody is reached with a message through us.
 */
@Hidden
@Controller("/groep")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DeelnemersPageController {
    private static final int MAX_TREFPUNT = 200;

    /** Somebody to call or to meet; {@code bereik} is how. */
    public record Taak(Deelname deelname, String bereik) {}

    /** The page; {@code klaar} is a text key, or empty. */
    public record DeelnemersPagina(
            Lotgenotengroep groep,
            List<Taak> bellen,
            List<Taak> meegaan,
            List<Deelname> deelnemers,
            int wachtend,
            Getypt getypt,
            String klaar) {}

    /** What was written, and the form for more; {@code formulier} makes sending twice the same as once. */
    public record BerichtenPagina(
            Lotgenotengroep groep,
            List<Groepsbericht> berichten,
            int aantal,
            UUID formulier,
            Getypt getypt,
            boolean klaar) {}

    private final GroepService groepen;
    private final Deelnames deelnames;
    private final Groepsberichten berichten;
    private final Wachtlijst wachtlijst;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;

    DeelnemersPageController(
            GroepService groepen,
            Deelnames deelnames,
            Groepsberichten berichten,
            Wachtlijst wachtlijst,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas) {
        this.groepen = groepen;
        this.deelnames = deelnames;
        this.berichten = berichten;
        this.wachtlijst = wachtlijst;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.DEELNEMERS_ZIEN)
    @Get("/{id}/deelnemers")
    HttpResponse<?> deelnemers(HttpRequest<?> verzoek, String id) {
        var groep = groep(verzoek, id, Handeling.DEELNEMERS_ZIEN);
        return toon(HttpStatus.OK, verzoek, groep, Getypt.NIETS);
    }

    @Mag(Handeling.DEELNEMER_BEHEREN)
    @Post("/deelnemers/{id}/toelating")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> laatToe(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = deelname(verzoek, id);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        deelnames.laatToe(wie.deelname().id(), ProefScherm.door(toegang.wie(verzoek)));
        return klaar(wie.groep(), "toelating");
    }

    /** After the first talk they do not join after all, or they asked the coordinator to be taken off. */
    @Mag(Handeling.DEELNEMER_BEHEREN)
    @Post("/deelnemers/{id}/stoppen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = deelname(verzoek, id);
        toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        deelnames.stop(wie.deelname().id(), ProefScherm.door(toegang.wie(verzoek)));
        return klaar(wie.groep(), "stoppen");
    }

    @Mag(Handeling.DEELNEMER_BEHEREN)
    @Post("/deelnemers/{id}/trefpunt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> spreekAf(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = deelname(verzoek, id);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var trefpunt = velden.verplicht("trefpunt", MAX_TREFPUNT, "deelnemers.geen-trefpunt");
        if (!velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, wie.groep(), Getypt.van(velden));
        }
        deelnames.spreekAf(wie.deelname().id(), trefpunt, ProefScherm.door(toegang.wie(verzoek)));
        return klaar(wie.groep(), "trefpunt");
    }

    @Mag(Handeling.DEELNEMERS_ZIEN)
    @Get("/{id}/berichten")
    HttpResponse<?> berichten(HttpRequest<?> verzoek, String id) {
        var groep = groep(verzoek, id, Handeling.DEELNEMERS_ZIEN);
        return schrijf(HttpStatus.OK, verzoek, groep, Getypt.NIETS);
    }

    @Mag(Handeling.GROEPSBERICHT_STUREN)
    @Post("/{id}/berichten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stuur(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(verzoek, id, Handeling.GROEPSBERICHT_STUREN);
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var formulier = velden.uuid("formulier").orElseGet(UUID::randomUUID);
        var tekst = velden.alinea("tekst", Groepsbericht.MAX_TEKST);
        if (tekst.isEmpty() && velden.fouten().isEmpty()) {
            velden.fout("tekst", "groepsbericht.leeg");
        }
        if (!velden.fouten().isEmpty() || tekst.isEmpty()) {
            return schrijf(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, groep, Getypt.van(velden));
        }
        berichten.stuur(formulier, groep.id(), tekst.get(), toegang.wie(verzoek));
        return HttpResponse.seeOther(URI.create("/groep/" + groep.id() + "/berichten?klaar=ja"));
    }

    private HttpResponse<?> schrijf(HttpStatus status, HttpRequest<?> verzoek, Lotgenotengroep groep, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad("/groep/" + groep.id() + "/berichten"),
                "lotgenotengroep/berichten",
                new BerichtenPagina(
                        groep,
                        berichten.van(groep.id()),
                        deelnames.inGroep(groep.id()).size(),
                        UUID.randomUUID(),
                        getypt,
                        verzoek.getParameters().contains("klaar")));
    }

    /** A line in the book for each of them, before they are shown. */
    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Lotgenotengroep groep, Getypt getypt) {
        var alle = deelnames.inGroep(groep.id());
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.DEELNEMERS_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                alle.stream().map(Deelname::gezien).toList());
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad("/groep/" + groep.id() + "/deelnemers"),
                "lotgenotengroep/deelnemers",
                new DeelnemersPagina(
                        groep,
                        taken(alle.stream().filter(wie -> wie.status() == Deelname.Status.KENNISMAKING)),
                        taken(alle.stream().filter(Deelname::zoektBegeleider)),
                        alle.stream()
                                .filter(wie -> wie.status() == Deelname.Status.DEELNEMER)
                                .toList(),
                        wachtlijst.voor(groep.id()).size(),
                        getypt,
                        verzoek.getParameters().getFirst("klaar").orElse("")));
    }

    private static List<Taak> taken(Stream<Deelname> wie) {
        return wie.map(een -> new Taak(
                        een,
                        een.contact()
                                .telefoon()
                                .map(ContactLezer::leesbaar)
                                .or(() -> een.contact().email())
                                .orElseThrow()))
                .toList();
    }

    private static HttpResponse<?> klaar(Lotgenotengroep groep, String wat) {
        return HttpResponse.seeOther(URI.create("/groep/" + groep.id() + "/deelnemers?klaar=" + wat));
    }

    /** What somebody may not see is not there. */
    private Lotgenotengroep groep(HttpRequest<?> verzoek, String id, Handeling handeling) {
        return Invoer.uuid(id)
                .flatMap(uuid -> groepen.find(uuid, toegang.wie(verzoek), handeling))
                .orElseThrow(NotFoundException::new);
    }

    private Wie deelname(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(deelnames::find)
                .flatMap(deelname -> groepen.find(deelname.groepId(), toegang.wie(verzoek), Handeling.DEELNEMER_BEHEREN)
                        .map(groep -> new Wie(groep, deelname)))
                .orElseThrow(NotFoundException::new);
    }

    /** Somebody, and their group. */
    private record Wie(Lotgenotengroep groep, Deelname deelname) {}
}
