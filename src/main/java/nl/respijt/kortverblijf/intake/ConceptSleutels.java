package nl.respijt.kortverblijf.intake;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;

/** The secret address of an intake that was not sent yet; nothing of the answers is in it. */
@Singleton
public final class ConceptSleutels {
    private static final String TEKENS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTE = 8;
    private static final SecureRandom TOEVAL = new SecureRandom();

    private final Sleutels sleutels;
    private final String basis;

    ConceptSleutels(Sleutels sleutels, Instellingen instellingen) {
        this.sleutels = sleutels;
        basis = instellingen.baseUrl().toString();
    }

    Optional<UUID> lees(String sleutel) {
        return sleutels.lees(Doel.CONCEPT, sleutel);
    }

    public String pad(UUID id) {
        return "/logeren/" + sleutels.maak(Doel.CONCEPT, id);
    }

    /** To keep or to mail: an address that does not say what it is about, and leads there. */
    String url(UUID id) {
        return basis + "/aanvraag/" + sleutels.maak(Doel.CONCEPT, id);
    }

    /**
     * Eight signs, none of which sounds or looks like another, with a dash to breathe: 6 * 10^11 of them, so that nobody
     * finds one by trying in the thirty days that it lives.
     */
    static String nieuweCode() {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTE; i++) {
            code.append(i == LENGTE / 2 ? "-" : "").append(TEKENS.charAt(TOEVAL.nextInt(TEKENS.length())));
        }
        return code.toString();
    }

    /** As somebody typed it: small letters, blanks, with or without the dash. */
    static String code(String getypt) {
        var tekens = getypt.toUpperCase(java.util.Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return tekens.length() == LENGTE
                ? tekens.substring(0, LENGTE / 2) + "-" + tekens.substring(LENGTE / 2)
                : tekens;
    }
}
