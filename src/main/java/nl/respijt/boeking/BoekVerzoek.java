package nl.respijt.boeking;

import java.util.Optional;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.web.Taal;

/**
 * A wish for a place. The {@code sleutel} makes asking twice the same as asking once; it carries where it came from, so
 * that a page and an API never share one. {@code door} is who asks: the mantelzorger or a member of staff; {@code thuis}
 * is there when somebody has to come to their home.
 */
public record BoekVerzoek(
        String sleutel,
        MomentId moment,
        String naam,
        Contact contact,
        int personen,
        Taal taal,
        boolean iemandMee,
        String door,
        Optional<Thuisvraag> thuis) {

    /** More than one carer seldom brings; above this, the makelaar is the better road. */
    public static final int MAX_PERSONEN = 8;

    public static final int MAX_NAAM = 100;

    public static final String DOOR_MANTELZORGER = "mantelzorger";

    /** A wish that asks no more than a place. */
    public BoekVerzoek(
            String sleutel,
            MomentId moment,
            String naam,
            Contact contact,
            int personen,
            Taal taal,
            boolean iemandMee,
            String door) {
        this(sleutel, moment, naam, contact, personen, taal, iemandMee, door, Optional.empty());
    }

    /** The same for another moment, as one of a series. */
    public BoekVerzoek op(MomentId ander, String eigenSleutel) {
        return new BoekVerzoek(eigenSleutel, ander, naam, contact, personen, taal, iemandMee, door, thuis);
    }

    /** The same, for somebody who comes to their home. */
    public BoekVerzoek met(Thuisvraag vraag) {
        return new BoekVerzoek(sleutel, moment, naam, contact, personen, taal, iemandMee, door, Optional.of(vraag));
    }

    /** Not booked by a member of staff, who has somebody on the line. */
    public boolean isVanDeMantelzorger() {
        return door.equals(DOOR_MANTELZORGER);
    }

    /** SHA-256 of all that is asked: the same key with another print is another request. */
    public byte[] vingerafdruk() {
        return Antwoorden.vingerafdruk(
                moment.waarde().toString(),
                naam,
                contact.email().orElse(""),
                contact.telefoon().orElse(""),
                Integer.toString(personen),
                taal.code(),
                Boolean.toString(iemandMee),
                door,
                thuis.map(Thuisvraag::toString).orElse(""));
    }
}
