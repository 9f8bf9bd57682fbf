package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Sleutels.Doel;

/**
 * The link and the code in the mail, both made from the id of what was asked and the secret of the installation. So
 * whoever sends the mail makes them again, and nothing of them is stored, not even a hash that could be guessed at.
 */
@Singleton
final class InlogSleutels {
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

    String code(UUID verzoek) {
        return sleutels.code(Doel.INLOGCODE, verzoek);
    }

    boolean isCode(UUID verzoek, String gegeven) {
        return sleutels.isCode(Doel.INLOGCODE, verzoek, gegeven);
    }
}
