package nl.respijt.lotgenotengroep;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Reeksen.Reeks;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;

/**
 * Somebody who joined a group, or two who come together: they have a place at each of its meetings to come.
 *
 * @param samenMet the first name of the other of a pair, where they said so
 * @param iemandMee would like somebody to come along the first time; {@code trefpunt} is where they meet, once agreed
 * @param gemaaktDoor "mantelzorger", or the member of staff who did it for them
 */
public record Deelname(
        UUID id,
        UUID groepId,
        MantelzorgerId mantelzorger,
        String naam,
        Contact contact,
        Taal taal,
        int personen,
        Optional<String> samenMet,
        boolean iemandMee,
        Optional<String> trefpunt,
        String gemaaktDoor,
        Status status,
        int versie,
        Instant aangemaaktOp) {

    /** How far somebody is in a group. */
    public enum Status {
        /** The coordinator calls first; a place is kept for them. */
        KENNISMAKING,
        DEELNEMER,
        GESTOPT;

        /** The word in the database, the API and the bundles. */
        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isActief() {
        return status != Status.GESTOPT;
    }

    /** Nobody has agreed yet where they meet whoever comes along. */
    public boolean zoektBegeleider() {
        return isActief() && iemandMee && trefpunt.isEmpty();
    }

    Reeks reeks() {
        return new Reeks(id, mantelzorger, naam, contact, personen, taal, gemaaktDoor);
    }

    /** What one sees of a person by seeing this. */
    public Gezien gezien() {
        return new Gezien(mantelzorger.waarde(), Ding.AFSPRAAK, Optional.of(id));
    }
}
