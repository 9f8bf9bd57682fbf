package nl.respijt.kortverblijf;

import java.time.Instant;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.web.Taal;

/**
 * An intake as somebody sends it; {@code sleutel} makes sending twice the same as sending once.
 *
 * @param vingerafdruk of all that is said, made with our key: without it nobody can try out which answers it is of
 * @param begonnenOp when the first question was answered: the lead time counts from there
 * @param door who sends it: the mantelzorger or a member of staff
 */
@SuppressWarnings("ArrayRecordComponent") // a print is bytes, and nobody changes them
public record AanmeldVerzoek(
        String sleutel,
        byte[] vingerafdruk,
        String naam,
        Contact contact,
        Taal taal,
        Intake intake,
        Instant begonnenOp,
        String door)
        implements Antwoorden.Wens {}
