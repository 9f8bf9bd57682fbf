package nl.respijt.rooster;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentJson;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.boeking.MomentService.MomentVerplaatsResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jspecify.annotations.Nullable;

/** The makelaar cancels or moves a moment; everyone concerned is told. */
@Controller("/api/v1/momenten/{id}")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "momenten")
final class MomentBeheerApiController {
    /** Why it does not go on; whoever had a place reads it. */
    @Serdeable
    @Schema(name = "Afgelasting")
    record AfgelastingJson(
            @Schema(maxLength = DienstInvoer.MAX_REDEN) String reden) {}

    /** When it is instead. */
    @Serdeable
    @Schema(name = "Verplaatsing")
    record VerplaatsingJson(
            @Schema(type = "string", format = "date-time", description = "RFC 3339, whole minutes")
            String begin,

            @Schema(
                    type = "string",
                    format = "date-time",
                    description = "RFC 3339, at most four hours later on the same day")
            String eind) {}

    private final MomentService momenten;
    private final Toegang toegang;
    private final Klok klok;
    private final Invoer invoer;
    private final Probleem probleem;

    MomentBeheerApiController(MomentService momenten, Toegang toegang, Klok klok, Invoer invoer, Probleem probleem) {
        this.momenten = momenten;
        this.toegang = toegang;
        this.klok = klok;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.MOMENT_AFGELASTEN)
    @Post("/afgelasting")
    @Consumes("application/json")
    @Operation(operationId = "gelastAf", summary = "Cancel a moment; doing it twice is the same as once")
    @RequestBody(content = @Content(schema = @Schema(implementation = AfgelastingJson.class)), required = true)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MomentJson.class)))
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
            description = "moment-onbekend",
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
    HttpResponse<?> gelastAf(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var moment = momentId(id);
        if (moment.isEmpty()) {
            return onbekend();
        }
        var gelezen = DienstInvoer.verplichteReden(invoer.json(inhoud));
        if (!gelezen.fouten().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        return switch (momenten.gelastAf(moment.get(), gelezen.tekst(), wie.slug())) {
            case AfgelastResultaat.Afgelast(var afgelast, var _) ->
                HttpResponse.ok(MomentJson.van(afgelast, klok.instant()));
            case AfgelastResultaat.AlBegonnen _ -> probleem.van(HttpStatus.CONFLICT, "moment-begonnen");
            case AfgelastResultaat.Onbekend _ -> onbekend();
        };
    }

    @Mag(Handeling.MOMENT_VERPLAATSEN)
    @Post("/verplaatsing")
    @Consumes("application/json")
    @Operation(operationId = "verplaats", summary = "Give a moment another time")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerplaatsingJson.class)), required = true)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MomentJson.class)))
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
            description = "moment-onbekend",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "moment-begonnen, moment-afgelast, huis-bezet, mensen-bezet (with namen) or gastheer-bezet",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> verplaats(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var moment = momentId(id);
        if (moment.isEmpty()) {
            return onbekend();
        }
        var gelezen = DienstInvoer.verplaatsing(invoer.json(inhoud));
        if (!gelezen.fouten().isEmpty() || gelezen.naar().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        var nu = klok.instant();
        return switch (momenten.verplaats(moment.get(), gelezen.naar().get(), wie.slug())) {
            case MomentVerplaatsResultaat.Verplaatst(var verplaatst, var _) ->
                HttpResponse.ok(MomentJson.van(verplaatst, nu));
            case MomentVerplaatsResultaat.TeLaat(var was)
            when was.vervallen() -> probleem.van(HttpStatus.CONFLICT, "moment-afgelast");
            case MomentVerplaatsResultaat.TeLaat(var was)
            when was.isBegonnen(nu) -> probleem.van(HttpStatus.CONFLICT, "moment-begonnen");
            case MomentVerplaatsResultaat.TeLaat _ -> ongeldig("begin", "fout.al-voorbij");
            case MomentVerplaatsResultaat.GeenDagdeel _ -> ongeldig("eind", "fout.geen-dagdeel");
            case MomentVerplaatsResultaat.HuisBezet _ -> probleem.van(HttpStatus.CONFLICT, "huis-bezet");
            case MomentVerplaatsResultaat.MensenBezet(var _, var namen) ->
                probleem.van(HttpStatus.CONFLICT, "mensen-bezet", Map.of("namen", namen));
            case MomentVerplaatsResultaat.GastheerBezet _ -> probleem.van(HttpStatus.CONFLICT, "gastheer-bezet");
            case MomentVerplaatsResultaat.Onbekend _ -> onbekend();
        };
    }

    private HttpResponse<?> ongeldig(String veld, String sleutel) {
        return probleem.ongeldig(List.of(new Fout(veld, Teksten.in(Taal.NL).van(sleutel))));
    }

    private HttpResponse<?> onbekend() {
        return probleem.van(HttpStatus.NOT_FOUND, "moment-onbekend");
    }

    private static Optional<MomentId> momentId(String id) {
        return Invoer.uuid(id).map(MomentId::new);
    }
}
