package nl.respijt.mantelzorghuis;

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
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;

/** The houses, for whoever builds on Respijt. */
@Controller("/api/v1/mantelzorghuizen")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "mantelzorghuizen")
final class HuisApiController {
    private static final List<String> DAGEN = List.of("ma", "di", "wo", "do", "vr", "za", "zo");

    /** One line of the pattern in which a house opens; times are local wall-clock times. */
    @Serdeable
    @Schema(name = "Openingstijd")
    record OpeningstijdJson(
            @Schema(
                    type = "string",
                    allowableValues = {"ma", "di", "wo", "do", "vr", "za", "zo"})
            String dag,

            @Schema(
                    type = "string",
                    allowableValues = {"ochtend", "middag", "avond"})
            String dagdeel,

            @Schema(description = "Local time, HH:mm") String begin,
            @Schema(description = "Local time, HH:mm") String eind,

            @Schema(description = "1: every week; 2: every other week")
            int elkeWeken) {}

    /** A house; {@code adres} is empty as long as it is not known. */
    @Serdeable
    @Schema(name = "Mantelzorghuis")
    record HuisJson(
            UUID id,
            String naam,
            String wijk,
            String adres,
            List<String> talen,
            boolean rolstoeltoegankelijk,
            List<OpeningstijdJson> openingstijden) {}

    private final HuisService huizen;
    private final Gemeente gemeente;
    private final Invoer invoer;
    private final Probleem probleem;

    HuisApiController(HuisService huizen, Gemeente gemeente, Invoer invoer, Probleem probleem) {
        this.huizen = huizen;
        this.gemeente = gemeente;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.HUIZEN_ZIEN)
    @Get
    @Operation(operationId = "mantelzorghuizen", summary = "All houses, by name")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = HuisJson.class))))
    @ApiResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> alle(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var fouten = invoer.vraag(verzoek).fouten();
        return fouten.isEmpty()
                ? HttpResponse.ok(huizen.alle().stream().map(this::json).toList())
                : probleem.ongeldig(fouten);
    }

    @Mag(Handeling.HUIZEN_ZIEN)
    @Get("/{id}")
    @Operation(operationId = "mantelzorghuis", summary = "One house")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HuisJson.class)))
    @ApiResponse(
            responseCode = "404",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(String id) {
        return Invoer.uuid(id)
                .flatMap(huizen::find)
                .<HttpResponse<?>>map(huis -> HttpResponse.ok(json(huis)))
                .orElseGet(probleem::nietGevonden);
    }

    private HuisJson json(Mantelzorghuis huis) {
        return new HuisJson(
                huis.id(),
                huis.naam(),
                huis.wijk(),
                huis.adres().orElse(""),
                huis.talen(),
                huis.rolstoeltoegankelijk(),
                huizen.patronen(huis.id()).stream()
                        .map(patroon -> {
                            var uren = gemeente.dagdelen().van(patroon.dagdeel());
                            return new OpeningstijdJson(
                                    DAGEN.get(patroon.dag() - 1),
                                    patroon.dagdeel().woord(),
                                    uren.begin().toString(),
                                    uren.eind().toString(),
                                    patroon.elkeWeken());
                        })
                        .toList());
    }
}
