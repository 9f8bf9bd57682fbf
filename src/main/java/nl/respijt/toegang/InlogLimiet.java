package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Sleutels.Doel;
import org.jdbi.v3.core.Handle;

/**
 * How often one may ask for a mail and try a code; counted in the database, so for all instances together, and by the
 * machine's clock, because it guards against strangers.
 *
 * <ul>
 *   <li>An address gets three mails in a quarter of an hour: enough for who does not find the first, too few to pester.
 *   <li>All together get 300 a minute, a multiple of what a city does on its busiest morning.
 *   <li>Behind one network address there may be a whole care office, or all phones of a provider. So more than 60 in a
 *       quarter of an hour closes nothing: from then on that network shares sixty a minute with the other busy ones. A
 *       flood from one place neither takes the 300 of the city nor locks the house it comes from.
 *   <li>A network may try 100 codes in a quarter of an hour. The button in the mail works on regardless.
 * </ul>
 */
@Singleton
public final class InlogLimiet {
    static final int PER_ADRES = 3;
    static final int PER_NETWERK = 60;
    static final int SAMEN = 300;
    static final int DRUK_SAMEN = 60;
    static final int CODES_PER_NETWERK = 100;

    private static final Duration KWARTIER = Duration.ofMinutes(15);
    private static final Duration MINUUT = Duration.ofMinutes(1);

    private final Transacties transacties;
    private final Sleutels sleutels;
    private final Klok klok;

    InlogLimiet(Transacties transacties, Sleutels sleutels, Klok klok) {
        this.transacties = transacties;
        this.sleutels = sleutels;
        this.klok = klok;
    }

    /** Counts this request; who is over a limit does not use up the next one. */
    boolean magVragen(String netwerk, String email) {
        return transacties.schrijf(handle -> magVragen(handle, netwerk, email));
    }

    private boolean magVragen(Handle handle, String netwerk, String email) {
        var rustig = binnen(handle, "netwerk:" + netwerk, KWARTIER, PER_NETWERK);
        return (rustig ? binnen(handle, "samen", MINUUT, SAMEN) : binnen(handle, "druk", MINUUT, DRUK_SAMEN))
                && binnen(handle, "adres:" + email, KWARTIER, PER_ADRES);
    }

    /** As for signing in, for a stranger who has something mailed to an address they typed; {@code ding} is what of. */
    public boolean magMailen(String netwerk, UUID ding, String email) {
        return transacties.schrijf(
                handle -> binnen(handle, "persoon:" + ding, KWARTIER, PER_ADRES) && magVragen(handle, netwerk, email));
    }

    /** As for signing in, for somebody signed in who is to show that they read an address; {@code email} is normalised. */
    public boolean magBewijzen(UUID persoon, String email) {
        return transacties.schrijf(handle -> binnen(handle, "persoon:" + persoon, KWARTIER, PER_ADRES)
                && binnen(handle, "adres:" + email, KWARTIER, PER_ADRES));
    }

    boolean magProberen(String netwerk) {
        return transacties.schrijf(handle -> binnen(handle, "code:" + netwerk, KWARTIER, CODES_PER_NETWERK));
    }

    private boolean binnen(Handle handle, String wat, Duration venster, int hoogstens) {
        var nu = klok.echt().instant();
        var aantal = handle.createQuery("""
                insert into inloglimiet as l (sleutel, begin, aantal) values (:sleutel, :nu, 1)
                on conflict on constraint inloglimiet_pkey do update
                    set aantal = case when l.begin <= :voorbij then 1 else l.aantal + 1 end,
                        begin = case when l.begin <= :voorbij then :nu else l.begin end
                returning aantal
                """)
                .bind("sleutel", sleutels.stempel(Doel.LIMIET, wat))
                .bind("nu", nu)
                .bind("voorbij", nu.minus(venster))
                .mapTo(Integer.class)
                .one();
        return aantal <= hoogstens;
    }

    void wisOude(Handle handle) {
        Instant voorbij = klok.echt().instant().minus(KWARTIER);
        handle.createUpdate("delete from inloglimiet where begin <= :voorbij")
                .bind("voorbij", voorbij)
                .execute();
    }
}
