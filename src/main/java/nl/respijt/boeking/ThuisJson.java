package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody has to come, and for whom; kept encrypted. */
@Serdeable
@Schema(name = "Thuisvraag", description = "Of a moment of soort thuis, and of no other")
public record ThuisJson(
        @Schema(
                type = "string",
                allowableValues = {"volwassene", "gezin"})
        String voor,

        @Schema(description = "Street and number", maxLength = Thuisvraag.MAX_ADRES)
        String adres,

        @Schema(description = "As 3582 AB") String postcode,

        @Nullable @Schema(description = "What whoever comes has to know", maxLength = Thuisvraag.MAX_WENSEN)
        String wensen,

        @Nullable
        @Schema(
                description =
                        "What whoever comes has to be able to do: opstaan, tillift, wassen, eten, medicijnen, vergeten, spelen")
        List<String> nodig) {}
