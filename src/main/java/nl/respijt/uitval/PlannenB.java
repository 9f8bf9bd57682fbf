package nl.respijt.uitval;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Toestemmingen;
import nl.respijt.mantelzorger.Toestemmingen.Doel;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/** A carer's plan B: laid down with consent, and gone when that is taken back. */
@Singleton
public final class PlannenB {
    private final Transacties transacties;
    private final PlanBRepository plannen;
    private final Toestemmingen toestemmingen;
    private final Klok klok;

    PlannenB(Transacties transacties, PlanBRepository plannen, Toestemmingen toestemmingen, Klok klok) {
        this.transacties = transacties;
        this.plannen = plannen;
        this.toestemmingen = toestemmingen;
        this.klok = klok;
    }

    public Optional<PlanB> van(MantelzorgerId wie) {
        return transacties.lees(handle -> plannen.find(handle, wie));
    }

    /** With the consent that it takes; nothing for who was forgotten. */
    public void legVast(MantelzorgerId wie, PlanB plan) {
        transacties.schrijf(handle -> {
            if (houd(handle, wie)) {
                var nu = klok.instant();
                toestemmingen.geef(handle, wie, Doel.PLAN_B, nu);
                plannen.zet(handle, wie, plan, nu);
            }
            return wie;
        });
    }

    /** Takes the consent back, and with it the plan. */
    public void trekIn(MantelzorgerId wie) {
        transacties.schrijf(handle -> {
            toestemmingen.trekIn(handle, wie, Doel.PLAN_B, klok.instant());
            plannen.wis(handle, wie);
            return wie;
        });
    }

    /** One change at a time for one person, and none to who is being forgotten. */
    static boolean houd(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("select id from mantelzorger where id = :wie and gewist_op is null for update")
                .bind("wie", wie.waarde())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }
}
