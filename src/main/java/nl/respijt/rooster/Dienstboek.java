package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentGevolg;
import nl.respijt.rooster.DienstBerichten.Einde;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;

/**
 * Writes what happens to a dienst: the row, its history and what the gastheer is told stand or fall together. Diensten
 * follow their moment when it lapses or moves; a gastheer over the month's maximum by a move keeps the dienst, and can say
 * "ik kan niet".
 */
@Singleton
final class Dienstboek implements MomentGevolg {
    private static final String DING = "dienst";

    private final DienstRepository diensten;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final InzetRepository inzet;
    private final DekkingZoeker dekking;

    Dienstboek(
            DienstRepository diensten,
            Geschiedenis geschiedenis,
            Postvak postvak,
            InzetRepository inzet,
            DekkingZoeker dekking) {
        this.diensten = diensten;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.inzet = inzet;
        this.dekking = dekking;
    }

    Dienst begin(Handle handle, Moment moment, Gastheer gastheer, String door, Instant nu) {
        var dienst = beginStil(handle, moment, gastheer, door, nu);
        vertel(handle, DienstBerichten.nieuw(dienst, nu), nu);
        return dienst;
    }

    /** Without a message: a first roster would be a heap of mail. */
    Dienst beginStil(Handle handle, Moment moment, Gastheer gastheer, String door, Instant nu) {
        var id = new DienstId(Id.nieuw(nu));
        diensten.insert(handle, id, moment, gastheer.id(), nu);
        geschiedenis.schrijf(handle, DING, id.waarde(), "gepland", door, Optional.empty(), nu);
        dekking.naIndeling(handle, moment, nu);
        return herlees(handle, id);
    }

    /** What the gastheer gets for a dienst that was {@link #geefWeg given away}; told in one message. */
    Dienst krijg(Handle handle, Moment moment, Dienst gaf, String door, Instant nu) {
        var dienst = beginStil(handle, moment, gaf.gastheer(), door, nu);
        vertel(handle, DienstBerichten.geruild(dienst, gaf, nu), nu);
        return dienst;
    }

    /** Without a message, because {@link #krijg} tells both sides; but an invitation is taken back by a mail of its own. */
    void geefWeg(Handle handle, Dienst dienst, String door, Instant nu) {
        var weg = sluit(handle, dienst, Einde.GERUILD, Optional.empty(), door, nu);
        if (inzet.van(handle, weg.gastheer().id()).wensen().uitnodigingen()) {
            vertel(handle, DienstBerichten.vervallen(weg, Einde.GERUILD, Optional.empty(), nu), nu);
        }
    }

    Dienst beeindig(Handle handle, Dienst dienst, Einde einde, Optional<String> reden, String door, Instant nu) {
        var beeindigd = sluit(handle, dienst, einde, reden, door, nu);
        vertel(handle, DienstBerichten.vervallen(beeindigd, einde, verteld(einde, reden), nu), nu);
        if (einde == Einde.AFGEMELD) {
            dekking.naAfmelding(handle, dienst.moment(), nu);
        }
        return beeindigd;
    }

    /** Only for a dienst that the caller has locked and found active. */
    private Dienst sluit(Handle handle, Dienst dienst, Einde einde, Optional<String> reden, String door, Instant nu) {
        if (!diensten.beeindig(handle, dienst.id(), einde.status, nu)) {
            throw new IllegalStateException("%s was over already (%s)".formatted(dienst.id(), dienst.status()));
        }
        geschiedenis.schrijf(handle, DING, dienst.id().waarde(), einde.woord, door, reden, nu);
        return herlees(handle, dienst.id());
    }

    /** Why somebody cannot is that person's own; why a house is closed is what they want to know. */
    private static Optional<String> verteld(Einde einde, Optional<String> reden) {
        return einde == Einde.AFGELAST ? reden : Optional.empty();
    }

    @Override
    public void bijVervallen(Handle handle, Moment moment, String reden, String door, Instant nu) {
        for (var dienst : diensten.actieveVoorWijziging(handle, moment.id())) {
            beeindig(handle, dienst, Einde.AFGELAST, Optional.of(reden).filter(r -> !r.isBlank()), door, nu);
        }
        dekking.naAfgelasting(handle, moment, nu);
    }

    @Override
    public void bijVerplaatsen(Handle handle, Moment was, Moment wordt, String door, Instant nu) {
        var betrokken = diensten.actieveVoorWijziging(handle, wordt.id());
        diensten.verplaats(handle, wordt, nu);
        for (var dienst : betrokken) {
            geschiedenis.schrijf(handle, DING, dienst.id().waarde(), "verplaatst", door, Optional.empty(), nu);
            var verplaatst = herlees(handle, dienst.id());
            vertel(handle, DienstBerichten.gewijzigd(verplaatst, was.tijdvak().van(), nu), nu);
        }
    }

    private void vertel(Handle handle, NieuwBericht bericht, Instant nu) {
        postvak.plaats(handle, List.of(bericht), nu);
    }

    private Dienst herlees(Handle handle, DienstId id) {
        return diensten.find(handle, id).orElseThrow(() -> new IllegalStateException("lost " + id));
    }
}
