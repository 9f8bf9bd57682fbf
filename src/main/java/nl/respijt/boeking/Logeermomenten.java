package nl.respijt.boeking;

import java.util.List;
import java.util.Optional;

/** Stays among the moments that somebody looks for; who has the beds knows. */
public interface Logeermomenten {
    /**
     * From today on and half a year ahead, in the order of {@link Logeermoment#volgorde}. A stay has no line to wait in,
     * and nobody says which languages a house speaks.
     */
    List<Logeermoment> zoek(MomentVraag vraag);

    /** As long as one can still arrive on that day. */
    Optional<Logeermoment> find(MomentId id);
}
