package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Imap;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;

/**
 * Keys with which a gastheer says to come or not: of one dienst and this gastheer, in a link and in the address that
 * answers of calendar programs go to. Nothing of them is stored.
 */
@Singleton
final class DienstSleutels {
    private static final int ID_BYTES = 16;
    private static final int LINK_BYTES = 32;

    /** Before the apenstaart there is room for 64 signs (RFC 5321 4.5.3.1), and capitals may get lost on the way. */
    private static final int POST_BYTES = 10;

    private static final int POST_TEKENS = 42;
    private static final int GRONDTAL = 32;

    private final Sleutels sleutels;
    private final RoosterService rooster;
    private final String basis;
    private final Optional<String> antwoordAdres;

    DienstSleutels(Sleutels sleutels, RoosterService rooster, Instellingen instellingen) {
        this.sleutels = sleutels;
        this.rooster = rooster;
        basis = instellingen.baseUrl().toString();
        antwoordAdres = instellingen.imap().map(Imap::antwoordAdres);
    }

    String pad(Dienst dienst) {
        var sleutel = sleutel(Doel.DIENST, dienst, LINK_BYTES);
        return "/dienst/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sleutel);
    }

    URI url(Dienst dienst) {
        return URI.create(basis + pad(dienst));
    }

    /** The dienst that this key in a link is for; empty for any other text. */
    Optional<Dienst> vanLink(String sleutel) {
        try {
            return dienst(Doel.DIENST, Base64.getUrlDecoder().decode(sleutel), LINK_BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64url
        }
    }

    /** Where the answer of a calendar program goes; empty where nobody reads it. */
    Optional<String> antwoordAdres(Dienst dienst) {
        return antwoordAdres.map(adres -> {
            var sleutel = new BigInteger(1, sleutel(Doel.DIENSTPOST, dienst, POST_BYTES)).toString(GRONDTAL);
            return adres.replace("@", "+" + "0".repeat(POST_TEKENS - sleutel.length()) + sleutel + "@");
        });
    }

    /** Whether this is an address for answers, with a good key in it or not. */
    boolean isAntwoordAdres(String adres) {
        return inAdres(adres).isPresent();
    }

    /** The dienst that an answer to this address is about. */
    Optional<Dienst> vanAdres(String adres) {
        return inAdres(adres).flatMap(this::vanPost);
    }

    private Optional<String> inAdres(String adres) {
        return antwoordAdres.flatMap(eigen -> {
            var klein = adres.toLowerCase(Locale.ROOT);
            var voor = eigen.toLowerCase(Locale.ROOT).substring(0, eigen.indexOf('@')) + "+";
            var na = eigen.toLowerCase(Locale.ROOT).substring(eigen.indexOf('@'));
            return klein.length() >= voor.length() + na.length() && klein.startsWith(voor) && klein.endsWith(na)
                    ? Optional.of(klein.substring(voor.length(), klein.length() - na.length()))
                    : Optional.empty();
        });
    }

    private Optional<Dienst> vanPost(String sleutel) {
        if (sleutel.length() != POST_TEKENS || !sleutel.matches("[0-9a-v]+")) {
            return Optional.empty();
        }
        var getal = new BigInteger(sleutel, GRONDTAL).toByteArray();
        var bytes = new byte[ID_BYTES + POST_BYTES];
        // A number may have a zero before it, that says it is not negative.
        var overslaan = Math.max(0, getal.length - bytes.length);
        for (var i = 0; i < overslaan; i++) {
            if (getal[i] != 0) {
                return Optional.empty();
            }
        }
        var lengte = getal.length - overslaan;
        System.arraycopy(getal, overslaan, bytes, bytes.length - lengte, lengte);
        return dienst(Doel.DIENSTPOST, bytes, POST_BYTES);
    }

    private byte[] sleutel(Doel doel, Dienst dienst, int stempelBytes) {
        var id = dienst.id().waarde();
        return ByteBuffer.allocate(ID_BYTES + stempelBytes)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(sleutels.stempel(doel, wat(dienst)), 0, stempelBytes)
                .array();
    }

    private Optional<Dienst> dienst(Doel doel, byte[] sleutel, int stempelBytes) {
        if (sleutel.length != ID_BYTES + stempelBytes) {
            return Optional.empty();
        }
        var ruw = ByteBuffer.wrap(sleutel);
        var id = new DienstId(new UUID(ruw.getLong(), ruw.getLong()));
        var stempel = Arrays.copyOfRange(sleutel, ID_BYTES, sleutel.length);
        return rooster.find(id).filter(dienst -> sleutels.isStempel(doel, wat(dienst), stempel));
    }

    private static String wat(Dienst dienst) {
        return dienst.id().waarde() + "/" + dienst.gastheer().id().waarde();
    }
}
