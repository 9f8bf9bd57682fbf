package nl.respijt.rooster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Kanaal;

/**
 * A volunteer who opens a house and receives who comes. {@code maxPerMaand} is what this person wants to be asked at most;
 * {@code huizen} are the ids of the houses this person works in.
 */
public record Gastheer(
        GastheerId id,
        String slug,
        String naam,
        Optional<String> email,
        Scholing scholing,
        int maxPerMaand,
        List<String> talen,
        List<UUID> huizen,
        boolean voorbeeld) {
    public Gastheer {
        talen = List.copyOf(talen);
        huizen = List.copyOf(huizen);
    }

    /** Whether this gastheer may open a house on that day. */
    public boolean isGetraindOp(LocalDate dag) {
        return scholing.geldigOp(dag);
    }

    public boolean werktIn(UUID huis) {
        return huizen.contains(huis);
    }

    Kanaal kanaal() {
        return email.isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
    }
}
