package nl.respijt.rooster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.web.Taal;
import org.jspecify.annotations.Nullable;

/** The shape of a row of gastheer, with the houses beside it. */
public record GastheerRij(
        UUID id,
        String slug,
        String naam,
        @Nullable String email,
        boolean getraind,
        @Nullable LocalDate getraindOp,
        @Nullable LocalDate getraindTot,
        int maxPerMaand,
        List<String> talen,
        List<UUID> huizen,
        String taal,
        boolean voorbeeld) {

    Gastheer gastheer() {
        return new Gastheer(
                new GastheerId(id),
                slug,
                naam,
                Optional.ofNullable(email),
                new Scholing(getraind, Optional.ofNullable(getraindOp), Optional.ofNullable(getraindTot)),
                maxPerMaand,
                talen,
                huizen,
                Taal.van(taal).orElse(Taal.NL),
                voorbeeld);
    }
}
