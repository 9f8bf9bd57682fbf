package nl.respijt.lotgenotengroep;

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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Datums;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jspecify.annotations.Nullable;

/** The groups that are open to newcomers, for whoever builds on Respijt. How many people are in one is not told. */
@Controller("/api/v1/lotgenotengroepen")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lotgenotengroepen")
final class GroepApiController {
    /** A group as a stranger may know it. */
    @Serdeable
    @Schema(name = "Lotgenotengroep")
    record GroepJson(
            UUID id,
            String naam,

            @Schema(description = "For whom it is, in Dutch")
            String doelgroep,

            @Schema(description = "What happens there, in plain Dutch")
            String uitleg,

            @Schema(description = "Languages spoken, BCP 47")
            List<String> talen,

            String wijk,
            String plaats,
            boolean rolstoeltoegankelijk,
            boolean alleenVrouwen,

            @Schema(description = "The coordinator calls before somebody joins")
            boolean kennismaking,

            @Schema(
                    type = "string",
                    allowableValues = {"in-oprichting", "loopt", "doorstart"})
            String status,

            @Schema(description = "When it meets, in plain Dutch")
            String ritme,

            @Nullable @Schema(description = "The first meeting to come, RFC 3339, local offset")
            OffsetDateTime eerstvolgende) {}

    private final GroepService groepen;
    private final Invoer invoer;
    private final Probleem probleem;

    GroepApiController(GroepService groepen, Invoer invoer, Probleem probleem) {
        this.groepen = groepen;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.GROEPEN_ZIEN)
    @Get
    @Operation(operationId = "lotgenotengroepen", summary = "The groups that are open to newcomers, by name")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = GroepJson.class))))
    @ApiResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> alle(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var fouten = invoer.vraag(verzoek).fouten();
        if (!fouten.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var ritmes = groepen.ritmes();
        var eerste = groepen.eerstvolgende();
        return HttpResponse.ok(groepen.teVinden().stream()
                .map(groep -> json(
                        groep, ritmes.getOrDefault(groep.id(), List.of()), Optional.ofNullable(eerste.get(groep.id()))))
                .toList());
    }

    @Mag(Handeling.GROEPEN_ZIEN)
    @Get("/{id}")
    @Operation(operationId = "lotgenotengroep", summary = "One group that is open to newcomers")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroepJson.class)))
    @ApiResponse(
            responseCode = "404",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(String id) {
        return Invoer.uuid(id)
                .flatMap(groepen::find)
                .filter(Lotgenotengroep::isTeVinden)
                .<HttpResponse<?>>map(groep -> HttpResponse.ok(json(
                        groep,
                        groepen.ritmes(groep.id()),
                        groepen.komende(groep.id(), 10).stream()
                                .filter(moment -> !moment.vervallen())
                                .findFirst())))
                .orElseGet(probleem::nietGevonden);
    }

    private static GroepJson json(Lotgenotengroep groep, List<Ritmelijn> ritmes, Optional<Moment> eerste) {
        var t = Teksten.in(Taal.NL);
        return new GroepJson(
                groep.id(),
                groep.naam(),
                groep.doelgroep(),
                Groepstekst.uitleg(groep, t),
                groep.talen(),
                groep.plek().wijk(),
                groep.plek().plaats(),
                groep.plek().rolstoeltoegankelijk(),
                groep.alleenVrouwen(),
                groep.kennismaking(),
                groep.status().naam(),
                Groepstekst.ritmes(ritmes, t, new Datums(Taal.NL)),
                eerste.map(moment -> Tijdzone.lokaal(moment.tijdvak().van()).toOffsetDateTime())
                        .orElse(null));
    }
}
