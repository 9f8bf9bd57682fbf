package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Sleutels.Doel;

/**
 * The link and the code in the mail, both made from the id of what was asked and the secret of the installation. So
 * whoever sends the mail makes them again, and nothing of them is stored, not even a hash that could be guessed at.
 */
@Singleton
final class InlogSleutels {
    static final int CODELENGTE = 8;

    private static final long CODES = 100_000_000;

    private final Sleutels sleutels;

    InlogSleutels(Sleutels sleutels) {
        this.sleutels = sleutels;
    }

    String link(UUID verzoek) {
        return sleutels.maak(Doel.INLOGLINK, verzoek);
    }

    Optional<UUID> lees(String link) {
        return sleutels.lees(Doel.INLOGLINK, link);
    }

    /** Eight digits. */
    String code(UUID verzoek) {
        var getal = ByteBuffer.wrap(sleutels.stempel(Doel.INLOGCODE, verzoek.toString()))
                .getLong();
        return "%08d".formatted(Math.floorMod(getal, CODES));
    }
}
