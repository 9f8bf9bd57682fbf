package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal that knows what else there is, for the published contract. */
@Serdeable
@Schema(name = "MomentProbleem")
record MomentProbleemJson(
        @Schema(description = "Stable per kind of problem") String type,
        String title,
        int status,
        String detail,

        @Schema(description = "The nearest moments with enough places; where the moment is what was refused") @Nullable
        List<MomentJson> alternatieven,

        @Schema(description = "Who arranges it all the same; with te-veel-afspraken") @Nullable
        String telefoon) {}
