package nl.respijt.rooster.voorstel;

/** What can come of asking for a proposal. */
public sealed interface VraagResultaat {
    record Gevraagd(VoorstelId id) implements VraagResultaat {}

    /** One at a time; this one is being worked out. */
    record AlBezig(VoorstelId id) implements VraagResultaat {}
}
