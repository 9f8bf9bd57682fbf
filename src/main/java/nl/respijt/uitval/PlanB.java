package nl.respijt.uitval;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.Overdracht;

/**
 * What has to happen when a carer drops out, as they laid it down; any part may be left out.
 *
 * @param bellen who is called first
 * @param thuis who may come to the home
 * @param overdracht what whoever takes over has to know
 */
public record PlanB(Optional<Bellen> bellen, Optional<Thuis> thuis, Overdracht overdracht) {
    /** Somebody nearby; {@code nummer} as it was typed, for the carer calls it themselves. */
    public record Bellen(String naam, String nummer) {}

    /** A provider, and where it comes. */
    public record Thuis(UUID aanbieder, Voor voor, String adres, String postcode) {}

    public boolean isLeeg() {
        return bellen.isEmpty() && thuis.isEmpty() && overdracht.isLeeg();
    }

    /** What a visit of who can do this asks for; empty when nobody may come. */
    Optional<Thuisvraag> vraag(Set<Vaardigheid> nodig) {
        return thuis.map(waar -> new Thuisvraag(waar.voor(), waar.adres(), waar.postcode(), overdracht.tekst(), nodig));
    }
}
