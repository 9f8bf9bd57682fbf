package nl.respijt.rooster;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import org.jspecify.annotations.Nullable;

/** The gastheren, for the makelaar. */
@Controller("/api/v1/gastheren")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "diensten")
final class GastheerApiController {
    /** A gastheer as the desk knows one. */
    @Serdeable
    @Schema(name = "Gastheer")
    record GastheerJson(
            UUID id,
            String slug,
            String naam,
            @Nullable String email,
            boolean getraind,
            int maxPerMaand,

            @Schema(description = "Languages spoken, BCP 47")
            List<String> talen,

            @Schema(description = "Ids of the houses") List<UUID> huizen,
            boolean voorbeeld) {}

    /** One page of gastheren. */
    @Serdeable
    @Schema(name = "Gastheren")
    record GastherenJson(List<GastheerJson> gastheren, int pagina, int grootte, int totaal) {}

    private final RoosterService rooster;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    GastheerApiController(RoosterService rooster, Invoer invoer, Probleem probleem, Klok klok) {
        this.rooster = rooster;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.GASTHEREN_ZIEN)
    @Get
    @Operation(
            operationId = "gastheren",
            summary = "All gastheren, by their name in addresses",
            parameters = {
                @Parameter(
                        name = "pagina",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "grootte",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
            })
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GastherenJson.class)))
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
        var blad = DienstInvoer.blad(invoer.vraag(verzoek));
        if (!blad.fouten().isEmpty()) {
            return probleem.ongeldig(blad.fouten());
        }
        var gevonden = rooster.gastheren(blad.pagina(), blad.grootte());
        var vandaag = klok.vandaag();
        return HttpResponse.ok(new GastherenJson(
                gevonden.gastheren().stream()
                        .map(gastheer -> json(gastheer, vandaag))
                        .toList(),
                blad.pagina(),
                blad.grootte(),
                gevonden.totaal()));
    }

    private static GastheerJson json(Gastheer gastheer, LocalDate vandaag) {
        return new GastheerJson(
                gastheer.id().waarde(),
                gastheer.slug(),
                gastheer.naam(),
                gastheer.email().orElse(null),
                gastheer.isGetraindOp(vandaag),
                gastheer.maxPerMaand(),
                gastheer.talen(),
                gastheer.huizen(),
                gastheer.voorbeeld());
    }
}
