package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.toegang.Rol;
import org.junit.jupiter.api.Test;

/**
 * The bundles against each other and against the code that names their keys. The code is read as text: a key stands
 * there whole ({@code van("boeking.kop")}), begun ({@code "dagdeel." + …}) or ended ({@code soort + ".onderwerp"}).
 */
final class TekstenTest {
    private static final Path BUNDELS = Path.of("src/main/resources/teksten");

    private static final String SLEUTEL = "[a-z0-9-]+(?:\\.[a-z0-9-]+)+";
    private static final Pattern HEEL = Pattern.compile("\"(" + SLEUTEL + ")\"");
    private static final Pattern BEGIN = Pattern.compile("\"([a-z0-9-]+\\.(?:[a-z0-9.-]*[.-])?)\"\\s*\\+");
    private static final Pattern EIND = Pattern.compile("\"(\\.[a-z0-9-]+)\"");

    /** Where a whole key is named for certain: asked for at once, or as one of two. */
    private static final List<Pattern> GEVRAAGD = List.of(
            Pattern.compile("\\bvan\\(\\s*\"(" + SLEUTEL + ")\"\\s*[,)]"),
            Pattern.compile("\\bvan\\([^\"()]*(?:\\(\\))?[^\"()]*\\?\\s*\"(" + SLEUTEL + ")\"\\s*:"),
            Pattern.compile(
                    "\\bvan\\([^\"()]*(?:\\(\\))?[^\"()]*\\?\\s*\"" + SLEUTEL + "\"\\s*:\\s*\"(" + SLEUTEL + ")\""),
            Pattern.compile("\"(fout\\.[a-z0-9-]+)\""));

    /** A problem is named by one word and needs a title and an explanation. */
    private static final List<Pattern> PROBLEMEN = List.of(
            Pattern.compile(
                    "(?:probleem\\.van|antwoord)\\(\\s*[\\w.]+(?:\\([^()]*\\))?,\\s*(?:[\\w.]+,\\s*)?\"([a-z-]+)\""),
            Pattern.compile("conflict\\(\\s*\"([a-z-]+)\""));

    private final Map<Taal, Map<String, String>> talen = Arrays.stream(Taal.values())
            .collect(Collectors.toMap(taal -> taal, TekstenTest::lees, (een, ander) -> een, TreeMap::new));
    private final Set<String> sleutels = new TreeSet<>(Teksten.in(Taal.NL).sleutels());
    private final String code = Stream.of("src/main/java", "src/main/jte")
            .flatMap(map -> bestanden(Path.of(map)).stream())
            .map(TekstenTest::tekst)
            .collect(Collectors.joining("\n"));

    @Test
    void every_file_of_texts_is_in_use_in_every_language() {
        var perTaal = Arrays.stream(Taal.values())
                .map(taal -> bestanden(BUNDELS.resolve(taal.code())).stream()
                        .map(bestand -> bestand.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toList();

        assertThat(perTaal).allSatisfy(namen -> assertThat(namen).isEqualTo(perTaal.getFirst()));
        assertThat(bestanden(BUNDELS).stream()
                        .map(bestand -> bestand.getParent().getFileName().toString()))
                .allMatch(map -> Taal.van(map).isPresent());
        talen.forEach((taal, teksten) ->
                assertThat(Teksten.in(taal).sleutels()).as(taal.code()).isEqualTo(teksten.keySet()));
    }

    @Test
    void all_languages_say_the_same_things() {
        talen.forEach((taal, teksten) ->
                assertThat(new TreeSet<>(teksten.keySet())).as(taal.code()).isEqualTo(sleutels));
    }

    @Test
    void all_languages_tell_the_same_facts() {
        var nl = talen.get(Taal.NL);

        talen.forEach((taal, teksten) -> teksten.forEach((sleutel, tekst) ->
                assertThat(plekken(tekst)).as("%s in %s", sleutel, taal).isEqualTo(plekken(nl.get(sleutel)))));
    }

    /** To MessageFormat an ASCII apostrophe is a quote: it would vanish, and what follows it would not be filled in. */
    @Test
    void no_text_holds_a_typewriters_apostrophe() {
        talen.forEach((taal, teksten) -> assertThat(teksten)
                .as(taal.code())
                .allSatisfy((sleutel, tekst) -> assertThat(tekst).as(sleutel).doesNotContain("'")));
    }

    /** What is longer, nobody reads on a phone. As it is read: Arabic has another form for one, two, a few and many. */
    @Test
    void every_text_is_short() {
        for (var taal : Taal.values()) {
            for (var sleutel : sleutels) {
                for (var aantal : List.of(0, 1, 2, 3, 11)) {
                    assertThat(Teksten.in(taal).van(sleutel, aantal, aantal, aantal, aantal, aantal, aantal))
                            .as("%s in %s", sleutel, taal)
                            .hasSizeLessThanOrEqualTo(300);
                }
            }
        }
    }

    @Test
    void every_text_can_be_made() {
        for (var taal : Taal.values()) {
            for (var sleutel : sleutels) {
                assertThat(Teksten.in(taal).van(sleutel, 1, 2, 3, 4, 5, 6))
                        .as(sleutel)
                        .isNotBlank();
            }
        }
    }

    @Test
    void every_key_the_code_asks_for_is_there() {
        var gevraagd = new TreeSet<String>();
        GEVRAAGD.forEach(patroon -> gevraagd.addAll(alle(patroon)));

        assertThat(gevraagd).hasSizeGreaterThan(100).isSubsetOf(sleutels);
    }

    @Test
    void every_key_the_code_begins_goes_on_somewhere() {
        var onderwerpen = sleutels.stream().map(TekstenTest::onderwerp).collect(Collectors.toSet());

        assertThat(alle(BEGIN).stream().filter(begin -> onderwerpen.contains(onderwerp(begin))))
                .isNotEmpty()
                .allMatch(begin -> sleutels.stream().anyMatch(sleutel -> sleutel.startsWith(begin)));
    }

    @Test
    void every_word_of_a_list_has_its_text() {
        assertThat(Arrays.stream(Dagdeel.values()).map(dagdeel -> "dagdeel." + dagdeel.woord()))
                .isSubsetOf(sleutels);
        assertThat(Arrays.stream(Rol.values()).map(rol -> "rol." + rol.woord())).isSubsetOf(sleutels);
        assertThat(Arrays.stream(Taal.values()).map(taal -> "taal." + taal.code()))
                .isSubsetOf(sleutels);
        assertThat(Teksten.bundels().stream().map(bundel -> "teksten.deel-" + bundel))
                .as("the list of texts that nobody read yet names every bundle")
                .isSubsetOf(sleutels);
    }

    @Test
    void every_problem_has_a_title_and_an_explanation() {
        var problemen =
                PROBLEMEN.stream().flatMap(patroon -> alle(patroon).stream()).collect(Collectors.toSet());

        assertThat(problemen).contains("niet-gevonden", "moment-vol", "kapot");
        assertThat(problemen.stream().flatMap(naam -> Stream.of("probleem." + naam, "probleem." + naam + ".uitleg")))
                .isSubsetOf(sleutels);
    }

    @Test
    void no_text_waits_in_vain() {
        var heel = alle(HEEL);
        var begonnen = alle(BEGIN);
        var einden = alle(EIND);

        assertThat(sleutels.stream().filter(sleutel -> {
                    var punt = sleutel.lastIndexOf('.');
                    return !heel.contains(sleutel)
                            && begonnen.stream().noneMatch(sleutel::startsWith)
                            && !(heel.contains(sleutel.substring(0, punt)) && einden.contains(sleutel.substring(punt)));
                }))
                .isEmpty();
    }

    private Set<String> alle(Pattern patroon) {
        return patroon.matcher(code)
                .results()
                .map(gevonden -> gevonden.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String onderwerp(String sleutel) {
        return sleutel.substring(0, sleutel.indexOf('.'));
    }

    private static Set<String> plekken(String tekst) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(tekst)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> lees(Taal taal) {
        var teksten = new HashMap<String, String>();
        for (var bestand : bestanden(BUNDELS.resolve(taal.code()))) {
            try {
                var eigenschappen = new Properties();
                eigenschappen.load(new StringReader(tekst(bestand)));
                eigenschappen.forEach((sleutel, tekst) -> teksten.put(sleutel.toString(), tekst.toString()));
            } catch (IOException e) {
                throw new AssertionError(bestand.toString(), e);
            }
        }
        return teksten;
    }

    private static Collection<Path> bestanden(Path map) {
        try (var alle = Files.walk(map)) {
            return alle.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(map.toString(), e);
        }
    }

    private static String tekst(Path bestand) {
        try {
            return Files.readString(bestand);
        } catch (IOException e) {
            throw new AssertionError(bestand.toString(), e);
        }
    }
}
