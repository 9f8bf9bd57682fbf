package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.privacy.Register.Van;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.RoosterService;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Forgets a gastheer who stops. Diensten to come are given back first, so that somebody else is looked for; those of the
 * past stay as a number.
 */
@Singleton
public final class GastheerWissing {
    /** How often the diensten to come are looked at again, for who is given one while being forgotten. */
    private static final int POGINGEN = 5;

    private final Vergeten vergeten;
    private final RoosterService rooster;
    private final Transacties transacties;
    private final Geschiedenis geschiedenis;
    private final Gevolgen gevolgen;
    private final Klok klok;

    GastheerWissing(
            Vergeten vergeten,
            RoosterService rooster,
            Transacties transacties,
            Geschiedenis geschiedenis,
            Gevolgen gevolgen,
            Klok klok) {
        this.vergeten = vergeten;
        this.rooster = rooster;
        this.transacties = transacties;
        this.geschiedenis = geschiedenis;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** How many diensten would be given back. */
    public int komende(GastheerId wie) {
        return rooster.komende(wie).size();
    }

    /** Forgetting twice is the same as once. */
    public void wis(GastheerId wie, String door) {
        for (var poging = 1; poging <= POGINGEN; poging++) {
            rooster.komende(wie).forEach(dienst -> rooster.meldAf(dienst.id(), Optional.empty(), door));
            if (transacties.schrijf(handle -> wis(handle, wie))) {
                gevolgen.na();
                return;
            }
        }
        throw new IllegalStateException("%s is given diensten faster than it is forgotten".formatted(wie));
    }

    /** False when there is something to come after all. */
    private boolean wis(Handle handle, GastheerId wie) {
        // Who is given a dienst is held by it too: it is seen here, or waits and finds nobody.
        if (!vergeten.neem(handle, Van.GASTHEER, wie.waarde())) {
            return true;
        }
        var nu = klok.instant();
        if (komtNogIets(handle, wie, nu)) {
            return false;
        }
        vergeten.wis(handle, Van.GASTHEER, wie.waarde(), nu);
        geschiedenis.schrijf(handle, "gastheer", wie.waarde(), "gewist", "gastheer", Optional.empty(), nu);
        return true;
    }

    private static boolean komtNogIets(Handle handle, GastheerId wie, Instant nu) {
        return handle.createQuery("""
                select exists (select from dienst where gastheer_id = :wie
                               and status in ('gepland', 'bevestigd') and lower(tijdvak) > :nu)
                """)
                .bind("wie", wie.waarde())
                .bind("nu", nu)
                .mapTo(Boolean.class)
                .one();
    }
}
