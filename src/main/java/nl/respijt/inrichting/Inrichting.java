package nl.respijt.inrichting;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.aanbieder.AanbiederInrichting;
import nl.respijt.demo.DemoAccounts;
import nl.respijt.demo.DemoVoorbeelden;
import nl.respijt.kortverblijf.VerblijfInrichting;
import nl.respijt.lotgenotengroep.GroepInrichting;
import nl.respijt.mantelzorghuis.HuisInrichting;
import nl.respijt.respijtthuis.ThuisInrichting;
import nl.respijt.rooster.RoosterInrichting;

/** Runs at each start and changes only what is not there yet, so that starting twice is starting once. */
@Singleton
final class Inrichting implements ApplicationEventListener<StartupEvent> {
    private final HuisInrichting huizen;
    private final GroepInrichting groepen;
    private final RoosterInrichting rooster;
    private final AanbiederInrichting aanbieders;
    private final ThuisInrichting thuis;
    private final VerblijfInrichting verblijf;
    private final Optional<DemoVoorbeelden> voorbeelden;
    private final Optional<DemoAccounts> accounts;

    Inrichting(
            HuisInrichting huizen,
            GroepInrichting groepen,
            RoosterInrichting rooster,
            AanbiederInrichting aanbieders,
            ThuisInrichting thuis,
            VerblijfInrichting verblijf,
            Optional<DemoVoorbeelden> voorbeelden,
            Optional<DemoAccounts> accounts) {
        this.huizen = huizen;
        this.groepen = groepen;
        this.rooster = rooster;
        this.aanbieders = aanbieders;
        this.thuis = thuis;
        this.verblijf = verblijf;
        this.voorbeelden = voorbeelden;
        this.accounts = accounts;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        huizen.richtIn();
        groepen.richtIn();
        rooster.richtIn();
        aanbieders.richtIn();
        thuis.richtIn();
        verblijf.richtIn();
        voorbeelden.ifPresent(DemoVoorbeelden::maak);
        accounts.ifPresent(DemoAccounts::maak);
    }
}
