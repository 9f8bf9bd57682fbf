package nl.respijt.rooster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.respijt.rooster.Beschikbaarheid.Plek;
import nl.respijt.tijd.Dagdeel;

/** Days in a row of which a gastheer said the same: the whole day, or one dagdeel. */
public record Reeks(LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel, boolean kan) {
    /** What is still to come, in as few lines as it can be said. */
    static List<Reeks> van(Map<Plek, Boolean> dagen, LocalDate vandaag) {
        var perDag = new TreeMap<LocalDate, List<Reeks>>();
        dagen.keySet().stream()
                .map(Plek::datum)
                .filter(datum -> !datum.isBefore(vandaag))
                .distinct()
                .forEach(datum -> perDag.put(datum, vanDag(datum, dagen)));
        var reeksen = new ArrayList<Reeks>();
        perDag.values()
                .forEach(vanDag -> vanDag.forEach(nieuw -> {
                    var vorige = reeksen.stream()
                            .filter(reeks -> reeks.tot().plusDays(1).equals(nieuw.van())
                                    && reeks.dagdeel().equals(nieuw.dagdeel())
                                    && reeks.kan() == nieuw.kan())
                            .findFirst();
                    vorige.ifPresentOrElse(
                            reeks -> reeksen.set(
                                    reeksen.indexOf(reeks),
                                    new Reeks(reeks.van(), nieuw.tot(), reeks.dagdeel(), reeks.kan())),
                            () -> reeksen.add(nieuw));
                }));
        return List.copyOf(reeksen);
    }

    private static List<Reeks> vanDag(LocalDate datum, Map<Plek, Boolean> dagen) {
        var delen = Stream.of(Dagdeel.values())
                .filter(dagdeel -> dagen.containsKey(new Plek(datum, dagdeel)))
                .toList();
        var antwoorden = delen.stream()
                .map(dagdeel -> dagen.get(new Plek(datum, dagdeel)))
                .distinct()
                .toList();
        return delen.size() == Dagdeel.values().length && antwoorden.size() == 1
                ? List.of(new Reeks(datum, datum, Optional.empty(), antwoorden.getFirst()))
                : delen.stream()
                        .map(dagdeel -> new Reeks(
                                datum,
                                datum,
                                Optional.of(dagdeel),
                                Boolean.TRUE.equals(dagen.get(new Plek(datum, dagdeel)))))
                        .toList();
    }
}
