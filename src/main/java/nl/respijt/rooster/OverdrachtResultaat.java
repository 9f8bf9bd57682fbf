package nl.respijt.rooster;

/** What can come of giving a dienst to another gastheer. */
public sealed interface OverdrachtResultaat
        permits OverdrachtResultaat.Overgedragen, OverdrachtResultaat.TeLaat, OverdrachtResultaat.Onbekend, Weigering {
    /** The old one has lapsed, so that it leaves the old calendar as cancelled; the new one has an id of its own. */
    record Overgedragen(Dienst oude, Dienst nieuwe) implements OverdrachtResultaat {}

    /** It has begun, or it is no dienst any more: plan somebody on the openstelling instead. */
    record TeLaat(Dienst dienst) implements OverdrachtResultaat {}

    record Onbekend() implements OverdrachtResultaat {}
}
