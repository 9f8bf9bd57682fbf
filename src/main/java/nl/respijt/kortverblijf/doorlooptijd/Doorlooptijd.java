package nl.respijt.kortverblijf.doorlooptijd;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    public Optional<Spreiding> bij(Stap stap) {
        return Optional.ofNullable(stappen.get(stap));
    }

    /** By law: six weeks to look into it, and two to decide. */
    public static final Duration WETTELIJK = Duration.ofDays(56);
}
