package nl.respijt.privacy;

import jakarta.inject.Singleton;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Toestemmingen;
import nl.respijt.mantelzorger.Toestemmingen.Doel;
import nl.respijt.tijd.Klok;

/**
 * Whether somebody is reminded of what is to come. Who wants none gets none from that moment on: it is asked again when a
 * reminder is about to leave.
 */
@Singleton
public final class Herinneringen {
    private final Transacties transacties;
    private final Toestemmingen toestemmingen;
    private final Klok klok;

    Herinneringen(Transacties transacties, Toestemmingen toestemmingen, Klok klok) {
        this.transacties = transacties;
        this.toestemmingen = toestemmingen;
        this.klok = klok;
    }

    public boolean isGewenst(MantelzorgerId wie) {
        return transacties.lees(handle -> toestemmingen.mag(handle, wie, Doel.HERINNERING));
    }

    public void zet(MantelzorgerId wie, boolean gewenst) {
        transacties.schrijf(handle -> {
            if (gewenst) {
                toestemmingen.geef(handle, wie, Doel.HERINNERING, klok.instant());
            } else {
                toestemmingen.trekIn(handle, wie, Doel.HERINNERING, klok.instant());
            }
            return wie;
        });
    }
}
