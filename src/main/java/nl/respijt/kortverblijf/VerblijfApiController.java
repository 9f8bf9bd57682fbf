package nl.respijt.kortverblijf;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.kortverblijf.Aanbiedingen.AfwijsResultaat;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.kortverblijf.Wmobesluiten.BesluitResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import org.jspecify.annotations.Nullable;

/** A house answers what was sent to it, the makelaar records what the gemeente decides, and both see the beds. */
@Controller("/api/v1")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "aanmeldingen")
final class VerblijfApiController {
    /** Longer than this is a conversation. */
    static final int MAX_REDEN = 300;

    static final int MAX_BED = 60;
    private static final int MAX_DAGEN = 366;
    private static final int STANDAARD_DAGEN = 14;
    private static final List<String> BESLUITEN =
            Stream.of(Wmostand.values()).map(Wmostand::woord).toList();

    /** A bed for some nights. */
    @Serdeable
    @Schema(name = "AanbiedingAanvraag")
    record BodJson(
            @Schema(description = "Its name or its id", maxLength = MAX_BED)
            String bed,

            @Schema(type = "string", format = "date", description = "The day of arrival")
            String van,

            @Schema(type = "string", format = "date", description = "The day of departure")
            String tot) {}

    /** Why it cannot be. */
    @Serdeable
    @Schema(name = "Verblijfsafwijzing")
    record AfwijzingJson(@Schema(maxLength = MAX_REDEN) String reden) {}

    /** What the gemeente decided. */
    @Serdeable
    @Schema(name = "Wmobesluit")
    record BesluitJson(
            @Schema(
                    type = "string",
                    allowableValues = {"geen", "gevraagd", "lopend", "toegekend", "afgewezen", "weet-niet"})
            String besluit,

            @Nullable @Schema(minimum = "0", maximum = "365", description = "With toegekend: how many in all")
            Integer nachten,

            @Nullable
            @Schema(
                    type = "string",
                    format = "date",
                    description = "The day on which the gemeente was told, was asked, or decided; today without")
            String op) {}

    /** A house said no. */
    @Serdeable
    @Schema(name = "Verblijfsantwoord")
    record AntwoordJson(
            UUID id,

            @Schema(
                    type = "string",
                    allowableValues = {"afgewezen"})
            String status) {}

    /** How far an intake is after a decision. */
    @Serdeable
    @Schema(name = "Wmostand")
    record StandJson(
            UUID id,
            String status,
            String wmo,

            @Nullable @Schema(nullable = true, description = "Never below zero; empty when nobody knows")
            Integer nachtenOver) {}

    /** A bed, and how it is on each night. */
    @Serdeable
    @Schema(name = "Bed")
    record BedJson(
            UUID id,

            @Schema(description = "As the house calls it") String bed,

            @Schema(description = "The name of the house") String aanbieder,

            List<String> kenmerken,
            List<NachtJson> nachten) {}

    @Serdeable
    @Schema(name = "Bednacht")
    record NachtJson(
            @Schema(type = "string", format = "date", description = "The date on which it begins")
            String nacht,

            @Schema(
                    type = "string",
                    allowableValues = {"vrij", "vastgehouden", "bezet", "geblokkeerd"})
            String status) {}

    private final Aanbiedingen aanbiedingen;
    private final Wmobesluiten besluiten;
    private final Bedden bedden;
    private final Toegang toegang;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    VerblijfApiController(
            Aanbiedingen aanbiedingen,
            Wmobesluiten besluiten,
            Bedden bedden,
            Toegang toegang,
            Invoer invoer,
            Probleem probleem,
            Klok klok) {
        this.aanbiedingen = aanbiedingen;
        this.besluiten = besluiten;
        this.bedden = bedden;
        this.toegang = toegang;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.AANMELDING_BEANTWOORDEN)
    @Post("/aanmeldingen/{id}/aanbiedingen")
    @Consumes("application/json")
    @Operation(operationId = "biedAan", summary = "Offer a bed; its nights are held for 48 hours")
    @RequestBody(content = @Content(schema = @Schema(implementation = BodJson.class)), required = true)
    @ApiResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = AanbiedingJson.class)))
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
            description = "No such intake, or not sent to this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "bed-bezet, contract-verlopen (with tot), geen-aankomstdag, aantal-nachten (with minimaal and maximaal), bed-past-niet or aanvraag-beantwoord",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> bied(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var aanmelding = gevraagd(verzoek, id);
        if (aanmelding.isEmpty()) {
            return probleem.nietGevonden();
        }
        var velden = invoer.json(inhoud);
        var bed = velden.verplicht("bed", MAX_BED, "fout.geen-bed");
        var verblijf = AanmeldingInvoer.verblijf(velden, klok.vandaag());
        var fouten = velden.fouten();
        if (!fouten.isEmpty() || verblijf.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        return switch (aanbiedingen.bied(aanmelding.get(), bed, verblijf.get(), toegang.wie(verzoek))) {
            case BiedResultaat.Aangeboden(var aanbieding) -> HttpResponse.created(AanbiedingJson.van(aanbieding));
            case BiedResultaat.BedBezet _ -> probleem.van(HttpStatus.CONFLICT, "bed-bezet");
            case BiedResultaat.ContractVerlopen(var tot) ->
                probleem.van(
                        HttpStatus.CONFLICT,
                        "contract-verlopen",
                        tot.<Map<String, Object>>map(dag -> Map.of("tot", dag.toString()))
                                .orElse(Map.of()));
            case BiedResultaat.NietOpAankomstdag _ -> probleem.van(HttpStatus.CONFLICT, "geen-aankomstdag");
            case BiedResultaat.TeKortOfTeLang(var minimaal, var maximaal) ->
                probleem.van(HttpStatus.CONFLICT, "aantal-nachten", Map.of("minimaal", minimaal, "maximaal", maximaal));
            case BiedResultaat.BedPastNiet _ -> probleem.van(HttpStatus.CONFLICT, "bed-past-niet");
            case BiedResultaat.AlBeantwoord _ -> probleem.van(HttpStatus.CONFLICT, "aanvraag-beantwoord");
            case BiedResultaat.BedOnbekend _ -> {
                velden.fout("bed", "fout.geen-bed");
                yield probleem.ongeldig(velden.fouten());
            }
            case BiedResultaat.AankomstVoorbij _ -> {
                velden.fout("van", "fout.dag-bijna-voorbij");
                yield probleem.ongeldig(velden.fouten());
            }
            case BiedResultaat.Onbekend _ -> probleem.nietGevonden();
        };
    }

    @Mag(Handeling.AANMELDING_BEANTWOORDEN)
    @Post("/aanmeldingen/{id}/afwijzing")
    @Consumes("application/json")
    @Operation(operationId = "wijsAanmeldingAf", summary = "Say no to what was sent to you, with the reason")
    @RequestBody(content = @Content(schema = @Schema(implementation = AfwijzingJson.class)), required = true)
    @ApiResponse(
            responseCode = "200",
            description = "Twice is the same as once",
            content = @Content(schema = @Schema(implementation = AntwoordJson.class)))
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
            description = "No such intake, or not sent to this provider",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "aanvraag-beantwoord: they chose already, or it is over",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> wijsAf(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var aanmelding = gevraagd(verzoek, id);
        if (aanmelding.isEmpty()) {
            return probleem.nietGevonden();
        }
        var velden = invoer.json(inhoud);
        var reden = velden.verplicht("reden", MAX_REDEN, "fout.geen-verblijfsreden");
        if (!velden.fouten().isEmpty()) {
            return probleem.ongeldig(velden.fouten());
        }
        return switch (aanbiedingen.wijsAf(aanmelding.get(), reden, toegang.wie(verzoek))) {
            case AfwijsResultaat.Afgewezen(var wie) ->
                HttpResponse.ok(new AntwoordJson(wie, Uitzetting.Status.AFGEWEZEN.woord()));
            case AfwijsResultaat.TeLaat _ -> probleem.van(HttpStatus.CONFLICT, "aanvraag-beantwoord");
            case AfwijsResultaat.Onbekend _ -> probleem.nietGevonden();
        };
    }

    private Optional<UUID> gevraagd(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id).filter(aanmelding -> aanbiedingen.isGevraagd(aanmelding, toegang.wie(verzoek)));
    }

    @Mag(Handeling.WMO_VASTLEGGEN)
    @Post("/aanmeldingen/{id}/wmo")
    @Consumes("application/json")
    @Operation(operationId = "legWmoVast", summary = "Record what the gemeente decided; a stay is certain after a yes")
    @RequestBody(content = @Content(schema = @Schema(implementation = BesluitJson.class)), required = true)
    @ApiResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = StandJson.class)))
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
            description = "No such intake",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "te-weinig-nachten: fewer than the stay that is certain takes",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> wmo(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var velden = invoer.json(inhoud);
        var besluit = velden.verplichteKeuze("besluit", BESLUITEN);
        var nachten = velden.getal("nachten", 0, AanmeldingInvoer.MAX_WMO);
        var op = velden.datum("op");
        if (besluit.filter(Wmostand.TOEGEKEND.woord()::equals).isPresent() && velden.isLeeg("nachten")) {
            velden.fout("nachten", "fout.geen-getal", 0, AanmeldingInvoer.MAX_WMO);
        }
        var fouten = velden.fouten();
        if (!fouten.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var stand = Wmostand.van(besluit.orElseThrow());
        var aantal = stand == Wmostand.TOEGEKEND
                ? nachten.map(OptionalInt::of).orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
        return Invoer.uuid(id)
                .map(wie -> besluiten.legVast(
                        wie,
                        stand,
                        aantal,
                        op.orElse(klok.vandaag()),
                        toegang.wie(verzoek).slug()))
                .<HttpResponse<?>>map(resultaat -> switch (resultaat) {
                    case BesluitResultaat.Vastgelegd(var wie) ->
                        HttpResponse.ok(new StandJson(
                                wie.id(),
                                wie.status().woord(),
                                wie.wmo().woord(),
                                wie.wmoOver().isPresent() ? wie.wmoOver().getAsInt() : null));
                    case BesluitResultaat.TeWeinigNachten _ -> probleem.van(HttpStatus.CONFLICT, "te-weinig-nachten");
                    case BesluitResultaat.VerkeerdeDag _ -> {
                        velden.fout("op", "fout.besluitdag");
                        yield probleem.ongeldig(velden.fouten());
                    }
                    case BesluitResultaat.Onbekend _ -> probleem.nietGevonden();
                })
                .orElseGet(probleem::nietGevonden);
    }

    @Mag(Handeling.BEDDEN_ZIEN)
    @Get("/bedden")
    @Operation(operationId = "bedden", summary = "Beds by night: the makelaar every one, a provider its own")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "van",
            description = "The first night; today without",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "tot",
            description = "The day after the last night; two weeks later without",
            schema = @Schema(type = "string", format = "date"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = BedJson.class))))
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
    HttpResponse<?> bedden(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var velden = invoer.vraag(verzoek);
        var gevraagdVan = velden.datum("van");
        var van = gevraagdVan.orElse(klok.vandaag());
        var tot = velden.datum("tot").orElse(van.plusDays(STANDAARD_DAGEN));
        if (!van.isBefore(tot)) {
            velden.fout("tot", "fout.geen-nacht");
        } else if (van.plusDays(MAX_DAGEN).isBefore(tot)) {
            velden.fout("tot", "fout.te-veel-nachten", MAX_DAGEN);
        }
        var fouten = velden.fouten();
        return fouten.isEmpty()
                ? HttpResponse.ok(bedden.van(toegang.wie(verzoek), van, tot).stream()
                        .map(bed -> json(bed, van, tot))
                        .toList())
                : probleem.ongeldig(fouten);
    }

    private static BedJson json(Bedden.Bezet bed, LocalDate van, LocalDate tot) {
        return new BedJson(
                bed.bed().id(),
                bed.bed().naam(),
                bed.huis().naam(),
                bed.bed().kenmerken().stream().sorted().toList(),
                van.datesUntil(tot)
                        .map(nacht ->
                                new NachtJson(nacht.toString(), bed.nachten().getOrDefault(nacht, Bedden.VRIJ)))
                        .toList());
    }
}
