package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, in the database so that every instance knows. The cookie holds 256 random bits of which only the
 * SHA-256 is stored. Sessions end by the machine's clock: moving the demo's clock signs nobody out.
 */
@Singleton
public final class Sessies {
    private final Transacties transacties;
    private final Klok klok;

    Sessies(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    /** The shape of a row. */
    public record Rij(
            String slug, String naam, String rol, @Nullable UUID persoonId) {}

    /** How long somebody may do nothing, and how long it lasts at most. */
    private record Duur(Duration stil, Duration absoluut) {
        private static final Duur EIGEN_APPARAAT = new Duur(Duration.ofHours(24), Duration.ofDays(30));
        private static final Duur WERK = new Duur(Duration.ofMinutes(30), Duration.ofHours(12));

        /** Carers and volunteers come back from their own phone; staff sees other people's data. */
        private static Duur van(Rol rol) {
            return switch (rol) {
                case MANTELZORGER, GASTHEER -> EIGEN_APPARAAT;
                case GROEPSCOORDINATOR, MAKELAAR, AANBIEDER, VERWIJZER, GEMEENTE, BEHEERDER -> WERK;
            };
        }
    }

    /** The value for the cookie. */
    public String open(String slug, String naam, Rol rol, Optional<UUID> persoonId) {
        return transacties.schrijf(handle -> open(handle, slug, naam, rol, persoonId, Optional.empty()));
    }

    /** The value for the cookie, for somebody with an account. */
    public String open(Account account) {
        return transacties.schrijf(handle -> open(handle, account.persoon()));
    }

    String open(Handle handle, Persoon wie) {
        return open(handle, wie.slug(), wie.naam(), wie.rol(), Optional.of(wie.id()), wie.accountId());
    }

    private String open(
            Handle handle, String slug, String naam, Rol rol, Optional<UUID> persoonId, Optional<UUID> accountId) {
        var koek = Koeken.nieuweWaarde();
        var nu = klok.echt().instant();
        handle.createUpdate("""
                insert into sessie
                    (hash, slug, naam, rol, persoon_id, account_id, aangemaakt_op, laatst_gezien, stil, verloopt_op)
                values (:hash, :slug, :naam, :rol, :persoon, :account, :nu, :nu, :stil, :einde)
                """)
                .bind("hash", Koeken.hash("sessie", koek))
                .bind("slug", slug)
                .bind("naam", naam)
                .bind("rol", rol.woord())
                .bind("persoon", persoonId)
                .bind("account", accountId)
                .bind("nu", nu)
                .bind("stil", Duur.van(rol).stil())
                .bind("einde", nu.plus(Duur.van(rol).absoluut()))
                .execute();
        accountId.ifPresent(id -> handle.createUpdate("update account set laatst_ingelogd_op = :nu where id = :id")
                .bind("id", id)
                .bind("nu", nu)
                .execute());
        return koek;
    }

    /** Empty, too, for an account that was blocked or has another role since: no moment lies between the two. */
    public Optional<Aanmelding> find(String koek) {
        var nu = klok.echt().instant();
        return transacties
                .schrijf(handle -> handle.createQuery("""
                        update sessie set laatst_gezien = :nu
                        where hash = :hash and verloopt_op > :nu and laatst_gezien + stil > :nu
                          and not exists (select from account
                                          where account.id = sessie.account_id
                                            and (account.geblokkeerd_op is not null or account.rol <> sessie.rol))
                        returning slug, naam, rol, persoon_id
                        """)
                        .bind("hash", Koeken.hash("sessie", koek))
                        .bind("nu", nu)
                        .map(ConstructorMapper.of(Rij.class))
                        .findOne())
                .map(rij -> new Aanmelding(
                        rij.slug(),
                        rij.naam(),
                        Rol.van(rij.rol()),
                        Optional.ofNullable(rij.persoonId()),
                        Koeken.csrf(koek)));
    }

    public void sluit(String koek) {
        transacties.schrijf(handle -> handle.createUpdate("delete from sessie where hash = :hash or verloopt_op < :nu")
                .bind("hash", Koeken.hash("sessie", koek))
                .bind("nu", klok.echt().instant())
                .execute());
    }

    /** Calls a person by another name wherever they are signed in. */
    public void noem(Handle handle, Rol rol, UUID persoonId, String naam) {
        handle.createUpdate("update sessie set naam = :naam where rol = :rol and persoon_id = :persoon")
                .bind("naam", naam)
                .bind("rol", rol.woord())
                .bind("persoon", persoonId)
                .execute();
    }

    /** Signs a person out everywhere; how many sessions that were. */
    public int sluitVan(Rol rol, UUID persoonId) {
        return transacties.schrijf(
                handle -> handle.createUpdate("delete from sessie where rol = :rol and persoon_id = :persoon")
                        .bind("rol", rol.woord())
                        .bind("persoon", persoonId)
                        .execute());
    }
}
