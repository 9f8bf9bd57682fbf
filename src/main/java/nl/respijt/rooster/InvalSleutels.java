package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;

/** The address at which a gastheer says yes or no to one question, without signing in. */
@Singleton
final class InvalSleutels {
    private final Sleutels sleutels;

    InvalSleutels(Sleutels sleutels) {
        this.sleutels = sleutels;
    }

    String pad(UUID vraag) {
        return "/invallen/" + sleutels.maak(Doel.INVALLEN, vraag);
    }

    Optional<UUID> lees(String sleutel) {
        return sleutels.lees(Doel.INVALLEN, sleutel);
    }
}
