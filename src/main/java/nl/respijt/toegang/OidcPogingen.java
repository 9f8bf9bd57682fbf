package nl.respijt.toegang;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;

/**
 * Begins and ends goes at signing in. Beginning one stores nothing, so nobody fills our database with it: the cookie is
 * a key of ours that tells when it was made. Only what came back once is remembered, until it is too old anyway.
 */
@Singleton
@Requires(property = "respijt.oidc", value = "true")
final class OidcPogingen {
    static final Duration GELDIG = Duration.ofMinutes(10);

    private final Sleutels sleutels;
    private final Transacties transacties;
    private final Clock klok;

    OidcPogingen(Sleutels sleutels, Transacties transacties, Klok klok) {
        this.sleutels = sleutels;
        this.transacties = transacties;
        this.klok = klok.echt();
    }

    OidcPoging begin() {
        var id = Id.nieuw(klok.instant());
        return new OidcPoging(id, sleutels.maak(Sleutels.Doel.INLOGPOGING, id));
    }

    /** Empty for a cookie that is not ours or is too old. */
    Optional<OidcPoging> find(String koek) {
        return sleutels.lees(Sleutels.Doel.INLOGPOGING, koek)
                .filter(id -> begonnen(id).plus(GELDIG).isAfter(klok.instant()))
                .map(id -> new OidcPoging(id, koek));
    }

    /** True for the first who asks, on any instance; false from then on. */
    boolean gebruik(OidcPoging poging) {
        return transacties.schrijf(handle -> {
            handle.createUpdate("delete from inlogpoging_gebruikt where verloopt_op < :nu")
                    .bind("nu", klok.instant())
                    .execute();
            return handle.createUpdate("""
                            insert into inlogpoging_gebruikt (id, verloopt_op) values (:id, :einde)
                            on conflict do nothing
                            """)
                            .bind("id", poging.id())
                            .bind("einde", begonnen(poging.id()).plus(GELDIG))
                            .execute()
                    == 1;
        });
    }

    /** A UUIDv7 begins with its milliseconds. */
    private static Instant begonnen(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
