package nl.respijt.makelaar;

import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Wachtplek;
import nl.respijt.rooster.Dekking;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.Kandidaat;
import nl.respijt.web.Getypt;

/** One openstelling at the desk. {@code klaar} is a sentence about what was just done, or empty. */
public record OpenstellingPagina(
        Moment moment,
        boolean teWijzigen,
        List<Dienst> diensten,
        Optional<Dekking> dekking,
        List<Kandidaat> kandidaten,
        List<Dienst> omTeRuilen,
        List<Gast> gasten,
        List<Wachtende> wachtenden,
        List<Gebeurtenis> geschiedenis,
        String klaar,
        Getypt getypt) {

    /** A booking with the address of its own page. */
    public record Gast(Boeking boeking, String pad) {}

    /** A place in line, first one first, with the address of its own page. */
    public record Wachtende(Wachtplek plek, String pad) {}
}
