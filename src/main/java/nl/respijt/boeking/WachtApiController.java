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
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekingApiController.AanvraagJson;
import nl.respijt.boeking.Wachtlijst.AanvaardResultaat;
import nl.respijt.boeking.Wachtlijst.AfwijsResultaat;
import nl.respijt.boeking.Wachtlijst.WachtResultaat;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import org.jspecify.annotations.Nullable;

/** Standing in line for what is full, and answering when a place came free. */
@Controller("/api/v1")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "wachtlijst")
final class WachtApiController {
    /** A place in line that was just taken, with the key that opens it and what will come of it. */
    @Serdeable
    @Schema(name = "NieuweWachtplek")
    record NieuwJson(
            UUID id,
            @Schema(description = "1 is first in line") int plaatsInRij,
            String beheersleutel,
            String beheerUrl) {}

    /** A place in line as its key shows it. */
    @Serdeable
    @Schema(name = "Wachtplek")
    record WachtplekJson(
            UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {
                        "wacht",
                        "aangeboden",
                        "aanvaard",
                        "afgewezen",
                        "verlopen",
                        "ingetrokken",
                        "vervallen"
                    })
            String status,

            int personen,

            @Nullable @Schema(description = "1 is first in line; absent for who is no longer in it", nullable = true)
            Integer plaatsInRij,

            @Nullable @Schema(description = "Until when the place is kept, RFC 3339, local offset", nullable = true)
            OffsetDateTime aangebodenTot,

            @Nullable @Schema(description = "Of what was waited for; absent for a group", nullable = true)
            UUID momentId,

            String beheerUrl) {}

    private final Wachtlijst wachtlijst;
    private final MomentService momenten;
    private final BoekingSleutels sleutels;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Instellingen instellingen;
    private final Inzageboek inzageboek;

    WachtApiController(
            Wachtlijst wachtlijst,
            MomentService momenten,
            BoekingSleutels sleutels,
            Invoer invoer,
            Probleem probleem,
            Instellingen instellingen,
            Inzageboek inzageboek) {
        this.wachtlijst = wachtlijst;
        this.momenten = momenten;
        this.sleutels = sleutels;
        this.invoer = invoer;
        this.probleem = probleem;
        this.instellingen = instellingen;
        this.inzageboek = inzageboek;
    }

    @Mag(Handeling.BOEKEN)
    @Post("/momenten/{id}/wachtlijst")
    @Consumes("application/json")
    @Operation(operationId = "wacht", summary = "Stand in line for a moment that is full")
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(
            responseCode = "201",
            description = "In line; the same key gives this same answer for 24 hours",
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
                    "er-is-plek, al-op-wachtlijst, al-geboekt, moment-begonnen, te-veel-afspraken or sleutel-bezig",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The key was used with other content",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> sluitAan(
            String id,
            @Parameter(description = "Chosen by the caller, at most 200 characters; one wish, one key", required = true)
                    @Nullable
                    @Header("Idempotency-Key")
                    String sleutel,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        if (sleutel == null || sleutel.isBlank() || sleutel.length() > BoekingApiController.MAX_SLEUTEL) {
            return probleem.van(HttpStatus.BAD_REQUEST, "geen-sleutel");
        }
        var moment = Invoer.uuid(id).map(MomentId::new);
        if (moment.flatMap(momenten::findOpenbaar).isEmpty()) {
            return probleem.van(HttpStatus.NOT_FOUND, "moment-onbekend");
        }
        var gelezen = BoekingInvoer.leesVoor(
                invoer.json(inhoud), moment.get(), "api:" + sleutel, BoekVerzoek.DOOR_MANTELZORGER, Taal.NL);
        return gelezen.verzoek()
                .<HttpResponse<?>>map(verzoek -> antwoord(wachtlijst.zetInRij(WachtVerzoek.voor(verzoek))))
                .orElseGet(() -> probleem.ongeldig(gelezen.fouten()));
    }

    private HttpResponse<?> antwoord(WachtResultaat resultaat) {
        return switch (resultaat) {
            case WachtResultaat.InRij(var plek, var plaats) ->
                HttpResponse.created(
                        new NieuwJson(plek.waarde(), plaats, sleutels.wachtsleutel(plek), sleutels.wachtUrl(plek)),
                        URI.create("/api/v1/wachtplekken/" + plek));
            case WachtResultaat.ErIsPlek _ -> probleem.van(HttpStatus.CONFLICT, "er-is-plek");
            case WachtResultaat.AlInRij _ -> probleem.van(HttpStatus.CONFLICT, "al-op-wachtlijst");
            case WachtResultaat.IsErAl _ -> probleem.van(HttpStatus.CONFLICT, "al-geboekt");
            case WachtResultaat.Dicht _ -> probleem.van(HttpStatus.CONFLICT, "moment-begonnen");
            case WachtResultaat.TeVeelRijen _ ->
                probleem.van(HttpStatus.CONFLICT, "te-veel-afspraken", Map.of("telefoon", instellingen.telefoon()));
            case WachtResultaat.Onbekend _ -> probleem.van(HttpStatus.NOT_FOUND, "moment-onbekend");
            case WachtResultaat.AndereInhoud _ -> probleem.van(HttpStatus.UNPROCESSABLE_ENTITY, "sleutel-hergebruikt");
            case WachtResultaat.NogBezig _ -> probleem.van(HttpStatus.CONFLICT, "sleutel-bezig");
        };
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/wachtplekken/{id}")
    @Operation(operationId = "wachtplek", summary = "A place in line, for who holds its key")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WachtplekJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such place, or not this key's",
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
                .<HttpResponse<?>>map(plek -> HttpResponse.ok(json(plek)))
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/wachtplekken/{id}/aanvaarding")
    @Consumes(value = "*/*")
    @Operation(
            operationId = "aanvaardWachtplek",
            summary = "Take the place that is kept; what comes of it has the same id and key")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WachtplekJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such place, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanbod-verlopen, geen-aanbod or al-geboekt",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> aanvaard(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return bevoegd(verzoek, id, sleutel)
                .map(plek -> wachtlijst.aanvaard(plek.id(), BoekVerzoek.DOOR_MANTELZORGER))
                .<HttpResponse<?>>map(resultaat -> switch (resultaat) {
                    case AanvaardResultaat.Aanvaard(var plek) -> HttpResponse.ok(json(plek));
                    case AanvaardResultaat.Verlopen _ -> probleem.van(HttpStatus.CONFLICT, "aanbod-verlopen");
                    case AanvaardResultaat.NogGeenAanbod _ -> probleem.van(HttpStatus.CONFLICT, "geen-aanbod");
                    case AanvaardResultaat.EldersGeboekt _ -> probleem.van(HttpStatus.CONFLICT, "al-geboekt");
                    case AanvaardResultaat.Onbekend _ -> probleem.nietGevonden();
                })
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/wachtplekken/{id}/afwijzing")
    @Consumes(value = "*/*")
    @Operation(
            operationId = "wijsWachtplekAf",
            summary = "Say no to the place that is kept, or leave the line; doing it twice is the same as once")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WachtplekJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such place, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanbod-verlopen, al-aanvaard",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> wijsAf(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return bevoegd(verzoek, id, sleutel)
                .map(plek -> wachtlijst.wijsAf(plek.id(), BoekVerzoek.DOOR_MANTELZORGER))
                .<HttpResponse<?>>map(resultaat -> switch (resultaat) {
                    case AfwijsResultaat.Afgewezen(var plek) ->
                        plek.status() == Wachtplek.Status.VERLOPEN || plek.status() == Wachtplek.Status.VERVALLEN
                                ? probleem.van(HttpStatus.CONFLICT, "aanbod-verlopen")
                                : HttpResponse.ok(json(plek));
                    case AfwijsResultaat.AlAanvaard _ -> probleem.van(HttpStatus.CONFLICT, "al-aanvaard");
                    case AfwijsResultaat.Onbekend _ -> probleem.nietGevonden();
                })
                .orElseGet(probleem::nietGevonden);
    }

    private Optional<Wachtplek> bevoegd(HttpRequest<?> verzoek, String id, @Nullable String kopregel) {
        var gevonden = sleutels.lees(id, kopregel).flatMap(wie -> wachtlijst.find(new WachtplekId(wie.waarde())));
        gevonden.ifPresent(plek -> inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, plek.gezien()));
        return gevonden;
    }

    private WachtplekJson json(Wachtplek plek) {
        return new WachtplekJson(
                plek.id().waarde(),
                plek.status().woord(),
                plek.personen(),
                wachtlijst.plaatsInRij(plek).orElse(null),
                plek.status() == Wachtplek.Status.AANGEBODEN
                        ? plek.aangebodenTot()
                                .map(tot -> Tijdzone.lokaal(tot).toOffsetDateTime())
                                .orElse(null)
                        : null,
                plek.ding().equals(MomentWachtbaar.DING) ? plek.dingId() : null,
                sleutels.wachtUrl(plek.id()));
    }
}
