package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, in the database so that every instance knows. The cookie holds 256 random bits of which only the
 * SHA-256 is stored. Sessions end by the machine's clock: moving the demo's clock signs nobody out.
 */
@Singleton
public final class Sessies {
    private static final Duration ABSOLUUT = Duration.ofHours(12);
    private static final Duration STIL = Duration.ofHours(2);
    private static final SecureRandom TOEVAL = new SecureRandom();

    private final Transacties transacties;
    private final Klok klok;

    Sessies(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    /** The shape of a row. */
    public record Rij(
            String slug, String naam, String rol, @Nullable UUID persoonId) {}

    /** The value for the cookie. */
    public String open(String slug, String naam, Rol rol, Optional<UUID> persoonId) {
        var ruw = new byte[32];
        TOEVAL.nextBytes(ruw);
        var koek = Base64.getUrlEncoder().withoutPadding().encodeToString(ruw);
        var nu = klok.echt().instant();
        transacties.schrijf(handle -> handle.createUpdate("""
                insert into sessie (hash, slug, naam, rol, persoon_id, aangemaakt_op, laatst_gezien, verloopt_op)
                values (:hash, :slug, :naam, :rol, :persoon, :nu, :nu, :einde)
                """)
                .bind("hash", hash("sessie", koek))
                .bind("slug", slug)
                .bind("naam", naam)
                .bind("rol", rol.woord())
                .bind("persoon", persoonId)
                .bind("nu", nu)
                .bind("einde", nu.plus(ABSOLUUT))
                .execute());
        return koek;
    }

    public Optional<Aanmelding> find(String koek) {
        var nu = klok.echt().instant();
        return transacties
                .schrijf(handle -> handle.createQuery("""
                        update sessie set laatst_gezien = :nu
                        where hash = :hash and verloopt_op > :nu and laatst_gezien > :stil
                        returning slug, naam, rol, persoon_id
                        """)
                        .bind("hash", hash("sessie", koek))
                        .bind("nu", nu)
                        .bind("stil", nu.minus(STIL))
                        .map(ConstructorMapper.of(Rij.class))
                        .findOne())
                .map(rij -> new Aanmelding(
                        rij.slug(),
                        rij.naam(),
                        Rol.van(rij.rol()),
                        Optional.ofNullable(rij.persoonId()),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(hash("csrf", koek))));
    }

    public void sluit(String koek) {
        transacties.schrijf(handle -> handle.createUpdate("delete from sessie where hash = :hash or verloopt_op < :nu")
                .bind("hash", hash("sessie", koek))
                .bind("nu", klok.echt().instant())
                .execute());
    }

    private static byte[] hash(String doel, String koek) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((doel + ":" + koek).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
