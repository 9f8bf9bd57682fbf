package nl.respijt.kortverblijf;

/** What can come of a carer's yes or no to an offer. */
public sealed interface KiesResultaat {
    record Gekozen(Aanbieding aanbieding, Verblijfsaanmelding aanmelding) implements KiesResultaat {}

    /** It is over: too late, freed, or refused before. */
    record Verlopen() implements KiesResultaat {}

    record Onbekend() implements KiesResultaat {}
}
