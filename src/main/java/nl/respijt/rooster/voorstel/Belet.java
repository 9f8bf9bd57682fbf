package nl.respijt.rooster.voorstel;

import java.util.Locale;
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.Inzet;

/** What keeps a gastheer from an openstelling, whatever else is good about it. */
public enum Belet {
    NIET_GETRAIND,
    ANDER_HUIS,
    KAN_DAN_NIET,
    AL_HIER,
    ELDERS,
    RUST,
    MAXIMUM,
    /** Others stand there already, as many as there should be. */
    VOL,
    /** The openstelling has begun or lapsed. */
    VOORBIJ;

    /** What does not depend on the other diensten of this gastheer. */
    static Optional<Belet> vast(Gastheer gastheer, Inzet inzet, Moment moment) {
        if (!gastheer.isGetraindOp(moment.datum())) {
            return Optional.of(NIET_GETRAIND);
        }
        if (!gastheer.werktIn(moment.bronId())) {
            return Optional.of(ANDER_HUIS);
        }
        return inzet.beschikbaarheid().kan(moment.datum(), moment.dagdeel())
                ? Optional.empty()
                : Optional.of(KAN_DAN_NIET);
    }

    static Belet van(String woord) {
        return valueOf(woord.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String woord() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
