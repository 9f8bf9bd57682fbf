package nl.respijt.agenda;

import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.IntrekResultaat.AlIngetrokken;
import nl.respijt.agenda.IntrekResultaat.Ingetrokken;
import nl.respijt.agenda.IntrekResultaat.Onbekend;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * The secret addresses of calendars: 256 random bits, shown once, of which only the SHA-256 is kept. Who may make or
 * revoke one is asked by the caller, which knows who is signed in.
 */
@Singleton
public final class AgendaSleutels {
    private static final int GEHEIM_BYTES = 32;

    private final SecureRandom toeval = new SecureRandom();
    private final Transacties transacties;
    private final AgendaSleutelRepository sleutels;
    private final AgendaStand stand;
    private final AgendaInstelling instelling;
    private final Klok klok;

    AgendaSleutels(
            Transacties transacties,
            AgendaSleutelRepository sleutels,
            AgendaStand stand,
            AgendaInstelling instelling,
            Klok klok) {
        this.transacties = transacties;
        this.sleutels = sleutels;
        this.stand = stand;
        this.instelling = instelling;
        this.klok = klok;
    }

    /** A new address; the secret and the url with it can be shown now and never again. */
    public record Nieuw(UUID id, String sleutel, URI url) {
        @Override
        public String toString() {
            return "Nieuw[id=%s]".formatted(id);
        }
    }

    /** Another address beside those there are. */
    public Nieuw maak(AgendaSoort soort, Optional<UUID> voor) {
        return transacties.schrijf(handle -> maak(handle, soort, voor));
    }

    private Nieuw maak(Handle handle, AgendaSoort soort, Optional<UUID> voor) {
        var geheim = new byte[GEHEIM_BYTES];
        toeval.nextBytes(geheim);
        var sleutel = Base64.getUrlEncoder().withoutPadding().encodeToString(geheim);
        var nu = klok.instant();
        var id = Id.nieuw(nu);
        sleutels.insert(handle, id, soort, voor, Vingerafdruk.van(sleutel).bytes(), nu);
        return new Nieuw(id, sleutel, instelling.adres(sleutel));
    }

    /** A new address instead of all there were. */
    public Nieuw vervang(AgendaSoort soort, Optional<UUID> voor) {
        var nieuw = transacties.schrijf(handle -> {
            sleutels.slot(handle);
            sleutels.trekAlleIn(handle, soort, voor, klok.instant());
            return maak(handle, soort, voor);
        });
        stand.gewijzigd();
        return nieuw;
    }

    public IntrekResultaat trekIn(UUID id) {
        var resultaat = transacties.schrijf(handle -> sleutels.find(handle, id)
                .map(AgendaSleutelRij::sleutel)
                .<IntrekResultaat>map(gevonden -> sleutels.trekIn(handle, id, klok.instant()) == 0
                        ? new AlIngetrokken(gevonden)
                        : new Ingetrokken(gevonden))
                .orElseGet(() -> new Onbekend(id)));
        stand.gewijzigd();
        return resultaat;
    }

    /** Whose it is, revoked or not: what a caller must know before it lets someone revoke it. */
    public Optional<AgendaSleutel> vind(UUID id) {
        return transacties.lees(handle -> sleutels.find(handle, id)).map(AgendaSleutelRij::sleutel);
    }

    /** The addresses that work, newest first. */
    public List<AgendaSleutel> lijst(AgendaSoort soort, Optional<UUID> voor) {
        return transacties.lees(handle -> sleutels.findGeldige(handle, soort, voor)).stream()
                .map(AgendaSleutelRij::sleutel)
                .toList();
    }
}
