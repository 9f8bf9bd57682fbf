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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.kortverblijf.Verblijven.VraagResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** A carer's stay: where and when, what to bring, and another day of departure; by the key of the intake. */
@Hidden
@Controller("/aanmelding/{sleutel}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class UwVerblijfPageController {
    /**
     * The page.
     *
     * @param gevraagd right after asking for another day
     * @param kanNiet the house said that the other day cannot be, and nothing happened since
     * @param overdracht whether a house may still read one
     * @param gedeeld whether there is one for it to read
     */
    public record UwVerblijfPagina(
            Logeerbeurt beurt,
            Huisgegevens huis,
            String pad,
            String agendaPad,
            boolean overdracht,
            boolean gedeeld,
            boolean terugblik,
            boolean gevraagd,
            boolean kanNiet,
            LocalDate vandaag,
            Getypt getypt) {
        /** It is certain, and the day of departure is still to come. */
        public boolean komtNog() {
            return beurt.isTeWijzigen() && !vandaag.isAfter(beurt.vertrek());
        }
    }

    /** On paper, in the language of whom it is for. */
    public record VerblijfsbriefPagina(Logeerbeurt beurt, Huisgegevens huis, String pad, LocalDate vandaag) {}

    private final Verblijven verblijven;
    private final Verblijfssleutel sleutel;
    private final VerblijfSleutels sleutels;
    private final Overdrachten overdrachten;
    private final Aanmeldingen aanmeldingen;
    private final HuisgegevensRepository huizen;
    private final Transacties transacties;
    private final Paginas paginas;
    private final Klok klok;

    UwVerblijfPageController(
            Verblijven verblijven,
            Verblijfssleutel sleutel,
            VerblijfSleutels sleutels,
            Overdrachten overdrachten,
            Aanmeldingen aanmeldingen,
            HuisgegevensRepository huizen,
            Transacties transacties,
            Paginas paginas,
            Klok klok) {
        this.verblijven = verblijven;
        this.sleutel = sleutel;
        this.sleutels = sleutels;
        this.overdrachten = overdrachten;
        this.aanmeldingen = aanmeldingen;
        this.huizen = huizen;
        this.transacties = transacties;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/verblijf")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, this.sleutel.beurt(verzoek, sleutel), Getypt.NIETS);
    }

    /** What to bring, where to be and when; nothing of care. */
    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/brief")
    HttpResponse<?> brief(HttpRequest<?> verzoek, String sleutel) {
        var beurt = this.sleutel.beurt(verzoek, sleutel);
        return beurt.isTeWijzigen()
                ? paginas.ok(
                        verzoek,
                        "kortverblijf/brief",
                        new VerblijfsbriefPagina(beurt, huis(beurt), pad(beurt), klok.vandaag()))
                : HttpResponse.seeOther(URI.create(pad(beurt)));
    }

    /** Asks the house; it decides on its nights. */
    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/verblijf/vraag")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var beurt = this.sleutel.beurt(verzoek, sleutel);
        var kader = paginas.kader(verzoek);
        var velden = Invoer.formulier(inhoud, kader.t());
        var tot = velden.datum("tot");
        if (velden.isLeeg("tot")) {
            velden.fout("tot", "fout.geen-datum");
        }
        if (tot.isEmpty() || !velden.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, beurt, Getypt.van(velden));
        }
        return switch (verblijven.vraag(beurt.aanmelding().id(), tot.get(), this.sleutel.door(verzoek))) {
            case VraagResultaat.Gevraagd _ -> HttpResponse.seeOther(URI.create(pad(beurt) + "?gevraagd=ja"));
            case VraagResultaat.AlZo _ -> {
                velden.fout("tot", "uw-verblijf.al-zo");
                yield toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, beurt, Getypt.van(velden));
            }
            case VraagResultaat.GeenDag(var vroegst, var laatst) -> {
                velden.fout(
                        "tot",
                        "uw-verblijf.geen-dag",
                        kader.d().dagZonderJaar(vroegst),
                        kader.d().dagZonderJaar(laatst));
                yield toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, beurt, Getypt.van(velden));
            }
            case VraagResultaat.KanNiet _ -> HttpResponse.seeOther(URI.create(pad(beurt)));
        };
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Logeerbeurt beurt, Getypt getypt) {
        var laatste = aanmeldingen.stappen(beurt.aanmelding().id()).stream()
                .map(Gebeurtenis::wat)
                .filter(wat -> !wat.startsWith("overdracht"))
                .reduce("", (_, wat) -> wat);
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(pad(beurt)),
                "kortverblijf/uw-verblijf",
                new UwVerblijfPagina(
                        beurt,
                        huis(beurt),
                        sleutel.pad(beurt),
                        sleutels.agendaPad(beurt.aanmelding().id()),
                        overdrachten.isTeLezen(beurt) && beurt.aanmelding().status() != Status.AFGEROND,
                        overdrachten.van(beurt.aanmelding().id()).isPresent(),
                        Terugblikken.isTeVragen(beurt),
                        verzoek.getParameters().contains("gevraagd"),
                        laatste.equals("andere-dag-kan-niet"),
                        klok.vandaag(),
                        getypt));
    }

    private Huisgegevens huis(Logeerbeurt beurt) {
        return transacties.lees(handle -> huizen.van(handle, beurt.aanbieding().huis()));
    }

    private String pad(Logeerbeurt beurt) {
        return sleutel.pad(beurt) + "/verblijf";
    }
}
