package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.boeking.MomentUitleg.Wie;
import nl.respijt.web.Teksten;

/** Asks each feature once what a public page may say of the moments on it. */
@Singleton
final class MomentUitlegger {
    private final List<MomentUitleg> soorten;

    MomentUitlegger(List<MomentUitleg> soorten) {
        this.soorten = soorten;
    }

    Map<UUID, Wie> bij(Collection<Moment> momenten, Teksten t) {
        var alle = new HashMap<UUID, Wie>();
        for (var soort : soorten) {
            var bronnen = momenten.stream()
                    .filter(moment -> moment.soort() == soort.soort())
                    .map(Moment::bronId)
                    .collect(Collectors.toSet());
            if (!bronnen.isEmpty()) {
                alle.putAll(soort.van(bronnen, t));
            }
        }
        return alle;
    }

    Optional<Wie> bij(Moment moment, Teksten t) {
        return Optional.ofNullable(bij(List.of(moment), t).get(moment.bronId()));
    }
}
