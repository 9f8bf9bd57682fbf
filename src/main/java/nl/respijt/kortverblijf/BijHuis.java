package nl.respijt.kortverblijf;

import java.util.List;

/** What one house can do for somebody, and what it can offer as it is, the best first. */
public record BijHuis(Uitkomst uitkomst, List<Bedkeuze> bedkeuzes) {
    public BijHuis {
        bedkeuzes = List.copyOf(bedkeuzes);
    }
}
