package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Dutch that somebody reads who is tired, or who learned it later: level B1, measured by what can be counted. Each
 * bundle on its own, so that the short words of one do not hide the long sentences of another.
 */
final class LeesbaarTest {
    private static final int GEMIDDELD_HOOGSTENS = 12;
    private static final int ZIN_HOOGSTENS = 20;

    private static final Path BUNDELS = Path.of("src/main/resources/teksten/nl");
    private static final Path TE_MIJDEN = Path.of("src/test/resources/teksten/te-mijden-woorden.txt");

    private static final Pattern EINDE_VAN_ZIN = Pattern.compile("(?<=[.!?:])\\s+");
    private static final Pattern WOORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    private record Tekst(String bundel, String sleutel, String tekst) {
        Stream<Zin> zinnen() {
            return EINDE_VAN_ZIN
                    .splitAsStream(tekst)
                    .filter(zin -> !zin.isBlank())
                    .map(zin -> new Zin(bundel, sleutel, zin));
        }
    }

    private record Zin(String bundel, String sleutel, String zin) {
        int woorden() {
            return (int) WOORD.matcher(zin).results().count();
        }

        /** A label or a button says something too, but would make every mean look good. */
        boolean isHeleZin() {
            return ".!?:".indexOf(zin.charAt(zin.length() - 1)) >= 0;
        }
    }

    private final List<Tekst> teksten = teksten();

    @Test
    void sentences_are_short_on_average_in_every_bundle() {
        var perBundel = new TreeMap<String, List<Integer>>();
        zinnen().filter(Zin::isHeleZin)
                .forEach(zin -> perBundel
                        .computeIfAbsent(zin.bundel(), _ -> new ArrayList<>())
                        .add(zin.woorden()));

        assertThat(perBundel)
                .isNotEmpty()
                .allSatisfy((bundel, woorden) -> assertThat(woorden.stream()
                                .mapToInt(Integer::intValue)
                                .average()
                                .orElseThrow())
                        .as(bundel)
                        .isLessThanOrEqualTo(GEMIDDELD_HOOGSTENS));
    }

    @Test
    void no_sentence_is_long() {
        assertThat(zinnen().filter(zin -> zin.woorden() > ZIN_HOOGSTENS)).isEmpty();
    }

    @Test
    void no_word_of_an_office_or_of_the_trade_is_used() throws IOException {
        var woorden = Files.readAllLines(TE_MIJDEN, StandardCharsets.UTF_8).stream()
                .filter(regel -> !regel.startsWith("#"))
                .map(regel -> regel.substring(0, regel.indexOf(" = ")))
                .toList();

        assertThat(woorden).hasSizeGreaterThan(60).allSatisfy(woord -> {
            var heel = Pattern.compile(
                    "(?<![\\p{L}.-])" + Pattern.quote(woord) + "(?![\\p{L}-])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            assertThat(teksten.stream()
                            .filter(tekst -> heel.matcher(tekst.tekst()).find()))
                    .as(woord)
                    .isEmpty();
        });
    }

    private Stream<Zin> zinnen() {
        return teksten.stream().flatMap(Tekst::zinnen);
    }

    /** As they are read: with something filled in, for nobody, for one and for more. */
    private static List<Tekst> teksten() {
        var nl = Teksten.in(Taal.NL);
        try (var bestanden = Files.list(BUNDELS)) {
            return bestanden
                    .flatMap(bestand -> sleutels(bestand)
                            .flatMap(sleutel -> Stream.of(0, 1, 2)
                                    .map(aantal -> new Tekst(
                                            bestand.getFileName().toString(), sleutel, nl.van(sleutel, vul(aantal))))
                                    .distinct()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(BUNDELS.toString(), e);
        }
    }

    private static Object[] vul(int aantal) {
        var waarden = new Object[8];
        Arrays.fill(waarden, aantal);
        return waarden;
    }

    private static Stream<String> sleutels(Path bestand) {
        try (var lezer = Files.newBufferedReader(bestand)) {
            var eigenschappen = new Properties();
            eigenschappen.load(lezer);
            return eigenschappen.stringPropertyNames().stream();
        } catch (IOException e) {
            throw new AssertionError(bestand.toString(), e);
        }
    }
}
