package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.instellingen.Instellingen;
import org.jspecify.annotations.Nullable;

/** The secret address of an intake; its key opens its offers too. */
@Singleton
public final class VerblijfSleutels {
    /** Where a house sees who asks. */
    static final String HUIS = "/aanmeldingen";

    /** Where a house sees who stays. */
    static final String VERBLIJVEN = "/verblijven";

    /** Where the desk sees them all. */
    static final String MAKELAAR = "/makelaar/aanmeldingen";

    private final BoekingSleutels sleutels;
    private final String basis;

    VerblijfSleutels(BoekingSleutels sleutels, Instellingen instellingen) {
        this.sleutels = sleutels;
        basis = instellingen.baseUrl().toString();
    }

    String sleutel(UUID id) {
        return sleutels.beheersleutel(new BoekingId(id));
    }

    public Optional<UUID> lees(String sleutel) {
        return sleutels.lees(sleutel).map(BoekingId::waarde);
    }

    /** Whatever the header carries a key of. */
    Optional<UUID> uitKop(@Nullable String kopregel) {
        return sleutels.leesKop(kopregel).map(BoekingId::waarde);
    }

    public String pad(UUID id) {
        return "/aanmelding/" + sleutel(id);
    }

    /** Where and when, once a bed is chosen. */
    String verblijfUrl(UUID id) {
        return url(id) + "/verblijf";
    }

    String agendaPad(UUID id) {
        return sleutels.agendaPad(new BoekingId(id));
    }

    String url(UUID id) {
        return basis + pad(id);
    }
}
