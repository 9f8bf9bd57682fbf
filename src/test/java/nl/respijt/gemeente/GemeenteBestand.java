package nl.respijt.gemeente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.respijt.tijd.Tijdzone;

/** The file in the jar, as text that a test may spoil. */
public final class GemeenteBestand {
    private static final Pattern VERBLIJFSCONTRACT =
            Pattern.compile("(kortdurendVerblijf:[^\n]*\n  contract: \\{ tot: )[0-9-]+");

    private GemeenteBestand() {}

    static String tekst() {
        try (var stroom = GemeenteBestand.class.getResourceAsStream("/gemeente/utrecht.yaml")) {
            return new String(stroom.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the service reads it. */
    public static Gemeente utrecht() {
        return GemeenteLezer.lees("utrecht.yaml", tekst());
    }

    /** Written into a folder, with contracts for short stays that outlast any test, whenever it runs. */
    public static Path metVerblijven(Path map) throws IOException {
        var contract = VERBLIJFSCONTRACT.matcher(tekst());
        assertThat(contract.find()).as("until when short stays are contracted").isTrue();
        var tot = LocalDate.now(Tijdzone.AMSTERDAM).plusYears(3);
        return Files.writeString(map.resolve("gemeente.yaml"), contract.replaceFirst("$1" + tot));
    }

    /** With the first {@code van} replaced; refuses one that is not there, or the test would claim nothing. */
    static String vervang(String tekst, String van, String door) {
        assertThat(tekst).contains(van);
        var begin = tekst.indexOf(van);
        return tekst.substring(0, begin) + door + tekst.substring(begin + van.length());
    }

    /** The line of the first {@code anker}, counted from 1. */
    static int regel(String tekst, String anker) {
        assertThat(tekst).contains(anker);
        return 1
                + (int) tekst.substring(0, tekst.indexOf(anker))
                        .chars()
                        .filter(teken -> teken == '\n')
                        .count();
    }
}
