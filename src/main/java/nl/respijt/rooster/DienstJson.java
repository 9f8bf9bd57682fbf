package nl.respijt.rooster;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.respijt.tijd.Tijdzone;

/** A dienst in the API. {@code uid} and {@code volgnummer} are the UID and SEQUENCE of its calendar entry. */
@Serdeable
@Schema(name = "Dienst", description = "One gastheer on one openstelling")
public record DienstJson(
        UUID id,
        @Schema(description = "The UID in the calendar") String uid,

        @Schema(description = "The SEQUENCE in the calendar")
        int volgnummer,

        UUID gastheerId,
        @Schema(description = "Name") String gastheer,
        UUID huisId,
        @Schema(description = "Name") String huis,
        UUID momentId,
        @Schema(description = "RFC 3339, local offset") OffsetDateTime begin,
        @Schema(description = "RFC 3339, local offset") OffsetDateTime eind,

        @Schema(
                type = "string",
                allowableValues = {"gepland", "bevestigd", "afgemeld", "vervallen"})
        String status) {

    static DienstJson van(Dienst dienst, String agendaHost) {
        return new DienstJson(
                dienst.id().waarde(),
                dienst.id().waarde() + "@" + agendaHost,
                dienst.versie(),
                dienst.gastheer().id().waarde(),
                dienst.gastheer().naam(),
                dienst.moment().bronId(),
                dienst.moment().titel(),
                dienst.moment().id().waarde(),
                Tijdzone.lokaal(dienst.tijdvak().van()).toOffsetDateTime(),
                Tijdzone.lokaal(dienst.tijdvak().tot()).toOffsetDateTime(),
                dienst.status().woord());
    }
}
