package nl.respijt.boeking;

import java.time.Instant;
import java.util.Optional;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.web.Taal;

/**
 * A carer's place at a moment. {@code email} and {@code telefoon} are what was given for this booking and the only
 * addresses its messages go to. {@code geboektDoor} is "mantelzorger" or the member of staff who booked for them.
 */
public record Boeking(
        BoekingId id,
        String code,
        MantelzorgerId mantelzorger,
        String naam,
        Optional<String> email,
        Optional<String> telefoon,
        Taal taal,
        int personen,
        boolean iemandMee,
        String geboektDoor,
        Status status,
        int versie,
        boolean voorbeeld,
        Instant aangemaaktOp,
        Instant gewijzigdOp,
        Moment moment) {

    /** What has become of a booking. */
    public enum Status {
        AANGEVRAAGD("aangevraagd"),
        BEVESTIGD("bevestigd"),
        GEANNULEERD("geannuleerd"),
        AFGEWEZEN("afgewezen"),
        GEWEEST("geweest"),
        NIET_VERSCHENEN("niet-verschenen");

        private final String woord;

        Status(String woord) {
            this.woord = woord;
        }

        /** The word in the database, the API and the bundles. */
        public String woord() {
            return woord;
        }

        static Status van(String woord) {
            for (var status : values()) {
                if (status.woord.equals(woord)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no status: " + woord);
        }
    }

    public boolean isActief() {
        return status == Status.AANGEVRAAGD || status == Status.BEVESTIGD;
    }

    /** Still to change or cancel: until it begins. */
    public boolean isTeWijzigen(Instant nu) {
        return isActief() && !moment.isBegonnen(nu) && !moment.vervallen();
    }

    /**
     * The place went because the moment lapsed, in the same breath; not because the carer cancelled before. Then another
     * moment can still be chosen with the same booking.
     */
    public boolean isVerlorenDoorAfgelasting() {
        return status == Status.GEANNULEERD && moment.vervallen() && gewijzigdOp.equals(moment.versieOp());
    }

    /** What the API and the pages call it; a confirmed booking of the past has been. */
    public String statuswoord(Instant nu) {
        return status == Status.BEVESTIGD && !nu.isBefore(tijdvak().tot()) ? Status.GEWEEST.woord : status.woord;
    }

    /** Where a message about it goes. */
    public Bestemming bestemming() {
        return new Contact(email, telefoon).bestemming(naam);
    }

    /** What one sees of a person by seeing this. */
    public Gezien gezien() {
        return new Gezien(mantelzorger.waarde(), Ding.AFSPRAAK, Optional.of(id.waarde()));
    }

    public Tijdvak tijdvak() {
        return moment.tijdvak();
    }
}
