package nl.respijt.rooster.voorstel;

/** How many changes of a proposal came into the roster, and how many could not; the latter say why at their place. */
public record PubliceerResultaat(int gelukt, int geweigerd) {}
