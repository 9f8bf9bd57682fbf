package nl.respijt.kortverblijf.doorlooptijd;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;

/** Figures of how long a stay takes to find, for the makelaar and the gemeente; of persons there is nothing in it. */
@Controller("/api/v1/doorlooptijd")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DoorlooptijdApiController {
    private final Doorlooptijden doorlooptijden;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    DoorlooptijdApiController(Doorlooptijden doorlooptijden, Invoer invoer, Probleem probleem, Klok klok) {
        this.doorlooptijden = doorlooptijden;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.CIJFERS_ZIEN)
    @Get
    @Operation(
            operationId = "doorlooptijd",
            summary = "How long it takes from the first question to the first night, of intakes that began in a period")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "van",
            description = "The first day (Europe/Amsterdam); twelve months back without",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "tot",
            description = "The last day, included; today without",
            schema = @Schema(type = "string", format = "date"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DoorlooptijdJson.class)))
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
    HttpResponse<?> toon(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var velden = invoer.vraag(verzoek);
        var periode = Periode.lees(velden, klok.vandaag());
        var fouten = velden.fouten();
        return fouten.isEmpty() && periode.isPresent()
                ? HttpResponse.ok(DoorlooptijdJson.van(
                        periode.get(),
                        doorlooptijden.van(periode.get().van(), periode.get().totEnMet())))
                : probleem.ongeldig(fouten);
    }
}
