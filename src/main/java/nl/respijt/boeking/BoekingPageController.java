package nl.respijt.boeking;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import nl.respijt.boeking.Boekformulier.Gelezen;
import nl.respijt.boeking.MomentUitleg.Wie;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
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
        /** What care at home asks besides, once or as a series. */
        private static final List<String> VAN_THUIS = Stream.concat(
                        Stream.of("voor", "adres", "postcode", "wensen", "ritme", "aantal"),
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
     * {@code wie} is for whom it is, where there is more to say than its own words; {@code tegoed} is only for who may know.
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
            Set<Vaardigheid> kan,
            Optional<Tegoed> tegoed) {
        MomentPagina met(Optional<Wie> anders) {
            return new MomentPagina(
                    moment, formulier, alternatieven, waarom, doorMakelaar, maxPersonen, anders, voor, kan, tegoed);
        }

        /** Of care at home: for whom somebody comes, and what they can do. */
        MomentPagina voor(List<Voor> anders, Set<Vaardigheid> metWat) {
            return new MomentPagina(
                    moment, formulier, alternatieven, waarom, doorMakelaar, maxPersonen, wie, anders, metWat, tegoed);
        }

        /** Of care at home: what whoever asks still may have. */
        MomentPagina met(Tegoed over) {
            return new MomentPagina(
                    moment,
                    formulier,
                    alternatieven,
                    waarom,
                    doorMakelaar,
                    maxPersonen,
                    wie,
                    voor,
                    kan,
                    Optional.of(over));
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
                    moment,
                    formulier,
                    alternatieven,
                    waarom,
                    doorMakelaar,
                    max,
                    Optional.empty(),
                    List.of(),
                    Set.of(),
                    Optional.empty());
        }
    }

    private final Boekformulier formulier;
    private final BoekingService boekingen;
    private final Logeermomenten logeren;
    private final BoekingSleutels sleutels;
    private final Paginas paginas;

    BoekingPageController(
            Boekformulier formulier,
            BoekingService boekingen,
            Logeermomenten logeren,
            BoekingSleutels sleutels,
            Paginas paginas) {
        this.formulier = formulier;
        this.logeren = logeren;
        this.boekingen = boekingen;
        this.sleutels = sleutels;
        this.paginas = paginas;
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get("/momenten/{id}")
    HttpResponse<?> moment(HttpRequest<?> verzoek, String id) {
        var gevraagd = Invoer.uuid(id).map(MomentId::new).orElseThrow(NotFoundException::new);
        var moment = formulier.vindbaar(verzoek, gevraagd);
        if (moment.isEmpty() && logeren.find(gevraagd).isPresent()) {
            return HttpResponse.seeOther(URI.create("/logeren"));
        }
        return formulier.leeg(verzoek, moment.orElseThrow(NotFoundException::new));
    }

    @Mag(Handeling.BOEKEN)
    @Post("/boekingen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> boek(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        return switch (formulier.lees(verzoek, inhoud, velden -> !velden.isLeeg("ritme"))) {
            case Gelezen.Terug<Boolean>(var pagina) -> pagina;
            case Gelezen.Goed<Boolean> goed
            when goed.nogEens() ->
                formulier.weer(
                        verzoek,
                        goed.moment(),
                        goed.getypt(),
                        "naam",
                        paginas.kader(verzoek).t().van("boeking.nog-eens"));
            // Who chose how often means more than this one, whatever button was pressed: the days are shown first.
            case Gelezen.Goed<Boolean> goed
            when goed.meer() && goed.moment().soort() == Soort.THUIS ->
                HttpResponse.temporaryRedirect(URI.create("/reeksen/proef"));
            case Gelezen.Goed<Boolean> goed -> boek(verzoek, goed);
        };
    }

    private HttpResponse<?> boek(HttpRequest<?> verzoek, Gelezen.Goed<Boolean> goed) {
        var kader = paginas.kader(verzoek);
        var getypt = goed.getypt();
        return switch (boekingen.boek(goed.verzoek())) {
            case Geboekt(var boeking, var _) ->
                HttpResponse.seeOther(URI.create(sleutels.beheerPad(boeking) + "?nieuw=ja"));
            case Vol(var vol, var anders) -> formulier.anders(verzoek, vol, getypt, anders, "boeking.vol");
            case Vervallen(var weg, var anders) -> formulier.anders(verzoek, weg, getypt, anders, "boeking.vervallen");
            case PastNiet(var ander, var anders) ->
                formulier.anders(verzoek, ander, getypt, anders, "boeking.past-niet");
            case TegoedOp(var ander, var tegoed) -> formulier.tegoedOp(verzoek, ander, getypt, tegoed);
            case VraagtThuis _ -> throw new NotFoundException(); // a form that no page of ours has
            case OnderVoorbehoud(var later, var anders) ->
                formulier.anders(verzoek, later, getypt, anders, "boeking.voorbehoud");
            case AlBegonnen(var begonnen, var anders) ->
                formulier.anders(verzoek, begonnen, getypt, anders, "boeking.begonnen");
            case AlGeboekt(var zelfde, var anders) ->
                formulier.anders(verzoek, zelfde, getypt, anders, "boeking.al-geboekt");
            case Onbekend _ -> throw new NotFoundException();
            case TeVeelOpen _ ->
                formulier.weer(
                        verzoek,
                        goed.moment(),
                        getypt,
                        getypt.email().isBlank() ? "telefoon" : "email",
                        kader.t().van("boeking.te-veel-open", BoekingService.MAX_OPEN, kader.telefoon()));
            case AndereInhoud _ ->
                formulier.weer(verzoek, goed.moment(), getypt, "naam", kader.t().van("boeking.al-verstuurd"));
            case NogBezig _ ->
                formulier.weer(verzoek, goed.moment(), getypt, "naam", kader.t().van("boeking.nog-bezig"));
        };
    }
}
