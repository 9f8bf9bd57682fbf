package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.kluis.Kluis;
import nl.respijt.mantelzorger.MantelzorgerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Which houses were asked, what they offer, and the nights that are held for it. */
@Singleton
final class AanbiedingRepository {
    private static final String REDEN = "uitzetting.reden";

    private static final String AANBIEDING = """
            select b.id, b.aanmelding_id, b.logeerhuis_id, h.naam as huis, b.bed_id, e.naam as bed, b.van, b.tot,
                   b.regelversie, b.status, b.verloopt_op
            from aanbieding b join logeerhuis h on h.id = b.logeerhuis_id join bed e on e.id = b.bed_id
            """;

    private final Kluis kluis;

    AanbiedingRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    void zetUit(Handle handle, UUID id, UUID aanmelding, UUID huis, Instant antwoordVoor, Instant nu) {
        handle.createUpdate("""
                insert into uitzetting (id, aanmelding_id, logeerhuis_id, status, antwoord_voor, aangemaakt_op)
                values (:id, :aanmelding, :huis, 'gevraagd', :antwoordVoor, :nu)
                """)
                .bind("id", id)
                .bind("aanmelding", aanmelding)
                .bind("huis", huis)
                .bind("antwoordVoor", antwoordVoor)
                .bind("nu", nu)
                .execute();
    }

    /** The houses that were asked, by name. */
    List<Uitzetting> uitzettingen(Handle handle, Verblijfsaanmelding aanmelding) {
        return uitzettingen(handle, List.of(aanmelding.id()));
    }

    /** Of all these intakes, by the name of the house. */
    List<Uitzetting> uitzettingen(Handle handle, Collection<UUID> aanmeldingen) {
        return handle.createQuery("""
                select u.id, u.aanmelding_id, u.logeerhuis_id, h.aanbieder_id, h.naam, u.status, u.antwoord_voor, u.reden,
                       a.mantelzorger_id
                from uitzetting u join logeerhuis h on h.id = u.logeerhuis_id join aanmelding a on a.id = u.aanmelding_id
                where u.aanmelding_id = any (:aanmeldingen)
                order by h.naam, u.id
                """)
                .bindArray("aanmeldingen", UUID.class, aanmeldingen)
                .map((rij, _) -> uitzetting(handle, rij))
                .list();
    }

    /** The intakes that wait for houses of these providers, and those whose guest comes to one of them. */
    List<UUID> lopendeVan(Handle handle, Set<UUID> aanbieders) {
        return handle.createQuery("""
                select distinct u.aanmelding_id
                from uitzetting u join logeerhuis h on h.id = u.logeerhuis_id join aanmelding a on a.id = u.aanmelding_id
                where h.aanbieder_id = any (:aanbieders) and u.status in ('gevraagd', 'aangeboden', 'verlopen')
                  and (a.status in ('ingediend', 'uitgezet', 'aangeboden')
                       or a.status in ('geaccepteerd', 'bevestigd', 'verblijft')
                          and exists (select from aanbieding b
                                      where b.aanmelding_id = a.id and b.logeerhuis_id = h.id and b.status = 'aanvaard'))
                """)
                .bindArray("aanbieders", UUID.class, aanbieders)
                .mapTo(UUID.class)
                .list();
    }

    /** What houses of these providers are done with, the last one first. */
    List<Beantwoord> terugVan(Handle handle, Set<UUID> aanbieders, int hoogstens) {
        return handle.createQuery("""
                select a.id, a.code, a.van, a.tot, u.status, h.naam as huis, b.bed, b.van as bod_van, b.tot as bod_tot,
                       b.status as bod_status, coalesce(b.gewijzigd_op, u.beantwoord_op, u.aangemaakt_op) as op
                from uitzetting u join logeerhuis h on h.id = u.logeerhuis_id join aanmelding a on a.id = u.aanmelding_id
                left join lateral (
                    select e.naam as bed, b.van, b.tot, b.status, b.gewijzigd_op from aanbieding b join bed e on e.id = b.bed_id
                    where b.aanmelding_id = a.id and b.logeerhuis_id = h.id
                    order by b.status = 'aanvaard' desc, b.aangemaakt_op desc, b.id desc limit 1) b on true
                where h.aanbieder_id = any (:aanbieders) and a.gewist_op is null
                  and (u.status in ('afgewezen', 'vrijgegeven') or a.status not in ('ingediend', 'uitgezet', 'aangeboden'))
                  and not (u.status not in ('afgewezen', 'vrijgegeven') and coalesce(b.status = 'aanvaard', false)
                           and a.status in ('geaccepteerd', 'bevestigd', 'verblijft'))
                order by op desc, a.id limit :hoogstens
                """)
                .bindArray("aanbieders", UUID.class, aanbieders)
                .bind("hoogstens", hoogstens)
                .map(AanbiedingRepository::beantwoord)
                .list();
    }

    private static Beantwoord beantwoord(ResultSet rij, StatementContext context) throws SQLException {
        var bod = rij.getString("bed") == null
                ? Optional.<Beantwoord.Bod>empty()
                : Optional.of(new Beantwoord.Bod(
                        rij.getString("bed"),
                        new Verblijf(
                                rij.getObject("bod_van", LocalDate.class), rij.getObject("bod_tot", LocalDate.class)),
                        Aanbieding.Status.valueOf(rij.getString("bod_status").toUpperCase(Locale.ROOT))));
        return new Beantwoord(
                rij.getObject("id", UUID.class),
                rij.getString("code"),
                rij.getString("huis"),
                new Verblijf(rij.getObject("van", LocalDate.class), rij.getObject("tot", LocalDate.class)),
                Uitzetting.Status.valueOf(rij.getString("status").toUpperCase(Locale.ROOT)),
                bod,
                rij.getObject("op", OffsetDateTime.class).toInstant());
    }

    private Uitzetting uitzetting(Handle handle, ResultSet rij) throws SQLException {
        var id = rij.getObject("id", UUID.class);
        var wie = rij.getObject("mantelzorger_id", UUID.class);
        return new Uitzetting(
                id,
                rij.getObject("aanmelding_id", UUID.class),
                rij.getObject("logeerhuis_id", UUID.class),
                rij.getObject("aanbieder_id", UUID.class),
                rij.getString("naam"),
                Uitzetting.Status.valueOf(rij.getString("status").toUpperCase(Locale.ROOT)),
                rij.getObject("antwoord_voor", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rij.getBytes("reden"))
                        .flatMap(verborgen -> kluis.toon(handle, wie, id, REDEN, verborgen)));
    }

    void wordt(Handle handle, UUID uitzetting, Uitzetting.Status status, Instant nu) {
        handle.createUpdate("update uitzetting set status = :status, beantwoord_op = :nu where id = :id")
                .bind("id", uitzetting)
                .bind("status", status.woord())
                .bind("nu", nu)
                .execute();
    }

    /** The house has the question again. */
    void vraagOpnieuw(Handle handle, UUID aanmelding, UUID huis, Instant antwoordVoor) {
        handle.createUpdate("""
                update uitzetting set status = 'gevraagd', antwoord_voor = :antwoordVoor, beantwoord_op = null
                where aanmelding_id = :aanmelding and logeerhuis_id = :huis and status = 'aangeboden'
                  and not exists (select from aanbieding b where b.aanmelding_id = :aanmelding
                                  and b.logeerhuis_id = :huis and b.status = 'aangeboden')
                """)
                .bind("aanmelding", aanmelding)
                .bind("huis", huis)
                .bind("antwoordVoor", antwoordVoor)
                .execute();
    }

    /** A house that said no, or nothing in time, has the question again. */
    void zetOpnieuwUit(Handle handle, UUID uitzetting, Instant antwoordVoor) {
        handle.createUpdate("""
                update uitzetting set status = 'gevraagd', antwoord_voor = :antwoordVoor, beantwoord_op = null, reden = null
                where id = :id
                """)
                .bind("id", uitzetting)
                .bind("antwoordVoor", antwoordVoor)
                .execute();
    }

    /** How many of the houses that were asked stand where, for each of these intakes. */
    Map<UUID, Map<Uitzetting.Status, Integer>> stand(Handle handle, Collection<UUID> aanmeldingen) {
        var stand = new HashMap<UUID, Map<Uitzetting.Status, Integer>>();
        handle.createQuery("""
                select aanmelding_id, status, count(*) as aantal from uitzetting where aanmelding_id = any (:ids)
                group by aanmelding_id, status
                """)
                .bindArray("ids", UUID.class, aanmeldingen)
                .map((rij, _) -> stand.computeIfAbsent(
                                rij.getObject("aanmelding_id", UUID.class), _ -> new EnumMap<>(Uitzetting.Status.class))
                        .put(
                                Uitzetting.Status.valueOf(
                                        rij.getString("status").toUpperCase(Locale.ROOT)),
                                rij.getInt("aantal")))
                .list();
        return stand;
    }

    void wijsAf(Handle handle, MantelzorgerId wie, UUID uitzetting, String reden, Instant nu) {
        handle.createUpdate(
                        "update uitzetting set status = 'afgewezen', reden = :reden, beantwoord_op = :nu where id = :id")
                .bind("id", uitzetting)
                .bind("reden", kluis.verberg(handle, wie.waarde(), uitzetting, REDEN, reden))
                .bind("nu", nu)
                .execute();
    }

    /** Houses that said nothing in time. */
    int laatStilleVerlopen(Handle handle, Instant nu) {
        return handle.createUpdate(
                        "update uitzetting set status = 'verlopen' where status = 'gevraagd' and antwoord_voor <= :nu")
                .bind("nu", nu)
                .execute();
    }

    /** Makes the offer and holds its nights; the primary key of bednacht refuses what somebody else has. */
    void insert(Handle handle, Aanbieding aanbieding, String door, Instant nu) {
        handle.createUpdate("""
                insert into aanbieding (id, aanmelding_id, logeerhuis_id, bed_id, van, tot, regelversie, status, verloopt_op,
                                        door, aangemaakt_op, gewijzigd_op)
                values (:id, :aanmelding, :huis, :bed, :van, :tot, :regelversie, :status, :verlooptOp, :door, :nu, :nu)
                """)
                .bind("id", aanbieding.id())
                .bind("aanmelding", aanbieding.aanmelding())
                .bind("huis", aanbieding.huis())
                .bind("bed", aanbieding.bed())
                .bind("van", aanbieding.verblijf().van())
                .bind("tot", aanbieding.verblijf().tot())
                .bind("regelversie", aanbieding.regelversie())
                .bind("status", aanbieding.status().woord())
                .bind("verlooptOp", aanbieding.verlooptOp())
                .bind("door", door)
                .bind("nu", nu)
                .execute();
        handle.createUpdate("""
                insert into bednacht (bed_id, nacht, status, aanbieding_id)
                select :bed, cast(:van as date) + n, 'vastgehouden', :id from generate_series(0, :nachten - 1) n
                """)
                .bind("bed", aanbieding.bed())
                .bind("van", aanbieding.verblijf().van())
                .bind("id", aanbieding.id())
                .bind("nachten", aanbieding.verblijf().aantal())
                .execute();
    }

    Optional<Aanbieding> find(Handle handle, UUID id) {
        return handle.createQuery(AANBIEDING + " where b.id = :id")
                .bind("id", id)
                .map(AanbiedingRepository::aanbieding)
                .findOne();
    }

    /** All that was ever offered, the first one first. */
    List<Aanbieding> van(Handle handle, UUID aanmelding) {
        return handle.createQuery(AANBIEDING + " where b.aanmelding_id = :aanmelding order by b.aangemaakt_op, b.id")
                .bind("aanmelding", aanmelding)
                .map(AanbiedingRepository::aanbieding)
                .list();
    }

    /** The same of several intakes at once, by the id of each; nothing of those that were offered nothing. */
    Map<UUID, List<Aanbieding>> van(Handle handle, Collection<UUID> aanmeldingen) {
        return handle
                .createQuery(AANBIEDING + " where b.aanmelding_id = any (:aanmeldingen) order by b.aangemaakt_op, b.id")
                .bindArray("aanmeldingen", UUID.class, aanmeldingen)
                .map(AanbiedingRepository::aanbieding)
                .stream()
                .collect(Collectors.groupingBy(Aanbieding::aanmelding));
    }

    /** The nights that are agreed by now, of each of these intakes that has a bed; where they left early, until then. */
    Map<UUID, Verblijf> afgesproken(Handle handle, Collection<UUID> aanmeldingen) {
        var nachten = new HashMap<UUID, Verblijf>();
        handle.createQuery("""
                select aanmelding_id, van, greatest(coalesce(vertrokken_op, tot), van + 1) as tot from aanbieding
                where aanmelding_id = any (:ids) and status = 'aanvaard'
                """)
                .bindArray("ids", UUID.class, aanmeldingen)
                .map((rij, _) -> nachten.put(
                        rij.getObject("aanmelding_id", UUID.class),
                        new Verblijf(rij.getObject("van", LocalDate.class), rij.getObject("tot", LocalDate.class))))
                .list();
        return nachten;
    }

    List<UUID> verlopen(Handle handle, Instant nu) {
        return handle.createQuery(
                        "select id from aanbieding where status = 'aangeboden' and verloopt_op <= :nu order by verloopt_op, id")
                .bind("nu", nu)
                .mapTo(UUID.class)
                .list();
    }

    /**
     * The bed is theirs.
     *
     * @throws IllegalStateException when a night of it was not held
     */
    void neem(Handle handle, Aanbieding aanbieding, Instant nu) {
        handle.createUpdate("""
                update aanbieding set status = 'aanvaard', aanvaard_op = :nu, gewijzigd_op = :nu where id = :id
                """).bind("id", aanbieding.id()).bind("nu", nu).execute();
        var genomen = handle.createUpdate(
                        "update bednacht set status = 'bezet' where aanbieding_id = :id and status = 'vastgehouden'")
                .bind("id", aanbieding.id())
                .execute();
        if (genomen != aanbieding.verblijf().aantal()) {
            throw new IllegalStateException("offer %s holds %d nights of %d"
                    .formatted(aanbieding.id(), genomen, aanbieding.verblijf().aantal()));
        }
    }

    /** It is over; its nights from {@code vanaf} on are free. */
    void geefVrij(Handle handle, UUID id, Aanbieding.Status status, LocalDate vanaf, Instant nu) {
        zet(handle, id, status, nu);
        handle.createUpdate("delete from bednacht where aanbieding_id = :id and nacht >= :vanaf")
                .bind("id", id)
                .bind("vanaf", vanaf)
                .execute();
    }

    private static void zet(Handle handle, UUID id, Aanbieding.Status status, Instant nu) {
        handle.createUpdate("update aanbieding set status = :status, gewijzigd_op = :nu where id = :id")
                .bind("id", id)
                .bind("status", status.woord())
                .bind("nu", nu)
                .execute();
    }

    private static Aanbieding aanbieding(ResultSet rij, StatementContext context) throws SQLException {
        return new Aanbieding(
                rij.getObject("id", UUID.class),
                rij.getObject("aanmelding_id", UUID.class),
                rij.getObject("logeerhuis_id", UUID.class),
                rij.getString("huis"),
                rij.getObject("bed_id", UUID.class),
                rij.getString("bed"),
                new Verblijf(rij.getObject("van", LocalDate.class), rij.getObject("tot", LocalDate.class)),
                rij.getInt("regelversie"),
                Aanbieding.Status.valueOf(rij.getString("status").toUpperCase(Locale.ROOT)),
                rij.getObject("verloopt_op", OffsetDateTime.class).toInstant());
    }
}
