package nl.respijt.bericht;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody to call, and what to tell.
 *
 * @param nummer where to reach this person: a telephone number
 * @param knoppen what can be done while they are on the line
 * @param sinds since when the person waits for the call
 * @param dringend to be called before all others, now
 */
public record BelTaak(
        UUID id,
        String soort,
        String naam,
        String nummer,
        String onderwerp,
        List<String> alineas,
        List<Brief.Feit> feiten,
        List<Brief.Knop> knoppen,
        Instant sinds,
        boolean dringend) {}
