package nl.respijt.inrichting;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import nl.respijt.mantelzorghuis.HuisInrichting;
import nl.respijt.rooster.RoosterInrichting;

/** Runs at each start and changes only what is not there yet, so that starting twice is starting once. */
@Singleton
final class Inrichting implements ApplicationEventListener<StartupEvent> {
    private final HuisInrichting huizen;
    private final RoosterInrichting rooster;

    Inrichting(HuisInrichting huizen, RoosterInrichting rooster) {
        this.huizen = huizen;
        this.rooster = rooster;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        huizen.richtIn();
        rooster.richtIn();
    }
}
