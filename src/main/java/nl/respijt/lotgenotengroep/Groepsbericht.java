package nl.respijt.lotgenotengroep;

import java.time.Instant;
import java.util.UUID;

/** What a coordinator wrote to everybody in a group; read behind the key, never in a mail. */
public record Groepsbericht(UUID id, UUID groepId, String tekst, String naam, Instant op) {
    public static final int MAX_TEKST = 1000;
}
