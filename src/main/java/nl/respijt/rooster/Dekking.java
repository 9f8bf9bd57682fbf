package nl.respijt.rooster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How far looking for somebody has come; {@code niemandMeer} when the last look found nobody to ask. */
public record Dekking(UUID id, UUID momentId, Status status, int golf, boolean niemandMeer, List<Vraag> vragen) {
    public enum Status {
        LOOPT,
        GEVONDEN,
        NIET_GEVONDEN,
        NIET_NODIG;

        static Status van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** One who was asked; {@code ja} is what they said, if they did. */
    public record Vraag(UUID id, GastheerId gastheer, String naam, Instant gevraagdOp, Optional<Boolean> ja) {}

    public Dekking {
        vragen = List.copyOf(vragen);
    }
}
