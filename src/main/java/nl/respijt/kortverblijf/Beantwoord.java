package nl.respijt.kortverblijf;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An intake that a house is done with: what it answered, and nothing of who asked.
 *
 * @param gevraagd the nights that were asked
 * @param op when it was over for the house
 */
public record Beantwoord(
        UUID aanmelding,
        String code,
        String huis,
        Verblijf gevraagd,
        Uitzetting.Status antwoord,
        Optional<Bod> bod,
        Instant op) {
    /** The bed it offered last, or the one that was taken. */
    public record Bod(String bed, Verblijf nachten, Aanbieding.Status status) {}
}
