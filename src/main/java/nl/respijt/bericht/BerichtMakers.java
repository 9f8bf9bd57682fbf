package nl.respijt.bericht;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the maker of a kind. Looks makers up when first asked: they may lean on services that place messages. */
@Singleton
final class BerichtMakers {
    private final Supplier<Stream<BerichtMaker>> bron;
    private volatile @Nullable Map<String, BerichtMaker> perSoort;

    @Inject
    BerichtMakers(BeanProvider<BerichtMaker> makers) {
        this(makers::stream);
    }

    BerichtMakers(Supplier<Stream<BerichtMaker>> bron) {
        this.bron = bron;
    }

    Optional<BerichtMaker> van(String soort) {
        var makers = perSoort;
        if (makers == null) {
            makers = verzamel();
            perSoort = makers;
        }
        return Optional.ofNullable(makers.get(soort));
    }

    private Map<String, BerichtMaker> verzamel() {
        var makers = new HashMap<String, BerichtMaker>();
        bron.get().forEach(maker -> {
            for (var soort : maker.soorten()) {
                if (makers.put(soort, maker) != null) {
                    throw new IllegalStateException("two makers word '%s'".formatted(soort));
                }
            }
        });
        return Map.copyOf(makers);
    }
}
