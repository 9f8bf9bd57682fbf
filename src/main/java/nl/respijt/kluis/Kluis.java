package nl.respijt.kluis;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.StartFout;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Hides what a person told us. Each text is encrypted (AES-256-GCM, by Tink) under that person's own key and bound to
 * person, row and column: the same bytes anywhere else do not open. The person's key is stored encrypted under the key
 * file's newest line; deleting it deletes all that was hidden for this person. Made at the start, so that a service
 * that cannot read its data does not start.
 */
@Context
public final class Kluis {
    private static final int SLEUTEL_BYTES = 32;

    /** Key and name of a line of the file come from it by HKDF, apart from the stamps in addresses. */
    private static final byte[] VOOR_SLEUTEL = bytes("respijt kluis sleutel");

    private static final byte[] VOOR_NAAM = bytes("respijt kluis naam");

    private final Transacties transacties;
    private final Klok klok;
    private final int huidige;
    private final Aead hoofd;

    @Inject
    Kluis(Sleutelbestand bestand, Transacties transacties, Klok klok) {
        this(bestand.geheimen(), transacties, klok);
    }

    /** @throws StartFout when the database holds keys that none of these secrets opens */
    Kluis(List<byte[]> geheimen, Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
        try {
            AeadConfig.register();
            var namen = new ArrayList<Integer>();
            var bos = KeysetHandle.newBuilder();
            for (var geheim : geheimen) {
                var naam =
                        ByteBuffer.wrap(hkdf(geheim, VOOR_NAAM, Integer.BYTES)).getInt();
                if (namen.contains(naam)) {
                    continue; // the same line twice
                }
                var sleutel = KeysetHandle.importKey(hoofdsleutel(geheim, naam)).withFixedId(naam);
                bos.addEntry(namen.isEmpty() ? sleutel.makePrimary() : sleutel);
                namen.add(naam);
            }
            hoofd = bos.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            huidige = namen.getFirst();
            weigerVreemdeSleutels(namen);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make its keys", e);
        }
    }

    private void weigerVreemdeSleutels(List<Integer> namen) {
        var vreemde = transacties.lees(
                handle -> handle.createQuery("select count(*) from persoonssleutel where hoofdsleutel <> all (:namen)")
                        .bindArray("namen", Integer.class, namen)
                        .mapTo(Integer.class)
                        .one());
        if (vreemde > 0) {
            throw new StartFout(
                    "het sleutelbestand is niet dat van deze database: de gegevens van %d personen gaan er niet mee open; zet de oude sleutel er als laatste regel weer bij"
                            .formatted(vreemde));
        }
    }

    /** Hides a text for a person, in one row and column, and nowhere else. */
    public byte[] verberg(Handle handle, UUID persoon, UUID rij, String kolom, String tekst) {
        try {
            return sleutel(handle, persoon)
                    .orElseGet(() -> nieuweSleutel(handle, persoon))
                    .encrypt(bytes(tekst), plek(persoon, rij, kolom));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be encrypted", e);
        }
    }

    /**
     * What was hidden there; empty when the person's key is gone, and with it what it hid.
     *
     * @throws IllegalStateException when this was hidden for another person, row or column, or was changed
     */
    public Optional<String> toon(Handle handle, UUID persoon, UUID rij, String kolom, byte[] verborgen) {
        return sleutel(handle, persoon).map(sleutel -> {
            try {
                return new String(sleutel.decrypt(verborgen, plek(persoon, rij, kolom)), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("%s of row %s does not open".formatted(kolom, rij), e);
            }
        });
    }

    /** Puts every person's key under the newest line of the file, after which the older lines can go; tells how many. */
    public int herverpak() {
        var oude = transacties.lees(
                handle -> handle.createQuery("select persoon_id from persoonssleutel where hoofdsleutel <> :huidige")
                        .bind("huidige", huidige)
                        .mapTo(UUID.class)
                        .list());
        return oude.stream().mapToInt(this::herverpak).sum();
    }

    private int herverpak(UUID persoon) {
        return transacties.schrijf(handle -> verpakt(handle, persoon, " for update")
                .map(oud -> handle.createUpdate("""
                        update persoonssleutel set hoofdsleutel = :huidige, versleuteld = :nieuw
                        where persoon_id = :persoon
                        """)
                        .bind("huidige", huidige)
                        .bind("nieuw", pakIn(persoon, pakUit(persoon, oud)))
                        .bind("persoon", persoon)
                        .execute())
                .orElse(0));
    }

    private Optional<Aead> sleutel(Handle handle, UUID persoon) {
        return verpakt(handle, persoon, "").map(verpakt -> aead(pakUit(persoon, verpakt)));
    }

    private static Optional<byte[]> verpakt(Handle handle, UUID persoon, String slot) {
        return handle.createQuery("select versleuteld from persoonssleutel where persoon_id = :persoon" + slot)
                .bind("persoon", persoon)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Two at once make one: who comes second waits, and reads the first one's. */
    private Aead nieuweSleutel(Handle handle, UUID persoon) {
        try {
            var nieuw = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            handle.createUpdate("""
                    insert into persoonssleutel (persoon_id, hoofdsleutel, versleuteld, aangemaakt_op)
                    values (:persoon, :huidige, :versleuteld, :nu) on conflict do nothing
                    """)
                    .bind("persoon", persoon)
                    .bind("huidige", huidige)
                    .bind("versleuteld", pakIn(persoon, nieuw))
                    .bind("nu", klok.instant())
                    .execute();
            return sleutel(handle, persoon).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    private byte[] pakIn(UUID persoon, KeysetHandle sleutel) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    sleutel, hoofd, bytes(persoon.toString()), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of %s cannot be wrapped".formatted(persoon), e);
        }
    }

    private KeysetHandle pakUit(UUID persoon, byte[] verpakt) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    verpakt, hoofd, bytes(persoon.toString()), RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of %s does not open".formatted(persoon), e);
        }
    }

    private static Aead aead(KeysetHandle sleutel) {
        try {
            return sleutel.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key for encryption", e);
        }
    }

    @AccessesPartialKey // a key from elsewhere: its bytes come from the key file
    private static AesGcmKey hoofdsleutel(byte[] geheim, int naam) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(SLEUTEL_BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build())
                .setKeyBytes(
                        SecretBytes.copyFrom(hkdf(geheim, VOOR_SLEUTEL, SLEUTEL_BYTES), InsecureSecretKeyAccess.get()))
                .setIdRequirement(naam)
                .build();
    }

    private static byte[] hkdf(byte[] geheim, byte[] waarvoor, int lengte) throws GeneralSecurityException {
        return Hkdf.computeHkdf("HMACSHA256", geheim, new byte[0], waarvoor, lengte);
    }

    private static byte[] plek(UUID persoon, UUID rij, String kolom) {
        return bytes("%s:%s:%s".formatted(persoon, rij, kolom));
    }

    private static byte[] bytes(String tekst) {
        return tekst.getBytes(StandardCharsets.UTF_8);
    }
}
