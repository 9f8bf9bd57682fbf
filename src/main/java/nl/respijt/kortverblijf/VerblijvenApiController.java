package nl.respijt.kortverblijf;

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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** A house says how a stay goes, and changes its nights; the makelaar can do it for a house. */
@Controller("/api/v1/aanmeldingen/{id}/verblijf")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "aanmeldingen")
final class VerblijvenApiController {
    /** How a stay goes. */
    @Serdeable
    @Schema(name = "Verblijf")
    record VerblijfJson(
            @Schema(description = "Of the intake") UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {"bevestigd", "verblijft", "afgerond"})
            String status,

            @Schema(description = "The name of the house") String aanbieder,

            @Schema(description = "As the house calls it") String bed,

            @Schema(type = "string", format = "date") String van,

            @Schema(type = "string", format = "date", description = "As it is agreed now")
            String tot,

            @Nullable @Schema(nullable = true, description = "When it was said that they came, local offset")
            OffsetDateTime gekomenOp,

            @Nullable @Schema(nullable = true, type = "string", format = "date", description = "The day they left")
            String vertrokkenOp,

            boolean nietGekomen,

            @Nullable
            @Schema(nullable = true, type = "string", format = "date", description = "Until when the carer asks for")
            String gevraagdTot) {
        static VerblijfJson van(Logeerbeurt beurt) {
            var aanbieding = beurt.aanbieding();
            return new VerblijfJson(
                    beurt.aanmelding().id(),
                    beurt.aanmelding().status().woord(),
                    aanbieding.huisNaam(),
                    aanbieding.bedNaam(),
                    aanbieding.verblijf().van().toString(),
                    aanbieding.verblijf().tot().toString(),
                    beurt.gekomenOp()
                            .map(op -> Tijdzone.lokaal(op).toOffsetDateTime())
                            .orElse(null),
                    beurt.vertrokkenOp().map(LocalDate::toString).orElse(null),
                    beurt.nietGekomen(),
                    beurt.gevraagdTot().map(LocalDate::toString).orElse(null));
        }
    }

    /** The day they left. */
    @Serdeable
    @Schema(name = "Vertrek")
    record VertrekJson(
            @Nullable
            @Schema(nullable = true, type = "string", format = "date", description = "Today without; not to come")
            String op) {}

    /** Another day of departure. */
    @Serdeable
    @Schema(name = "AnderVertrek")
    record NachtenJson(
            @Schema(type = "string", format = "date") String tot) {}

    private final Verblijven verblijven;
    private final Toegang toegang;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    VerblijvenApiController(Verblijven verblijven, Toegang toegang, Invoer invoer, Probleem probleem, Klok klok) {
        this.verblijven = verblijven;
        this.toegang = toegang;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/aankomst")
    @Consumes("*/*")
    @Operation(
            operationId = "meldAankomst",
            summary = "They came, today or before; also who was not expected any more. Twice is the same as once")
    @ApiResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = VerblijfJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such stay in a house of this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "verblijf-te-vroeg (with vanaf), verblijf-nog-niet-zeker, bed-bezet or verblijf-voorbij",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> aankomst(@Parameter(hidden = true) HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .map(wie -> verblijven.aankomst(wie, toegang.wie(verzoek)))
                .map(this::antwoord)
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/niet-gekomen")
    @Consumes("*/*")
    @Operation(
            operationId = "meldNietGekomen",
            summary = "They did not come: the nights to come are free. Twice is the same as once")
    @ApiResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = VerblijfJson.class)))
    @ApiResponse(
            responseCode = "401",
            description = "niet-ingelogd",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such stay in a house of this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "verblijf-te-vroeg (with vanaf), verblijf-nog-niet-zeker, al-gekomen or verblijf-voorbij",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> nietGekomen(@Parameter(hidden = true) HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .map(wie -> verblijven.nietGekomen(wie, toegang.wie(verzoek)))
                .map(this::antwoord)
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/vertrek")
    @Consumes("application/json")
    @Operation(
            operationId = "meldVertrek",
            summary =
                    "They left: later nights are free at once, and only nights that were slept count for the gemeente")
    @RequestBody(content = @Content(schema = @Schema(implementation = VertrekJson.class)), required = true)
    @ApiResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = VerblijfJson.class)))
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
            description = "No such stay in a house of this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "verblijf-te-vroeg (with vanaf), verblijf-nog-niet-zeker or verblijf-voorbij",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> vertrek(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        if (wie.isEmpty()) {
            return probleem.nietGevonden();
        }
        var velden = invoer.json(inhoud);
        var op = velden.datum("op").orElse(klok.vandaag());
        return velden.fouten().isEmpty()
                ? antwoord(verblijven.vertrek(wie.get(), op, toegang.wie(verzoek)), velden)
                : probleem.ongeldig(velden.fouten());
    }

    @Mag(Handeling.VERBLIJF_MELDEN)
    @Post("/nachten")
    @Consumes("application/json")
    @Operation(
            operationId = "wijzigNachten",
            summary = "Another day of departure, later or earlier; the carer is told. Twice is the same as once")
    @RequestBody(content = @Content(schema = @Schema(implementation = NachtenJson.class)), required = true)
    @ApiResponse(
            responseCode = "200",
            description = "Agreed",
            content = @Content(schema = @Schema(implementation = VerblijfJson.class)))
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
            description = "No such stay in a house of this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "bed-bezet, contract-verlopen (with tot), aantal-nachten (with minimaal and maximaal), nachten-niet-gedekt (with nachten), verblijf-te-kort (with vroegst), verblijf-nog-niet-zeker or verblijf-voorbij",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> nachten(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        if (wie.isEmpty()) {
            return probleem.nietGevonden();
        }
        var velden = invoer.json(inhoud);
        var tot = velden.datum("tot");
        if (velden.isLeeg("tot")) {
            velden.fout("tot", "fout.geen-datum");
        }
        if (tot.isEmpty() || !velden.fouten().isEmpty()) {
            return probleem.ongeldig(velden.fouten());
        }
        return switch (verblijven.nachten(wie.get(), tot.get(), toegang.wie(verzoek))) {
            case NachtenResultaat.Gewijzigd(var beurt) -> HttpResponse.ok(VerblijfJson.van(beurt));
            case NachtenResultaat.BedBezet _ -> probleem.van(HttpStatus.CONFLICT, "bed-bezet");
            case NachtenResultaat.ContractVerlopen(var eind) ->
                probleem.van(
                        HttpStatus.CONFLICT,
                        "contract-verlopen",
                        eind.<Map<String, Object>>map(dag -> Map.of("tot", dag.toString()))
                                .orElse(Map.of()));
            case NachtenResultaat.TeLang(var minimaal, var maximaal) ->
                probleem.van(HttpStatus.CONFLICT, "aantal-nachten", Map.of("minimaal", minimaal, "maximaal", maximaal));
            case NachtenResultaat.NietGedekt(var nachten) ->
                probleem.van(HttpStatus.CONFLICT, "nachten-niet-gedekt", Map.of("nachten", nachten.orElse(0)));
            case NachtenResultaat.TeKort(var vroegst) ->
                probleem.van(HttpStatus.CONFLICT, "verblijf-te-kort", Map.of("vroegst", vroegst.toString()));
            case NachtenResultaat.NogNietZeker _ -> probleem.van(HttpStatus.CONFLICT, "verblijf-nog-niet-zeker");
            case NachtenResultaat.AlVoorbij _ -> probleem.van(HttpStatus.CONFLICT, "verblijf-voorbij");
            case NachtenResultaat.Onbekend _ -> probleem.nietGevonden();
        };
    }

    private Optional<UUID> eigen(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .filter(wie -> verblijven.find(wie, toegang.wie(verzoek)).isPresent());
    }

    private HttpResponse<?> antwoord(MeldResultaat resultaat, Velden velden) {
        if (resultaat instanceof MeldResultaat.NogNietVertrokken) {
            velden.fout("op", "fout.dag-komt-nog");
            return probleem.ongeldig(velden.fouten());
        }
        return antwoord(resultaat);
    }

    private HttpResponse<?> antwoord(MeldResultaat resultaat) {
        return switch (resultaat) {
            case MeldResultaat.Gemeld(var beurt) -> HttpResponse.ok(VerblijfJson.van(beurt));
            case MeldResultaat.TeVroeg(var vanaf) ->
                probleem.van(HttpStatus.CONFLICT, "verblijf-te-vroeg", Map.of("vanaf", vanaf.toString()));
            case MeldResultaat.NogNietVertrokken(var vandaag) ->
                probleem.van(HttpStatus.CONFLICT, "verblijf-te-vroeg", Map.of("vanaf", vandaag.toString()));
            case MeldResultaat.NogNietZeker _ -> probleem.van(HttpStatus.CONFLICT, "verblijf-nog-niet-zeker");
            case MeldResultaat.AlGekomen _ -> probleem.van(HttpStatus.CONFLICT, "al-gekomen");
            case MeldResultaat.BedBezet _ -> probleem.van(HttpStatus.CONFLICT, "bed-bezet");
            case MeldResultaat.AlVoorbij _ -> probleem.van(HttpStatus.CONFLICT, "verblijf-voorbij");
            case MeldResultaat.Onbekend _ -> probleem.nietGevonden();
        };
    }
}
