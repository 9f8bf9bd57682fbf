package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.WachtplekId;
import nl.respijt.instellingen.Instellingen;
import org.jspecify.annotations.Nullable;

/** The secret address of a deelname; it is the key that its wachtplek had, if it came of one. */
@Singleton
final class DeelnameSleutels {
    private final BoekingSleutels sleutels;
    private final String basis;

    DeelnameSleutels(BoekingSleutels sleutels, Instellingen instellingen) {
        this.sleutels = sleutels;
        basis = instellingen.baseUrl().toString();
    }

    String sleutel(UUID id) {
        return sleutels.beheersleutel(new BoekingId(id));
    }

    Optional<UUID> lees(String sleutel) {
        return sleutels.lees(sleutel).map(BoekingId::waarde);
    }

    /** The id, when the header carries its key. */
    Optional<UUID> lees(String id, @Nullable String kopregel) {
        return sleutels.lees(id, kopregel).map(BoekingId::waarde);
    }

    String pad(UUID id) {
        return "/deelname/" + sleutel(id);
    }

    String url(Deelname deelname) {
        return basis + pad(deelname.id());
    }

    /** Of a deelname, or of the place in line for one. */
    String url(DeelnameResultaat.Antwoord antwoord) {
        return basis + pad(antwoord);
    }

    String pad(DeelnameResultaat.Antwoord antwoord) {
        return antwoord.wacht() ? sleutels.wachtPad(new WachtplekId(antwoord.id())) : pad(antwoord.id());
    }

    String agendaPad(UUID id) {
        return sleutels.agendaPad(new BoekingId(id));
    }
}
