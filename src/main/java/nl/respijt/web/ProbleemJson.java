package nl.respijt.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of every 4xx and 5xx answer of the API (RFC 9457), for the published contract. */
@Serdeable
@Schema(name = "Probleem")
public record ProbleemJson(
        @Schema(description = "Stable per kind of problem") String type,
        String title,
        int status,
        String detail,

        @Schema(description = "With invalid input: every fault") @Nullable
        List<Fout> fouten) {}
