package nl.respijt.aanbieder;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Something that follows another end; only where a test asks for it. One that reaches into 2099 it does not survive. */
@Singleton
@Requires(property = Proefgevolg.AAN)
public final class Proefgevolg implements ContractGevolg {
    static final String AAN = "proef.contractgevolg";

    static final Map<String, Object> EIGENSCHAP = Map.of(AAN, true);

    private final List<LocalDate> gehoord = new CopyOnWriteArrayList<>();

    @Override
    public void bijNieuwEinde(
            Handle handle, UUID aanbieder, Contractdienst dienst, LocalDate tot, String door, Instant nu) {
        if (tot.getYear() == 2099) {
            throw new IllegalStateException("a visit could not be kept");
        }
        gehoord.add(tot);
    }

    List<LocalDate> gehoord() {
        return List.copyOf(gehoord);
    }
}
