package nl.respijt.lotgenotengroep;

import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.WachtVerzoek;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.web.Taal;

/**
 * A wish to join a group: all coming meetings. {@code sleutel} makes asking twice the same as asking once; {@code door}
 * is who asks, the mantelzorger or a member of staff.
 *
 * @param samenMet the first name of whom they come with; the two come both or not at all
 */
public record DeelnameVerzoek(
        String sleutel,
        UUID groep,
        String naam,
        Contact contact,
        Optional<String> samenMet,
        Taal taal,
        boolean iemandMee,
        String door)
        implements Antwoorden.Wens {

    int personen() {
        return samenMet.isPresent() ? 2 : 1;
    }

    boolean isVanDeMantelzorger() {
        return door.equals(BoekVerzoek.DOOR_MANTELZORGER);
    }

    /** The same, in line for when the group is full. */
    WachtVerzoek inRij() {
        return new WachtVerzoek(
                sleutel, GroepWachtbaar.DING, groep, naam, contact, personen(), samenMet, taal, iemandMee, door);
    }

    @Override
    public byte[] vingerafdruk() {
        return Antwoorden.vingerafdruk(
                groep.toString(),
                naam,
                contact.email().orElse(""),
                contact.telefoon().orElse(""),
                samenMet.orElse(""),
                taal.code(),
                Boolean.toString(iemandMee),
                door);
    }
}
