package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;

/** Who came to a moment and who did not, once it has begun. Saying it again says it anew. */
@Singleton
public final class Aanwezigheid {
    private final Transacties transacties;
    private final MomentRepository momenten;
    private final BoekingRepository boekingen;
    private final Geschiedenis geschiedenis;
    private final Klok klok;

    Aanwezigheid(
            Transacties transacties,
            MomentRepository momenten,
            BoekingRepository boekingen,
            Geschiedenis geschiedenis,
            Klok klok) {
        this.transacties = transacties;
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.geschiedenis = geschiedenis;
        this.klok = klok;
    }

    /** Everybody who had a place when it began, by name. */
    public List<Boeking> wie(MomentId id) {
        return transacties.lees(handle -> boekingen.hadEenPlek(handle, id));
    }

    /** False before it begins. A place that nobody used counts as free. */
    public boolean meld(MomentId id, Collection<BoekingId> aanwezig, String door) {
        Set<BoekingId> er = aanwezig.stream().collect(Collectors.toUnmodifiableSet());
        return transacties.schrijf(handle -> {
            var nu = klok.instant();
            if (momenten.findVoorWijziging(handle, id)
                    .filter(moment -> moment.isBegonnen(nu) && !moment.vervallen())
                    .isEmpty()) {
                return false;
            }
            for (var boeking : boekingen.hadEenPlek(handle, id)) {
                var wordt = er.contains(boeking.id()) ? Boeking.Status.BEVESTIGD : Boeking.Status.NIET_VERSCHENEN;
                if (boeking.status() != wordt) {
                    boekingen.wordt(handle, boeking.id(), wordt, nu);
                    momenten.verschuifBezet(
                            handle,
                            id,
                            wordt == Boeking.Status.BEVESTIGD ? boeking.personen() : -boeking.personen(),
                            nu);
                    geschiedenis.schrijf(
                            handle,
                            "boeking",
                            boeking.id().waarde(),
                            wordt == Boeking.Status.BEVESTIGD ? "verschenen" : wordt.woord(),
                            door,
                            Optional.empty(),
                            nu);
                }
            }
            return true;
        });
    }
}
