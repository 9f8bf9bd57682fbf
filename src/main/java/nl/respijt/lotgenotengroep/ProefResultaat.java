package nl.respijt.lotgenotengroep;

/** What can come of looking at a {@link Wijziging} first. */
public sealed interface ProefResultaat {
    record Gezien(Voorproef proef) implements ProefResultaat {}

    /** The bijeenkomst has begun or lapsed, or the new time is past. */
    record TeLaat() implements ProefResultaat {}

    record Onbekend() implements ProefResultaat {}
}
