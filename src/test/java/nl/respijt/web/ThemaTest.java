package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One style sheet for languages that run either way: what it says of a side, it says of the start or the end of a line. */
final class ThemaTest {
    private static final Path THEMA = Path.of("src/main/frontend/src/thema.css");

    private static final Pattern COMMENTAAR = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern KANT = Pattern.compile("[^\\s;{]*\\b(?:left|right)\\b[^;}]*");
    private static final Pattern VIER_KANTEN = Pattern.compile(
            "(?:margin|padding|inset|border-(?:width|color|style))\\s*:\\s*(\\S+) (\\S+) (\\S+) (\\S+);");

    @Test
    void nothing_in_it_is_left_or_right() throws IOException {
        assertThat(KANT.matcher(thema()).results().map(MatchResult::group)).isEmpty();
    }

    @Test
    void no_box_has_one_size_at_the_left_and_another_at_the_right() throws IOException {
        assertThat(VIER_KANTEN
                        .matcher(thema())
                        .results()
                        .filter(kanten -> !kanten.group(2).equals(kanten.group(4))))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static String thema() throws IOException {
        return COMMENTAAR.matcher(Files.readString(THEMA)).replaceAll("");
    }
}
