package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * What every house can do for somebody, by the rules, contracts and beds of now. Nothing of it is kept: which rule says no
 * tells of care.
 */
@Singleton
final class Uitkomsten {
    private final LogeerhuisRepository huizen;
    private final Contracten contracten;
    private final Klok klok;

    Uitkomsten(LogeerhuisRepository huizen, Contracten contracten, Klok klok) {
        this.huizen = huizen;
        this.contracten = contracten;
        this.klok = klok;
    }

    /** @param aanmelding whose own offers take no bed from them */
    List<Uitkomst> voor(Handle handle, UUID aanmelding, Intake intake) {
        var alle = huizen.alle(handle, klok.vandaag());
        return passen(handle, aanmelding, intake).alle(intake, alle);
    }

    BijHuis bij(Handle handle, UUID aanmelding, Intake intake, UUID huis) {
        var gevraagd = huizen.find(handle, huis, klok.vandaag()).orElseThrow();
        var passen = passen(handle, aanmelding, intake);
        var uitkomst = passen.bij(intake, gevraagd);
        return new BijHuis(uitkomst, passen.bedkeuzes(intake, uitkomst));
    }

    private Passen passen(Handle handle, UUID aanmelding, Intake intake) {
        var ver = Math.max(intake.flexibeleDagen(), Passen.DAGEN_ZOEKEN);
        var bezetting = huizen.bezettingVoor(
                handle,
                aanmelding,
                intake.verblijf().van().minusDays(ver),
                intake.verblijf().tot().plusDays(ver));
        return new Passen(bezetting, contracten.einden(handle, Contractdienst.VERBLIJF), klok.vandaag());
    }
}
