package nl.respijt.bericht;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mail of the demo as its reader would see it, and as it went over the wire. */
@Serdeable
public record DemoMail(
        UUID id,
        String aan,
        String onderwerp,
        String tekst,
        String html,
        Map<String, String> kopregels,
        List<Bijlage> bijlagen,
        String ruwBase64,
        Instant op) {
    @Serdeable
    public record Bijlage(String naam, String type, String inhoudBase64) {}
}
