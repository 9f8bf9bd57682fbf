package nl.respijt.mantelzorger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.respijt.bericht.Brief.Bestemming;

/**
 * How to reach somebody: an e-mail address, a phone number or both, in the one form in which we compare them (lower
 * case; E.164). Nobody books without one.
 */
public record Contact(Optional<String> email, Optional<String> telefoon) {
    public Contact {
        if (email.isEmpty() && telefoon.isEmpty()) {
            throw new IllegalArgumentException("a contact needs an e-mail address or a phone number");
        }
    }

    /** Where a message to them goes: by mail, and where there is none the makelaar calls. */
    public Bestemming bestemming(String naam) {
        return email.<Bestemming>map(adres -> new Bestemming.PerMail(naam, adres))
                .orElseGet(() -> new Bestemming.PerTelefoon(naam, ContactLezer.leesbaar(telefoon.orElseThrow())));
    }

    /** The values by kind, the e-mail address first: it decides who somebody is when the two disagree. */
    public Map<String, String> waarden() {
        var waarden = new LinkedHashMap<String, String>();
        email.ifPresent(waarde -> waarden.put("email", waarde));
        telefoon.ifPresent(waarde -> waarden.put("telefoon", waarde));
        return waarden;
    }
}
