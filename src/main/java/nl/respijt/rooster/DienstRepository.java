package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentRij;
import nl.respijt.database.Schending;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

@Singleton
final class DienstRepository {
    static final String ACTIEF = "('gepland', 'bevestigd')";

    private static final String SELECT = """
            select d.id as dienst_id, d.status as dienst_status, d.datum as dienst_datum, d.dagdeel as dienst_dagdeel,
                   lower(d.tijdvak) as dienst_begin, upper(d.tijdvak) as dienst_eind, d.versie as dienst_versie,
                   d.gewijzigd_op as dienst_gewijzigd_op, m.*,
                   g.id as g_id, g.slug as g_slug, g.naam as g_naam, g.email as g_email, g.getraind as g_getraind,
                   g.getraind_op as g_getraind_op, g.getraind_tot as g_getraind_tot,
                   g.max_per_maand as g_max_per_maand, g.talen as g_talen, g.taal as g_taal, g.voorbeeld as g_voorbeeld,
                   array(select h.huis_id from gastheer_huis h where h.gastheer_id = g.id order by h.huis_id) as g_huizen
            from dienst d join moment m on m.id = d.moment_id join gastheer g on g.id = d.gastheer_id
            """;

    /** An openstelling on which no trained gastheer is. */
    private static final String ZONDER_GASTHEER = """
            select m.* from moment m
            where m.soort = 'huis' and m.status = 'open' and m.begin > :nu and m.datum >= :van and m.datum < :tot
              and not exists (select from dienst d join gastheer g on g.id = d.gastheer_id
                              where d.moment_id = m.id and %s and d.status in %s)
            order by m.begin, m.id
            """.formatted(Scholing.GELDIG.formatted("m"), ACTIEF);

    /** Whether it was refused because this gastheer has a dienst then. */
    static boolean isDubbel(JdbiException fout) {
        return Schending.van(fout)
                .filter(schending ->
                        schending.schendt("dienst_niet_dubbel") || schending.schendt("dienst_een_per_dagdeel"))
                .isPresent();
    }

    Optional<Dienst> find(Handle handle, DienstId id) {
        return een(handle.createQuery(SELECT + "where d.id = :id").bind("id", id.waarde()));
    }

    /** Several at once; one that does not exist is left out. */
    Map<DienstId, Dienst> find(Handle handle, List<UUID> ids) {
        return alle(handle.createQuery(SELECT + "where d.id = any(:ids)").bindArray("ids", UUID.class, ids)).stream()
                .collect(Collectors.toMap(Dienst::id, Function.identity()));
    }

    Optional<Dienst> findVoorWijziging(Handle handle, DienstId id) {
        return een(
                handle.createQuery(SELECT + "where d.id = :id for update of d").bind("id", id.waarde()));
    }

    /** Begins with what begins first. */
    List<Dienst> zoek(Handle handle, DienstVraag vraag) {
        return alle(handle.createQuery(SELECT + """
                where lower(d.tijdvak) >= :van and lower(d.tijdvak) < :tot
                  and (:huis::uuid is null or m.bron_id = :huis)
                  and (:gastheer::uuid is null or d.gastheer_id = :gastheer)
                order by lower(d.tijdvak), d.id
                """)
                .bind("van", vraag.van())
                .bind("tot", vraag.tot())
                .bind("huis", vraag.huis())
                .bind("gastheer", vraag.gastheer().map(GastheerId::waarde)));
    }

    /** The openstelling, that stays as it is until the commit; bookings do not wait for us. */
    Optional<Moment> moment(Handle handle, MomentId id) {
        return momenten(handle.createQuery("select * from moment where id = :id and soort = 'huis' for key share")
                        .bind("id", id.waarde()))
                .stream()
                .findFirst();
    }

    /** From {@code van}, up to but not on {@code tot}; what has begun is past helping. */
    List<Moment> zonderGastheer(Handle handle, LocalDate van, LocalDate tot, Instant nu) {
        return momenten(zonderGastheer(handle.createQuery(ZONDER_GASTHEER), van, tot, nu));
    }

    List<Moment> zonderGastheerVoorWijziging(Handle handle, LocalDate van, LocalDate tot, Instant nu) {
        return momenten(zonderGastheer(handle.createQuery(ZONDER_GASTHEER + "for key share of m"), van, tot, nu));
    }

    private static Query zonderGastheer(Query query, LocalDate van, LocalDate tot, Instant nu) {
        return query.bind("van", van).bind("tot", tot).bind("nu", nu);
    }

    /** The openstellingen of these houses with fewer than two trained gastheren, and how many there are on each. */
    Map<Moment, Integer> open(Handle handle, List<UUID> huizen, LocalDate tot, Instant nu) {
        var open = new LinkedHashMap<Moment, Integer>();
        handle.createQuery("""
                select m.*, r.aantal as r_aantal from moment m
                join lateral (select count(*)::int as aantal from dienst d join gastheer g on g.id = d.gastheer_id
                              where d.moment_id = m.id and %s and d.status in %s) r on true
                where m.soort = 'huis' and m.status = 'open' and m.begin > :nu and m.datum < :tot
                  and m.bron_id = any (:huizen) and r.aantal < 2
                order by m.begin, m.id
                """.formatted(Scholing.GELDIG.formatted("m"), ACTIEF))
                .bind("nu", nu)
                .bind("tot", tot)
                .bindArray("huizen", UUID.class, huizen)
                .map(ConstructorMapper.of(OpenRij.class))
                .forEach(rij -> open.put(rij.moment().moment(), rij.rAantal()));
        return open;
    }

    /** The shape of a row. */
    public record OpenRij(@Nested MomentRij moment, int rAantal) {}

    /** Active ones to come whose gastheer is not trained on that day, the first first. */
    List<Dienst> zonderScholing(Handle handle, Instant nu) {
        return alle(handle.createQuery(SELECT
                        + "where d.status in %s and lower(d.tijdvak) > :nu and not %s order by lower(d.tijdvak), d.id"
                                .formatted(ACTIEF, Scholing.GELDIG.formatted("d")))
                .bind("nu", nu));
    }

    /** Whether this gastheer is on it. */
    boolean staatOp(Handle handle, GastheerId gastheer, MomentId moment) {
        return handle.createQuery("""
                select exists (select from dienst
                               where gastheer_id = :gastheer and moment_id = :moment and status in %s)
                """.formatted(ACTIEF))
                .bind("gastheer", gastheer.waarde())
                .bind("moment", moment.waarde())
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether a trained gastheer is on it. */
    boolean heeftGetrainde(Handle handle, MomentId moment) {
        return handle.createQuery("""
                select exists (select from dienst d join gastheer g on g.id = d.gastheer_id
                               where d.moment_id = :moment and %s and d.status in %s)
                """.formatted(Scholing.GELDIG.formatted("d"), ACTIEF))
                .bind("moment", moment.waarde())
                .mapTo(Boolean.class)
                .one();
    }

    /** The active dienst that keeps this gastheer from taking the moment: at that time, or on that dagdeel. */
    Optional<Dienst> botsing(Handle handle, GastheerId gastheer, Moment moment) {
        return Optional.ofNullable(
                botsingen(handle, Optional.of(gastheer), moment).get(gastheer));
    }

    /** The same for everyone who has one. */
    Map<GastheerId, Dienst> botsingen(Handle handle, Moment moment) {
        return botsingen(handle, Optional.empty(), moment);
    }

    private static Map<GastheerId, Dienst> botsingen(Handle handle, Optional<GastheerId> gastheer, Moment moment) {
        return alle(handle.createQuery(SELECT + """
                where d.status in %s and (:gastheer::uuid is null or d.gastheer_id = :gastheer)
                  and (d.tijdvak && tstzrange(:begin, :eind) or (d.datum = :datum and d.dagdeel = :dagdeel))
                order by lower(d.tijdvak), d.id
                """.formatted(ACTIEF))
                        .bind("gastheer", gastheer.map(GastheerId::waarde))
                        .bind("begin", moment.tijdvak().van())
                        .bind("eind", moment.tijdvak().tot())
                        .bind("datum", moment.datum())
                        .bind("dagdeel", moment.dagdeel().woord()))
                .stream()
                .collect(
                        Collectors.toMap(dienst -> dienst.gastheer().id(), Function.identity(), (eerste, _) -> eerste));
    }

    int aantalActief(Handle handle, GastheerId gastheer, YearMonth maand) {
        return aantallenActief(handle, maand.atDay(1), maand.plusMonths(1).atDay(1))
                .getOrDefault(gastheer, 0);
    }

    /** How many active diensten each has from {@code van}, up to but not on {@code tot}; who has none is left out. */
    Map<GastheerId, Integer> aantallenActief(Handle handle, LocalDate van, LocalDate tot) {
        return handle
                .createQuery("""
                select gastheer_id, count(*)::int as aantal from dienst
                where datum >= :van and datum < :tot and status in %s
                group by gastheer_id
                """.formatted(ACTIEF))
                .bind("van", van)
                .bind("tot", tot)
                .map(ConstructorMapper.of(Aantal.class))
                .stream()
                .collect(Collectors.toMap(aantal -> new GastheerId(aantal.gastheerId()), Aantal::aantal));
    }

    public record Aantal(UUID gastheerId, int aantal) {}

    List<Dienst> actief(Handle handle, LocalDate van, LocalDate tot) {
        return alle(handle.createQuery(
                        SELECT + "where d.datum >= :van and d.datum < :tot and d.status in %s".formatted(ACTIEF))
                .bind("van", van)
                .bind("tot", tot));
    }

    /** What somebody ended while we waited for it is left out. */
    List<Dienst> actieveVoorWijziging(Handle handle, MomentId moment) {
        return alle(handle.createQuery(SELECT
                        + "where d.moment_id = :moment and d.status in %s order by d.id for update of d"
                                .formatted(ACTIEF))
                .bind("moment", moment.waarde()));
    }

    boolean isLeeg(Handle handle) {
        return handle.createQuery("select not exists (select from dienst)")
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Handle handle, DienstId id, Moment moment, GastheerId gastheer, Instant nu) {
        handle.createUpdate("""
                insert into dienst (id, moment_id, gastheer_id, status, datum, dagdeel, tijdvak, gewijzigd_op)
                values (:id, :moment, :gastheer, 'gepland', :datum, :dagdeel, tstzrange(:begin, :eind), :nu)
                """)
                .bind("id", id.waarde())
                .bind("moment", moment.id().waarde())
                .bind("gastheer", gastheer.waarde())
                .bind("datum", moment.datum())
                .bind("dagdeel", moment.dagdeel().woord())
                .bind("begin", moment.tijdvak().van())
                .bind("eind", moment.tijdvak().tot())
                .bind("nu", nu)
                .execute();
    }

    /** Only the status: what its calendar entry and its mails say stays as it is. */
    void bevestig(Handle handle, DienstId id) {
        handle.createUpdate("update dienst set status = 'bevestigd' where id = :id and status = 'gepland'")
                .bind("id", id.waarde())
                .execute();
    }

    /** Those to come count as changed, so that each can be told anew. */
    List<DienstId> verhoogKomende(Handle handle, GastheerId gastheer, Instant nu) {
        return handle
                .createQuery("""
                update dienst set versie = versie + 1, gewijzigd_op = :nu
                where gastheer_id = :gastheer and lower(tijdvak) > :nu and status in %s
                returning id
                """.formatted(ACTIEF))
                .bind("gastheer", gastheer.waarde())
                .bind("nu", nu)
                .mapTo(UUID.class)
                .stream()
                .map(DienstId::new)
                .toList();
    }

    /** False when it was over already. */
    boolean beeindig(Handle handle, DienstId id, Dienst.Status status, Instant nu) {
        return handle.createUpdate("""
                update dienst set status = :status, versie = versie + 1, gewijzigd_op = :nu
                where id = :id and status in %s
                """.formatted(ACTIEF))
                        .bind("id", id.waarde())
                        .bind("status", status.woord())
                        .bind("nu", nu)
                        .execute()
                == 1;
    }

    /** Who said to come says so of this time: moved, it is to be said again. */
    void verplaats(Handle handle, Moment wordt, Instant nu) {
        handle.createUpdate("""
                update dienst set status = 'gepland', datum = :datum, dagdeel = :dagdeel, tijdvak = tstzrange(:begin, :eind),
                       versie = versie + 1, gewijzigd_op = :nu
                where moment_id = :moment and status in %s
                """.formatted(ACTIEF))
                .bind("moment", wordt.id().waarde())
                .bind("datum", wordt.datum())
                .bind("dagdeel", wordt.dagdeel().woord())
                .bind("begin", wordt.tijdvak().van())
                .bind("eind", wordt.tijdvak().tot())
                .bind("nu", nu)
                .execute();
    }

    private static Optional<Dienst> een(Query query) {
        return query.map(ConstructorMapper.of(DienstRij.class)).findOne().map(DienstRij::dienst);
    }

    private static List<Dienst> alle(Query query) {
        return query.map(ConstructorMapper.of(DienstRij.class)).stream()
                .map(DienstRij::dienst)
                .toList();
    }

    private static List<Moment> momenten(Query query) {
        return query.map(ConstructorMapper.of(MomentRij.class)).stream()
                .map(MomentRij::moment)
                .toList();
    }
}
