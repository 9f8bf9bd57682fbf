package nl.respijt.respijtthuis;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekAntwoord;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingInvoer;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentJson;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.ThuisJson;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.ReeksResultaat.Niet;
import nl.respijt.respijtthuis.ReeksVerzoek.Ritme;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.ProbleemJson;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Visits at home on one weekday, asked for as one. */
@Controller("/api/v1/reeksen")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "boekingen")
final class ReeksApiController {
    private static final int MAX_SLEUTEL = 200;

    private static final List<String> RITMES =
            Stream.of(Ritme.values()).map(Ritme::woord).toList();

    /** What one sends to ask for a series; the shape for the published contract. */
    @Serdeable
    @Schema(name = "ReeksAanvraag", description = "email or telefoon, or both")
    record AanvraagJson(
            UUID momentId,

            @Schema(
                    type = "string",
                    allowableValues = {"wekelijks", "tweewekelijks"})
            String ritme,

            @Schema(minimum = "1", maximum = "12", description = "How many in all, with the first")
            int aantal,

            @Schema(maxLength = BoekVerzoek.MAX_NAAM) String naam,
            @Nullable @Schema(maxLength = 254) String email,
            @Nullable @Schema(maxLength = 40) String telefoon,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"nl", "en", "tr", "ar"},
                    defaultValue = "nl")
            String taal,

            ThuisJson thuis) {}

    /** One visit of a series; without the id, code and keys where nothing was made yet. */
    @Serdeable
    @Schema(name = "Reeksboeking")
    record BezoekJson(
            @Nullable @Schema(nullable = true) UUID id,
            @Nullable @Schema(nullable = true) String code,

            @Nullable
            @Schema(
                    type = "string",
                    nullable = true,
                    allowableValues = {"aangevraagd", "bevestigd"})
            String status,

            @Nullable @Schema(nullable = true) String beheersleutel,
            @Nullable @Schema(nullable = true) String beheerUrl,
            @Nullable @Schema(nullable = true) String agendaUrl,

            @Schema(description = "The first name of who comes")
            String medewerker,

            MomentJson moment) {}

    /** A series as it was made, or as it would be. */
    @Serdeable
    @Schema(name = "Reeks")
    record ReeksJson(
            @Nullable @Schema(nullable = true, description = "Empty when nothing was made yet")
            UUID id,

            List<BezoekJson> boekingen,
            List<NietJson> niet) {}

    /** A day without a visit, and why. */
    @Serdeable
    @Schema(name = "ReeksNiet")
    record NietJson(
            @Schema(type = "string", format = "date") String datum,

            @Schema(
                    type = "string",
                    allowableValues = {"bezet", "feestdag", "contract", "voorbij", "tegoed"})
            String reden) {
        static NietJson van(Niet niet) {
            return new NietJson(niet.datum().toString(), niet.reden());
        }
    }

    private final Bezoekreeksen bezoekreeksen;
    private final Medewerkers medewerkers;
    private final MomentService momenten;
    private final BoekingSleutels sleutels;
    private final Instellingen instellingen;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    ReeksApiController(
            Bezoekreeksen bezoekreeksen,
            Medewerkers medewerkers,
            MomentService momenten,
            BoekingSleutels sleutels,
            Instellingen instellingen,
            Invoer invoer,
            Probleem probleem,
            Klok klok) {
        this.bezoekreeksen = bezoekreeksen;
        this.medewerkers = medewerkers;
        this.momenten = momenten;
        this.sleutels = sleutels;
        this.instellingen = instellingen;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.BOEKEN)
    @Post
    @Consumes("application/json")
    @Operation(
            operationId = "boekReeks",
            summary = "Ask for visits at home on one weekday; those that can be had are made together")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "proef",
            description = "true only says what would happen, with 200 and no key",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @RequestBody(content = @Content(schema = @Schema(implementation = AanvraagJson.class)), required = true)
    @ApiResponse(
            responseCode = "200",
            description = "What would happen",
            content = @Content(schema = @Schema(implementation = ReeksJson.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Made; the same key gives this same answer for 24 hours",
            content = @Content(schema = @Schema(implementation = ReeksJson.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No key, or faults in fouten",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "404",
            description = "moment-onbekend",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProbleemJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "reeks-niets-vrij (with niet), te-veel-afspraken (with telefoon) or sleutel-bezig",
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
    HttpResponse<?> boek(
            @Parameter(hidden = true) HttpRequest<?> verzoek,
            @Parameter(description = "Chosen by the caller, at most 200 characters; one wish, one key")
                    @Nullable
                    @Header("Idempotency-Key")
                    String sleutel,
            @Parameter(hidden = true) @Body byte @Nullable [] inhoud) {
        var vraag = invoer.vraag(verzoek);
        var proef = vraag.jaNee("proef").orElse(false);
        if (!vraag.fouten().isEmpty()) {
            return probleem.ongeldig(vraag.fouten());
        }
        if (!proef && (sleutel == null || sleutel.isBlank() || sleutel.length() > MAX_SLEUTEL)) {
            return probleem.van(HttpStatus.BAD_REQUEST, "geen-sleutel");
        }
        var velden = invoer.json(inhoud);
        var gelezen = lees(velden, "api:" + sleutel);
        if (gelezen.isEmpty()) {
            return probleem.ongeldig(velden.fouten());
        }
        if (gelezen.get().eerste().thuis().isEmpty()) {
            return probleem.ongeldig(
                    List.of(new Fout("thuis", Teksten.in(Taal.NL).van("fout.geen-thuis"))));
        }
        return proef
                ? antwoord(bezoekreeksen.proef(gelezen.get(), Optional.empty()))
                : antwoord(bezoekreeksen.boek(gelezen.get()));
    }

    private static Optional<ReeksVerzoek> lees(Velden velden, String sleutel) {
        var ritme = velden.verplichteKeuze("ritme", RITMES).flatMap(Ritme::van);
        var aantal = velden.getal("aantal", 1, ReeksVerzoek.MAX_AANTAL);
        if (velden.isLeeg("aantal")) {
            velden.fout("aantal", "fout.geen-getal", 1, ReeksVerzoek.MAX_AANTAL);
        }
        return BoekingInvoer.lees(velden, sleutel, BoekVerzoek.DOOR_MANTELZORGER, Taal.NL)
                .verzoek()
                .map(eerste -> new ReeksVerzoek(eerste, ritme.orElseThrow(), aantal.orElseThrow()));
    }

    private HttpResponse<?> antwoord(Bezoekreeksen.Proef proef) {
        if (proef.eerste().isEmpty()) {
            return probleem.van(HttpStatus.NOT_FOUND, "moment-onbekend");
        }
        return HttpResponse.ok(new ReeksJson(
                null,
                proef.dagen().stream()
                        .flatMap(dag -> dag.kandidaten().stream().limit(1))
                        .map(this::zou)
                        .toList(),
                proef.dagen().stream()
                        .filter(dag -> dag.kandidaten().isEmpty())
                        .map(dag -> new NietJson(
                                dag.datum().toString(),
                                dag.waarom().orElseThrow().woord()))
                        .toList()));
    }

    private HttpResponse<?> antwoord(ReeksResultaat resultaat) {
        return switch (resultaat) {
            case ReeksResultaat.Gemaakt(var antwoord) ->
                HttpResponse.created(new ReeksJson(
                        antwoord.id(),
                        antwoord.boekingen().stream().map(this::gemaakt).toList(),
                        antwoord.niet().stream().map(NietJson::van).toList()));
            case ReeksResultaat.NietsVrij(var niet) ->
                probleem.van(
                        HttpStatus.CONFLICT,
                        "reeks-niets-vrij",
                        Map.of("niet", niet.stream().map(NietJson::van).toList()));
            case ReeksResultaat.Onbekend _ -> probleem.van(HttpStatus.NOT_FOUND, "moment-onbekend");
            case ReeksResultaat.TeVeelOpen _ ->
                probleem.van(HttpStatus.CONFLICT, "te-veel-afspraken", Map.of("telefoon", instellingen.telefoon()));
            case ReeksResultaat.AndereInhoud _ -> probleem.van(HttpStatus.UNPROCESSABLE_ENTITY, "sleutel-hergebruikt");
            case ReeksResultaat.NogBezig _ -> probleem.van(HttpStatus.CONFLICT, "sleutel-bezig");
        };
    }

    private BezoekJson zou(MomentId id) {
        var moment = momenten.find(id).orElseThrow();
        return new BezoekJson(
                null,
                null,
                null,
                null,
                null,
                null,
                medewerkers.voornaam(moment.bronId()),
                MomentJson.van(moment, klok.instant()));
    }

    private BezoekJson gemaakt(BoekAntwoord boeking) {
        var id = new BoekingId(boeking.id());
        var wie =
                momenten.find(new MomentId(boeking.moment().id())).orElseThrow().bronId();
        return new BezoekJson(
                boeking.id(),
                boeking.code(),
                boeking.status(),
                sleutels.beheersleutel(id),
                sleutels.beheerUrl(id),
                sleutels.agendaUrl(id),
                medewerkers.voornaam(wie),
                boeking.moment());
    }
}
