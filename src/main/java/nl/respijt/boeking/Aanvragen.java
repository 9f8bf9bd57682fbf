package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Boeking.Status;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * What somebody asked and somebody else has to say yes to. Until then the place is kept; a no frees it at once. Whose
 * question it is to answer is for the feature to say.
 */
@Singleton
public final class Aanvragen {
    /** What can come of an answer; the same answer twice is the same as once. */
    public sealed interface Beslist {
        record Ja(Boeking boeking) implements Beslist {}

        record Nee(Boeking boeking) implements Beslist {}

        /** It was answered otherwise, cancelled, or has begun. */
        record TeLaat(Boeking boeking) implements Beslist {}

        record Onbekend() implements Beslist {}
    }

    private final Transacties transacties;
    private final BoekingRepository boekingen;
    private final MomentRepository momenten;
    private final Wachtrij wachtrij;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Aanvragen(
            Transacties transacties,
            BoekingRepository boekingen,
            MomentRepository momenten,
            Wachtrij wachtrij,
            Geschiedenis geschiedenis,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.momenten = momenten;
        this.wachtrij = wachtrij;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    public Beslist bevestig(BoekingId id, String door) {
        return bevestig(id, door, BoekingBerichten::bijBevestigen);
    }

    /** As one of more, of which whoever asks for it tells them: of each there is only the reminder. */
    public Beslist bevestigMee(BoekingId id, String door) {
        return bevestig(id, door, BoekingBerichten::herinnering);
    }

    private Beslist bevestig(BoekingId id, String door, BiFunction<Boeking, Instant, List<NieuwBericht>> berichten) {
        return beslis(id, Status.BEVESTIGD, (handle, boeking, nu) -> {
            schrijf(handle, id, Status.BEVESTIGD, door, Optional.empty(), nu);
            postvak.plaats(handle, berichten.apply(boeking, nu), nu);
            return new Beslist.Ja(boeking);
        });
    }

    /** @param reden read by whoever asked */
    public Beslist wijsAf(BoekingId id, String reden, String door) {
        return beslis(id, Status.AFGEWEZEN, (handle, boeking, nu) -> {
            schrijf(handle, id, Status.AFGEWEZEN, door, Optional.of(reden), nu);
            wachtrij.geefTerug(handle, boeking.moment().id(), boeking.personen(), nu);
            postvak.plaats(handle, BoekingBerichten.bijAfwijzen(boeking, reden, nu), nu);
            return new Beslist.Nee(boeking);
        });
    }

    /** What follows the answer, of the booking as it is then. */
    @FunctionalInterface
    private interface Vervolg {
        Beslist na(Handle handle, Boeking boeking, Instant nu);
    }

    private Beslist beslis(BoekingId id, Status wordt, Vervolg vervolg) {
        var beslist = transacties.schrijf(handle -> {
            var nu = klok.instant();
            var gevonden = metSlot(handle, id);
            if (gevonden.isEmpty()) {
                return new Beslist.Onbekend();
            }
            var boeking = gevonden.get();
            if (boeking.status() == wordt) {
                return wordt == Status.BEVESTIGD ? new Beslist.Ja(boeking) : new Beslist.Nee(boeking);
            }
            if (boeking.status() != Status.AANGEVRAAGD || !boeking.isTeWijzigen(nu)) {
                return new Beslist.TeLaat(boeking);
            }
            boekingen.wordt(handle, id, wordt, nu);
            return vervolg.na(handle, boekingen.find(handle, id).orElseThrow(), nu);
        });
        gevolgen.na();
        return beslist;
    }

    /** While its moment is held, as everywhere; it does not move while nobody said yes. */
    private Optional<Boeking> metSlot(Handle handle, BoekingId id) {
        return boekingen.find(handle, id).flatMap(boeking -> {
            momenten.findVoorWijziging(handle, boeking.moment().id());
            return boekingen.find(handle, id);
        });
    }

    private void schrijf(Handle handle, BoekingId id, Status wat, String door, Optional<String> reden, Instant nu) {
        geschiedenis.schrijf(handle, "boeking", id.waarde(), wat.woord(), door, reden, nu);
    }
}
