package nl.respijt.boeking;

import java.util.List;

/** What can come of asking for a place; a full house is an everyday answer, a broken connection is not one. */
public sealed interface BoekResultaat {
    /** The place is theirs; asked again with the same key, this same answer comes back. */
    record Geboekt(BoekingId id, BoekAntwoord antwoord) implements BoekResultaat {}

    record Vol(Moment moment, List<Moment> alternatieven) implements BoekResultaat {}

    /** The openstelling was cancelled. */
    record Vervallen(Moment moment, List<Moment> alternatieven) implements BoekResultaat {}

    /** This person has a place there, or is at another place at that time. */
    record AlGeboekt(Moment moment, List<Moment> alternatieven) implements BoekResultaat {}

    /** Published under reserve: the contract of who offers it does not reach that far yet. */
    record OnderVoorbehoud(Moment moment, List<Moment> alternatieven) implements BoekResultaat {}

    /** Care at home needs to know where and for whom; nothing else has anything to do with that. */
    record VraagtThuis(Moment moment) implements BoekResultaat {}

    /** Who comes at this time does not come for a family, or for an adult, or cannot do what is needed. */
    record PastNiet(Moment moment, List<Moment> alternatieven) implements BoekResultaat {}

    /** This household had all the dagdelen of this year. */
    record TegoedOp(Moment moment, Tegoed tegoed) implements BoekResultaat {}

    record AlBegonnen(Moment moment, List<Moment> alternatieven) implements BoekResultaat {}

    /** These contacts keep as many places as somebody may whom we never heard back from. */
    record TeVeelOpen() implements BoekResultaat {}

    record Onbekend(MomentId id) implements BoekResultaat {}

    /** The key was used for another wish. */
    record AndereInhoud() implements BoekResultaat {}

    /** The same key is being answered at this moment, and takes long. */
    record NogBezig() implements BoekResultaat {}
}
