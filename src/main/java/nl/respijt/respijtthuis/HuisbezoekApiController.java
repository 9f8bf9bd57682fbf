package nl.respijt.respijtthuis;

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
import java.util.UUID;
import nl.respijt.boeking.Aanvragen.Beslist;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.MomentJson;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import org.jspecify.annotations.Nullable;

/** The provider says yes or no to a first request; whoever asked is told at once. */
@Controller("/api/v1/boekingen/{id}")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "boekingen")
final class HuisbezoekApiController {
    /** Longer than this is a conversation. */
    static final int MAX_REDEN = 300;

    /** Why it cannot be; the carer reads it. */
    @Serdeable
    @Schema(name = "Afwijzing")
    record AfwijzingJson(@Schema(maxLength = MAX_REDEN) String reden) {}

    /** What became of the request. */
    @Serdeable
    @Schema(name = "Antwoord")
    record AntwoordJson(
            UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {"bevestigd", "afgewezen"})
            String status,

            MomentJson moment) {}

    private final Huisbezoeken huisbezoeken;
    private final Toegang toegang;
    private final Klok klok;
    private final Invoer invoer;
    private final Probleem probleem;

    HuisbezoekApiController(Huisbezoeken huisbezoeken, Toegang toegang, Klok klok, Invoer invoer, Probleem probleem) {
        this.huisbezoeken = huisbezoeken;
        this.toegang = toegang;
        this.klok = klok;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.HUISBEZOEK_BEANTWOORDEN)
    @Post("/bevestiging")
    @Consumes("*/*")
    @Operation(operationId = "bevestig", summary = "Say yes to a request; doing it twice is the same as once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AntwoordJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such request, or not one of this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanvraag-beantwoord: it was answered otherwise, cancelled, or has begun",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> bevestig(@Parameter(hidden = true) HttpRequest<?> verzoek, String id) {
        var wie = toegang.wie(verzoek);
        return Invoer.uuid(id)
                .map(BoekingId::new)
                .<HttpResponse<?>>map(boeking -> antwoord(huisbezoeken.bevestig(boeking, wie)))
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.HUISBEZOEK_BEANTWOORDEN)
    @Post("/afwijzing")
    @Consumes("application/json")
    @Operation(operationId = "wijsAf", summary = "Say no to a request, with the reason; the time is free at once")
    @RequestBody(content = @Content(schema = @Schema(implementation = AfwijzingJson.class)), required = true)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AntwoordJson.class)))
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
            description = "No such request, or not one of this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanvraag-beantwoord: it was answered otherwise, cancelled, or has begun",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> wijsAf(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var boeking = Invoer.uuid(id)
                .map(BoekingId::new)
                .filter(een -> huisbezoeken.find(een, wie).isPresent());
        if (boeking.isEmpty()) {
            return probleem.nietGevonden();
        }
        var velden = invoer.json(inhoud);
        var reden = velden.verplicht("reden", MAX_REDEN, "fout.geen-reden");
        return velden.fouten().isEmpty()
                ? antwoord(huisbezoeken.wijsAf(boeking.get(), reden, wie))
                : probleem.ongeldig(velden.fouten());
    }

    private HttpResponse<?> antwoord(Beslist beslist) {
        return switch (beslist) {
            case Beslist.Ja(var boeking) -> HttpResponse.ok(json(boeking));
            case Beslist.Nee(var boeking) -> HttpResponse.ok(json(boeking));
            case Beslist.TeLaat _ -> probleem.van(HttpStatus.CONFLICT, "aanvraag-beantwoord");
            case Beslist.Onbekend _ -> probleem.nietGevonden();
        };
    }

    private AntwoordJson json(Boeking boeking) {
        return new AntwoordJson(
                boeking.id().waarde(), boeking.status().woord(), MomentJson.van(boeking.moment(), klok.instant()));
    }
}
