package nl.respijt.rooster;

import nl.respijt.boeking.Moment;

/** What can come of putting a gastheer on an openstelling; the everyday refusals are a {@link Weigering}. */
public sealed interface PlanResultaat
        permits PlanResultaat.Gepland, PlanResultaat.TeLaat, PlanResultaat.Onbekend, Weigering {
    record Gepland(Dienst dienst) implements PlanResultaat {}

    /** The openstelling has begun or lapsed. */
    record TeLaat(Moment moment) implements PlanResultaat {}

    /** No such openstelling, or no such gastheer. */
    record Onbekend() implements PlanResultaat {}
}
