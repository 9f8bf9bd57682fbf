package nl.respijt.boeking;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;

/**
 * A place in the line for a thing with places: a moment, or a group. {@code personen} come together or not at all;
 * {@code volgnummer} is the order of the line, {@code aangebodenTot} until when a freed place is kept for them.
 *
 * @param ding what is waited for, as its {@link Wachtbaar} calls it
 * @param samenMet the first name of whom they come with, where they said so
 * @param reeks the series ({@link Reeksen}) that a place would belong to
 * @param geplaatstDoor "mantelzorger", or the member of staff who did it for them
 */
public record Wachtplek(
        WachtplekId id,
        String ding,
        UUID dingId,
        long volgnummer,
        MantelzorgerId mantelzorger,
        String naam,
        Contact contact,
        Taal taal,
        int personen,
        Optional<String> samenMet,
        boolean iemandMee,
        String geplaatstDoor,
        Status status,
        Optional<Instant> aangebodenTot,
        int versie,
        Optional<UUID> reeks,
        Instant aangemaaktOp) {

    /** What has become of waiting. */
    public enum Status {
        WACHT,
        /** A place is kept for them until {@code aangebodenTot}. */
        AANGEBODEN,
        AANVAARD,
        AFGEWEZEN,
        VERLOPEN,
        /** They no longer wait, and said so. */
        INGETROKKEN,
        /** What they waited for does not take place, or has begun. */
        VERVALLEN;

        /** The word in the database, the API and the bundles. */
        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT));
        }
    }

    /** Still in line, with or without an offer. */
    public boolean isActief() {
        return status == Status.WACHT || status == Status.AANGEBODEN;
    }

    /** Whether the place is kept for them at that time; from its end on it is not, also when nobody looked yet. */
    public boolean isAangeboden(Instant nu) {
        return status == Status.AANGEBODEN && aangebodenTot.filter(nu::isBefore).isPresent();
    }

    /** What one sees of a person by seeing this. */
    public Gezien gezien() {
        return new Gezien(mantelzorger.waarde(), Ding.AFSPRAAK, Optional.of(id.waarde()));
    }
}
