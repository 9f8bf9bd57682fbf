package nl.respijt.makelaar;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.boeking.Mantelzorgers;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Kijker;
import nl.respijt.inzage.Waarom;
import nl.respijt.mantelzorger.MantelzorgerId;

/** Which persons the desk may open as it is, and where it asks for a reason. */
@Singleton
final class Dossiers {
    private final Mantelzorgers mantelzorgers;
    private final Inzageboek inzageboek;

    Dossiers(Mantelzorgers mantelzorgers, Inzageboek inzageboek) {
        this.mantelzorgers = mantelzorgers;
        this.inzageboek = inzageboek;
    }

    /** Why this person is open to who looks; empty when a reason is to be typed first. */
    Optional<Waarom> waarom(Kijker kijker, MantelzorgerId wie) {
        return mantelzorgers.isEigenWerk(wie, kijker.slug())
                ? Optional.of(Waarom.om(Grond.EIGEN_WERK))
                : inzageboek.reden(kijker, wie.waarde()).map(Waarom::gelezenMet);
    }

    static String pad(MantelzorgerId wie) {
        return "/makelaar/mantelzorgers/" + wie.waarde();
    }
}
