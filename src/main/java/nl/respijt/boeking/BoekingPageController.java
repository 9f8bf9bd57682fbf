package nl.respijt.boeking;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekResultaat.AlBegonnen;
import nl.respijt.boeking.BoekResultaat.AlGeboekt;
import nl.respijt.boeking.BoekResultaat.AndereInhoud;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekResultaat.NogBezig;
import nl.respijt.boeking.BoekResultaat.Onbekend;
import nl.respijt.boeking.BoekResultaat.OnderVoorbehoud;
import nl.respijt.boeking.BoekResultaat.PastNiet;
import nl.respijt.boeking.BoekResultaat.TeVeelOpen;
import nl.respijt.boeking.BoekResultaat.TegoedOp;
import nl.respijt.boeking.BoekResultaat.Vervallen;
import nl.respijt.boeking.BoekResultaat.Vol;
import nl.respijt.boeking.BoekResultaat.VraagtThuis;
import nl.respijt.boeking.MomentUitleg.Wie;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Screen two of three: a name and a way to reach somebody; then on to the appointment itself. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class BoekingPageController {
    /**
     * What was typed, to be shown again; {@code sleutel} makes sending this form twice the same as once, {@code stempel}
     * says when it was shown. {@code taal} is what the makelaar chose for the caller; a carer reads on in the language of
     * the page.
     */
    public record Formulier(
            String sleutel,
            String stempel,
            String naam,
            String email,
            String telefoon,
            String personen,
            boolean iemandMee,
            String taal,
            Map<String, String> thuis,
            List<Fout> fouten) {
        /** What care at home asks besides. */
        private static final List<String> VAN_THUIS = Stream.concat(
                        Stream.of("voor", "adres", "postcode", "wensen"),
                        Vaardigheid.woorden().stream().map("nodig-"::concat))
                .toList();

        /** Of those fields, as it was typed. */
        public String thuis(String veld) {
            return thuis.getOrDefault(veld, "");
        }

        public static Formulier leeg(String stempel) {
            return new Formulier(
                    UUID.randomUUID().toString(), stempel, "", "", "", "1", false, "", Map.of(), List.of());
        }

        public static Formulier getypt(Velden velden, Optional<String> sleutel, String stempel) {
            return new Formulier(
                    sleutel.orElseGet(() -> UUID.randomUUID().toString()),
                    stempel,
                    velden.zoals("naam"),
                    velden.zoals("email"),
                    velden.zoals("telefoon"),
                    velden.zoals("personen"),
                    velden.zoals("iemandMee").equals("ja"),
                    velden.zoals("taal"),
                    VAN_THUIS.stream().collect(Collectors.toMap(veld -> veld, velden::zoals)),
                    List.of());
        }

        public Formulier met(List<Fout> andere) {
            return new Formulier(sleutel, stempel, naam, email, telefoon, personen, iemandMee, taal, thuis, andere);
        }

        /** The same for another wish. */
        public Formulier opnieuw(List<Fout> andere) {
            var nieuw = UUID.randomUUID().toString();
            return new Formulier(nieuw, stempel, naam, email, telefoon, personen, iemandMee, taal, thuis, andere);
        }

        public Optional<String> fout(String veld) {
            return fouten.stream()
                    .filter(fout -> fout.veld().equals(veld))
                    .map(Fout::melding)
                    .findFirst();
        }
    }

    /**
     * A moment with the form, or with what can be had instead ({@code waarom}: a text key; empty when it can be had);
     * {@code wie} is for whom it is, where there is more to say than its own words.
     */
    public record MomentPagina(
            Moment moment,
            Formulier formulier,
            List<Moment> alternatieven,
            String waarom,
            boolean doorMakelaar,
            int maxPersonen,
            Optional<Wie> wie,
            List<Voor> voor,
            Set<Vaardigheid> kan) {
        MomentPagina met(Optional<Wie> anders) {
            return new MomentPagina(
                    moment, formulier, alternatieven, waarom, doorMakelaar, maxPersonen, anders, voor, kan);
        }

        /** Of care at home: for whom somebody comes, and what they can do. */
        MomentPagina voor(List<Voor> anders, Set<Vaardigheid> metWat) {
            return new MomentPagina(
                    moment, formulier, alternatieven, waarom, doorMakelaar, maxPersonen, wie, anders, metWat);
        }

        static MomentPagina van(
                Moment moment,
                Formulier formulier,
                List<Moment> alternatieven,
                String waarom,
                boolean doorMakelaar,
                int plekken) {
            var max = Math.max(1, Math.min(BoekVerzoek.MAX_PERSONEN, plekken));
            return new MomentPagina(
                    moment, formulier, alternatieven, waarom, doorMakelaar, max, Optional.empty(), List.of(), Set.of());
        }
    }

    private final MomentService momenten;
    private final MomentUitlegger uitleg;
    private final Thuisregel thuisregel;
    private final BoekingService boekingen;
    private final BoekingSleutels sleutels;
    private final Paginas paginas;
    private final Klok klok;
    private final Toegang toegang;
    private final Formulierwacht wacht;

    BoekingPageController(
            MomentService momenten,
            MomentUitlegger uitleg,
            Thuisregel thuisregel,
            BoekingService boekingen,
            BoekingSleutels sleutels,
            Paginas paginas,
            Klok klok,
            Toegang toegang,
            Formulierwacht wacht) {
        this.momenten = momenten;
        this.uitleg = uitleg;
        this.thuisregel = thuisregel;
        this.boekingen = boekingen;
        this.sleutels = sleutels;
        this.paginas = paginas;
        this.klok = klok;
        this.toegang = toegang;
        this.wacht = wacht;
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get("/momenten/{id}")
    HttpResponse<?> moment(HttpRequest<?> verzoek, String id) {
        var moment = Invoer.uuid(id)
                .flatMap(uuid -> vindbaar(verzoek, new MomentId(uuid)))
                .orElseThrow(NotFoundException::new);
        return paginas.ok(verzoek, "boeking/moment", pagina(verzoek, moment, Formulier.leeg(wacht.stempel())));
    }

    @Mag(Handeling.BOEKEN)
    @Post("/boekingen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> boek(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = Invoer.formulier(inhoud, kader.t());
        var formulierId = velden.uuid("sleutel").map(UUID::toString);
        velden.negeer(Formulierwacht.LOKVELD, Formulierwacht.STEMPEL);
        var getypt = Formulier.getypt(velden, formulierId, wacht.stempel(velden));
        var gelezen = BoekingInvoer.lees(
                velden,
                "pagina:" + formulierId.orElse(""),
                toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER),
                kader.taal());
        var moment = velden.uuid("momentId")
                .flatMap(uuid -> vindbaar(verzoek, new MomentId(uuid)))
                .orElseThrow(NotFoundException::new);
        if (gelezen.verzoek().isEmpty() || formulierId.isEmpty()) {
            return opnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, moment, getypt.met(gelezen.fouten()));
        }
        if (toegang.makelaar(verzoek).isEmpty() && wacht.vraagtNogEens(velden)) {
            return weer(verzoek, moment, getypt, "naam", kader.t().van("boeking.nog-eens"));
        }
        return switch (boekingen.boek(gelezen.verzoek().get())) {
            case Geboekt(var boeking, var _) ->
                HttpResponse.seeOther(URI.create(sleutels.beheerPad(boeking) + "?nieuw=ja"));
            case Vol(var vol, var anders) -> anders(verzoek, vol, getypt, anders, "boeking.vol");
            case Vervallen(var weg, var anders) -> anders(verzoek, weg, getypt, anders, "boeking.vervallen");
            case PastNiet(var ander, var anders) -> anders(verzoek, ander, getypt, anders, "boeking.past-niet");
            case TegoedOp(var ander) -> anders(verzoek, ander, getypt, List.of(), "boeking.tegoed-op");
            case VraagtThuis _ -> throw new NotFoundException(); // a form that no page of ours has
            case OnderVoorbehoud(var later, var anders) -> anders(verzoek, later, getypt, anders, "boeking.voorbehoud");
            case AlBegonnen(var begonnen, var anders) -> anders(verzoek, begonnen, getypt, anders, "boeking.begonnen");
            case AlGeboekt(var zelfde, var anders) -> anders(verzoek, zelfde, getypt, anders, "boeking.al-geboekt");
            case Onbekend _ -> throw new NotFoundException();
            case TeVeelOpen _ ->
                weer(
                        verzoek,
                        moment,
                        getypt,
                        getypt.email().isBlank() ? "telefoon" : "email",
                        kader.t().van("boeking.te-veel-open", BoekingService.MAX_OPEN, kader.telefoon()));
            case AndereInhoud _ ->
                weer(verzoek, moment, getypt, "naam", kader.t().van("boeking.al-verstuurd"));
            case NogBezig _ -> weer(verzoek, moment, getypt, "naam", kader.t().van("boeking.nog-bezig"));
        };
    }

    /** The same form, ready to be sent as a new wish. */
    private HttpResponse<?> weer(HttpRequest<?> verzoek, Moment moment, Formulier getypt, String veld, String melding) {
        return opnieuw(verzoek, HttpStatus.CONFLICT, moment, getypt.opnieuw(List.of(new Fout(veld, melding))));
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, HttpStatus status, Moment moment, Formulier formulier) {
        var kader = paginas.kader(verzoek).opPad("/momenten/" + moment.id().waarde());
        return paginas.toon(status, verzoek, kader, "boeking/moment", pagina(verzoek, moment, formulier));
    }

    private HttpResponse<?> anders(
            HttpRequest<?> verzoek, Moment moment, Formulier formulier, List<Moment> alternatieven, String waarom) {
        var kader = paginas.kader(verzoek).opPad("/momenten/" + moment.id().waarde());
        return paginas.toon(
                HttpStatus.CONFLICT,
                verzoek,
                kader,
                "boeking/moment",
                MomentPagina.van(
                                moment,
                                formulier.opnieuw(List.of()), // the next choice is another wish
                                alternatieven,
                                waarom,
                                toegang.makelaar(verzoek).isPresent(),
                                moment.vrij())
                        .met(uitleg.bij(moment, kader.t())));
    }

    private MomentPagina pagina(HttpRequest<?> verzoek, Moment moment, Formulier formulier) {
        var waarom = waarom(moment);
        return MomentPagina.van(
                        moment,
                        formulier,
                        waarom.isEmpty() ? List.of() : momenten.alternatieven(moment, 1),
                        waarom,
                        toegang.makelaar(verzoek).isPresent(),
                        moment.vrij())
                .met(uitleg.bij(moment, paginas.kader(verzoek).t()))
                .voor(voorWie(moment), kan(moment));
    }

    private List<Voor> voorWie(Moment moment) {
        return moment.soort() == Soort.THUIS
                ? thuisregel.voorWie(moment).stream().sorted().toList()
                : List.of();
    }

    private Set<Vaardigheid> kan(Moment moment) {
        return moment.soort() == Soort.THUIS ? thuisregel.kan(moment) : Set.of();
    }

    private String waarom(Moment moment) {
        if (moment.vervallen()) {
            return "boeking.vervallen";
        }
        if (moment.voorbehoud()) {
            return "boeking.voorbehoud";
        }
        if (moment.isBegonnen(klok.instant())) {
            return "boeking.begonnen";
        }
        return moment.vrij() == 0 ? "boeking.vol" : "";
    }

    /** What a closed group does is not there for strangers; the makelaar books whoever belongs to it. */
    private Optional<Moment> vindbaar(HttpRequest<?> verzoek, MomentId id) {
        return toegang.makelaar(verzoek).isPresent() ? momenten.find(id) : momenten.findOpenbaar(id);
    }
}
