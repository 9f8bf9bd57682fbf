package nl.respijt.agenda;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One calendar as it stands now. Its items are in the order of their begin, then id, whatever order they came in. */
public record Agenda(String naam, String omschrijving, List<AgendaItem> items) {
    private static final Comparator<AgendaItem> VOLGORDE =
            Comparator.comparing((AgendaItem item) -> item.tijdvak().van()).thenComparing(AgendaItem::id);

    public Agenda {
        if (naam.isBlank()) {
            throw new IllegalArgumentException("an agenda needs a naam, not \"%s\"".formatted(naam));
        }
        items = items.stream().sorted(VOLGORDE).toList();
        var dubbel = dubbel(items);
        if (dubbel.isPresent()) {
            throw new IllegalArgumentException("%s stands twice in %s".formatted(dubbel.get(), naam));
        }
    }

    /**
     * The newest change of what stands in it now. It does not move when an item leaves; that is why a cancelled item
     * stays, changed, until the day after: what leaves then is past, and a reader that keeps it longer misses nothing.
     */
    public Optional<Instant> gewijzigdOp() {
        return items.stream().map(AgendaItem::gewijzigdOp).max(Comparator.naturalOrder());
    }

    private static Optional<UUID> dubbel(List<AgendaItem> items) {
        var gezien = new HashSet<UUID>();
        return items.stream().map(AgendaItem::id).filter(id -> !gezien.add(id)).findFirst();
    }
}
