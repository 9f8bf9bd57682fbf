package nl.respijt.rooster.voorstel;

import nl.respijt.rooster.Gastheer;

/** What can come of giving a place of a proposal to another. */
public sealed interface WijzigResultaat {
    record Gewijzigd() implements WijzigResultaat {}

    record KanNiet(Gastheer gastheer, Belet belet) implements WijzigResultaat {}

    /** It was published meanwhile. */
    record AlGepubliceerd() implements WijzigResultaat {}

    record Onbekend() implements WijzigResultaat {}
}
