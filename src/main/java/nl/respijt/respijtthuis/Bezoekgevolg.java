package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Instant;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentGevolg;
import nl.respijt.boeking.Soort;
import org.jdbi.v3.core.Handle;

/** A visit follows its moment: who does not go there is free for another. */
@Singleton
final class Bezoekgevolg implements MomentGevolg {
    private final BezoekmomentRepository bezoeken;

    Bezoekgevolg(BezoekmomentRepository bezoeken) {
        this.bezoeken = bezoeken;
    }

    @Override
    public void bijVervallen(Handle handle, Moment moment, String reden, String door, Instant nu) {
        if (moment.soort() == Soort.THUIS) {
            bezoeken.laatVervallen(handle, moment.id());
        }
    }

    @Override
    public void bijVerplaatsen(Handle handle, Moment was, Moment wordt, String door, Instant nu) {
        if (was.soort() == Soort.THUIS) {
            bezoeken.verplaats(handle, was.id(), was.tijdvak(), wordt.tijdvak());
        }
    }
}
