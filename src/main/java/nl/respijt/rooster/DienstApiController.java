package nl.respijt.rooster;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.AgendaInstelling;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** The roster for staff: the makelaar all of it, a gastheer the own diensten. */
@Controller("/api/v1/diensten")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "diensten")
final class DienstApiController {
    /** Who goes where; the shape for the published contract. */
    @Serdeable
    @Schema(name = "DienstAanvraag")
    record PlanJson(UUID momentId, UUID gastheerId) {}

    /** Why somebody cannot, if they want to say. */
    @Serdeable
    @Schema(name = "Afmelding")
    record AfmeldingJson(
            @Nullable @Schema(maxLength = DienstInvoer.MAX_REDEN)
            String reden) {}

    /** Who takes over. */
    @Serdeable
    @Schema(name = "Overdracht")
    record OverdrachtJson(UUID gastheerId) {}

    private final RoosterService rooster;
    private final Toegang toegang;
    private final AgendaInstelling agenda;
    private final Klok klok;
    private final Invoer invoer;
    private final Probleem probleem;

    DienstApiController(
            RoosterService rooster,
            Toegang toegang,
            AgendaInstelling agenda,
            Klok klok,
            Invoer invoer,
            Probleem probleem) {
        this.rooster = rooster;
        this.toegang = toegang;
        this.agenda = agenda;
        this.klok = klok;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.DIENST_ZIEN)
    @Get
    @Operation(
            operationId = "diensten",
            summary = "Diensten by their begin, in whatever state; a gastheer sees the own ones",
            parameters = {
                @Parameter(
                        name = "van",
                        in = ParameterIn.QUERY,
                        description = "Date, or RFC 3339 time; today without it",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "tot",
                        in = ParameterIn.QUERY,
                        description = "Date (that day counts), or RFC 3339 time; 26 weeks without it",
                        schema = @Schema(type = "string")),
                @Parameter(name = "huis", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "gastheer",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string", format = "uuid"))
            })
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = DienstJson.class))))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not yours",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> alle(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var wie = toegang.wie(verzoek);
        var gelezen = DienstInvoer.vraag(invoer.vraag(verzoek), klok.instant());
        if (!gelezen.fouten().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        return HttpResponse.ok(
                rooster.diensten(gelezen.vraag(), wie).stream().map(this::json).toList());
    }

    @Mag(Handeling.DIENST_ZIEN)
    @Get("/{id}")
    @Operation(operationId = "dienst", summary = "One dienst")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DienstJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not yours",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(@Parameter(hidden = true) HttpRequest<?> verzoek, String id) {
        var wie = toegang.wie(verzoek);
        return dienstId(id)
                .flatMap(dienst -> rooster.find(dienst, wie))
                .<HttpResponse<?>>map(dienst -> HttpResponse.ok(json(dienst)))
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.DIENST_PLANNEN)
    @Post
    @Consumes("application/json")
    @Operation(operationId = "plan", summary = "Put a gastheer on an openstelling")
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanJson.class)), required = true)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DienstJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "plan-onbekend",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "niet-getraind, niet-van-dit-huis, dubbel (with dienst), maximum-bereikt (with maximum), moment-begonnen or moment-afgelast",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> plan(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var gelezen = DienstInvoer.plan(invoer.json(inhoud));
        if (!gelezen.fouten().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        return switch (rooster.plan(gelezen.moment(), gelezen.gastheer(), wie.slug())) {
            case PlanResultaat.Gepland(var dienst) -> HttpResponse.created(json(dienst), pad(dienst));
            case PlanResultaat.TeLaat(var moment) ->
                probleem.van(HttpStatus.CONFLICT, moment.vervallen() ? "moment-afgelast" : "moment-begonnen");
            case PlanResultaat.Onbekend _ -> probleem.van(HttpStatus.NOT_FOUND, "plan-onbekend");
            case Weigering weigering -> geweigerd(weigering);
        };
    }

    @Mag(Handeling.DIENST_AFMELDEN)
    @Post("/{id}/afmelding")
    @Consumes("application/json")
    @Operation(operationId = "meldAf", summary = "This gastheer cannot; doing it twice is the same as once")
    @RequestBody(content = @Content(schema = @Schema(implementation = AfmeldingJson.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DienstJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Not there, or not yours",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "dienst-begonnen",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> meldAf(@Parameter(hidden = true) HttpRequest<byte[]> verzoek, String id) {
        var wie = toegang.wie(verzoek);
        var dienst = dienstId(id);
        if (dienst.isEmpty()) {
            return probleem.nietGevonden();
        }
        // Not a @Body: that would have to be there.
        var gelezen = DienstInvoer.reden(
                verzoek.getBody().map(invoer::json).orElseGet(() -> Velden.json(Map.of(), Teksten.in(Taal.NL))));
        if (!gelezen.fouten().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        return switch (rooster.meldAf(dienst.get(), gelezen.reden(), wie)) {
            case AfmeldResultaat.Afgemeld(var afgemeld) -> HttpResponse.ok(json(afgemeld));
            case AfmeldResultaat.TeLaat _ -> probleem.van(HttpStatus.CONFLICT, "dienst-begonnen");
            case AfmeldResultaat.Onbekend _ -> probleem.nietGevonden();
        };
    }

    @Mag(Handeling.DIENST_OVERDRAGEN)
    @Post("/{id}/overdracht")
    @Consumes("application/json")
    @Operation(operationId = "draagOver", summary = "Another gastheer takes over; the answer is the new dienst")
    @RequestBody(content = @Content(schema = @Schema(implementation = OverdrachtJson.class)), required = true)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DienstJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "plan-onbekend",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "niet-getraind, niet-van-dit-huis, dubbel (with dienst), maximum-bereikt (with maximum) or dienst-begonnen",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> draagOver(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var dienst = dienstId(id);
        if (dienst.isEmpty()) {
            return probleem.nietGevonden();
        }
        var gelezen = DienstInvoer.aan(invoer.json(inhoud));
        if (!gelezen.fouten().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        return switch (rooster.draagOver(dienst.get(), gelezen.gastheer(), wie.slug())) {
            case OverdrachtResultaat.Overgedragen(var _, var nieuwe) ->
                HttpResponse.ok(json(nieuwe)).header("Location", pad(nieuwe).toString());
            case OverdrachtResultaat.TeLaat _ -> probleem.van(HttpStatus.CONFLICT, "dienst-begonnen");
            case OverdrachtResultaat.Onbekend _ -> probleem.van(HttpStatus.NOT_FOUND, "plan-onbekend");
            case Weigering weigering -> geweigerd(weigering);
        };
    }

    private HttpResponse<?> geweigerd(Weigering weigering) {
        return switch (weigering) {
            case Weigering.NietGetraind _ -> probleem.van(HttpStatus.CONFLICT, "niet-getraind");
            case Weigering.NietVanDitHuis _ -> probleem.van(HttpStatus.CONFLICT, "niet-van-dit-huis");
            case Weigering.Dubbel(var _, var bestaand) ->
                probleem.van(HttpStatus.CONFLICT, "dubbel", Map.of("dienst", json(bestaand)));
            case Weigering.MaximumBereikt(var _, var max) ->
                probleem.van(HttpStatus.CONFLICT, "maximum-bereikt", Map.of("maximum", max));
        };
    }

    private static Optional<DienstId> dienstId(String id) {
        return Invoer.uuid(id).map(DienstId::new);
    }

    private DienstJson json(Dienst dienst) {
        return DienstJson.van(dienst, agenda.host());
    }

    private static URI pad(Dienst dienst) {
        return URI.create("/api/v1/diensten/" + dienst.id().waarde());
    }
}
