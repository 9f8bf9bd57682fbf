package nl.respijt.kortverblijf;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.respijt.tijd.Tijdzone;

/** An offer, in the API. */
@Serdeable
@Schema(name = "Aanbieding")
record AanbiedingJson(
        UUID id,

        @Schema(description = "The name of the house") String aanbieder,

        @Schema(description = "As the house calls it") String bed,

        @Schema(type = "string", format = "date") String van,
        @Schema(type = "string", format = "date") String tot,

        @Schema(
                type = "string",
                allowableValues = {"aangeboden", "aanvaard", "afgewezen", "verlopen", "vrijgegeven"})
        String status,

        @Schema(description = "Until when the bed is held, local offset")
        OffsetDateTime verlooptOp) {
    static AanbiedingJson van(Aanbieding aanbieding) {
        return new AanbiedingJson(
                aanbieding.id(),
                aanbieding.huisNaam(),
                aanbieding.bedNaam(),
                aanbieding.verblijf().van().toString(),
                aanbieding.verblijf().tot().toString(),
                aanbieding.status().woord(),
                Tijdzone.lokaal(aanbieding.verlooptOp()).toOffsetDateTime());
    }
}
