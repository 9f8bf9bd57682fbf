package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** ical.js, the reader of Thunderbird and Nextcloud, in a Node process. */
public final class TweedeLezer {
    private static final Path SCRIPT = Path.of("src/test/node/lees.mjs");

    private TweedeLezer() {}

    public static JsonNode lees(List<byte[]> kalenders) {
        var teksten = kalenders.stream()
                .map(bytes -> JsonNode.createStringNode(new String(bytes, UTF_8)))
                .toList();
        try {
            return JsonMapper.createDefault()
                    .readValue(
                            node(JsonMapper.createDefault().writeValueAsBytes(JsonNode.createArrayNode(teksten))),
                            JsonNode.class);
        } catch (IOException fout) {
            throw new AssertionError("what Node wrote is no JSON", fout);
        }
    }

    /** Through files, so that no full pipe makes both of us wait. */
    private static byte[] node(byte[] invoer) throws IOException {
        var in = Files.createTempFile("agenda", ".json");
        var fouten = Files.createTempFile("agenda", ".txt");
        try {
            Files.write(in, invoer);
            var proces = start(new ProcessBuilder("node", SCRIPT.toString())
                    .redirectInput(in.toFile())
                    .redirectError(fouten.toFile()));
            var uitvoer = proces.getInputStream().readAllBytes();
            if (proces.waitFor() != 0) {
                throw new AssertionError("ical.js could not read it: " + Files.readString(fouten));
            }
            return uitvoer;
        } catch (InterruptedException fout) {
            throw new AssertionError(fout);
        } finally {
            Files.delete(in);
            Files.delete(fouten);
        }
    }

    private static Process start(ProcessBuilder node) {
        try {
            return node.start();
        } catch (IOException fout) {
            throw new AssertionError("The calendar tests need Node 20 or newer on the PATH", fout);
        }
    }
}
