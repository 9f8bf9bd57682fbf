package nl.respijt.kortverblijf;

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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.kortverblijf.AanmeldingInvoer.Gelezen;
import nl.respijt.kortverblijf.AanmeldingInvoer.Gevraagd;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Sleutels;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Teksten;
import org.jspecify.annotations.Nullable;

/** One intake for all houses, and what its key opens: how far it is, and the yes or no to an offer. */
@Controller("/api/v1")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "aanmeldingen")
final class AanmeldingApiController {
    private static final int MAX_SLEUTEL = 200;

    /** Who asks, for somebody else. */
    @Serdeable
    @Schema(name = "AanmeldingWie", description = "email or telefoon, or both")
    record WieJson(
            @Schema(maxLength = BoekVerzoek.MAX_NAAM) String naam,
            @Nullable @Schema(maxLength = 254) String email,
            @Nullable @Schema(maxLength = 40) String telefoon,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"nl", "en", "tr", "ar"},
                    defaultValue = "nl")
            String taal) {}

    /** What would be nice; it orders, and excludes nothing. */
    @Serdeable
    @Schema(name = "AanmeldingWensen")
    record WensenJson(
            @Nullable @Schema(maxLength = AanmeldingInvoer.MAX_WOORD)
            String wijk,

            @Nullable @Schema(maxLength = AanmeldingInvoer.MAX_WOORD)
            String taal,

            @Nullable Boolean eigenBadkamer,
            @Nullable Boolean mantelzorgerMee,
            @Nullable Boolean proefnacht,

            @Nullable @Schema(maxLength = Intake.Wensen.MAX_OPMERKING)
            String opmerking) {}

    /** The intake; the shape for the published contract. */
    @Serdeable
    @Schema(
            name = "AanmeldingAanvraag",
            description = "Never a citizen service number, in no field. weet-niet excludes no house: it asks later")
    record AanvraagJson(
            WieJson wie,

            @Schema(
                    type = "string",
                    allowableValues = {"0-17", "18-64", "65+"})
            String leeftijd,

            @Schema(
                    type = "string",
                    allowableValues = {"gepland", "spoedig", "nu"})
            String urgentie,

            @Schema(type = "string", format = "date", description = "The day of arrival")
            String van,

            @Schema(type = "string", format = "date", description = "The day of departure")
            String tot,

            @Nullable @Schema(minimum = "0", maximum = "60", defaultValue = "0")
            Integer flexibeleDagen,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"ja", "nee", "weet-niet"},
                    defaultValue = "weet-niet")
            String wlz,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"geen", "gevraagd", "toegekend", "weet-niet"},
                    defaultValue = "weet-niet")
            String wmo,

            @Nullable @Schema(minimum = "0", maximum = "365")
            Integer wmoNachten,

            @Schema(
                    type = "string",
                    allowableValues = {"zelf", "rollator", "rolstoel", "tillift", "weet-niet"})
            String mobiliteit,

            @Schema(
                    type = "string",
                    allowableValues = {"geen", "soms", "elke-nacht", "weet-niet"})
            String nachtzorg,

            @Schema(
                    type = "string",
                    allowableValues = {"zelf", "aanreiken", "verpleegkundig", "weet-niet"})
            String medicatie,

            @Schema(
                    type = "string",
                    allowableValues = {"geen", "licht", "dwalen", "agressie", "weet-niet"})
            String onrust,

            @Schema(
                    type = "string",
                    allowableValues = {"nee", "licht", "gevorderd", "weet-niet"})
            String dementie,

            @Nullable WensenJson wensen) {}

    /** Another law pays: where to go, and nothing kept. */
    @Serdeable
    @Schema(name = "Doorverwijzing")
    record RouteJson(
            @Schema(
                    type = "string",
                    allowableValues = {"jeugd", "wlz"})
            String route,

            String tekst) {}

    /** An intake that was just sent, with the key that opens it. */
    @Serdeable
    @Schema(name = "NieuweAanmelding")
    record NieuwJson(
            UUID id,
            String code,

            @Schema(
                    type = "string",
                    allowableValues = {"ingediend", "uitgezet"})
            String status,

            String beheersleutel,
            String beheerUrl,

            @Schema(description = "Every house, the best first")
            List<UitkomstJson> uitkomst) {}

    /** A step, and when it was taken. */
    @Serdeable
    @Schema(name = "Verblijfsstap")
    record StapJson(
            String stap,
            @Schema(description = "RFC 3339, local offset") OffsetDateTime op) {}

    /** An intake as its key shows it. */
    @Serdeable
    @Schema(name = "Aanmelding")
    record AanmeldingJson(
            UUID id,
            String code,

            @Schema(
                    type = "string",
                    allowableValues = {
                        "ingediend",
                        "uitgezet",
                        "aangeboden",
                        "geaccepteerd",
                        "bevestigd",
                        "verblijft",
                        "afgerond",
                        "afgewezen",
                        "ingetrokken",
                        "verlopen"
                    })
            String status,

            @Schema(type = "string", format = "date") String van,
            @Schema(type = "string", format = "date") String tot,
            List<StapJson> stappen,
            List<AanbiedingJson> aanbiedingen,

            @Schema(description = "As it is now; empty once a bed was chosen")
            List<UitkomstJson> uitkomst) {}

    /** What became of a choice. */
    @Serdeable
    @Schema(name = "Verblijfskeuze")
    record KeuzeJson(
            UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {"aanvaard", "afgewezen"})
            String status,

            @Schema(description = "How far the intake is now")
            String aanmelding,

            AanbiedingJson aanbieding) {}

    private final Aanmeldingen aanmeldingen;
    private final Aanbiedingen aanbiedingen;
    private final VerblijfSleutels sleutels;
    private final Sleutels stempels;
    private final Inzageboek inzageboek;
    private final Instellingen instellingen;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    AanmeldingApiController(
            Aanmeldingen aanmeldingen,
            Aanbiedingen aanbiedingen,
            VerblijfSleutels sleutels,
            Sleutels stempels,
            Inzageboek inzageboek,
            Instellingen instellingen,
            Invoer invoer,
            Probleem probleem,
            Klok klok) {
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.sleutels = sleutels;
        this.stempels = stempels;
        this.inzageboek = inzageboek;
        this.instellingen = instellingen;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.BOEKEN)
    @Post("/aanmeldingen")
    @Consumes("application/json")
    @Operation(operationId = "meldAan", summary = "Ask for a stay; every house answers at once by its own rules")
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(
            responseCode = "200",
            description = "Another law pays, and this is where to go",
            content = @Content(schema = @Schema(implementation = RouteJson.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Sent to every house that can; the same key gives this same intake for 24 hours",
            content = @Content(schema = @Schema(implementation = NieuwJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No key, or every fault in fouten, with a dot where a field is inside another",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "te-veel-afspraken (with telefoon) or sleutel-bezig",
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
            @Parameter(description = "Chosen by the caller, at most 200 characters; one wish, one key", required = true)
                    @Nullable
                    @Header("Idempotency-Key")
                    String sleutel,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        if (sleutel == null || sleutel.isBlank() || sleutel.length() > MAX_SLEUTEL) {
            return probleem.van(HttpStatus.BAD_REQUEST, "geen-sleutel");
        }
        return switch (AanmeldingInvoer.lees(invoer.json(inhoud), klok.vandaag())) {
            case Gelezen.Fouten(var fouten) -> probleem.ongeldig(fouten);
            case Gelezen.Route(var route, var taal) -> {
                aanmeldingen.telDoorverwijzing(route);
                yield HttpResponse.ok(new RouteJson(route, Teksten.in(taal).van("verblijf.route." + route)));
            }
            case Gelezen.Goed(var gevraagd) ->
                antwoord(aanmeldingen.meldAan(verzoek(gevraagd, "aanmelding:api:" + sleutel)));
        };
    }

    private AanmeldVerzoek verzoek(Gevraagd gevraagd, String sleutel) {
        var print = stempels.stempel(Sleutels.Doel.AANMELDING, gevraagd.toString());
        return new AanmeldVerzoek(
                sleutel,
                print,
                gevraagd.naam(),
                gevraagd.contact(),
                gevraagd.taal(),
                gevraagd.intake(),
                klok.instant(),
                BoekVerzoek.DOOR_MANTELZORGER);
    }

    private HttpResponse<?> antwoord(AanmeldResultaat resultaat) {
        return switch (resultaat) {
            case AanmeldResultaat.Aangemeld(var antwoord) ->
                HttpResponse.created(
                        new NieuwJson(
                                antwoord.id(),
                                antwoord.code(),
                                antwoord.status(),
                                sleutels.sleutel(antwoord.id()),
                                sleutels.url(antwoord.id()),
                                aanmeldingen
                                        .find(antwoord.id())
                                        .map(this::uitkomst)
                                        .orElse(List.of())),
                        URI.create("/api/v1/aanmeldingen/" + antwoord.id()));
            case AanmeldResultaat.TeVeelOpen _ ->
                probleem.van(HttpStatus.CONFLICT, "te-veel-afspraken", Map.of("telefoon", instellingen.telefoon()));
            case AanmeldResultaat.AndereInhoud _ ->
                probleem.van(HttpStatus.UNPROCESSABLE_ENTITY, "sleutel-hergebruikt");
            case AanmeldResultaat.NogBezig _ -> probleem.van(HttpStatus.CONFLICT, "sleutel-bezig");
        };
    }

    private List<UitkomstJson> uitkomst(Verblijfsaanmelding aanmelding) {
        var t = Teksten.in(aanmelding.taal());
        return aanmeldingen.uitkomst(aanmelding.id()).stream()
                .map(uitkomst -> UitkomstJson.van(uitkomst, aanmelding.verblijf(), t))
                .toList();
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/aanmeldingen/{id}")
    @Operation(operationId = "aanmelding", summary = "How far an intake is, for who holds its key")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(
            responseCode = "200",
            description = "The intake",
            content = @Content(schema = @Schema(implementation = AanmeldingJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such intake, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> een(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        var gevonden = sleutels.uitKop(sleutel)
                .filter(van -> Invoer.uuid(id).filter(van::equals).isPresent())
                .flatMap(aanmeldingen::find);
        gevonden.ifPresent(
                aanmelding -> inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, aanmelding.gezien()));
        return gevonden.<HttpResponse<?>>map(aanmelding -> HttpResponse.ok(json(aanmelding)))
                .orElseGet(probleem::nietGevonden);
    }

    private AanmeldingJson json(Verblijfsaanmelding aanmelding) {
        return new AanmeldingJson(
                aanmelding.id(),
                aanmelding.code(),
                aanmelding.status().woord(),
                aanmelding.verblijf().van().toString(),
                aanmelding.verblijf().tot().toString(),
                aanmeldingen.stappen(aanmelding.id()).stream()
                        .map(stap -> new StapJson(
                                stap.wat(), Tijdzone.lokaal(stap.op()).toOffsetDateTime()))
                        .toList(),
                aanmeldingen.aanbiedingen(aanmelding.id()).stream()
                        .map(AanbiedingJson::van)
                        .toList(),
                aanmelding.status().isOpen() ? uitkomst(aanmelding) : List.of());
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanbiedingen/{id}/aanvaarding")
    @Consumes("*/*")
    @Operation(
            operationId = "aanvaardAanbieding",
            summary = "Take this bed; every other that is held for them is free at once. Twice is the same as once")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(
            responseCode = "200",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = KeuzeJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such offer, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanbod-verlopen",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> aanvaard(
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return kies(
                id,
                sleutel,
                (aanbieding, van) -> aanbiedingen.aanvaard(aanbieding, van, BoekVerzoek.DOOR_MANTELZORGER));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanbiedingen/{id}/afwijzing")
    @Consumes("*/*")
    @Operation(
            operationId = "wijsAanbiedingAf",
            summary = "Do not take this bed; it is free at once. Twice is the same as once")
    @SecurityRequirement(name = Contract.BEHEERSLEUTEL)
    @ApiResponse(
            responseCode = "200",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = KeuzeJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such offer, or not this key's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanbod-verlopen",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> wijsAf(
            String id,
            @Parameter(description = "Bearer and the beheersleutel") @Nullable @Header(HttpHeaders.AUTHORIZATION)
                    String sleutel) {
        return kies(
                id, sleutel, (aanbieding, van) -> aanbiedingen.wijsAf(aanbieding, van, BoekVerzoek.DOOR_MANTELZORGER));
    }

    private interface Keuze {
        KiesResultaat doe(UUID aanbieding, UUID aanmelding);
    }

    private HttpResponse<?> kies(String id, @Nullable String sleutel, Keuze keuze) {
        return Invoer.uuid(id)
                .flatMap(aanbieding -> sleutels.uitKop(sleutel).map(van -> keuze.doe(aanbieding, van)))
                .<HttpResponse<?>>map(resultaat -> switch (resultaat) {
                    case KiesResultaat.Gekozen(var aanbieding, var aanmelding) ->
                        HttpResponse.ok(new KeuzeJson(
                                aanbieding.id(),
                                aanbieding.status().woord(),
                                aanmelding.status().woord(),
                                AanbiedingJson.van(aanbieding)));
                    case KiesResultaat.Verlopen _ -> probleem.van(HttpStatus.CONFLICT, "aanbod-verlopen");
                    case KiesResultaat.Onbekend _ -> probleem.nietGevonden();
                })
                .orElseGet(probleem::nietGevonden);
    }
}
