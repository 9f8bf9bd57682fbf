package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Voorkeuren;
import nl.respijt.mantelzorger.Voorkeuren.Voorkeur;

/** What a carer tells about themselves of their own accord, all at once. */
@Singleton
public final class OverMij {
    private final Voorkeuren voorkeuren;
    private final Hulpwensen hulpwensen;
    private final Transacties transacties;

    OverMij(Voorkeuren voorkeuren, Hulpwensen hulpwensen, Transacties transacties) {
        this.voorkeuren = voorkeuren;
        this.hulpwensen = hulpwensen;
        this.transacties = transacties;
    }

    /** An empty {@code hulpwens} takes back what was told before. */
    public void zet(MantelzorgerId wie, Voorkeur voorkeur, Optional<String> hulpwens) {
        transacties.schrijf(handle -> {
            voorkeuren.zet(handle, wie, voorkeur);
            hulpwens.ifPresentOrElse(
                    tekst -> hulpwensen.bewaar(handle, wie, tekst), () -> hulpwensen.trekIn(handle, wie));
            return wie;
        });
    }
}
