package nl.respijt.rooster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the makelaar keeps of a gastheer. Of the VOG (the certificate of conduct) only when it was seen and how long it
 * holds, never the document.
 *
 * @param maatje the experienced gastheer whom a new one goes along with
 */
public record Gastheerkaart(
        String naam,
        Optional<String> email,
        List<UUID> huizen,
        List<String> talen,
        Scholing scholing,
        Optional<LocalDate> vogGezienOp,
        Optional<LocalDate> vogGeldigTot,
        int maxPerMaand,
        Optional<GastheerId> maatje) {
    public Gastheerkaart {
        huizen = List.copyOf(huizen);
        talen = List.copyOf(talen);
    }
}
