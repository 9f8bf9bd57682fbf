package nl.respijt.kortverblijf.doorlooptijd;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long something took, of all to whom it happened. Both figures were really measured once: the smallest that at least
 * half (nine of ten) of them did not take longer than.
 */
public record Spreiding(int aantal, Duration mediaan, Duration p90) {
    /** domain.md: counts under five are not shown. */
    public static final int MINSTENS = 5;

    /** Of these; empty when they are too few to show. */
    static Optional<Spreiding> van(List<Duration> duren) {
        if (duren.size() < MINSTENS) {
            return Optional.empty();
        }
        var gesorteerd = duren.stream().sorted().toList();
        return Optional.of(new Spreiding(gesorteerd.size(), rang(gesorteerd, 50), rang(gesorteerd, 90)));
    }

    /** By nearest rank. */
    private static Duration rang(List<Duration> gesorteerd, int procent) {
        return gesorteerd.get((gesorteerd.size() * procent + 99) / 100 - 1);
    }
}
