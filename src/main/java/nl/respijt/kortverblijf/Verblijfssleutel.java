package nl.respijt.kortverblijf;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;

/** What who holds the key of an intake opens with it once a bed was chosen; that it was opened is noted. */
@Singleton
final class Verblijfssleutel {
    private final VerblijfSleutels sleutels;
    private final Verblijven verblijven;
    private final Inzageboek inzageboek;
    private final Toegang toegang;

    Verblijfssleutel(VerblijfSleutels sleutels, Verblijven verblijven, Inzageboek inzageboek, Toegang toegang) {
        this.sleutels = sleutels;
        this.verblijven = verblijven;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
    }

    /** @throws NotFoundException for any other text, and as long as no bed is chosen */
    Logeerbeurt beurt(HttpRequest<?> verzoek, String sleutel) {
        var beurt = sleutels.lees(sleutel).flatMap(verblijven::find).orElseThrow(NotFoundException::new);
        inzageboek.noteerMetSleutel(
                verzoek, Handeling.AFSPRAAK_ZIEN, beurt.aanmelding().gezien());
        return beurt;
    }

    String pad(Logeerbeurt beurt) {
        return sleutels.pad(beurt.aanmelding().id());
    }

    /** Who does it: the carer, or the makelaar for them. */
    String door(HttpRequest<?> verzoek) {
        return toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
    }
}
