package nl.respijt.kortverblijf.doorlooptijd;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lead time of a number of intakes together.
 *
 * @param wat what they share: a month ("2027-03"), a provider's name, a word of urgency; empty for all of them
 * @param aantal how many there are; empty under five
 */
public record Doorlooptijd(String wat, OptionalInt aantal, Map<Stap, Spreiding> stappen) {
    public Doorlooptijd {
        stappen = Map.copyOf(stappen);
    }

    static Doorlooptijd van(String wat, Collection<Loop> lopen) {
        if (lopen.size() < Spreiding.MINSTENS) {
            return new Doorlooptijd(wat, OptionalInt.empty(), Map.of());
        }
        var stappen = new EnumMap<Stap, Spreiding>(Stap.class);
        Stream.of(Stap.values())
                .forEach(stap -> Spreiding.van(lopen.stream()
                                .flatMap(loop -> loop.tot(stap).stream())
                                .toList())
                        .ifPresent(spreiding -> stappen.put(stap, spreiding)));
        return new Doorlooptijd(wat, OptionalInt.of(lopen.size()), stappen);
    }

    /**
     * Of groups that together are a whole which is shown too. Counts that would follow from the others by subtraction are
     * hidden, as are those under five.
     *
     * @param groepen what they share, with the intakes of it
     */
    static List<Doorlooptijd> delen(Map<String, List<Loop>> groepen) {
        var alle = groepen.entrySet().stream()
                .map(groep -> van(groep.getKey(), groep.getValue()))
                .toList();
        var weg = Verhulling.van(tel(groepen, List::size));
        var perStap = new EnumMap<Stap, Set<String>>(Stap.class);
        for (var stap : Stap.values()) {
            perStap.put(
                    stap,
                    Verhulling.van(
                            tel(groepen, lopen -> (int) lopen.stream()
                                    .flatMap(loop -> loop.tot(stap).stream())
                                    .count()),
                            weg));
        }
        return alle.stream()
                .map(groep -> weg.contains(groep.wat())
                        ? new Doorlooptijd(groep.wat(), OptionalInt.empty(), Map.of())
                        : groep.zonder(stap -> requireNonNull(perStap.get(stap)).contains(groep.wat())))
                .toList();
    }

    private static Map<String, Integer> tel(Map<String, List<Loop>> groepen, Function<List<Loop>, Integer> hoeveel) {
        return groepen.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, groep -> hoeveel.apply(groep.getValue())));
    }

    private Doorlooptijd zonder(Predicate<Stap> verborgen) {
        return new Doorlooptijd(
                wat,
                aantal,
                stappen.entrySet().stream()
                        .filter(een -> !verborgen.test(een.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Optional<Spreiding> bij(Stap stap) {
        return Optional.ofNullable(stappen.get(stap));
    }

    /** By law: six weeks to look into it, and two to decide. */
    public static final Duration WETTELIJK = Duration.ofDays(56);
}
