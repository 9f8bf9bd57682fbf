package nl.respijt.uitval;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.kortverblijf.Overdrachtbron;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import org.jdbi.v3.core.Handle;

/** What stands in a plan B for whoever takes over. */
@Singleton
final class PlanBOverdracht implements Overdrachtbron {
    private final PlanBRepository plannen;

    PlanBOverdracht(PlanBRepository plannen) {
        this.plannen = plannen;
    }

    @Override
    public Optional<Overdracht> van(Handle handle, MantelzorgerId wie) {
        return plannen.find(handle, wie).map(PlanB::overdracht).filter(overdracht -> !overdracht.isLeeg());
    }
}
