package nl.respijt.rooster.voorstel;

import java.util.List;

/** Why somebody stands on an openstelling, or does not. */
public sealed interface Reden {
    /** Why this one. */
    sealed interface Wel extends Reden {}

    /** Was planned already, and the proposal leaves it so. */
    record StaatAl() implements Wel {}

    /** Nobody else can. */
    record Enige() implements Wel {}

    /** Of those who can, nobody does a smaller part of what he or she could do; so often in these months. */
    record MinstGevraagd(int keer) implements Wel {}

    record WilHier() implements Wel {}

    record GraagSamen(String met) implements Wel {}

    /** New, and goes along with the experienced one. */
    record GaatMee(String met) implements Wel {}

    record Begeleidt(String wie) implements Wel {}

    /** Languages of the house that nobody else there speaks. */
    record Spreekt(List<String> talen) implements Wel {
        public Spreekt {
            talen = List.copyOf(talen);
        }
    }

    /** So often in this house. */
    record VakerHier(int keer) implements Wel {}

    /** Nothing more to say than that it fits. */
    record Past() implements Wel {}

    /** Why not this one. */
    sealed interface Niet extends Reden {}

    /** It cannot be; for {@link Belet#MAXIMUM} with the number. */
    record KanNiet(Belet belet, int maximum) implements Niet {}

    /** Can, and would then do more than wished in that month. */
    record WilNietVaker(int perMaand) implements Niet {}

    record WilElders() implements Niet {}

    record LieverSamen(String met) implements Niet {}

    record KortNaElkaar() implements Niet {}

    /** Can, and does a greater part already; so often in these months. */
    record MeerGevraagd(int keer) implements Niet {}

    /** Can as well: over all weeks together the proposal comes out better so. */
    record Anders() implements Niet {}
}
