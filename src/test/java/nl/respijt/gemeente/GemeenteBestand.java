package nl.respijt.gemeente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The file in the jar, as text that a test may spoil. */
public final class GemeenteBestand {
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
