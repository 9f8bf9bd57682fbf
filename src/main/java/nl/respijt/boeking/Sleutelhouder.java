package nl.respijt.boeking;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;

/** What who holds the key of a boeking opens with it; that it was opened is noted. */
@Singleton
public final class Sleutelhouder {
    private final BoekingSleutels sleutels;
    private final BoekingBeheer beheer;
    private final Inzageboek inzageboek;

    Sleutelhouder(BoekingSleutels sleutels, BoekingBeheer beheer, Inzageboek inzageboek) {
        this.sleutels = sleutels;
        this.beheer = beheer;
        this.inzageboek = inzageboek;
    }

    /** @throws NotFoundException for any other text: it is an address that does not exist */
    public Boeking boeking(HttpRequest<?> verzoek, String sleutel) {
        var boeking = sleutels.lees(sleutel).flatMap(beheer::find).orElseThrow(NotFoundException::new);
        inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, boeking.gezien());
        return boeking;
    }
}
