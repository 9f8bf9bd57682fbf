package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.respijt.kluis.Sleutelbestand;

/**
 * Addresses that are a key by themselves: whoever holds one may do what it is for with the one thing it names. A key
 * is the thing's id and an HMAC-SHA256 over purpose and id, base64url, 64 characters; nothing of it is stored, so a
 * stolen database opens nothing. A key that was made under an older line of the key file stays good while that line is
 * there.
 */
@Singleton
public final class Sleutels {
    /** What a key is good for; one purpose's key is nothing for another. */
    public enum Doel {
        BEHEER,
        AGENDA,
        AFMELDEN,
        INLOGLINK,
        INLOGCODE,
        ADRESCODE,
        LIMIET,
        INLOGPOGING,
        FORMULIER,
        INVALLEN,
        RUILEN,
        DIENST,
        DIENSTPOST,
        AANMELDING,
        CONCEPT
    }

    public static final int CODELENGTE = 8;

    private static final long CODES = 100_000_000;

    private static final int LENGTE = 16 + 32;

    /** 80 bits: as little as RFC 2104 allows, for where there is no room. */
    private static final int KORTSTE_STEMPEL = 10;

    /** Newest first. */
    private final List<SecretKeySpec> geheimen;

    Sleutels(Sleutelbestand bestand) {
        geheimen = bestand.geheimen().stream()
                .map(geheim -> new SecretKeySpec(geheim, "HmacSHA256"))
                .toList();
    }

    public String maak(Doel doel, UUID id) {
        var ruw = ByteBuffer.allocate(LENGTE)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(stempel(doel, id.toString()))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ruw);
    }

    /** The id of the thing this key opens for that purpose; empty for anything else. */
    public Optional<UUID> lees(Doel doel, String sleutel) {
        if (sleutel.length() != LENGTE * 4 / 3) {
            return Optional.empty();
        }
        try {
            var ruw = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sleutel));
            var id = new UUID(ruw.getLong(), ruw.getLong());
            var stempel = new byte[32];
            ruw.get(stempel);
            return geheimen.stream()
                            .anyMatch(geheim -> MessageDigest.isEqual(stempel, stempel(geheim, doel, id.toString())))
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64url
        }
    }

    /** Eight digits to type over; whoever mails them makes them again, and nothing of them is stored. */
    public String code(Doel doel, UUID id) {
        var getal = ByteBuffer.wrap(stempel(doel, id.toString())).getLong();
        return "%08d".formatted(Math.floorMod(getal, CODES));
    }

    /** In a time that does not tell how much of it was right. */
    public boolean isCode(Doel doel, UUID id, String gegeven) {
        return Koeken.gelijk(code(doel, id), gegeven);
    }

    /** Whether this is the beginning of the stamp over that, at least ten bytes of it, by a secret that still counts. */
    public boolean isStempel(Doel doel, String wat, byte[] gegeven) {
        return gegeven.length >= KORTSTE_STEMPEL
                && geheimen.stream()
                        .anyMatch(geheim -> MessageDigest.isEqual(
                                gegeven, Arrays.copyOf(stempel(geheim, doel, wat), gegeven.length)));
    }

    /** What only who knows the newest secret can make of it: 32 bytes, of which the first may be kept. */
    public byte[] stempel(Doel doel, String wat) {
        return stempel(geheimen.getFirst(), doel, wat);
    }

    private static byte[] stempel(SecretKeySpec geheim, Doel doel, String wat) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(geheim);
            return mac.doFinal((doel + ":" + wat).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
