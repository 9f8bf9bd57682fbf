package nl.respijt.inzage;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One line of the record, as it is read back. The words are those of {@link Ding}, {@link Grond} and the roles. */
public record Inzage(
        Instant op,
        String gebeurtenis,
        String actor,
        String naam,
        String rol,
        String organisatie,
        UUID betrokkene,
        String object,
        String grond,
        Optional<String> reden) {}
