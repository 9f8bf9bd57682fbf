package nl.respijt.rooster;

/** Why a gastheer cannot take an openstelling. */
public sealed interface Weigering extends PlanResultaat, OverdrachtResultaat, RuilResultaat {
    Gastheer gastheer();

    /** domain.md: an openstelling needs a trained host. */
    record NietGetraind(Gastheer gastheer) implements Weigering {}

    /** The gastheer works in other houses only. */
    record NietVanDitHuis(Gastheer gastheer) implements Weigering {}

    /** The gastheer has this dienst already, or another on that dagdeel. */
    record Dubbel(Gastheer gastheer, Dienst bestaand) implements Weigering {}

    /** The gastheer has as many diensten in that month as he or she wants. */
    record MaximumBereikt(Gastheer gastheer, int max) implements Weigering {}
}
