package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;

/** The addresses in mails at which a gastheer says yes or no to one question, without signing in. */
@Singleton
final class RoosterSleutels {
    private final Sleutels sleutels;

    RoosterSleutels(Sleutels sleutels) {
        this.sleutels = sleutels;
    }

    String invalPad(UUID vraag) {
        return "/invallen/" + sleutels.maak(Doel.INVALLEN, vraag);
    }

    Optional<UUID> leesInval(String sleutel) {
        return sleutels.lees(Doel.INVALLEN, sleutel);
    }

    String ruilPad(UUID voorstel) {
        return "/ruilen/" + sleutels.maak(Doel.RUILEN, voorstel);
    }

    Optional<UUID> leesRuil(String sleutel) {
        return sleutels.lees(Doel.RUILEN, sleutel);
    }
}
