package nl.respijt.mantelzorger;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;

/** The address under a reminder that ends reminders with one click: a key for one person and for nothing else. */
@Singleton
public final class Afmeldadres {
    private final Sleutels sleutels;
    private final String basis;

    Afmeldadres(Sleutels sleutels, Instellingen instellingen) {
        this.sleutels = sleutels;
        basis = instellingen.baseUrl() + "/afmelden/";
    }

    public URI van(MantelzorgerId wie) {
        return URI.create(basis + sleutels.maak(Doel.AFMELDEN, wie.waarde()));
    }

    /** Whose key this is; empty for any other text. */
    public Optional<MantelzorgerId> lees(String sleutel) {
        return sleutels.lees(Doel.AFMELDEN, sleutel).map(MantelzorgerId::new);
    }
}
