package nl.respijt.rooster;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Diensten that begin at or after {@code van} and before {@code tot}, in whatever state. */
public record DienstVraag(Instant van, Instant tot, Optional<UUID> huis, Optional<GastheerId> gastheer) {
    public static DienstVraag van(Instant van, Instant tot) {
        return new DienstVraag(van, tot, Optional.empty(), Optional.empty());
    }

    /** The same of the own diensten; empty when it is about somebody else's. */
    Optional<DienstVraag> vanAlleen(GastheerId eigen) {
        return gastheer.filter(ander -> !ander.equals(eigen)).isPresent()
                ? Optional.empty()
                : Optional.of(new DienstVraag(van, tot, huis, Optional.of(eigen)));
    }
}
