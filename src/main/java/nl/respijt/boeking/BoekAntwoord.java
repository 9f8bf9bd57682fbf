package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import nl.respijt.tijd.Id;

/** The answer to a booking as it was given, without its secrets; kept beside the key of the request. */
@Serdeable
public record BoekAntwoord(UUID id, String code, String status, MomentJson moment) {
    static BoekAntwoord nieuw(Moment moment, Instant nu) {
        return nieuw(moment, Boeking.Status.BEVESTIGD, nu);
    }

    static BoekAntwoord nieuw(Moment moment, Boeking.Status status, Instant nu) {
        return met(Id.nieuw(nu), moment, status, nu);
    }

    static BoekAntwoord met(UUID id, Moment moment, Boeking.Status status, Instant nu) {
        return new BoekAntwoord(id, Code.nieuw(), status.woord(), MomentJson.van(moment, nu));
    }
}
