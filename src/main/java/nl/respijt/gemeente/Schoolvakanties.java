package nl.respijt.gemeente;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When schools are closed in the region of this gemeente; the State sets the dates a few years ahead.
 *
 * @param regio Noord, Midden or Zuid
 */
public record Schoolvakanties(String regio, List<Vakantie> lijst) {
    /** From {@code van} up to and including {@code tot}. */
    public record Vakantie(String naam, LocalDate van, LocalDate tot, boolean voorbeeld) {}

    public static final Schoolvakanties GEEN = new Schoolvakanties("", List.of());

    public Schoolvakanties {
        lijst = List.copyOf(lijst);
    }

    public Optional<Vakantie> op(LocalDate datum) {
        return lijst.stream()
                .filter(vakantie -> !datum.isBefore(vakantie.van()) && !datum.isAfter(vakantie.tot()))
                .findFirst();
    }
}
