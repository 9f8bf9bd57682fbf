package nl.respijt.kortverblijf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;

/**
 * Somebody asks for some nights elsewhere for the person they care for. It runs beside the decision of the gemeente (the
 * Wmo), and waits for that only before it is certain. What they answered stays encrypted.
 *
 * @param verblijf the nights they asked for; what they accept may be others
 * @param wmoNachten how many nights the decision has, where somebody knows
 * @param wmoGebruikt how many of those this stay takes
 * @param versie changes with every step
 */
public record Verblijfsaanmelding(
        UUID id,
        MantelzorgerId mantelzorger,
        String code,
        String naam,
        Contact contact,
        Taal taal,
        Status status,
        Intake.Urgentie urgentie,
        Verblijf verblijf,
        Wmostand wmo,
        OptionalInt wmoNachten,
        int wmoGebruikt,
        int versie,
        Instant aangemaaktOp) {

    /** How far it is. */
    public enum Status {
        /** Sent, and no house could be asked: the makelaar thinks along. */
        INGEDIEND,
        /** Houses are asked. */
        UITGEZET,
        /** A house keeps a bed until they choose. */
        AANGEBODEN,
        /** They chose; the decision of the gemeente is waited for. */
        GEACCEPTEERD,
        BEVESTIGD,
        /** They came, and are there. */
        VERBLIJFT,
        /** The stay is over, or they did not come. */
        AFGEROND,
        /** No house, or the gemeente said no. */
        AFGEWEZEN,
        INGETROKKEN,
        /** The nights went by. */
        VERLOPEN;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty when this is no word for how far something is. */
        public static Optional<Status> van(String woord) {
            return Stream.of(values()).filter(een -> een.woord().equals(woord)).findFirst();
        }

        /** Houses can answer still. */
        public boolean isOpen() {
            return this == INGEDIEND || this == UITGEZET || this == AANGEBODEN;
        }

        /** A bed is theirs. */
        public boolean heeftBed() {
            return this == GEACCEPTEERD || this == BEVESTIGD;
        }

        /** They come to stay, or they are there. */
        public boolean isGast() {
            return heeftBed() || this == VERBLIJFT;
        }
    }

    /** How far the decision of the gemeente is. */
    public enum Wmostand {
        GEEN,
        GEVRAAGD,
        LOPEND,
        TOEGEKEND,
        AFGEWEZEN,
        WEET_NIET;

        public String woord() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Wmostand van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Nights of the decision that are left; never below nothing. */
    public OptionalInt wmoOver() {
        return wmoNachten.isPresent() ? OptionalInt.of(wmoNachten.getAsInt() - wmoGebruikt) : OptionalInt.empty();
    }

    /** Whether the decision covers so many nights. */
    boolean isGedekt(int nachten) {
        return wmo == Wmostand.TOEGEKEND && wmoNachten.orElse(0) >= nachten;
    }

    /** From the day of arrival on a stay that is certain is for the house and the desk: the carer withdraws it no more. */
    boolean isBegonnen(List<Aanbieding> boden, LocalDate vandaag) {
        return status == Status.BEVESTIGD
                && boden.stream()
                        .anyMatch(bod -> bod.status() == Aanbieding.Status.AANVAARD
                                && !bod.verblijf().van().isAfter(vandaag));
    }

    /** What one sees of a person by seeing this. */
    public Gezien gezien() {
        return new Gezien(mantelzorger.waarde(), Ding.AFSPRAAK, Optional.of(id));
    }
}
