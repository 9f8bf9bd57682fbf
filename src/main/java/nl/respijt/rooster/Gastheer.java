package nl.respijt.rooster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.Kanaal;
import nl.respijt.web.Taal;

/**
 * A volunteer who opens a house and receives who comes. {@code maxPerMaand} is what this person wants to be asked at most;
 * {@code huizen} are the ids of the houses this person works in, {@code talen} what they speak there and {@code taal} what
 * they read.
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
        Taal taal,
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

    /** In which language to word it: who is called hears it from the makelaar, who reads Dutch. */
    Taal taal(Bericht bericht) {
        return bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : taal;
    }

    Kanaal kanaal() {
        return email.isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
    }
}
