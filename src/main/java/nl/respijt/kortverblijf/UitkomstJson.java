package nl.respijt.kortverblijf;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.respijt.web.Teksten;

/** What a house can do for somebody, in the API. */
@Serdeable
@Schema(name = "Verblijfsuitkomst")
record UitkomstJson(
        @Schema(description = "The name of the house") String aanbieder,

        @Schema(
                type = "string",
                allowableValues = {"ja", "andere-nachten", "nee"})
        String past,

        List<RedenJson> redenen,

        @Schema(description = "The nights that were asked, or the nearest others")
        List<NachtenJson> nachten) {

    /** Why not, or not on these nights. */
    @Serdeable
    @Schema(name = "Verblijfsreden")
    record RedenJson(
            @Schema(
                    type = "string",
                    allowableValues = {
                        "leeftijd",
                        "mobiliteit",
                        "nachtzorg",
                        "medicatie",
                        "onrust",
                        "dementie",
                        "spoed",
                        "nachten",
                        "aankomstdag",
                        "contract",
                        "vol",
                        "voorbij"
                    })
            String regel,

            String tekst) {}

    /** From the day of arrival to the day of departure. */
    @Serdeable
    @Schema(name = "Nachten")
    record NachtenJson(
            @Schema(type = "string", format = "date") String van,
            @Schema(type = "string", format = "date") String tot) {
        static NachtenJson van(Verblijf verblijf) {
            return new NachtenJson(verblijf.van().toString(), verblijf.tot().toString());
        }
    }

    static UitkomstJson van(Uitkomst uitkomst, Verblijf gevraagd, Teksten t) {
        var huis = uitkomst.huis();
        return switch (uitkomst) {
            case Uitkomst.Past _ -> new UitkomstJson(huis.naam(), "ja", List.of(), List.of(NachtenJson.van(gevraagd)));
            case Uitkomst.AndereNachten(var _, var redenen, var nachten) ->
                new UitkomstJson(
                        huis.naam(),
                        "andere-nachten",
                        json(redenen, huis, t),
                        nachten.stream().map(NachtenJson::van).toList());
            case Uitkomst.PastNiet(var _, var redenen) ->
                new UitkomstJson(huis.naam(), "nee", json(redenen, huis, t), List.of());
        };
    }

    private static List<RedenJson> json(List<Reden> redenen, Logeerhuis huis, Teksten t) {
        return redenen.stream()
                .map(reden -> new RedenJson(reden.regel().woord(), VerblijfTekst.van(reden, huis, t)))
                .toList();
    }
}
