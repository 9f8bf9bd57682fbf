package nl.respijt.privacy;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.respijt.instellingen.Instellingen;

/** The register in the jar. Read at the start: with a term that is none, nothing may start. */
@Factory
final class RegisterFactory {
    private static final String BESTAND = "privacy/velden.yaml";

    @Context
    Register register(Instellingen instellingen) {
        return lees(instellingen.bewaartermijnen());
    }

    static Register lees(Map<String, String> termijnen) {
        try (var stroom = RegisterFactory.class.getClassLoader().getResourceAsStream(BESTAND)) {
            if (stroom == null) {
                throw new FileNotFoundException(BESTAND);
            }
            return RegisterLezer.lees(BESTAND, new String(stroom.readAllBytes(), StandardCharsets.UTF_8), termijnen);
        } catch (IOException e) {
            throw new IllegalStateException("the jar is not complete: " + BESTAND, e);
        }
    }
}
