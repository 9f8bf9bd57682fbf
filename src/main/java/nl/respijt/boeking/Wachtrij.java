package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Wachtplek.Status;
import org.jdbi.v3.core.Handle;

/**
 * What happens to a line when its thing changes, as part of that change. Whoever gives places back does it here: the
 * first in line who fits has them in the same transaction, so that nobody who comes later can be before them. Two who
 * belong together and of whom one would fit are passed over for the next, and that is written down; they keep their
 * place in line.
 */
@Singleton
public final class Wachtrij {
    private final Map<String, Wachtbaar> soorten;
    private final WachtplekRepository plekken;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;

    Wachtrij(List<Wachtbaar> soorten, WachtplekRepository plekken, Geschiedenis geschiedenis, Postvak postvak) {
        this.soorten = soorten.stream().collect(Collectors.toUnmodifiableMap(Wachtbaar::ding, Function.identity()));
        this.plekken = plekken;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
    }

    Wachtbaar soort(String ding) {
        return Optional.ofNullable(soorten.get(ding))
                .orElseThrow(() -> new IllegalStateException("nobody can wait for a " + ding));
    }

    /** Gives places back to whoever is first in line, and else to everybody. */
    public void geefTerug(Handle handle, String ding, UUID id, int personen, Instant nu) {
        soort(ding).geefTerug(handle, id, personen, nu);
        schuifDoor(handle, ding, id, nu);
    }

    void geefTerug(Handle handle, MomentId id, int personen, Instant nu) {
        geefTerug(handle, MomentWachtbaar.DING, id.waarde(), personen, nu);
    }

    /** {@link #schuifDoor} of a moment. */
    public void schuifDoor(Handle handle, MomentId id, Instant nu) {
        schuifDoor(handle, MomentWachtbaar.DING, id.waarde(), nu);
    }

    /** Offers what is free to who is in line for it; also when there is suddenly room for more. */
    public void schuifDoor(Handle handle, String ding, UUID id, Instant nu) {
        var wachtbaar = soort(ding);
        var ruimte = wachtbaar.metSlot(handle, id).orElseThrow(() -> new IllegalStateException("no " + ding + id));
        if (!ruimte.open() || ruimte.vrij() == 0) {
            return;
        }
        var vrij = ruimte.vrij();
        var voorbij = new ArrayList<Wachtplek>();
        for (var plek : plekken.rij(handle, id)) {
            if (plek.status() != Status.WACHT) {
                continue;
            }
            if (plek.personen() > vrij) {
                voorbij.add(plek);
                continue;
            }
            wachtbaar.neem(handle, id, plek.personen(), nu);
            vrij -= plek.personen();
            voorbij.forEach(wie -> schrijf(handle, wie.id(), "voorbijgegaan", Optional.of("voor " + plek.id()), nu));
            bied(handle, plek, Aanbodtermijn.tot(nu, ruimte.begint()), nu);
            if (vrij == 0) {
                return;
            }
        }
    }

    private void bied(Handle handle, Wachtplek plek, Instant tot, Instant nu) {
        wordt(handle, plek, Status.AANGEBODEN, Optional.of(tot), nu);
        postvak.plaats(handle, WachtBerichten.bijAanbod(plek, nu), nu);
    }

    /** What they wait for does not take place: everybody in line hears so, and nobody waits any longer. */
    public void vervalt(Handle handle, String ding, UUID id, Instant nu) {
        for (var plek : plekken.rij(handle, id)) {
            wordt(handle, plek, Status.VERVALLEN, Optional.empty(), nu);
            if (plek.status() == Status.AANGEBODEN) {
                soort(ding).geefTerug(handle, id, plek.personen(), nu);
            }
            postvak.plaats(handle, WachtBerichten.bijVervallen(plek, nu), nu);
        }
    }

    void vervalt(Handle handle, MomentId id, Instant nu) {
        vervalt(handle, MomentWachtbaar.DING, id.waarde(), nu);
    }

    /** What they wait for is at another time; who has an offer keeps it, until it begins at the latest. */
    void verzet(Handle handle, Moment wordt, Instant nu) {
        for (var plek : plekken.rij(handle, wordt.id().waarde())) {
            var begin = wordt.tijdvak().van();
            var tot = plek.aangebodenTot().map(was -> was.isAfter(begin) ? begin : was);
            plekken.wordt(handle, plek.id(), plek.status(), tot, nu);
            schrijf(handle, plek.id(), "verzet", Optional.empty(), nu);
            postvak.plaats(handle, WachtBerichten.bijVerzetten(plek, nu), nu);
        }
    }

    /** Whoever leaves the line, with or without an offer; the thing is not held yet. */
    void trekIn(Handle handle, Wachtplek gelezen, String door, Instant nu) {
        var wachtbaar = soort(gelezen.ding());
        wachtbaar.metSlot(handle, gelezen.dingId());
        var plek = plekken.find(handle, gelezen.id()).orElseThrow();
        if (!plek.isActief()) {
            return;
        }
        var wordt = plek.status() == Status.AANGEBODEN ? Status.AFGEWEZEN : Status.INGETROKKEN;
        plekken.wordt(handle, plek.id(), wordt, Optional.empty(), nu);
        geschiedenis.schrijf(
                handle, WachtBerichten.DING, plek.id().waarde(), wordt.woord(), door, Optional.empty(), nu);
        if (plek.status() == Status.AANGEBODEN) {
            geefTerug(handle, plek.ding(), plek.dingId(), plek.personen(), nu);
        }
    }

    /** Takes back every offer that ended by that time, and everything when it is too late to get in at all. */
    public void laatVerlopen(Handle handle, String ding, UUID id, Instant nu) {
        var wachtbaar = soort(ding);
        var ruimte = wachtbaar.metSlot(handle, id);
        if (ruimte.isEmpty()) {
            return;
        }
        for (var plek : plekken.rij(handle, id)) {
            var was = plek.status();
            if (!ruimte.get().open()) {
                wordt(handle, plek, Status.VERVALLEN, Optional.empty(), nu);
            } else if (was == Status.AANGEBODEN && !plek.isAangeboden(nu)) {
                wordt(handle, plek, Status.VERLOPEN, plek.aangebodenTot(), nu);
                postvak.plaats(handle, WachtBerichten.bijVerlopen(plek, nu), nu);
            } else {
                continue;
            }
            if (was == Status.AANGEBODEN) {
                wachtbaar.geefTerug(handle, id, plek.personen(), nu);
            }
        }
        schuifDoor(handle, ding, id, nu);
    }

    private void wordt(Handle handle, Wachtplek plek, Status status, Optional<Instant> tot, Instant nu) {
        plekken.wordt(handle, plek.id(), status, tot, nu);
        schrijf(handle, plek.id(), status.woord(), Optional.empty(), nu);
    }

    private void schrijf(Handle handle, WachtplekId id, String wat, Optional<String> waarom, Instant nu) {
        geschiedenis.schrijf(handle, WachtBerichten.DING, id.waarde(), wat, "systeem", waarom, nu);
    }
}
