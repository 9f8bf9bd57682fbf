package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * What a gastheer says of a dienst by a link or in a calendar program, as the person the key was made for. "Ik kom"
 * changes nothing that a calendar or a mail tells, so the dienst stays the version that it is.
 */
@Singleton
final class DienstAntwoorden {
    private final RoosterService rooster;
    private final Transacties transacties;
    private final DienstRepository diensten;
    private final Geschiedenis geschiedenis;
    private final Klok klok;

    DienstAntwoorden(
            RoosterService rooster,
            Transacties transacties,
            DienstRepository diensten,
            Geschiedenis geschiedenis,
            Klok klok) {
        this.rooster = rooster;
        this.transacties = transacties;
        this.diensten = diensten;
        this.geschiedenis = geschiedenis;
        this.klok = klok;
    }

    /** "Ik kan niet", at whatever time it is by now. */
    AfmeldResultaat meldAf(Dienst dienst) {
        return rooster.meldAf(dienst.id(), Optional.empty(), door(dienst));
    }

    /**
     * "Ik kom".
     *
     * @param versie the version that was answered; a later one may be at another time
     */
    AntwoordResultaat bevestig(DienstId id, int versie) {
        return transacties.schrijf(handle -> diensten.findVoorWijziging(handle, id)
                .map(dienst -> bevestig(handle, dienst, versie))
                .orElseGet(AntwoordResultaat.Onbekend::new));
    }

    private AntwoordResultaat bevestig(Handle handle, Dienst dienst, int versie) {
        var nu = klok.instant();
        if (!dienst.isActief()) {
            return new AntwoordResultaat.NietMeer(dienst);
        }
        if (dienst.isBegonnen(nu)) {
            return new AntwoordResultaat.TeLaat(dienst);
        }
        if (versie < dienst.versie()) {
            return new AntwoordResultaat.Veranderd(dienst);
        }
        if (dienst.status() == Dienst.Status.GEPLAND) {
            diensten.bevestig(handle, dienst.id());
            geschiedenis.schrijf(
                    handle, "dienst", dienst.id().waarde(), "bevestigd", door(dienst), Optional.empty(), nu);
        }
        return new AntwoordResultaat.Bevestigd(dienst);
    }

    /** The gastheer in person, as history calls somebody who is signed in. */
    private static String door(Dienst dienst) {
        return "gastheer-" + dienst.gastheer().slug();
    }
}
