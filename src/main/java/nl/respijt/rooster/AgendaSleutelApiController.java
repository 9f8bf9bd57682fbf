package nl.respijt.rooster;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.AgendaEigenaar;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Secret addresses of calendars: the makelaar for all, a gastheer for the own roster, a coordinator for the own group, a provider for its workers. */
@Controller("/api/v1/agendasleutels")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "agendasleutels")
final class AgendaSleutelApiController {
    private static final List<String> SOORTEN =
            Arrays.stream(AgendaSoort.values()).map(AgendaSoort::woord).toList();

    /** Whose calendar; the shape for the published contract. */
    @Serdeable
    @Schema(name = "AgendasleutelAanvraag")
    record AanvraagJson(
            @Schema(
                    type = "string",
                    allowableValues = {"gastheer", "huis", "groep", "medewerker", "makelaar"})
            String soort,

            @Nullable
            @Schema(
                    description =
                            "Of the gastheer, house, group or worker; none for makelaar; a gastheer needs none either")
            UUID id) {}

    /** An address, shown this once. */
    @Serdeable
    @Schema(name = "Agendasleutel")
    record SleutelJson(UUID id, String url) {}

    private final AgendaSleutels sleutels;
    private final RoosterService rooster;
    private final List<AgendaEigenaar> eigenaren;
    private final Toegang toegang;
    private final Invoer invoer;
    private final Probleem probleem;

    AgendaSleutelApiController(
            AgendaSleutels sleutels,
            RoosterService rooster,
            List<AgendaEigenaar> eigenaren,
            Toegang toegang,
            Invoer invoer,
            Probleem probleem) {
        this.sleutels = sleutels;
        this.rooster = rooster;
        this.eigenaren = eigenaren;
        this.toegang = toegang;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.AGENDASLEUTEL_BEHEREN)
    @Post
    @Consumes("application/json")
    @Operation(operationId = "maakAgendasleutel", summary = "Another address of a calendar, shown once")
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SleutelJson.class)))
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
    HttpResponse<?> maak(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var velden = invoer.json(inhoud);
        if (velden.isLeeg("soort")) {
            velden.fout("soort", "fout.geen-soort");
        }
        var soort = velden.keuze("soort", SOORTEN).map(AgendaSoort::van);
        var id = velden.uuid("id");
        if (soort.isPresent() && wie.rol() == Rol.MAKELAAR) {
            eisId(velden, soort.get());
        }
        var fouten = velden.fouten();
        if (!fouten.isEmpty() || soort.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var voor = id.or(() -> wie.rol() == Rol.GASTHEER ? wie.persoonId() : Optional.empty());
        if (!mag(wie, soort.get(), voor) || !bestaat(soort.get(), voor)) {
            return probleem.nietGevonden();
        }
        var nieuw = sleutels.maak(soort.get(), voor);
        return HttpResponse.status(HttpStatus.CREATED)
                .body(new SleutelJson(nieuw.id(), nieuw.url().toString()));
    }

    private static void eisId(Velden velden, AgendaSoort soort) {
        if (soort == AgendaSoort.MAKELAAR) {
            if (!velden.isLeeg("id")) {
                velden.fout("id", "fout.agenda-zonder-id");
            }
        } else if (velden.isLeeg("id")) {
            velden.fout("id", "fout.geen-id");
        }
    }

    @Mag(Handeling.AGENDASLEUTEL_BEHEREN)
    @Delete("/{id}")
    @Operation(
            operationId = "trekAgendasleutelIn",
            summary = "The address opens nothing any more; twice is the same as once")
    @ApiResponse(responseCode = "204")
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
    HttpResponse<?> trekIn(@Parameter(hidden = true) HttpRequest<?> verzoek, String id) {
        var wie = toegang.wie(verzoek);
        var sleutel =
                Invoer.uuid(id).flatMap(sleutels::vind).filter(gevonden -> mag(wie, gevonden.soort(), gevonden.voor()));
        if (sleutel.isEmpty()) {
            return probleem.nietGevonden();
        }
        sleutels.trekIn(sleutel.get().id());
        return HttpResponse.noContent();
    }

    private boolean mag(Aanmelding wie, AgendaSoort soort, Optional<UUID> voor) {
        return DienstRecht.mag(wie, Handeling.AGENDASLEUTEL_BEHEREN, soort, voor)
                || (Rechten.mag(wie.rol(), Handeling.AGENDASLEUTEL_BEHEREN)
                        && eigenaar(soort, een -> een.isVan(wie, voor)));
    }

    private boolean eigenaar(AgendaSoort soort, Predicate<AgendaEigenaar> vraag) {
        return eigenaren.stream().anyMatch(een -> een.soort() == soort && vraag.test(een));
    }

    /** What is not theirs, or not there, is answered alike. */
    private boolean bestaat(AgendaSoort soort, Optional<UUID> voor) {
        return switch (soort) {
            case MAKELAAR -> true;
            case GASTHEER ->
                voor.map(GastheerId::new).flatMap(rooster::gastheer).isPresent();
            case HUIS -> voor.filter(rooster::bestaatHuis).isPresent();
            case GROEP, MEDEWERKER -> eigenaar(soort, een -> een.bestaat(voor));
        };
    }
}
