package nl.respijt.inzage;

import java.util.Optional;

/** What kind of look it is, on what ground, and on whose behalf where that is somebody else. */
public record Waarom(Soort soort, Grond grond, Optional<String> reden, Optional<String> namens) {
    /** The event of the line. */
    public enum Soort {
        GELEZEN("gelezen"),
        GEVONDEN("gevonden"),
        /** A reason was typed to get in; a second person reads these. */
        GEOPEND("geopend");

        private final String woord;

        Soort(String woord) {
            this.woord = woord;
        }

        public String woord() {
            return woord;
        }
    }

    public static Waarom om(Grond grond) {
        return new Waarom(
                grond == Grond.ZOEKEN ? Soort.GEVONDEN : Soort.GELEZEN, grond, Optional.empty(), Optional.empty());
    }

    /** An appointment is handled for the mantelzorger, who asked for it. */
    public static Waarom voorMantelzorger() {
        return new Waarom(Soort.GELEZEN, Grond.AFSPRAAK, Optional.empty(), Optional.of("mantelzorger"));
    }

    public static Waarom geopend(String reden) {
        return new Waarom(Soort.GEOPEND, Grond.REDEN, Optional.of(reden), Optional.empty());
    }

    public static Waarom gelezenMet(String reden) {
        return new Waarom(Soort.GELEZEN, Grond.REDEN, Optional.of(reden), Optional.empty());
    }
}
