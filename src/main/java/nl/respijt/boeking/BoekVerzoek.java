package nl.respijt.boeking;

import nl.respijt.mantelzorger.Contact;
import nl.respijt.web.Taal;

/**
 * A wish for a place. The {@code sleutel} makes asking twice the same as asking once; it carries where it came from, so
 * that a page and an API never share one. {@code door} is who asks: the mantelzorger or a member of staff.
 */
public record BoekVerzoek(
        String sleutel,
        MomentId moment,
        String naam,
        Contact contact,
        int personen,
        Taal taal,
        boolean iemandMee,
        String door) {

    /** More than one carer seldom brings; above this, the makelaar is the better road. */
    public static final int MAX_PERSONEN = 8;

    public static final int MAX_NAAM = 100;

    public static final String DOOR_MANTELZORGER = "mantelzorger";

    /** Not booked by a member of staff, who has somebody on the line. */
    boolean isVanDeMantelzorger() {
        return door.equals(DOOR_MANTELZORGER);
    }

    /** SHA-256 of all that is asked: the same key with another print is another request. */
    byte[] vingerafdruk() {
        return Antwoorden.vingerafdruk(
                moment.waarde().toString(),
                naam,
                contact.email().orElse(""),
                contact.telefoon().orElse(""),
                Integer.toString(personen),
                taal.code(),
                Boolean.toString(iemandMee),
                door);
    }
}
