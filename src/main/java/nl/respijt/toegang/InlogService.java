package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.InlogResultaat.AlsWie;
import nl.respijt.toegang.InlogResultaat.Ingelogd;
import nl.respijt.toegang.InlogResultaat.NietGeldig;
import nl.respijt.toegang.InlogResultaat.TeVaak;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;

/**
 * Signing in without a password: whoever reads the mail at an address, and asked for it in this browser, is the person
 * of that address. Known and unknown addresses take the same statements, and what differs (a mail or none) happens
 * later, when the outbox is emptied.
 */
@Singleton
final class InlogService {
    static final String SOORT = "inloggen";

    /** ASVS 6.5.5. */
    private static final Duration GELDIG = Duration.ofMinutes(10);

    private final Transacties transacties;
    private final InlogVerzoekRepository verzoeken;
    private final InlogSleutels sleutels;
    private final InlogLimiet limiet;
    private final Personen personen;
    private final Sessies sessies;
    private final Postvak postvak;
    private final Klok klok;

    InlogService(
            Transacties transacties,
            InlogVerzoekRepository verzoeken,
            InlogSleutels sleutels,
            InlogLimiet limiet,
            Personen personen,
            Sessies sessies,
            Postvak postvak,
            Klok klok) {
        this.transacties = transacties;
        this.verzoeken = verzoeken;
        this.sleutels = sleutels;
        this.limiet = limiet;
        this.personen = personen;
        this.sessies = sessies;
        this.postvak = postvak;
        this.klok = klok;
    }

    /**
     * Asks for the mail. There is no answer: neither whether we know the address, nor whether it was asked too often.
     *
     * @param email normalised
     */
    void vraag(String email, Taal taal, Apparaat apparaat, String netwerk) {
        if (!limiet.magVragen(netwerk, email)) {
            return;
        }
        var nu = klok.instant();
        transacties.schrijf(handle -> {
            var id = Id.nieuw(nu);
            var bekend = personen.metEmail(handle, email).isEmpty() ? Optional.<String>empty() : Optional.of(email);
            if (verzoeken.vervang(handle, id, apparaat, bekend, taal, nu, nu.plus(GELDIG))) {
                postvak.plaats(handle, List.of(bericht(id, nu)), nu);
            }
            return id;
        });
    }

    private static NieuwBericht bericht(UUID id, Instant nu) {
        return new NieuwBericht(SOORT, Kanaal.MAIL, id, 0, "inlogverzoek:" + id, Map.of(), nu);
    }

    /** Whether this link would sign in here; looking changes nothing. */
    boolean isBruikbaar(String link, Apparaat apparaat) {
        return sleutels.lees(link)
                .filter(id -> transacties.lees(handle -> verzoeken.isOpen(handle, id, apparaat, klok.instant())))
                .isPresent();
    }

    InlogResultaat metLink(String link, Apparaat apparaat) {
        var nu = klok.instant();
        return sleutels.lees(link)
                .flatMap(id -> transacties.schrijf(handle ->
                        verzoeken.bewijs(handle, id, apparaat, nu).map(verzoek -> rondAf(handle, verzoek, nu))))
                .orElseGet(NietGeldig::new);
    }

    /** @param code eight digits */
    InlogResultaat metCode(String code, Apparaat apparaat, String netwerk) {
        if (!limiet.magProberen(netwerk)) {
            return new TeVaak();
        }
        var nu = klok.instant();
        return transacties
                .schrijf(handle -> verzoeken
                        .probeer(handle, apparaat, nu)
                        .filter(verzoek -> sleutels.isCode(verzoek.id(), code))
                        .map(verzoek -> {
                            verzoeken.bewijs(handle, verzoek.id(), nu);
                            return rondAf(handle, verzoek, nu);
                        }))
                .orElseGet(NietGeldig::new);
    }

    private InlogResultaat rondAf(Handle handle, InlogVerzoekRij verzoek, Instant nu) {
        var wie = personenVan(handle, verzoek);
        if (wie.isEmpty()) { // an address we do not know, or somebody who was blocked since the mail was asked for
            return new NietGeldig();
        }
        verzoek.adres().ifPresent(email -> personen.bewezen(handle, email, nu));
        return wie.size() == 1 ? open(handle, verzoek, wie.getFirst()) : new AlsWie();
    }

    private List<Persoon> personenVan(Handle handle, InlogVerzoekRij verzoek) {
        return verzoek.adres().map(email -> personen.metEmail(handle, email)).orElseGet(List::of);
    }

    private InlogResultaat open(Handle handle, InlogVerzoekRij verzoek, Persoon wie) {
        verzoeken.wis(handle, verzoek.id());
        return new Ingelogd(sessies.open(handle, wie), wie.rol());
    }

    /** As whom one can go on, once the address is proven; empty when there is nothing to choose. */
    List<Persoon> keuzes(Apparaat apparaat) {
        return transacties.schrijf(handle -> verzoeken
                .findBewezen(handle, apparaat, klok.instant())
                .map(verzoek -> personenVan(handle, verzoek))
                .orElseGet(List::of));
    }

    InlogResultaat kies(Apparaat apparaat, Rol rol, UUID persoonId) {
        return transacties
                .schrijf(handle -> verzoeken
                        .findBewezen(handle, apparaat, klok.instant())
                        .flatMap(verzoek -> personenVan(handle, verzoek).stream()
                                .filter(een -> een.rol() == rol && een.id().equals(persoonId))
                                .findFirst()
                                .map(wie -> open(handle, verzoek, wie))))
                .orElseGet(NietGeldig::new);
    }
}
