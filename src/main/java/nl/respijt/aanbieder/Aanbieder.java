package nl.respijt.aanbieder;

import java.util.List;
import java.util.UUID;

/**
 * A provider that the gemeente has a contract with.
 *
 * @param diensten what it gives, at least one
 */
public record Aanbieder(UUID id, String naam, boolean voorbeeld, List<Contractdienst> diensten) {
    public Aanbieder {
        diensten = List.copyOf(diensten);
    }
}
