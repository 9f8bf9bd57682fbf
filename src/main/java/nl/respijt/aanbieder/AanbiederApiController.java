package nl.respijt.aanbieder;

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
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.ContractResultaat.AlVastgelegd;
import nl.respijt.aanbieder.ContractResultaat.NaDeOptie;
import nl.respijt.aanbieder.ContractResultaat.Onbekend;
import nl.respijt.aanbieder.ContractResultaat.Vastgelegd;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** The providers, and until when each is contracted. */
@Controller("/api/v1/aanbieders")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "aanbieders")
final class AanbiederApiController {
    /** One contract of a provider. */
    @Serdeable
    @Schema(name = "Looptijd")
    record LooptijdJson(
            @Schema(
                    type = "string",
                    allowableValues = {"thuis", "verblijf"})
            String dienst,

            @Schema(description = "The last day") LocalDate tot,

            @Nullable @Schema(description = "The last day when every option is taken; absent without one")
            LocalDate verlengbaarTot) {}

    /** A provider as the desk and its own people see it. */
    @Serdeable
    @Schema(name = "Aanbieder")
    record AanbiederJson(
            UUID id,
            String naam,

            @Schema(description = "thuis, verblijf or both") List<String> diensten,

            @Nullable @Schema(description = "The last day; of two contracts, of the one that ends first")
            LocalDate contractTot,

            @Nullable
            @Schema(description = "The last day of that contract when every option is taken; absent without one")
            LocalDate verlengbaarTot,

            @Schema(description = "One for each dienst, the first to end first")
            List<LooptijdJson> contracten) {}

    /** That a contract goes on, or ends earlier. */
    @Serdeable
    @Schema(name = "ContractAanvraag")
    record AanvraagJson(
            @Schema(description = "The last day; visits and stays up to it become bookable")
            LocalDate tot,

            @Schema(
                    description = "Where it is written down, such as a letter with its date",
                    maxLength = ContractInvoer.MAX_BRON)
            String bron,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"thuis", "verblijf"},
                    description = "Only needed for a provider that gives both")
            String dienst) {}

    /** What holds from now on. */
    @Serdeable
    @Schema(name = "Aanbiedercontract")
    record ContractJson(
            UUID aanbiederId,

            @Schema(
                    type = "string",
                    allowableValues = {"thuis", "verblijf"})
            String dienst,

            LocalDate tot,
            @Nullable LocalDate verlengbaarTot,
            String bron,
            OffsetDateTime vastgelegdOp) {}

    private final Aanbieders aanbieders;
    private final Contracten contracten;
    private final Toegang toegang;
    private final Invoer invoer;
    private final Probleem probleem;

    AanbiederApiController(
            Aanbieders aanbieders, Contracten contracten, Toegang toegang, Invoer invoer, Probleem probleem) {
        this.aanbieders = aanbieders;
        this.contracten = contracten;
        this.toegang = toegang;
        this.invoer = invoer;
        this.probleem = probleem;
    }

    @Mag(Handeling.AANBIEDERS_ZIEN)
    @Get
    @Operation(operationId = "aanbieders", summary = "The providers, by name; a provider sees itself")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = AanbiederJson.class))))
    @ApiResponse(
            responseCode = "400",
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
    HttpResponse<?> alle(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var fouten = invoer.vraag(verzoek).fouten();
        if (!fouten.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var geldende = contracten.geldende();
        return HttpResponse.ok(aanbieders.zichtbaarVoor(toegang.wie(verzoek)).stream()
                .map(aanbieder -> json(
                        aanbieder,
                        geldende.stream()
                                .filter(een -> een.aanbieder().equals(aanbieder.id()))
                                .toList()))
                .toList());
    }

    @Mag(Handeling.CONTRACT_VASTLEGGEN)
    @Post("/{id}/contract")
    @Consumes("application/json")
    @Operation(
            operationId = "legContractVast",
            summary = "Record until when a contract runs; what was recorded last holds, twice the same is once")
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ContractJson.class)))
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
            description = "Not there, or not for you",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "contract-na-optie, with verlengbaarTot: beyond what the options of this contract reach",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    HttpResponse<?> legVast(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            String id,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var wie = toegang.wie(verzoek);
        var aanbieder = Invoer.uuid(id).flatMap(aanbieders::find);
        if (aanbieder.isEmpty()) {
            return probleem.nietGevonden();
        }
        var velden = invoer.json(inhoud);
        var dienst = dienst(velden, aanbieder.get());
        var gevraagd = ContractInvoer.lees(velden);
        var fouten = velden.fouten();
        if (!fouten.isEmpty() || dienst.isEmpty() || gevraagd.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var wens = gevraagd.get();
        return switch (contracten.legVast(aanbieder.get().id(), dienst.get(), wens.tot(), wens.bron(), wie.slug())) {
            case Vastgelegd(var contract) -> HttpResponse.ok(json(contract));
            case AlVastgelegd(var contract) -> HttpResponse.ok(json(contract));
            case NaDeOptie(var verlengbaarTot) ->
                probleem.van(
                        HttpStatus.CONFLICT, "contract-na-optie", Map.of("verlengbaarTot", verlengbaarTot.toString()));
            case Onbekend _ -> probleem.nietGevonden();
        };
    }

    /** Who gives one thing need not say which. */
    private static Optional<Contractdienst> dienst(Velden velden, Aanbieder aanbieder) {
        var woorden = aanbieder.diensten().stream().map(Contractdienst::woord).toList();
        if (!velden.isLeeg("dienst")) {
            return velden.keuze("dienst", woorden).flatMap(Contractdienst::van);
        }
        if (woorden.size() != 1) {
            velden.fout("dienst", "fout.geen-keuze", String.join(", ", woorden));
            return Optional.empty();
        }
        velden.negeer("dienst");
        return Contractdienst.van(woorden.getFirst());
    }

    private static AanbiederJson json(Aanbieder aanbieder, List<Aanbiedercontract> contracten) {
        var eerste = contracten.stream().findFirst();
        return new AanbiederJson(
                aanbieder.id(),
                aanbieder.naam(),
                aanbieder.diensten().stream().map(Contractdienst::woord).toList(),
                eerste.map(Aanbiedercontract::tot).orElse(null),
                eerste.flatMap(Aanbiedercontract::verlengbaarTot).orElse(null),
                contracten.stream()
                        .map(een -> new LooptijdJson(
                                een.dienst().woord(),
                                een.tot(),
                                een.verlengbaarTot().orElse(null)))
                        .toList());
    }

    private static ContractJson json(Aanbiedercontract contract) {
        return new ContractJson(
                contract.aanbieder(),
                contract.dienst().woord(),
                contract.tot(),
                contract.verlengbaarTot().orElse(null),
                contract.bron(),
                Tijdzone.lokaal(contract.vastgelegdOp()).toOffsetDateTime());
    }
}
