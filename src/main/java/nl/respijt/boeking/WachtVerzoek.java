package nl.respijt.boeking;

import java.util.Optional;
import java.util.UUID;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.web.Taal;

/**
 * A wish to stand in line; {@code sleutel}, {@code naam}, {@code contact} and {@code door} are as in {@link BoekVerzoek}.
 *
 * @param ding the kind of thing that is waited for, as its {@link Wachtbaar} calls it
 */
public record WachtVerzoek(
        String sleutel,
        String ding,
        UUID dingId,
        String naam,
        Contact contact,
        int personen,
        Optional<String> samenMet,
        Taal taal,
        boolean iemandMee,
        String door)
        implements Antwoorden.Wens {

    /** In line for a moment, with what one fills in to book it. */
    public static WachtVerzoek voor(BoekVerzoek boeking) {
        return new WachtVerzoek(
                "wacht:" + boeking.sleutel(),
                MomentWachtbaar.DING,
                boeking.moment().waarde(),
                boeking.naam(),
                boeking.contact(),
                boeking.personen(),
                Optional.empty(),
                boeking.taal(),
                boeking.iemandMee(),
                boeking.door());
    }

    boolean isVanDeMantelzorger() {
        return door.equals(BoekVerzoek.DOOR_MANTELZORGER);
    }

    @Override
    public byte[] vingerafdruk() {
        return Antwoorden.vingerafdruk(
                ding,
                dingId.toString(),
                naam,
                contact.email().orElse(""),
                contact.telefoon().orElse(""),
                Integer.toString(personen),
                samenMet.orElse(""),
                taal.code(),
                Boolean.toString(iemandMee),
                door);
    }
}
