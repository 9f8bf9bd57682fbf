package nl.respijt.gemeente;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.StartFout;

/** The gemeente of the operator's file, or the one in the jar. */
@Factory
final class GemeenteFactory {
    private static final String IN_DE_JAR = "gemeente/utrecht.yaml";
    private static final int MAX_BYTES = 1_000_000;

    @Singleton
    Gemeente gemeente(Instellingen instellingen) {
        return instellingen.gemeenteBestand().map(GemeenteFactory::uitBestand).orElseGet(GemeenteFactory::uitDeJar);
    }

    private static Gemeente uitBestand(Path bestand) {
        try (var stroom = Files.newInputStream(bestand)) {
            return GemeenteLezer.lees(bestand.toString(), tekst(bestand.toString(), stroom));
        } catch (IOException e) {
            throw new StartFout(
                    "gemeentebestand %s is niet te lezen; verwacht: een YAML-bestand (RESPIJT_GEMEENTE_BESTAND)"
                            .formatted(bestand),
                    e);
        }
    }

    private static Gemeente uitDeJar() {
        try (var stroom = GemeenteFactory.class.getClassLoader().getResourceAsStream(IN_DE_JAR)) {
            if (stroom == null) {
                throw new FileNotFoundException(IN_DE_JAR);
            }
            return GemeenteLezer.lees(IN_DE_JAR, tekst(IN_DE_JAR, stroom));
        } catch (IOException e) {
            throw new IllegalStateException("the jar is not complete: " + IN_DE_JAR, e);
        }
    }

    private static String tekst(String bestand, InputStream stroom) throws IOException {
        var bytes = stroom.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new StartFout("gemeentebestand %s is te groot; verwacht: hoogstens 1 MB".formatted(bestand));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new StartFout("gemeentebestand %s is geen tekst in UTF-8; verwacht: YAML".formatted(bestand), e);
        }
    }
}
