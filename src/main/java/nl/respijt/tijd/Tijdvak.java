package nl.respijt.tijd;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time: {@code van} is inside, {@code tot} is not, so slots that touch do not overlap. */
public record Tijdvak(Instant van, Instant tot) {
    public Tijdvak {
        if (!van.isBefore(tot)) {
            throw new IllegalArgumentException("van (%s) must be before tot (%s)".formatted(van, tot));
        }
    }

    public boolean overlapt(Tijdvak ander) {
        return van.isBefore(ander.tot) && ander.van.isBefore(tot);
    }

    public Duration duur() {
        return Duration.between(van, tot);
    }
}
