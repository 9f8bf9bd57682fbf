package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;
import nl.respijt.web.Invoer;
import org.jspecify.annotations.Nullable;

/** The secret addresses of a booking: to see, move and cancel it, and to follow it in a calendar. */
@Singleton
public final class BoekingSleutels {
    private static final String BEARER = "Bearer ";

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

    /** The booking (or place in line) with that id, when the header carries its key; empty for any other text. */
    public Optional<BoekingId> lees(String id, @Nullable String kopregel) {
        return leesKop(kopregel)
                .filter(boeking ->
                        Invoer.uuid(id).filter(boeking.waarde()::equals).isPresent());
    }

    /** Whatever the header carries the key of. */
    public Optional<BoekingId> leesKop(@Nullable String kopregel) {
        return kopregel != null && kopregel.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? lees(kopregel.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    public String beheerPad(BoekingId id) {
        return "/afspraak/" + beheersleutel(id);
    }

    public String beheerUrl(BoekingId id) {
        return basis + beheerPad(id);
    }

    public String wachtsleutel(WachtplekId id) {
        return sleutels.maak(Doel.BEHEER, id.waarde());
    }

    /** A place in line has the key of what will come of it. */
    public String wachtPad(WachtplekId id) {
        return "/wachtplek/" + wachtsleutel(id);
    }

    public String wachtUrl(WachtplekId id) {
        return basis + wachtPad(id);
    }

    public String agendaPad(BoekingId id) {
        return "/agenda/" + sleutels.maak(Doel.AGENDA, id.waarde()) + ".ics";
    }

    public String agendaUrl(BoekingId id) {
        return basis + agendaPad(id);
    }
}
