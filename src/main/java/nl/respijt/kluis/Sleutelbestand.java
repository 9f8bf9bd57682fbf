package nl.respijt.kluis;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.StartFout;

/**
 * The secrets under every key we hand out and everything we encrypt. In production they are the lines of the operator's
 * file (each at least 32 characters, base64 or plain), outside the database: the first is used, the others are still
 * accepted. A demo without a file keeps one in its database, so that several instances share it.
 */
@Singleton
public final class Sleutelbestand {
    private static final int MINIMUM = 32;

    private final List<byte[]> geheimen;

    Sleutelbestand(Instellingen instellingen, Transacties transacties) {
        geheimen = instellingen.demo() && !Files.exists(instellingen.sleutelbestand())
                ? List.of(uitDatabase(transacties))
                : uitBestand(instellingen.sleutelbestand());
    }

    /** Newest first; never empty. */
    public List<byte[]> geheimen() {
        return geheimen.stream().map(byte[]::clone).toList();
    }

    private static List<byte[]> uitBestand(Path bestand) {
        try {
            var regels = Files.readString(bestand)
                    .lines()
                    .map(String::strip)
                    .filter(regel -> !regel.isEmpty())
                    .map(regel -> regel.getBytes(StandardCharsets.UTF_8))
                    .toList();
            if (regels.isEmpty() || regels.stream().anyMatch(regel -> regel.length < MINIMUM)) {
                throw new StartFout(
                        "het sleutelbestand %s is te kort: elke regel is een sleutel van minstens %d tekens; maak er een met: openssl rand -base64 48"
                                .formatted(bestand, MINIMUM));
            }
            return regels;
        } catch (IOException e) {
            throw new StartFout("het sleutelbestand %s is niet te lezen".formatted(bestand), e);
        }
    }

    private static byte[] uitDatabase(Transacties transacties) {
        var nieuw = new byte[48];
        new SecureRandom().nextBytes(nieuw);
        return transacties.schrijf(handle -> {
            handle.createUpdate(
                            "insert into demo_sleutel (naam, waarde) values ('sleutels', :waarde) on conflict do nothing")
                    .bind("waarde", Base64.getEncoder().encode(nieuw))
                    .execute();
            return handle.createQuery("select waarde from demo_sleutel where naam = 'sleutels'")
                    .mapTo(byte[].class)
                    .one();
        });
    }
}
