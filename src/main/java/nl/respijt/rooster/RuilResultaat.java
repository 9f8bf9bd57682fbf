package nl.respijt.rooster;

/** What can come of two gastheren taking each other's dienst; a {@link Weigering} names who cannot. */
public sealed interface RuilResultaat
        permits RuilResultaat.Geruild,
                RuilResultaat.NietsTeRuilen,
                RuilResultaat.TeLaat,
                RuilResultaat.Onbekend,
                Weigering {
    /** The new diensten: the first is on the moment of the first. */
    record Geruild(Dienst eerste, Dienst tweede) implements RuilResultaat {}

    /** One gastheer, or one openstelling: it would all stay as it is. */
    record NietsTeRuilen() implements RuilResultaat {}

    record TeLaat(Dienst dienst) implements RuilResultaat {}

    record Onbekend() implements RuilResultaat {}
}
