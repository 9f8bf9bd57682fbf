package nl.respijt.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every text a person reads, in one language: {@code teksten/<taal>/<package>.properties}, {@link MessageFormat}
 * patterns. A test holds that all languages have the same keys and that each key the code names exists.
 */
public final class Teksten {
    /** One bundle for each package that speaks. */
    private static final List<String> BUNDELS = List.of(
            "web",
            "boeking",
            "mantelzorghuis",
            "deelname",
            "lotgenotengroep",
            "rooster",
            "makelaar",
            "aanbieder",
            "respijtthuis",
            "kortverblijf",
            "verblijf",
            "bedden",
            "intake",
            "voorstel",
            "inzage",
            "beheer",
            "mijn",
            "uitval",
            "bericht",
            "agenda",
            "toegang",
            "demo",
            "privacy");

    private static final Map<Taal, Teksten> ALLE = laad();

    /** The keys of each bundle, in order. */
    private static final Map<String, List<String>> PER_BUNDEL = BUNDELS.stream()
            .collect(Collectors.toUnmodifiableMap(
                    bundel -> bundel,
                    bundel -> lees(bestand(Taal.NL, bundel)).stringPropertyNames().stream()
                            .sorted()
                            .toList()));

    private final Taal taal;
    private final Map<String, String> patronen;

    private Teksten(Taal taal, Map<String, String> patronen) {
        this.taal = taal;
        this.patronen = patronen;
    }

    public static Teksten in(Taal taal) {
        var teksten = ALLE.get(taal);
        if (teksten == null) {
            throw new IllegalStateException("no texts in " + taal);
        }
        return teksten;
    }

    /** @throws IllegalStateException for a key that is in no bundle */
    public String van(String sleutel, Object... waarden) {
        var patroon = patroon(sleutel);
        return waarden.length == 0 && patroon.indexOf('{') < 0
                ? patroon
                : new MessageFormat(patroon, taal.locale()).format(taal.vanRechtsNaarLinks() ? los(waarden) : waarden);
    }

    /**
     * A name, an address or a telephone number keeps its own direction in a text that runs the other way; without it
     * "06 12345678" is read from the back. An address of a page keeps it by itself, and programs that make links of
     * addresses would take the mark along.
     */
    private static Object[] los(Object[] waarden) {
        return Arrays.stream(waarden)
                .map(waarde -> waarde instanceof String tekst && !tekst.startsWith("http") ? los(tekst) : waarde)
                .toArray();
    }

    /** Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands around it does not turn it around. */
    public static String los(String tekst) {
        return tekst.isEmpty() ? tekst : "\u2068" + tekst + "\u2069";
    }

    public Taal taal() {
        return taal;
    }

    public Set<String> sleutels() {
        return patronen.keySet();
    }

    /** The names of the bundles, one for each package that speaks. */
    public static List<String> bundels() {
        return BUNDELS;
    }

    /** The keys of one bundle, in order; the same in every language. */
    public static List<String> sleutels(String bundel) {
        return PER_BUNDEL.getOrDefault(bundel, List.of());
    }

    /** A text as it stands in the bundle, with its places still open. */
    public String patroon(String sleutel) {
        var patroon = patronen.get(sleutel);
        if (patroon == null) {
            throw new IllegalStateException("no text '%s' in %s".formatted(sleutel, taal.code()));
        }
        return patroon;
    }

    private static Map<Taal, Teksten> laad() {
        var alle = new EnumMap<Taal, Teksten>(Taal.class);
        for (var taal : Taal.values()) {
            var patronen = new HashMap<String, String>();
            for (var bundel : BUNDELS) {
                lees(bestand(taal, bundel)).forEach((sleutel, patroon) -> {
                    if (patronen.put(sleutel.toString(), patroon.toString()) != null) {
                        throw new IllegalStateException("text '%s' is in two bundles".formatted(sleutel));
                    }
                });
            }
            alle.put(taal, new Teksten(taal, Map.copyOf(patronen)));
        }
        return alle;
    }

    private static String bestand(Taal taal, String bundel) {
        return "/teksten/%s/%s.properties".formatted(taal.code(), bundel);
    }

    private static Properties lees(String bestand) {
        try (var stroom = Teksten.class.getResourceAsStream(bestand)) {
            if (stroom == null) {
                throw new IllegalStateException(bestand + " is missing");
            }
            var eigenschappen = new Properties();
            eigenschappen.load(new InputStreamReader(stroom, StandardCharsets.UTF_8));
            return eigenschappen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
