package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.StartFout;

/**
 * The secret under every key we hand out. In production it is the operator's file (at least 32 bytes, base64 or plain),
 * outside the database; a demo without a file keeps one in its database, so that several instances share it.
 */
@Singleton
final class Sleutelbestand {
    private static final int MINIMUM = 32;

    private final byte[] geheim;

    Sleutelbestand(Instellingen instellingen, Transacties transacties) {
        geheim = instellingen.demo() && !Files.exists(instellingen.sleutelbestand())
                ? uitDatabase(transacties)
                : uitBestand(instellingen.sleutelbestand());
    }

    byte[] geheim() {
        return geheim.clone();
    }

    private static byte[] uitBestand(Path bestand) {
        try {
            var tekst = Files.readString(bestand).strip().getBytes(StandardCharsets.UTF_8);
            if (tekst.length < MINIMUM) {
                throw new StartFout("het sleutelbestand %s is te kort; maak er een met: openssl rand -base64 48"
                        .formatted(bestand));
            }
            return tekst;
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
