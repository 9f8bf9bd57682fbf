package nl.respijt.agenda;

import io.micronaut.transaction.annotation.Transactional;
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
import nl.respijt.tijd.Klok;

/**
 * The secret addresses of calendars: 256 random bits, shown once, of which only the SHA-256 is kept. Who may make or
 * revoke one is asked by the caller, which knows who is signed in.
 */
@Singleton
public class AgendaSleutels {
    private static final int GEHEIM_BYTES = 32;

    private final SecureRandom toeval = new SecureRandom();
    private final AgendaSleutelRepository sleutels;
    private final AgendaStand stand;
    private final AgendaInstelling instelling;
    private final Klok klok;

    AgendaSleutels(AgendaSleutelRepository sleutels, AgendaStand stand, AgendaInstelling instelling, Klok klok) {
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
    @Transactional
    public Nieuw maak(AgendaSoort soort, Optional<UUID> voor) {
        var geheim = new byte[GEHEIM_BYTES];
        toeval.nextBytes(geheim);
        var sleutel = Base64.getUrlEncoder().withoutPadding().encodeToString(geheim);
        var id = UUID.randomUUID();
        sleutels.insert(
                id, soort.woord(), voor.orElse(null), Vingerafdruk.van(sleutel).bytes(), klok.instant());
        return new Nieuw(id, sleutel, instelling.adres(sleutel));
    }

    /** A new address instead of all there were; of two people who do this at once the later one's stays. */
    @Transactional
    public Nieuw vervang(AgendaSoort soort, Optional<UUID> voor) {
        sleutels.wacht("agendasleutel " + soort.woord() + " " + voor);
        trekAlleIn(soort, voor);
        return maak(soort, voor);
    }

    /** Each address of a person, house or group dies at once, as when a host stops. */
    @Transactional
    public long trekAlleIn(AgendaSoort soort, Optional<UUID> voor) {
        var aantal = sleutels.trekAlleIn(soort.woord(), voor.orElse(null), klok.instant());
        stand.gewijzigd();
        return aantal;
    }

    @Transactional
    public IntrekResultaat trekIn(UUID id) {
        var gevonden = vind(id);
        if (gevonden.isEmpty()) {
            return new Onbekend(id);
        }
        if (sleutels.trekIn(id, klok.instant()) == 0) {
            return new AlIngetrokken(gevonden.get());
        }
        stand.gewijzigd();
        return new Ingetrokken(gevonden.get());
    }

    /** Whose it is, revoked or not: what a caller must know before it lets someone revoke it. */
    @Transactional(readOnly = true)
    public Optional<AgendaSleutel> vind(UUID id) {
        return sleutels.find(id).map(AgendaSleutelRij::sleutel);
    }

    /** The addresses that work, newest first. */
    @Transactional(readOnly = true)
    public List<AgendaSleutel> lijst(AgendaSoort soort, Optional<UUID> voor) {
        return sleutels.findGeldige(soort.woord(), voor.orElse(null)).stream()
                .map(AgendaSleutelRij::sleutel)
                .toList();
    }
}
