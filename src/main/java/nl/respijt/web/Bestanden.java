package nl.respijt.web;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Style sheet, script, fonts and icon, as the front-end build made them, under names that change with their content. */
@Singleton
public final class Bestanden {
    private static final String MAP = "/frontend/";

    private final Map<String, String> namen;
    private final Map<String, byte[]> inhoud = new ConcurrentHashMap<>();

    Bestanden(ObjectMapper json) {
        namen = leesNamen(json);
    }

    /** Where a page finds a file, by its plain name ({@code respijt.css}). */
    public String pad(String naam) {
        var metHash = namen.get(naam);
        if (metHash == null) {
            throw new IllegalStateException("the front-end build made no " + naam);
        }
        return "/static/" + metHash;
    }

    Optional<byte[]> inhoud(String metHash) {
        if (!namen.containsValue(metHash)) {
            return Optional.empty();
        }
        return Optional.of(inhoud.computeIfAbsent(metHash, Bestanden::lees));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> leesNamen(ObjectMapper json) {
        try {
            return Map.copyOf(json.readValue(lees("manifest.json"), Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] lees(String naam) {
        try (var stroom = Bestanden.class.getResourceAsStream(MAP + naam)) {
            if (stroom == null) {
                throw new IllegalStateException("the front-end build made no " + naam);
            }
            return stroom.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
