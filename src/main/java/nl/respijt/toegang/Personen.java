package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.respijt.database.Transacties;
import org.jdbi.v3.core.Handle;

/** Everybody who can sign in by mail, whichever feature knows them. */
@Singleton
public final class Personen {
    private final Transacties transacties;
    private final List<PersoonBron> bronnen;

    Personen(Transacties transacties, List<PersoonBron> bronnen) {
        this.transacties = transacties;
        this.bronnen = List.copyOf(bronnen);
    }

    /** In the order of the roles; {@code email} is normalised. */
    public List<Persoon> metEmail(String email) {
        return transacties.lees(handle -> metEmail(handle, email));
    }

    List<Persoon> metEmail(Handle handle, String email) {
        return bronnen.stream()
                .flatMap(bron -> bron.metEmail(handle, email).stream())
                .sorted(Comparator.comparing(Persoon::rol))
                .toList();
    }

    void bewezen(Handle handle, String email, Instant op) {
        bronnen.forEach(bron -> bron.bewezen(handle, email, op));
    }
}
