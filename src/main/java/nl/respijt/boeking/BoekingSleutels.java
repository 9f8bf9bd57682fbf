package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;

/** The secret addresses of a booking: to see, move and cancel it, and to follow it in a calendar. */
@Singleton
public final class BoekingSleutels {
    private final Sleutels sleutels;
    private final String basis;

    BoekingSleutels(Sleutels sleutels, Instellingen instellingen) {
        this.sleutels = sleutels;
        basis = instellingen.baseUrl().toString();
    }

    public String beheersleutel(BoekingId id) {
        return sleutels.maak(Doel.BEHEER, id.waarde());
    }

    /** The booking this key is for; empty for any other text. */
    public Optional<BoekingId> lees(String beheersleutel) {
        return sleutels.lees(Doel.BEHEER, beheersleutel).map(BoekingId::new);
    }

    public String beheerPad(BoekingId id) {
        return "/afspraak/" + beheersleutel(id);
    }

    public String beheerUrl(BoekingId id) {
        return basis + beheerPad(id);
    }

    public String agendaPad(BoekingId id) {
        return "/agenda/" + sleutels.maak(Doel.AGENDA, id.waarde()) + ".ics";
    }

    public String agendaUrl(BoekingId id) {
        return basis + agendaPad(id);
    }
}
