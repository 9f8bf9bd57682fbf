package nl.respijt.respijtthuis;

import java.time.Instant;
import java.util.Optional;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Thuisvraag;

/**
 * A boeking of somebody who comes to the home, with who comes and where.
 *
 * @param vraag empty once it was erased
 * @param bevestigenVoor until when the provider answers; of a first request only
 */
public record Huisbezoek(
        Boeking boeking, Medewerker medewerker, Optional<Thuisvraag> vraag, Optional<Instant> bevestigenVoor) {}
