package nl.respijt.kortverblijf;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What becomes of an offer that was chosen, and its nights. */
@Singleton
final class LogeerbeurtRepository {
    /** The rest of a stay: the offer and the intake are read by those who know them. */
    private record Rij(
            UUID aanmelding,
            UUID aanbieding,
            UUID aanbieder,
            Optional<Instant> gekomenOp,
            Optional<LocalDate> vertrokkenOp,
            boolean nietGekomen,
            Optional<LocalDate> gevraagdTot) {}

    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;

    LogeerbeurtRepository(AanmeldingRepository aanmeldingen, AanbiedingRepository aanbiedingen) {
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
    }

    /** Of this intake, once a bed was chosen; empty when that was undone. */
    Optional<Logeerbeurt> find(Handle handle, Verblijfsaanmelding wie) {
        return handle.createQuery("""
                select b.*, h.aanbieder_id from aanbieding b join logeerhuis h on h.id = b.logeerhuis_id
                where b.aanmelding_id = :aanmelding and b.status = 'aanvaard'
                """)
                .bind("aanmelding", wie.id())
                .map((rij, _) -> rij(rij))
                .findOne()
                .flatMap(rij -> aanbiedingen.find(handle, rij.aanbieding()).map(bod -> beurt(wie, bod, rij)));
    }

    /** In houses of these providers, until {@code vanaf} at least, by day of arrival. */
    List<Logeerbeurt> van(Handle handle, Set<UUID> aanbieders, LocalDate vanaf) {
        var rijen = handle.createQuery("""
                select b.*, h.aanbieder_id
                from aanbieding b join logeerhuis h on h.id = b.logeerhuis_id
                where h.aanbieder_id = any (:aanbieders) and b.status = 'aanvaard' and b.tot >= :vanaf
                order by b.van, b.id
                """)
                .bindArray("aanbieders", UUID.class, aanbieders)
                .bind("vanaf", vanaf)
                .map((rij, _) -> rij(rij))
                .list();
        var ids = rijen.stream().map(Rij::aanmelding).toList();
        var wie = aanmeldingen.alle(handle, ids);
        var boden = aanbiedingen.van(handle, ids);
        return rijen.stream()
                .filter(rij -> wie.containsKey(rij.aanmelding()))
                .flatMap(rij -> boden.getOrDefault(rij.aanmelding(), List.of()).stream()
                        .filter(bod -> bod.id().equals(rij.aanbieding()))
                        .map(bod -> beurt(requireNonNull(wie.get(rij.aanmelding())), bod, rij)))
                .toList();
    }

    /**
     * What was chosen last, also when it was called off after that.
     *
     * @param vertrek as they left, else as it is agreed
     * @param vervalt nobody comes
     */
    record Keuze(UUID aanbieding, UUID huis, LocalDate van, LocalDate vertrek, boolean vervalt, Instant gewijzigdOp) {}

    Optional<Keuze> gekozen(Handle handle, UUID aanmelding) {
        return handle.createQuery("""
                select id, logeerhuis_id, van, coalesce(vertrokken_op, tot) as vertrek,
                       status <> 'aanvaard' or niet_gekomen as vervalt, gewijzigd_op
                from aanbieding where aanmelding_id = :aanmelding and aanvaard_op is not null
                order by aanvaard_op desc limit 1
                """)
                .bind("aanmelding", aanmelding)
                .map((rij, _) -> new Keuze(
                        rij.getObject("id", UUID.class),
                        rij.getObject("logeerhuis_id", UUID.class),
                        rij.getObject("van", LocalDate.class),
                        rij.getObject("vertrek", LocalDate.class),
                        rij.getBoolean("vervalt"),
                        rij.getObject("gewijzigd_op", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** The least and the most nights under the rules that the bed was offered under. */
    record Grenzen(int minimaal, int maximaal) {}

    Grenzen grenzen(Handle handle, Aanbieding aanbieding) {
        return handle.createQuery("""
                select minimaal_nachten, maximaal_nachten from huisregels where logeerhuis_id = :huis and versie = :versie
                """)
                .bind("huis", aanbieding.huis())
                .bind("versie", aanbieding.regelversie())
                .map((rij, _) -> new Grenzen(rij.getInt(1), rij.getInt(2)))
                .one();
    }

    /** Chosen, and the day of departure is before this one. */
    List<UUID> voorbij(Handle handle, LocalDate dag) {
        return handle.createQuery("""
                select a.id from aanmelding a join aanbieding b on b.aanmelding_id = a.id and b.status = 'aanvaard'
                where a.status in ('geaccepteerd', 'bevestigd', 'verblijft') and a.gewist_op is null and b.tot < :dag
                """).bind("dag", dag).mapTo(UUID.class).list();
    }

    private static Logeerbeurt beurt(Verblijfsaanmelding wie, Aanbieding aanbieding, Rij rij) {
        return new Logeerbeurt(
                wie,
                aanbieding,
                rij.aanbieder(),
                rij.gekomenOp(),
                rij.vertrokkenOp(),
                rij.nietGekomen(),
                rij.gevraagdTot());
    }

    private static Rij rij(ResultSet rij) throws SQLException {
        return new Rij(
                rij.getObject("aanmelding_id", UUID.class),
                rij.getObject("id", UUID.class),
                rij.getObject("aanbieder_id", UUID.class),
                Optional.ofNullable(rij.getObject("gekomen_op", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(rij.getObject("vertrokken_op", LocalDate.class)),
                rij.getBoolean("niet_gekomen"),
                Optional.ofNullable(rij.getObject("gevraagd_tot", LocalDate.class)));
    }

    /** They are there; also when it was said before that they did not come. */
    void gekomen(Handle handle, Logeerbeurt beurt, Instant nu) {
        handle.createUpdate("""
                update aanbieding set gekomen_op = coalesce(gekomen_op, :nu), niet_gekomen = false, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", beurt.aanbieding().id())
                .bind("nu", nu)
                .execute();
    }

    /** Their nights from this one on are free. */
    void nietGekomen(Handle handle, Logeerbeurt beurt, LocalDate vanaf, Instant nu) {
        handle.createUpdate("""
                update aanbieding set niet_gekomen = true, gevraagd_tot = null, gewijzigd_op = :nu where id = :id
                """)
                .bind("id", beurt.aanbieding().id())
                .bind("nu", nu)
                .execute();
        geefVrij(handle, beurt, vanaf);
    }

    /** The bed is free from this night on. */
    void vertrokken(Handle handle, Logeerbeurt beurt, LocalDate op, Instant nu) {
        handle.createUpdate("""
                update aanbieding
                set vertrokken_op = :op, gekomen_op = coalesce(gekomen_op, :nu), gevraagd_tot = null, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", beurt.aanbieding().id())
                .bind("op", op)
                .bind("nu", nu)
                .execute();
        geefVrij(handle, beurt, op);
    }

    /** Other nights are agreed: those that fall off are free, and of those that come the primary key says who has them. */
    void wordt(Handle handle, Logeerbeurt beurt, LocalDate tot, Instant nu) {
        handle.createUpdate("""
                update aanbieding set tot = :tot, gevraagd_tot = null, gewijzigd_op = :nu where id = :id
                """)
                .bind("id", beurt.aanbieding().id())
                .bind("tot", tot)
                .bind("nu", nu)
                .execute();
        geefVrij(handle, beurt, tot);
        neem(handle, beurt, beurt.aanbieding().verblijf().tot(), tot);
    }

    /** The nights from {@code van} on and before {@code tot} are theirs; fails when somebody has one of them. */
    void neem(Handle handle, Logeerbeurt beurt, LocalDate van, LocalDate tot) {
        handle.createUpdate("""
                insert into bednacht (bed_id, nacht, status, aanbieding_id)
                select :bed, cast(:van as date) + n, 'bezet', :id
                from generate_series(0, cast(:tot as date) - cast(:van as date) - 1) n
                """)
                .bind("bed", beurt.aanbieding().bed())
                .bind("van", van)
                .bind("tot", tot)
                .bind("id", beurt.aanbieding().id())
                .execute();
    }

    private static void geefVrij(Handle handle, Logeerbeurt beurt, LocalDate vanaf) {
        handle.createUpdate("delete from bednacht where aanbieding_id = :id and nacht >= :vanaf")
                .bind("id", beurt.aanbieding().id())
                .bind("vanaf", vanaf)
                .execute();
    }

    void vraag(Handle handle, Logeerbeurt beurt, Optional<LocalDate> tot, Instant nu) {
        handle.createUpdate("update aanbieding set gevraagd_tot = :tot, gewijzigd_op = :nu where id = :id")
                .bind("id", beurt.aanbieding().id())
                .bind("tot", tot)
                .bind("nu", nu)
                .execute();
    }
}
