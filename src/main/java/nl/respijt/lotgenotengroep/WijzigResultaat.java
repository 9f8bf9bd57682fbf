package nl.respijt.lotgenotengroep;

/** What can come of a {@link Wijziging}. */
public sealed interface WijzigResultaat {
    record Gedaan(int bijeenkomsten, int mensen) implements WijzigResultaat {}

    /** It would do something else than what was seen, or cannot be done as it is: look again. */
    record KijkOpnieuw(Voorproef proef) implements WijzigResultaat {}

    record TeLaat() implements WijzigResultaat {}

    record Onbekend() implements WijzigResultaat {}
}
