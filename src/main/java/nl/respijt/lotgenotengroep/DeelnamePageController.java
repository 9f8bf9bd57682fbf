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
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Formulierwacht;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Reeksen;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.lotgenotengroep.GroepPageController.Gevonden;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Joining a group, and the page of who is in it for whoever holds its key: when, what was written, and how to stop. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DeelnamePageController {
    /** What was typed, to be shown again; as with a booking. */
    public record Formulier(
            String sleutel,
            String stempel,
            String naam,
            String email,
            String telefoon,
            String samenMet,
            boolean iemandMee,
            List<Fout> fouten) {
        static Formulier leeg(String stempel) {
            return new Formulier(UUID.randomUUID().toString(), stempel, "", "", "", "", false, List.of());
        }

        Formulier met(List<Fout> andere) {
            return new Formulier(sleutel, stempel, naam, email, telefoon, samenMet, iemandMee, andere);
        }

        /** The same, ready to be sent as a new wish. */
        Formulier opnieuw(List<Fout> andere) {
            var nieuw = UUID.randomUUID().toString();
            return new Formulier(nieuw, stempel, naam, email, telefoon, samenMet, iemandMee, andere);
        }

        public Optional<String> fout(String veld) {
            return fouten.stream()
                    .filter(fout -> fout.veld().equals(veld))
                    .map(Fout::melding)
                    .findFirst();
        }
    }

    /** The form; {@code vol} says that one comes on the waiting list. */
    public record MeedoenPagina(Gevonden gevonden, boolean vol, Formulier formulier, boolean doorMakelaar) {
        public Lotgenotengroep groep() {
            return gevonden.groep();
        }
    }

    /** A meeting to come, with the page where one says no to just that one. */
    public record Keer(Moment moment, String pad) {}

    /** Who is in a group, nameless: this page is shown without a login. */
    public record DeelnamePagina(
            Deelname deelname,
            String pad,
            String agendaPad,
            List<Keer> keren,
            List<Moment> wachtend,
            List<Groepsbericht> berichten,
            String afspraken,
            boolean nieuw) {
        /** So many are in sight; more would push the others, and how to stop, off a phone. */
        private static final int KEREN = 4;

        private static final int BERICHTEN = 2;

        public List<Keer> eersteKeren() {
            return tot(KEREN, keren);
        }

        public List<Keer> latereKeren() {
            return vanaf(KEREN, keren);
        }

        public List<Groepsbericht> nieuwsteBerichten() {
            return tot(BERICHTEN, berichten);
        }

        public List<Groepsbericht> eerdereBerichten() {
            return vanaf(BERICHTEN, berichten);
        }

        private static <T> List<T> tot(int aantal, List<T> lijst) {
            return lijst.subList(0, Math.min(aantal, lijst.size()));
        }

        private static <T> List<T> vanaf(int aantal, List<T> lijst) {
            return lijst.subList(Math.min(aantal, lijst.size()), lijst.size());
        }
    }

    private final GroepService groepen;
    private final Deelnames deelnames;
    private final Groepsberichten berichten;
    private final Reeksen reeksen;
    private final MomentService momenten;
    private final DeelnameSleutels sleutels;
    private final BoekingSleutels boekingsleutels;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Formulierwacht wacht;
    private final Paginas paginas;

    DeelnamePageController(
            GroepService groepen,
            Deelnames deelnames,
            Groepsberichten berichten,
            Reeksen reeksen,
            MomentService momenten,
            DeelnameSleutels sleutels,
            BoekingSleutels boekingsleutels,
            Inzageboek inzageboek,
            Toegang toegang,
            Formulierwacht wacht,
            Paginas paginas) {
        this.groepen = groepen;
        this.deelnames = deelnames;
        this.berichten = berichten;
        this.reeksen = reeksen;
        this.momenten = momenten;
        this.sleutels = sleutels;
        this.boekingsleutels = boekingsleutels;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.wacht = wacht;
        this.paginas = paginas;
    }

    @Mag(Handeling.BOEKEN)
    @Get("/lotgenotengroepen/{id}/meedoen")
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String id) {
        var pagina = pagina(verzoek, groep(id), Formulier.leeg(wacht.stempel()));
        return paginas.ok(verzoek, "lotgenotengroep/meedoen", pagina);
    }

    @Mag(Handeling.BOEKEN)
    @Post("/lotgenotengroepen/{id}/meedoen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> meldAan(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var groep = groep(id);
        var kader = paginas.kader(verzoek);
        var velden = Invoer.formulier(inhoud, kader.t());
        var formulierId = velden.uuid("sleutel").map(UUID::toString);
        velden.negeer(Formulierwacht.LOKVELD, Formulierwacht.STEMPEL);
        var getypt = getypt(velden, formulierId);
        var gelezen = DeelnameInvoer.lees(
                velden,
                groep.id(),
                "deelname:pagina:" + formulierId.orElse(""),
                toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER),
                kader.taal());
        if (gelezen.verzoek().isEmpty() || formulierId.isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, groep, getypt.met(gelezen.fouten()));
        }
        if (toegang.makelaar(verzoek).isEmpty() && wacht.vraagtNogEens(velden)) {
            return weer(verzoek, groep, getypt, kader.t().van("boeking.nog-eens"));
        }
        return switch (deelnames.meldAan(gelezen.verzoek().get())) {
            case DeelnameResultaat.Aangemeld(var antwoord) ->
                HttpResponse.seeOther(URI.create(sleutels.pad(antwoord) + "?nieuw=ja"));
            case DeelnameResultaat.DoetAlMee _ ->
                weer(verzoek, groep, getypt, kader.t().van("deelname.doet-al-mee"));
            case DeelnameResultaat.TeVeelGroepen _ ->
                weer(
                        verzoek,
                        groep,
                        getypt,
                        kader.t().van("deelname.te-veel", Deelnames.MAX_GROEPEN, kader.telefoon()));
            case DeelnameResultaat.Dicht _, DeelnameResultaat.Onbekend _ -> throw new NotFoundException();
            case DeelnameResultaat.AndereInhoud _ ->
                weer(verzoek, groep, getypt, kader.t().van("deelname.al-verstuurd"));
            case DeelnameResultaat.NogBezig _ ->
                weer(verzoek, groep, getypt, kader.t().van("boeking.nog-bezig"));
        };
    }

    private HttpResponse<?> weer(HttpRequest<?> verzoek, Lotgenotengroep groep, Formulier getypt, String melding) {
        return opnieuw(verzoek, HttpStatus.CONFLICT, groep, getypt.opnieuw(List.of(new Fout("naam", melding))));
    }

    private HttpResponse<?> opnieuw(
            HttpRequest<?> verzoek, HttpStatus status, Lotgenotengroep groep, Formulier formulier) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(groep.pad() + "/meedoen"),
                "lotgenotengroep/meedoen",
                pagina(verzoek, groep, formulier));
    }

    private MeedoenPagina pagina(HttpRequest<?> verzoek, Lotgenotengroep groep, Formulier formulier) {
        return new MeedoenPagina(
                new Gevonden(groep, groepen.ritmes(groep.id()), groepen.eerstvolgende(groep.id())),
                groep.deelnemers() >= groep.grootte(),
                formulier,
                toegang.makelaar(verzoek).isPresent());
    }

    private Formulier getypt(Velden velden, Optional<String> sleutel) {
        return new Formulier(
                sleutel.orElseGet(() -> UUID.randomUUID().toString()),
                wacht.stempel(velden),
                velden.zoals("naam"),
                velden.zoals("email"),
                velden.zoals("telefoon"),
                velden.zoals("samenMet"),
                velden.zoals("iemandMee").equals("ja"),
                List.of());
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/deelname/{sleutel}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return paginas.ok(verzoek, "lotgenotengroep/deelname", pagina(verzoek, deelname(verzoek, sleutel)));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Get("/deelname/{sleutel}/stoppen")
    HttpResponse<?> stoppen(HttpRequest<?> verzoek, String sleutel) {
        var deelname = deelname(verzoek, sleutel);
        return deelname.isActief()
                ? paginas.ok(verzoek, "lotgenotengroep/stoppen", pagina(verzoek, deelname))
                : terug(deelname);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/deelname/{sleutel}/stoppen")
    @Consumes("*/*")
    HttpResponse<?> stop(HttpRequest<?> verzoek, String sleutel) {
        var deelname = deelname(verzoek, sleutel);
        deelnames.stop(
                deelname.id(), toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER));
        return terug(deelname);
    }

    private HttpResponse<?> terug(Deelname deelname) {
        return HttpResponse.seeOther(URI.create(sleutels.pad(deelname.id())));
    }

    private DeelnamePagina pagina(HttpRequest<?> verzoek, Deelname deelname) {
        var groep = groepen.find(deelname.groepId()).orElseThrow();
        return new DeelnamePagina(
                deelname,
                sleutels.pad(deelname.id()),
                sleutels.agendaPad(deelname.id()),
                reeksen.van(deelname.id()).stream().map(this::keer).toList(),
                reeksen.wachtend(deelname.id()).stream()
                        .flatMap(plek -> momenten.find(new MomentId(plek.dingId())).stream())
                        .toList(),
                deelname.isActief() ? berichten.van(deelname.groepId()) : List.of(),
                groep.afspraken(),
                verzoek.getParameters().contains("nieuw"));
    }

    private Keer keer(Boeking boeking) {
        return new Keer(boeking.moment(), boekingsleutels.beheerPad(boeking.id()));
    }

    /** Any other text than the key of a deelname is an address that does not exist. */
    private Deelname deelname(HttpRequest<?> verzoek, String sleutel) {
        var deelname = sleutels.lees(sleutel).flatMap(deelnames::find).orElseThrow(NotFoundException::new);
        inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, deelname.gezien());
        return deelname;
    }

    /** A group that stopped or takes nobody new is not there. */
    private Lotgenotengroep groep(String id) {
        return Invoer.uuid(id)
                .flatMap(groepen::find)
                .filter(Lotgenotengroep::isTeVinden)
                .orElseThrow(NotFoundException::new);
    }
}
