package nl.respijt.makelaar;

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
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.Mantelzorgers;
import nl.respijt.boeking.MomentJson;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Contract;
import nl.respijt.web.Invoer;
import nl.respijt.web.Probleem;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Bookings and mantelzorgers, for the makelaar's own tools. */
@Controller("/api/v1")
@Produces({"application/json", "application/problem+json"})
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = Contract.SESSIE)
@Tag(name = "makelaar")
final class MakelaarApiController {
    /** Without a last day: as far as openstellingen are planned. */
    private static final Duration STANDAARD = Duration.ofDays(26 * 7);

    /** Less would show half the city to who types one letter. */
    private static final int MINSTENS = 2;

    /** A booking as the makelaar sees it. */
    @Serdeable
    @Schema(name = "BoekingRegel")
    record BoekingRegelJson(
            UUID id,
            String code,

            @Schema(
                    type = "string",
                    allowableValues = {
                        "aangevraagd",
                        "bevestigd",
                        "geannuleerd",
                        "afgewezen",
                        "geweest",
                        "niet-verschenen"
                    })
            String status,

            String naam,
            @Nullable String email,
            @Nullable @Schema(description = "E.164") String telefoon,
            int personen,
            boolean iemandMee,

            @Schema(description = "mantelzorger, or the member of staff who booked")
            String geboektDoor,

            MomentJson moment) {}

    /** One page of bookings. */
    @Serdeable
    @Schema(name = "Boekingen")
    record BoekingenJson(List<BoekingRegelJson> boekingen, int pagina, int grootte, int totaal) {}

    /** Somebody who has booked, as the newest booking has it. */
    @Serdeable
    @Schema(name = "Mantelzorger")
    record MantelzorgerJson(
            UUID id,
            String naam,
            @Nullable String email,
            @Nullable @Schema(description = "E.164") String telefoon) {}

    /** One page of mantelzorgers. */
    @Serdeable
    @Schema(name = "Mantelzorgers")
    record MantelzorgersJson(List<MantelzorgerJson> mantelzorgers, int pagina, int grootte, int totaal) {}

    private final BoekingBeheer beheer;
    private final Mantelzorgers mantelzorgers;
    private final Inzageboek inzageboek;
    private final Invoer invoer;
    private final Probleem probleem;
    private final Klok klok;

    MakelaarApiController(
            BoekingBeheer beheer,
            Mantelzorgers mantelzorgers,
            Inzageboek inzageboek,
            Invoer invoer,
            Probleem probleem,
            Klok klok) {
        this.beheer = beheer;
        this.mantelzorgers = mantelzorgers;
        this.inzageboek = inzageboek;
        this.invoer = invoer;
        this.probleem = probleem;
        this.klok = klok;
    }

    @Mag(Handeling.BOEKINGEN_ZIEN)
    @Get("/boekingen")
    @Operation(
            operationId = "boekingen",
            summary = "Bookings, first moment first",
            parameters = {
                @Parameter(
                        name = "van",
                        in = ParameterIn.QUERY,
                        description = "Date, or RFC 3339 time; today without it",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "tot",
                        in = ParameterIn.QUERY,
                        description = "Date (that day counts), or RFC 3339 time",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "pagina",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "grootte",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
            })
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoekingenJson.class)))
    HttpResponse<?> boekingen(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var velden = invoer.vraag(verzoek);
        var nu = klok.instant();
        var periode = velden.periode(Tijdzone.beginVan(Tijdzone.datum(nu)), STANDAARD);
        var blad = blad(velden);
        var fouten = velden.fouten();
        if (!fouten.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var gevonden = beheer.zoek(periode.van(), periode.tot(), blad);
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.BOEKINGEN_ZIEN,
                Waarom.om(Grond.EIGEN_WERK),
                gevonden.stream().map(Boeking::gezien).toList());
        return HttpResponse.ok(new BoekingenJson(
                gevonden.stream().map(boeking -> json(boeking, nu)).toList(),
                blad.pagina(),
                blad.grootte(),
                beheer.tel(periode.van(), periode.tot())));
    }

    @Mag(Handeling.MANTELZORGERS_ZOEKEN)
    @Get("/mantelzorgers")
    @Operation(
            operationId = "mantelzorgers",
            summary = "Who has booked, by name",
            parameters = {
                @Parameter(
                        name = "zoek",
                        in = ParameterIn.QUERY,
                        required = true,
                        description = "Part of a name, e-mail address, phone number or booking code",
                        schema = @Schema(type = "string", minLength = MINSTENS, maxLength = 100)),
                @Parameter(
                        name = "pagina",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "grootte",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
            })
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MantelzorgersJson.class)))
    HttpResponse<?> mantelzorgers(@Parameter(hidden = true) HttpRequest<?> verzoek) {
        var velden = invoer.vraag(verzoek);
        var zoek = velden.tekst("zoek", 100).orElse("");
        if (velden.zoals("zoek").strip().length() < MINSTENS) {
            velden.fout("zoek", "fout.te-kort", MINSTENS);
        }
        var blad = blad(velden);
        var fouten = velden.fouten();
        if (!fouten.isEmpty()) {
            return probleem.ongeldig(fouten);
        }
        var gevonden = mantelzorgers.zoek(zoek, blad);
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.MANTELZORGERS_ZOEKEN,
                Waarom.om(Grond.ZOEKEN),
                gevonden.mantelzorgers().stream()
                        .map(Mantelzorgers.Mantelzorger::gezien)
                        .toList());
        return HttpResponse.ok(new MantelzorgersJson(
                gevonden.mantelzorgers().stream()
                        .map(een -> new MantelzorgerJson(
                                een.id().waarde(),
                                een.naam(),
                                een.email().orElse(null),
                                een.telefoon().orElse(null)))
                        .toList(),
                blad.pagina(),
                blad.grootte(),
                gevonden.totaal()));
    }

    private static Blad blad(Velden velden) {
        return new Blad(
                velden.getal("pagina", 1, 1_000_000).orElse(1),
                velden.getal("grootte", 1, Blad.MAX_GROOTTE).orElse(50));
    }

    private static BoekingRegelJson json(Boeking boeking, Instant nu) {
        return new BoekingRegelJson(
                boeking.id().waarde(),
                boeking.code(),
                boeking.statuswoord(nu),
                boeking.naam(),
                boeking.email().orElse(null),
                boeking.telefoon().orElse(null),
                boeking.personen(),
                boeking.iemandMee(),
                boeking.geboektDoor(),
                MomentJson.van(boeking.moment(), nu));
    }
}
