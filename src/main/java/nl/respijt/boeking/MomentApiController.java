package nl.respijt.boeking;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;

/** When one can be free for a while: moments of all kinds, first possible first. */
@Controller("/api/v1/momenten")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "momenten")
final class MomentApiController {
    private final Momentenlijst lijst;
    private final MomentService momenten;
    private final Logeermomenten logeren;
    private final Gemeente gemeente;
    private final Klok klok;
    private final Invoer invoer;
    private final Probleem probleem;

    MomentApiController(
            Momentenlijst lijst,
            MomentService momenten,
            Logeermomenten logeren,
            Gemeente gemeente,
            Klok klok,
            Invoer invoer,
            Probleem probleem) {
        this.lijst = lijst;
        this.momenten = momenten;
        this.logeren = logeren;
        this.gemeente = gemeente;
        this.klok = klok;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get
    @Operation(
            operationId = "momenten",
            summary = "Moments, first possible first",
            description =
                    "Ordered by begin; at the same begin what is in the wijk that was asked before what is near; then"
                            + " houses, groups, care at home, stays; then by titel and id. Stays are found half a year"
                            + " ahead, and only by who names verblijf in soort: they are not booked but asked for, with"
                            + " POST /aanmeldingen.",
            parameters = {
                @Parameter(
                        name = "van",
                        in = ParameterIn.QUERY,
                        description = "Date, or RFC 3339 time; now without it",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "tot",
                        in = ParameterIn.QUERY,
                        description = "Date (that day counts), or RFC 3339 time",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "soort",
                        in = ParameterIn.QUERY,
                        description = "huis, groep, thuis, verblijf; commas between",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "wijk",
                        in = ParameterIn.QUERY,
                        description = "Only what can be had in that wijk",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "inDeBuurt",
                        in = ParameterIn.QUERY,
                        description =
                                "With wijk: also in the wijken beside it; not care at home, which comes to the wijk itself or does not",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        name = "dagdeel",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"ochtend", "middag", "avond"})),
                @Parameter(
                        name = "taal",
                        in = ParameterIn.QUERY,
                        description = "A language spoken there",
                        schema = @Schema(type = "string", maxLength = 3)),
                @Parameter(
                        name = "rolstoel",
                        in = ParameterIn.QUERY,
                        description = "Only where a wheelchair can come in",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        name = "personen",
                        in = ParameterIn.QUERY,
                        description = "With alleenVrij: so many places",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "8")),
                @Parameter(name = "alleenVrij", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")),
                @Parameter(
                        name = "pagina",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "grootte",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
            })
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Momentenlijst.MomentenJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Every fault in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> zoek(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var gelezen = MomentInvoer.lees(invoer.vraag(verzoek), gemeente, klok.instant());
        if (!gelezen.fouten().isEmpty()) {
            return probleem.ongeldig(gelezen.fouten());
        }
        return HttpResponse.ok(lijst.zoek(gelezen));
    }

    @Mag(Handeling.MOMENTEN_ZIEN)
    @Get("/{id}")
    @Operation(operationId = "moment", summary = "One moment")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MomentJson.class)))
    @ApiResponse(
            responseCode = "404",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(String id) {
        return Invoer.uuid(id)
                .map(MomentId::new)
                .flatMap(gevraagd -> momenten.findOpenbaar(gevraagd)
                        .map(moment -> MomentJson.van(moment, klok.instant()))
                        .or(() -> logeren.find(gevraagd).map(MomentJson::van)))
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(() -> probleem.van(io.micronaut.http.HttpStatus.NOT_FOUND, "moment-onbekend"));
    }
}
