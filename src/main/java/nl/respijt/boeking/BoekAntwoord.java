package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The answer to a booking as it was given, without its secrets; kept beside the key of the request. */
@Serdeable
public record BoekAntwoord(UUID id, String code, String status, MomentJson moment) {}
