package nl.respijt.boeking;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import nl.respijt.boeking.BoekingBeheer.AnnuleerResultaat;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Contract;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Booking a place, and what its key opens. */
@Controller("/api/v1/boekingen")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "boekingen")
final class BoekingApiController {
    static final int MAX_SLEUTEL = 200;

    /** What one sends to book; the shape for the published contract. */
    @Serdeable
    @Schema(name = "BoekingAanvraag", description = "email or telefoon, or both")
    record AanvraagJson(
            UUID momentId,
            @Schema(maxLength = BoekVerzoek.MAX_NAAM) String naam,
            @Nullable @Schema(maxLength = 254) String email,
            @Nullable @Schema(maxLength = 40) String telefoon,

            @Nullable @Schema(minimum = "1", maximum = "8", defaultValue = "1")
            Integer personen,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"nl", "en", "tr", "ar"},
                    defaultValue = "nl")
            String taal,

            @Nullable @Schema(description = "Somebody comes along on a first visit")
            Boolean iemandMee,

            @Nullable ThuisJson thuis) {}

    /** A booking that was just made, with the keys that open it. */
    @Serdeable
    @Schema(name = "NieuweBoeking")
    record NieuwJson(
            UUID id,
            String code,
            String status,
            String beheersleutel,
            String beheerUrl,
            String agendaUrl,
            MomentJson moment) {}

    /** How much is cancelled. */
    @Serdeable
    @Schema(name = "Annulering")
    record AnnuleringJson(
            @Nullable
            @Schema(
                    nullable = true,
                    defaultValue = "false",
                    description = "Of a visit of a series: all that come after it too")
            Boolean volgende) {}

    /** A booking as its key shows it. */
    @Serdeable
    @Schema(name = "Boeking")
    record BoekingJson(
            UUID id,
            String code,

            @Schema(
                    type = "string",
                    allowableValues = {
                        "aangevraagd",
                        "bevestigd",
                        "geannuleerd",
                        "afgewezen",
                        "geweest",
                        "niet-verschenen"
                    })
            String status,

            String naam,
            int personen,
            String taal,
            boolean iemandMee,
            String beheerUrl,
            String agendaUrl,
            MomentJson moment) {}

    private final BoekingService boekingen;
    private final BoekingBeheer beheer;
    private final Reeksen reeksen;
    private final Logeermomenten logeren;
    private final BoekingSleutels sleutels;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;
    private final Instellingen instellingen;
    private final Inzageboek inzageboek;

    BoekingApiController(
            BoekingService boekingen,
            BoekingBeheer beheer,
            Reeksen reeksen,
            Logeermomenten logeren,
            BoekingSleutels sleutels,
            Invoer invoer,
            Probleem probleem,
            Klok klok,
            Instellingen instellingen,
            Inzageboek inzageboek) {
        this.boekingen = boekingen;
        this.beheer = beheer;
        this.reeksen = reeksen;
        this.logeren = logeren;
        this.sleutels = sleutels;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
        this.instellingen = instellingen;
        this.inzageboek = inzageboek;
    }

    @Mag(Handeling.BOEKEN)
    @Post
    @Consumes("application/json")
    @Operation(operationId = "boek", summary = "Take a place at a moment")
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(
            responseCode = "201",
            description = "Taken; the same key gives this same answer for 24 hours",
            headers =
                    @io.swagger.v3.oas.annotations.headers.Header(
                            name = "Location",
                            description = "Where the booking is",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = NieuwJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No key, or faults in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "moment-onbekend",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "moment-vol, moment-vervallen, al-geboekt, moment-begonnen, contract-verlopen, moment-past-niet"
                            + " (each with alternatieven), te-veel-afspraken, tegoed-op (with telefoon), verblijf-aanvragen (a stay is asked for"
                            + " with POST /aanmeldingen) or sleutel-bezig",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = MomentProbleemJson.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The key was used with other content",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> boek(
            @Parameter(description = "Chosen by the caller, at most 200 characters; one wish, one key", required = true)
                    @Nullable
                    @Header("Idempotency-Key")
                    String sleutel,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        if (sleutel == null || sleutel.isBlank() || sleutel.length() > MAX_SLEUTEL) {
            return probleem.van(HttpStatus.BAD_REQUEST, "geen-sleutel");
        }
        var gelezen = BoekingInvoer.lees(invoer.json(inhoud), "api:" + sleutel, BoekVerzoek.DOOR_MANTELZORGER, Taal.NL);
        return gelezen.verzoek()
                .<HttpResponse<?>>map(verzoek -> antwoord(boekingen.boek(verzoek), verzoek.moment()))
                .orElseGet(() -> probleem.ongeldig(gelezen.fouten()));
    }

    private HttpResponse<?> antwoord(BoekResultaat resultaat, MomentId gevraagd) {
        return switch (resultaat) {
            case Geboekt(var id, var antwoord) ->
                HttpResponse.created(nieuw(id, antwoord), URI.create("/api/v1/boekingen/" + id.waarde()));
            case Vol(var _, var alternatieven) -> conflict("moment-vol", alternatieven);
            case Vervallen(var _, var alternatieven) -> conflict("moment-vervallen", alternatieven);
            case AlGeboekt(var _, var alternatieven) -> conflict("al-geboekt", alternatieven);
            case PastNiet(var _, var alternatieven) -> conflict("moment-past-niet", alternatieven);
            case TegoedOp _ ->
                probleem.van(HttpStatus.CONFLICT, "tegoed-op", Map.of("telefoon", instellingen.telefoon()));
            case VraagtThuis(var moment) ->
                probleem.ongeldig(List.of(new Fout(
                        "thuis",
                        Teksten.in(Taal.NL)
                                .van(moment.soort() == Soort.THUIS ? "fout.geen-thuis" : "fout.niet-thuis"))));
            case OnderVoorbehoud(var _, var alternatieven) -> conflict("contract-verlopen", alternatieven);
            case AlBegonnen(var _, var alternatieven) -> conflict("moment-begonnen", alternatieven);
            case TeVeelOpen _ ->
                probleem.van(HttpStatus.CONFLICT, "te-veel-afspraken", Map.of("telefoon", instellingen.telefoon()));
            case Onbekend _
            when logeren.find(gevraagd).isPresent() -> probleem.van(HttpStatus.CONFLICT, "verblijf-aanvragen");
            case Onbekend _ -> probleem.van(HttpStatus.NOT_FOUND, "moment-onbekend");
            case AndereInhoud _ -> probleem.van(HttpStatus.UNPROCESSABLE_ENTITY, "sleutel-hergebruikt");
            case NogBezig _ -> probleem.van(HttpStatus.CONFLICT, "sleutel-bezig");
        };
    }

    private HttpResponse<?> conflict(String naam, List<Moment> alternatieven) {
        var nu = klok.instant();
        return probleem.van(
                HttpStatus.CONFLICT,
                naam,
                Map.of(
                        "alternatieven",
                        alternatieven.stream()
                                .map(moment -> MomentJson.van(moment, nu))
                                .toList()));
    }

    private NieuwJson nieuw(BoekingId id, BoekAntwoord antwoord) {
        return new NieuwJson(
                id.waarde(),
                antwoord.code(),
                antwoord.status(),
                sleutels.beheersleutel(id),
                sleutels.beheerUrl(id),
                sleutels.agendaUrl(id),
                antwoord.moment());
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/{id}")
    @Operation(operationId = "boeking", summary = "The booking, for who holds its key")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoekingJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such booking, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return bevoegd(verzoek, id, sleutel)
                .<HttpResponse<?>>map(boeking -> HttpResponse.ok(json(boeking)))
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/{id}/annulering")
    @Consumes(value = "*/*")
    @Operation(operationId = "annuleer", summary = "Give the place back; doing it twice is the same as once")
    @RequestBody(
            description = "Not needed; only this one is cancelled without it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AnnuleringJson.class)))
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoekingJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Faults in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such booking, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "moment-begonnen",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> annuleer(
            @Parameter(hidden = true) HttpRequest<byte[]> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        // Not a @Body: that would have to be there.
        var velden = verzoek.getBody().filter(inhoud -> inhoud.length > 0).map(invoer::json);
        var volgende = velden.flatMap(gelezen -> gelezen.jaNee("volgende")).orElse(false);
        var fouten = velden.map(Velden::fouten).orElse(List.of());
        return bevoegd(verzoek, id, sleutel)
                .<HttpResponse<?>>map(
                        boeking -> fouten.isEmpty() ? annuleer(boeking, volgende) : probleem.ongeldig(fouten))
                .orElseGet(probleem::nietGevonden);
    }

    private HttpResponse<?> annuleer(Boeking boeking, boolean volgende) {
        if (volgende
                && reeksen.annuleerVanaf(boeking.id(), BoekVerzoek.DOOR_MANTELZORGER)
                        .isPresent()) {
            return HttpResponse.ok(json(beheer.find(boeking.id()).orElseThrow()));
        }
        return switch (beheer.annuleer(boeking.id(), BoekVerzoek.DOOR_MANTELZORGER)) {
            case AnnuleerResultaat.Geannuleerd(var weg) -> HttpResponse.ok(json(weg));
            case AnnuleerResultaat.TeLaat _ -> probleem.van(HttpStatus.CONFLICT, "moment-begonnen");
            case AnnuleerResultaat.Onbekend _ -> probleem.nietGevonden();
        };
    }

    /** The booking whose key this is; a line when whoever shows the key is signed in as somebody else. */
    private Optional<Boeking> bevoegd(HttpRequest<?> verzoek, String id, @Nullable String kopregel) {
        var gevonden = sleutels.lees(id, kopregel).flatMap(beheer::find);
        gevonden.ifPresent(boeking -> inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, boeking.gezien()));
        return gevonden;
    }

    private BoekingJson json(Boeking boeking) {
        var nu = klok.instant();
        return new BoekingJson(
                boeking.id().waarde(),
                boeking.code(),
                boeking.statuswoord(nu),
                boeking.naam(),
                boeking.personen(),
                boeking.taal().code(),
                boeking.iemandMee(),
                sleutels.beheerUrl(boeking.id()),
                sleutels.agendaUrl(boeking.id()),
                MomentJson.van(boeking.moment(), nu));
    }
}
