package nl.respijt.kortverblijf.doorlooptijd;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lead time of stays, in the API. */
@Serdeable
@Schema(name = "Doorlooptijd")
record DoorlooptijdJson(
        @Schema(type = "string", format = "date") String van,

        @Schema(type = "string", format = "date", description = "The last day, included")
        String tot,

        Groep alle,
        List<Groep> perMaand,
        List<Groep> perAanbieder,
        List<Groep> perUrgentie) {

    /** Intakes that share something. */
    @Serdeable
    @Schema(name = "DoorlooptijdGroep")
    record Groep(
            @Schema(description = "The month (2027-03), the provider or the urgency; empty for all")
            String wat,

            @Nullable
            @Schema(
                    nullable = true,
                    description =
                            "How many intakes; empty under five, and where that would tell another count under five")
            Integer aantal,

            @Schema(
                    description =
                            "Without those that fewer than five reached, or that would tell how few reached it elsewhere")
            List<StapJson> stappen) {}

    /** How long it takes until a point on the road. */
    @Serdeable
    @Schema(name = "DoorlooptijdStap")
    record StapJson(
            @Schema(
                    type = "string",
                    allowableValues = {"verzonden", "aanbod", "keuze", "nacht", "besluit"},
                    description =
                            "From the first question until: sent, first offer, chosen, first night (whole days); besluit is from telling the gemeente to its decision")
            String stap,

            int aantal,

            @Schema(description = "ISO 8601; half of them took no longer", example = "PT26H30M")
            String mediaan,

            @Schema(description = "ISO 8601; nine of ten took no longer", example = "PT49H")
            String p90) {}

    static DoorlooptijdJson van(Periode periode, Doorlooptijden.Rapport rapport) {
        return new DoorlooptijdJson(
                periode.van().toString(),
                periode.totEnMet().toString(),
                groep(rapport.alle()),
                groepen(rapport.perMaand()),
                groepen(rapport.perAanbieder()),
                groepen(rapport.perUrgentie()));
    }

    private static List<Groep> groepen(List<Doorlooptijd> lijst) {
        return lijst.stream().map(DoorlooptijdJson::groep).toList();
    }

    private static Groep groep(Doorlooptijd groep) {
        return new Groep(
                groep.wat(),
                groep.aantal().isPresent() ? groep.aantal().getAsInt() : null,
                Stream.of(Stap.values())
                        .flatMap(stap -> groep.bij(stap).stream()
                                .map(spreiding -> new StapJson(
                                        stap.woord(),
                                        spreiding.aantal(),
                                        spreiding.mediaan().toString(),
                                        spreiding.p90().toString())))
                        .toList());
    }
}
