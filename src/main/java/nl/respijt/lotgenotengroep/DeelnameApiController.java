package nl.respijt.lotgenotengroep;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.MomentJson;
import nl.respijt.boeking.Reeksen;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import org.jspecify.annotations.Nullable;

/** Joining a group, and what the key of who joined opens. */
@Controller("/api/v1")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lotgenotengroepen")
final class DeelnameApiController {
    private static final int MAX_SLEUTEL = 200;

    /** What one sends to join; the shape for the published contract. */
    @Serdeable
    @Schema(name = "DeelnameAanvraag", description = "email or telefoon, or both")
    record AanvraagJson(
            @Schema(maxLength = BoekVerzoek.MAX_NAAM) String naam,
            @Nullable @Schema(maxLength = 254) String email,
            @Nullable @Schema(maxLength = 40) String telefoon,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"nl", "en", "tr", "ar"},
                    defaultValue = "nl")
            String taal,

            @Nullable @Schema(description = "Somebody comes along the first time")
            Boolean iemandMee,

            @Nullable
            @Schema(
                    description = "The first name of whom they come with: both join, or none",
                    maxLength = BoekVerzoek.MAX_NAAM)
            String samenMet) {}

    /** Who just joined, or stands in line; a place in line keeps its id and key when it becomes a deelname. */
    @Serdeable
    @Schema(name = "NieuweDeelname")
    record NieuwJson(
            UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {"deelnemer", "kennismaking", "wachtlijst"})
            String status,

            @Nullable @Schema(description = "1 is first in line; only for who waits", nullable = true)
            Integer plaatsInRij,

            String beheersleutel,
            String beheerUrl) {}

    /** A deelname as its key shows it; of the group it tells nothing. */
    @Serdeable
    @Schema(name = "Deelname")
    record DeelnameJson(
            UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {"kennismaking", "deelnemer", "gestopt"})
            String status,

            int personen,

            @Schema(description = "The meetings to come at which there is a place for them")
            List<MomentJson> momenten,

            String beheerUrl) {}

    private final Deelnames deelnames;
    private final Reeksen reeksen;
    private final DeelnameSleutels sleutels;
    private final Inzageboek inzageboek;
    private final Instellingen instellingen;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    DeelnameApiController(
            Deelnames deelnames,
            Reeksen reeksen,
            DeelnameSleutels sleutels,
            Inzageboek inzageboek,
            Instellingen instellingen,
            Invoer invoer,
            Probleem probleem,
            Klok klok) {
        this.deelnames = deelnames;
        this.reeksen = reeksen;
        this.sleutels = sleutels;
        this.inzageboek = inzageboek;
        this.instellingen = instellingen;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.BOEKEN)
    @Post("/lotgenotengroepen/{id}/deelnames")
    @Consumes("application/json")
    @Operation(operationId = "neemDeel", summary = "Join a group: a place at each meeting to come")
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(
            responseCode = "201",
            description = "In it, called first, or in line; the same key gives this same answer for 24 hours",
            content = @Content(schema = @Schema(implementation = NieuwJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No key, or faults in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "groep-onbekend",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "doet-al-mee, groep-dicht, te-veel-afspraken (with telefoon) or sleutel-bezig",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The key was used with other content",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> meldAan(
            String id,
            @Parameter(description = "Chosen by the caller, at most 200 characters; one wish, one key", required = true)
                    @Nullable
                    @Header("Idempotency-Key")
                    String sleutel,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        if (sleutel == null || sleutel.isBlank() || sleutel.length() > MAX_SLEUTEL) {
            return probleem.van(HttpStatus.BAD_REQUEST, "geen-sleutel");
        }
        var groep = Invoer.uuid(id);
        if (groep.isEmpty()) {
            return probleem.van(HttpStatus.NOT_FOUND, "groep-onbekend");
        }
        var gelezen = DeelnameInvoer.lees(
                invoer.json(inhoud), groep.get(), "deelname:api:" + sleutel, BoekVerzoek.DOOR_MANTELZORGER, Taal.NL);
        return gelezen.verzoek()
                .<HttpResponse<?>>map(verzoek -> antwoord(deelnames.meldAan(verzoek)))
                .orElseGet(() -> probleem.ongeldig(gelezen.fouten()));
    }

    private HttpResponse<?> antwoord(DeelnameResultaat resultaat) {
        return switch (resultaat) {
            case DeelnameResultaat.Aangemeld(var antwoord) ->
                HttpResponse.created(
                        new NieuwJson(
                                antwoord.id(),
                                antwoord.status(),
                                antwoord.wacht() ? antwoord.plaatsInRij() : null,
                                sleutels.sleutel(antwoord.id()),
                                sleutels.url(antwoord)),
                        URI.create(
                                (antwoord.wacht() ? "/api/v1/wachtplekken/" : "/api/v1/deelnames/") + antwoord.id()));
            case DeelnameResultaat.DoetAlMee _ -> probleem.van(HttpStatus.CONFLICT, "doet-al-mee");
            case DeelnameResultaat.Dicht _ -> probleem.van(HttpStatus.CONFLICT, "groep-dicht");
            case DeelnameResultaat.TeVeelGroepen _ ->
                probleem.van(HttpStatus.CONFLICT, "te-veel-afspraken", Map.of("telefoon", instellingen.telefoon()));
            case DeelnameResultaat.Onbekend _ -> probleem.van(HttpStatus.NOT_FOUND, "groep-onbekend");
            case DeelnameResultaat.AndereInhoud _ ->
                probleem.van(HttpStatus.UNPROCESSABLE_ENTITY, "sleutel-hergebruikt");
            case DeelnameResultaat.NogBezig _ -> probleem.van(HttpStatus.CONFLICT, "sleutel-bezig");
        };
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/deelnames/{id}")
    @Operation(operationId = "deelname", summary = "Being in a group, for who holds its key")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeelnameJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such deelname, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return bevoegd(verzoek, id, sleutel)
                .<HttpResponse<?>>map(deelname -> HttpResponse.ok(json(deelname)))
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/deelnames/{id}/annulering")
    @Consumes(value = "*/*")
    @Operation(operationId = "stopDeelname", summary = "Leave the group; doing it twice is the same as once")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeelnameJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such deelname, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> stop(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return bevoegd(verzoek, id, sleutel)
                .flatMap(deelname -> deelnames.stop(deelname.id(), BoekVerzoek.DOOR_MANTELZORGER))
                .<HttpResponse<?>>map(deelname -> HttpResponse.ok(json(deelname)))
                .orElseGet(probleem::nietGevonden);
    }

    private Optional<Deelname> bevoegd(HttpRequest<?> verzoek, String id, @Nullable String kopregel) {
        var gevonden = sleutels.lees(id, kopregel).flatMap(deelnames::find);
        gevonden.ifPresent(
                deelname -> inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, deelname.gezien()));
        return gevonden;
    }

    private DeelnameJson json(Deelname deelname) {
        var nu = klok.instant();
        return new DeelnameJson(
                deelname.id(),
                deelname.status().woord(),
                deelname.personen(),
                reeksen.van(deelname.id()).stream()
                        .map(boeking -> MomentJson.van(boeking.moment(), nu))
                        .toList(),
                sleutels.url(deelname));
    }
}
