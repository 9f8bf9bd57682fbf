package nl.respijt.gemeente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.StartFout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GemeenteFactoryTest {
    @TempDir
    private Path map;

    private static Gemeente gemeente(Map<String, String> omgeving) {
        return new GemeenteFactory().gemeente(Instellingen.lees(List.of(), omgeving));
    }

    private static Gemeente uit(Path bestand) {
        return gemeente(Map.of("RESPIJT_GEMEENTE_BESTAND", bestand.toString()));
    }

    @Test
    void without_a_setting_it_is_utrecht() {
        assertThat(gemeente(Map.of()).naam()).isEqualTo("Utrecht");
    }

    @Test
    void the_file_of_the_operator_comes_first() throws IOException {
        var bestand = map.resolve("zeist.yaml");
        Files.writeString(bestand, GemeenteBestand.vervang(GemeenteBestand.tekst(), "naam: Utrecht", "naam: Zeist"));

        assertThat(uit(bestand).naam()).isEqualTo("Zeist");
    }

    @Test
    void a_fault_names_the_file() throws IOException {
        var bestand = map.resolve("zeist.yaml");
        Files.writeString(bestand, "a: [");

        assertThatThrownBy(() -> uit(bestand))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining("zeist.yaml regel 1: ");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> uit(map.resolve("nergens.yaml")))
                .isInstanceOf(StartFout.class)
                .hasMessageContainingAll("nergens.yaml", "niet te lezen", "RESPIJT_GEMEENTE_BESTAND");
        assertThatThrownBy(() -> uit(map)).isInstanceOf(StartFout.class).hasMessageContaining("niet te lezen");
    }

    @Test
    void a_file_over_one_megabyte_is_not_read() throws IOException {
        var bestand = map.resolve("groot.yaml");
        Files.writeString(bestand, "#".repeat(1_000_001));

        assertThatThrownBy(() -> uit(bestand)).isInstanceOf(StartFout.class).hasMessageContaining("hoogstens 1 MB");
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws IOException {
        var bestand = map.resolve("plaatje.yaml");
        Files.write(bestand, new byte[] {(byte) 0xff, (byte) 0xd8});

        assertThatThrownBy(() -> uit(bestand)).isInstanceOf(StartFout.class).hasMessageContaining("UTF-8");
    }
}
