package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The nights on which a bed is taken, held or blocked; a bed that is not in it is free. */
public record Bezetting(Map<UUID, Set<LocalDate>> nachten) {
    public Bezetting {
        nachten = Map.copyOf(nachten);
    }

    boolean isVrij(UUID bed, Verblijf verblijf) {
        var bezet = nachten.getOrDefault(bed, Set.of());
        return verblijf.nachten().noneMatch(bezet::contains);
    }
}
