package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

@Singleton
final class GastheerBeheerRepository {
    /** The shape of a row. */
    public record Rij(
            String naam,
            @Nullable String email,
            List<UUID> huizen,
            List<String> talen,
            boolean getraind,
            @Nullable LocalDate getraindOp,
            @Nullable LocalDate getraindTot,
            @Nullable LocalDate vogGezienOp,
            @Nullable LocalDate vogGeldigTot,
            int maxPerMaand,
            @Nullable UUID maatjeId) {
        Gastheerkaart gegevens() {
            return new Gastheerkaart(
                    naam,
                    Optional.ofNullable(email),
                    huizen,
                    talen,
                    new Scholing(getraind, Optional.ofNullable(getraindOp), Optional.ofNullable(getraindTot)),
                    Optional.ofNullable(vogGezienOp),
                    Optional.ofNullable(vogGeldigTot),
                    maxPerMaand,
                    Optional.ofNullable(maatjeId).map(GastheerId::new));
        }
    }

    /** What ends for whom, and when. */
    public record Einde(UUID id, boolean training, LocalDate tot) {}

    Optional<Gastheerkaart> find(Handle handle, GastheerId id) {
        return handle.createQuery("""
                select naam, email, talen, getraind, getraind_op, getraind_tot, vog_gezien_op, vog_geldig_tot,
                       max_per_maand, maatje_id,
                       array(select h.huis_id from gastheer_huis h where h.gastheer_id = gastheer.id) as huizen
                from gastheer where id = :id and gewist_op is null
                """)
                .bind("id", id.waarde())
                .map(ConstructorMapper.of(Rij.class))
                .findOne()
                .map(Rij::gegevens);
    }

    boolean bestaat(Handle handle, String slug) {
        return handle.createQuery("select exists (select from gastheer where slug = :slug)")
                .bind("slug", slug)
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Handle handle, GastheerId id, String slug, Gastheerkaart gegevens) {
        bind(handle.createUpdate("""
                insert into gastheer (id, slug, naam, email, talen, getraind, getraind_op, getraind_tot, vog_gezien_op,
                                      vog_geldig_tot, max_per_maand, maatje_id, voorbeeld)
                values (:id, :slug, :naam, :email, :talen, :getraind, :getraindOp, :getraindTot, :vogGezienOp,
                        :vogGeldigTot, :max, :maatje, false)
                """).bind("slug", slug), id, gegevens).execute();
        zetHuizen(handle, id, gegevens);
    }

    /** A wish above the new maximum becomes the maximum; without an address there are no invitations, but the calendar. */
    void update(Handle handle, GastheerId id, Gastheerkaart gegevens) {
        bind(handle.createUpdate("""
                update gastheer set naam = :naam, email = :email, talen = :talen, getraind = :getraind,
                       getraind_op = :getraindOp, getraind_tot = :getraindTot, vog_gezien_op = :vogGezienOp,
                       vog_geldig_tot = :vogGeldigTot, max_per_maand = :max, maatje_id = :maatje,
                       wens_per_maand = least(wens_per_maand, :max),
                       uitnodigingen = uitnodigingen and cast(:email as text) is not null
                where id = :id
                """), id, gegevens).execute();
        zetHuizen(handle, id, gegevens);
    }

    private static Update bind(Update opdracht, GastheerId id, Gastheerkaart gegevens) {
        return opdracht.bind("id", id.waarde())
                .bind("naam", gegevens.naam())
                .bind("email", gegevens.email())
                .bindArray("talen", String.class, gegevens.talen())
                .bind("getraind", gegevens.scholing().gevolgd())
                .bind("getraindOp", gegevens.scholing().op())
                .bind("getraindTot", gegevens.scholing().tot())
                .bind("vogGezienOp", gegevens.vogGezienOp())
                .bind("vogGeldigTot", gegevens.vogGeldigTot())
                .bind("max", gegevens.maxPerMaand())
                .bind("maatje", gegevens.maatje().map(GastheerId::waarde));
    }

    private static void zetHuizen(Handle handle, GastheerId id, Gastheerkaart gegevens) {
        handle.createUpdate("delete from gastheer_huis where gastheer_id = :id")
                .bind("id", id.waarde())
                .execute();
        handle.createUpdate("insert into gastheer_huis (gastheer_id, huis_id) select :id, unnest(:huizen)")
                .bind("id", id.waarde())
                .bindArray("huizen", UUID.class, gegevens.huizen())
                .execute();
    }

    List<Einde> verlooptVoor(Handle handle, LocalDate dag) {
        return handle.createQuery("""
                select id, true as training, getraind_tot as tot from gastheer
                where gewist_op is null and getraind and getraind_tot < :dag
                union all
                select id, false, vog_geldig_tot from gastheer where gewist_op is null and vog_geldig_tot < :dag
                order by tot, id
                """)
                .bind("dag", dag)
                .map(ConstructorMapper.of(Einde.class))
                .list();
    }
}
