package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.tijd.Tijdvak;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class MedewerkerRepository {
    /** A day of a line that was planned, whatever became of it. */
    record Dag(UUID werktijd, LocalDate datum) {}

    /** False when this aanbieder has somebody of that name. */
    boolean insert(Handle handle, Medewerker medewerker) {
        return handle.createUpdate("""
                insert into medewerker (id, aanbieder_id, naam, doelgroepen, talen, wijken, vaardigheden, voorbeeld)
                values (:id, :aanbieder, :naam, :doelgroepen, :talen, :wijken, :vaardigheden, :voorbeeld)
                on conflict (aanbieder_id, naam) do nothing
                """)
                        .bind("id", medewerker.id())
                        .bind("aanbieder", medewerker.aanbieder())
                        .bind("naam", medewerker.naam())
                        .bindArray("doelgroepen", String.class, doelgroepen(medewerker))
                        .bindArray("talen", String.class, medewerker.talen())
                        .bindArray("wijken", String.class, medewerker.wijken())
                        .bindArray("vaardigheden", String.class, vaardigheden(medewerker.vaardigheden()))
                        .bind("voorbeeld", medewerker.voorbeeld())
                        .execute()
                == 1;
    }

    private static List<String> doelgroepen(Medewerker medewerker) {
        return medewerker.doelgroepen().stream().map(Voor::woord).sorted().toList();
    }

    private static List<String> vaardigheden(Set<Vaardigheid> vaardigheden) {
        return vaardigheden.stream().sorted().map(Vaardigheid::woord).toList();
    }

    /** False when this aanbieder has somebody else of that name. */
    boolean wijzig(Handle handle, Medewerker medewerker) {
        return handle.createUpdate("""
                update medewerker set naam = :naam, doelgroepen = :doelgroepen, talen = :talen, wijken = :wijken,
                       vaardigheden = :vaardigheden
                where id = :id and not exists (select from medewerker ander
                                               where ander.aanbieder_id = medewerker.aanbieder_id and ander.naam = :naam
                                                 and ander.id <> :id)
                """)
                        .bind("id", medewerker.id())
                        .bind("naam", medewerker.naam())
                        .bindArray("doelgroepen", String.class, doelgroepen(medewerker))
                        .bindArray("talen", String.class, medewerker.talen())
                        .bindArray("wijken", String.class, medewerker.wijken())
                        .bindArray("vaardigheden", String.class, vaardigheden(medewerker.vaardigheden()))
                        .execute()
                == 1;
    }

    void insert(Handle handle, Werktijd werktijd) {
        handle.createUpdate("""
                insert into werktijd (id, medewerker_id, dag, begin, eind, vanaf, tot)
                values (:id, :medewerker, :dag, :begin, :eind, :vanaf, :tot)
                """)
                .bind("id", werktijd.id())
                .bind("medewerker", werktijd.medewerker())
                .bind("dag", werktijd.dag())
                .bind("begin", werktijd.begin())
                .bind("eind", werktijd.eind())
                .bind("vanaf", werktijd.vanaf())
                .bind("tot", werktijd.tot())
                .execute();
    }

    void insert(Handle handle, Afwezigheid weg, String door, Instant nu) {
        handle.createUpdate("""
                insert into afwezigheid (id, medewerker_id, van, tot, vastgelegd_door, vastgelegd_op)
                values (:id, :medewerker, :van, :tot, :door, :nu)
                """)
                .bind("id", weg.id())
                .bind("medewerker", weg.medewerker())
                .bind("van", weg.van())
                .bind("tot", weg.tot())
                .bind("door", door)
                .bind("nu", nu)
                .execute();
    }

    Optional<Medewerker> find(Handle handle, UUID id) {
        return handle.createQuery("select * from medewerker where id = :id")
                .bind("id", id)
                .map(MedewerkerRepository::medewerker)
                .findOne();
    }

    /** Those who visit, by name. */
    List<Medewerker> van(Handle handle, UUID aanbieder) {
        return handle.createQuery(
                        "select * from medewerker where aanbieder_id = :aanbieder and not gestopt order by naam, id")
                .bind("aanbieder", aanbieder)
                .map(MedewerkerRepository::medewerker)
                .list();
    }

    /** Those who do not any more as well, last. */
    List<Medewerker> alle(Handle handle, UUID aanbieder) {
        return handle.createQuery("select * from medewerker where aanbieder_id = :aanbieder order by gestopt, naam, id")
                .bind("aanbieder", aanbieder)
                .map(MedewerkerRepository::medewerker)
                .list();
    }

    /** The same, held: nobody else plans for them meanwhile. */
    List<Medewerker> vanMetSlot(Handle handle, UUID aanbieder) {
        handle.createQuery("select id from medewerker where aanbieder_id = :aanbieder order by id for update")
                .bind("aanbieder", aanbieder)
                .mapTo(UUID.class)
                .list();
        return van(handle, aanbieder);
    }

    List<Werktijd> werktijden(Handle handle, UUID aanbieder) {
        return handle.createQuery("""
                select w.* from werktijd w join medewerker m on m.id = w.medewerker_id
                where m.aanbieder_id = :aanbieder and not m.gestopt order by w.dag, w.begin, w.id
                """)
                .bind("aanbieder", aanbieder)
                .map(MedewerkerRepository::leesWerktijd)
                .list();
    }

    Optional<Werktijd> werktijd(Handle handle, UUID id) {
        return handle.createQuery("select * from werktijd where id = :id")
                .bind("id", id)
                .map(MedewerkerRepository::leesWerktijd)
                .findOne();
    }

    void beeindig(Handle handle, UUID werktijd, LocalDate tot) {
        handle.createUpdate("update werktijd set tot = :tot where id = :id")
                .bind("id", werktijd)
                .bind("tot", tot)
                .execute();
    }

    /** Visits that a line planned from that day on and that did not lapse, in the order in which they are locked. */
    List<MomentId> vanLijn(Handle handle, UUID werktijd, LocalDate vanaf) {
        return handle.createQuery("""
                select moment_id from bezoekmoment where werktijd_id = :werktijd and datum >= :vanaf and actief
                order by moment_id
                """)
                .bind("werktijd", werktijd)
                .bind("vanaf", vanaf)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** What stays of lines that ended: somebody counts on it. */
    List<MomentId> blijft(Handle handle, UUID medewerker, Instant nu) {
        return handle.createQuery("""
                select b.moment_id from bezoekmoment b
                join werktijd w on w.id = b.werktijd_id
                join moment m on m.id = b.moment_id
                where b.medewerker_id = :medewerker and b.actief and w.tot <= b.datum and m.bezet > 0 and m.begin > :nu
                order by m.begin
                """)
                .bind("medewerker", medewerker)
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** Whose visit it is that can be asked for at this moment. */
    Optional<UUID> vanMoment(Handle handle, MomentId moment) {
        return handle.createQuery("select medewerker_id from bezoekmoment where moment_id = :moment")
                .bind("moment", moment.waarde())
                .mapTo(UUID.class)
                .findOne();
    }

    private static Werktijd leesWerktijd(ResultSet rij, StatementContext context) throws SQLException {
        return new Werktijd(
                rij.getObject("id", UUID.class),
                rij.getObject("medewerker_id", UUID.class),
                rij.getInt("dag"),
                rij.getObject("begin", LocalTime.class),
                rij.getObject("eind", LocalTime.class),
                rij.getObject("vanaf", LocalDate.class),
                Optional.ofNullable(rij.getObject("tot", LocalDate.class)));
    }

    List<Afwezigheid> afwezigheden(Handle handle, UUID aanbieder, LocalDate vanaf) {
        return handle.createQuery("""
                select a.* from afwezigheid a join medewerker m on m.id = a.medewerker_id
                where m.aanbieder_id = :aanbieder and (a.tot is null or a.tot > :vanaf) and a.ingetrokken_op is null
                order by a.van, a.id
                """)
                .bind("aanbieder", aanbieder)
                .bind("vanaf", vanaf)
                .map(MedewerkerRepository::leesAfwezigheid)
                .list();
    }

    /** Withdrawn or not. */
    Optional<Afwezigheid> afwezigheid(Handle handle, UUID id) {
        return handle.createQuery("select * from afwezigheid where id = :id")
                .bind("id", id)
                .map(MedewerkerRepository::leesAfwezigheid)
                .findOne();
    }

    boolean isIngetrokken(Handle handle, UUID afwezigheid) {
        return handle.createQuery("select ingetrokken_op is not null from afwezigheid where id = :id")
                .bind("id", afwezigheid)
                .mapTo(Boolean.class)
                .one();
    }

    /** False when it was withdrawn before. */
    boolean trekIn(Handle handle, UUID afwezigheid, Instant nu) {
        return handle.createUpdate(
                                "update afwezigheid set ingetrokken_op = :nu where id = :id and ingetrokken_op is null")
                        .bind("id", afwezigheid)
                        .bind("nu", nu)
                        .execute()
                == 1;
    }

    private static Afwezigheid leesAfwezigheid(ResultSet rij, StatementContext context) throws SQLException {
        return new Afwezigheid(
                rij.getObject("id", UUID.class),
                rij.getObject("medewerker_id", UUID.class),
                rij.getObject("van", LocalDate.class),
                Optional.ofNullable(rij.getObject("tot", LocalDate.class)));
    }

    void stopt(Handle handle, UUID medewerker, boolean gestopt) {
        handle.createUpdate("update medewerker set gestopt = :gestopt where id = :id")
                .bind("id", medewerker)
                .bind("gestopt", gestopt)
                .execute();
    }

    /** What somebody would do in those days, first one first. */
    List<MomentId> inDagen(Handle handle, Afwezigheid weg, Instant nu) {
        return dagen(handle, weg, """
                select id from moment
                where bron_id = :medewerker and soort = 'thuis' and status = 'open' and begin > :nu
                  and datum >= :van and (:tot::date is null or datum < :tot)
                order by begin, id
                """, nu);
    }

    /** Holds all of that, and whatever others could do instead, in the order in which moments are held. */
    void houd(Handle handle, Afwezigheid weg, Instant nu) {
        dagen(handle, weg, """
                with eigen as (
                    select id, begin from moment
                    where bron_id = :medewerker and soort = 'thuis' and status = 'open' and begin > :nu
                      and datum >= :van and (:tot::date is null or datum < :tot)
                )
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                where w.aanbieder_id = (select aanbieder_id from medewerker where id = :medewerker)
                  and m.soort = 'thuis' and m.status = 'open' and m.begin in (select begin from eigen)
                order by m.id for update of m
                """, nu);
    }

    private static List<MomentId> dagen(Handle handle, Afwezigheid weg, String sql, Instant nu) {
        return handle.createQuery(sql)
                .bind("medewerker", weg.medewerker())
                .bind("van", weg.van())
                .bind("tot", weg.tot())
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /**
     * Who of the same provider can come instead, at that very time: whoever came to this household before first, then
     * who comes to most of the same wijken.
     */
    List<MomentId> vervangers(Handle handle, Boeking boeking, Thuisvraag vraag) {
        return handle.createQuery("""
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                join medewerker eerst on eerst.id = :eerst
                where m.soort = 'thuis' and m.status = 'open' and m.begin = :begin and m.eind = :eind
                  and m.bezet < m.plaatsen and not m.voorbehoud
                  and w.id <> eerst.id and w.aanbieder_id = eerst.aanbieder_id and not w.gestopt
                  and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig and w.wijken && eerst.wijken
                order by not exists (select from boeking b
                                     join huisbezoek h on h.id = b.id
                                     join moment eerder on eerder.id = b.moment_id
                                     where h.mantelzorger_id = :wie and eerder.bron_id = w.id
                                       and b.status in ('bevestigd', 'geweest')),
                         cardinality(array(select unnest(w.wijken) intersect select unnest(eerst.wijken))) desc,
                         w.naam, m.id
                """)
                .bind("eerst", boeking.moment().bronId())
                .bind("begin", boeking.tijdvak().van())
                .bind("eind", boeking.tijdvak().tot())
                .bind("voor", vraag.voor().woord())
                .bindArray("nodig", String.class, vaardigheden(vraag.nodig()))
                .bind("wie", boeking.mantelzorger().waarde())
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** It lapsed by this absence. */
    void viel(Handle handle, MomentId moment, UUID afwezigheid) {
        handle.createUpdate("update bezoekmoment set afwezigheid_id = :afwezigheid where moment_id = :moment")
                .bind("moment", moment.waarde())
                .bind("afwezigheid", afwezigheid)
                .execute();
    }

    /** A visit that lapsed by an absence: the line that planned it, if one did, and its day. */
    record Gevallen(MomentId moment, Optional<UUID> werktijd, LocalDate datum) {}

    /** What lapsed by it and is still to come, in the order in which moments are held. */
    List<Gevallen> gevallen(Handle handle, UUID afwezigheid, Instant nu) {
        return handle.createQuery("""
                select b.moment_id, b.werktijd_id, m.datum from bezoekmoment b join moment m on m.id = b.moment_id
                where b.afwezigheid_id = :afwezigheid and m.status = 'vervallen' and m.begin > :nu order by b.moment_id
                """)
                .bind("afwezigheid", afwezigheid)
                .bind("nu", nu)
                .map((rij, _) -> new Gevallen(
                        new MomentId(rij.getObject(1, UUID.class)),
                        Optional.ofNullable(rij.getObject(2, UUID.class)),
                        rij.getObject(3, LocalDate.class)))
                .list();
    }

    /** False when they are somewhere else by now, or on the way. */
    boolean komtTerug(Handle handle, MomentId moment) {
        return handle.createUpdate("""
                update bezoekmoment b set actief = true, afwezigheid_id = null
                where b.moment_id = :moment and not b.actief
                  and not exists (select from bezoekmoment ander
                                  where ander.medewerker_id = b.medewerker_id and ander.actief and ander.tijd && b.tijd)
                """).bind("moment", moment.waarde()).execute() == 1;
    }

    /** What became of a visit that somebody counted on. */
    record Uitkomst(BoekingId boeking, MomentId was, Optional<MomentId> wordt) {}

    void insert(Handle handle, UUID afwezigheid, Uitkomst uitkomst) {
        handle.createUpdate("""
                insert into bezoekuitkomst (afwezigheid_id, boeking_id, was_id, wordt_id)
                values (:afwezigheid, :boeking, :was, :wordt)
                """)
                .bind("afwezigheid", afwezigheid)
                .bind("boeking", uitkomst.boeking().waarde())
                .bind("was", uitkomst.was().waarde())
                .bind("wordt", uitkomst.wordt().map(MomentId::waarde))
                .execute();
    }

    /** First one first. */
    List<Uitkomst> uitkomsten(Handle handle, UUID afwezigheid) {
        return handle.createQuery("""
                select u.boeking_id, u.was_id, u.wordt_id from bezoekuitkomst u join moment m on m.id = u.was_id
                where u.afwezigheid_id = :afwezigheid order by m.begin, u.boeking_id
                """)
                .bind("afwezigheid", afwezigheid)
                .map((rij, _) -> new Uitkomst(
                        new BoekingId(rij.getObject(1, UUID.class)),
                        new MomentId(rij.getObject(2, UUID.class)),
                        Optional.ofNullable(rij.getObject(3, UUID.class)).map(MomentId::new)))
                .list();
    }

    Set<Dag> gepland(Handle handle, UUID aanbieder, LocalDate vanaf) {
        return handle.createQuery("""
                select b.werktijd_id, b.datum from bezoekmoment b join medewerker m on m.id = b.medewerker_id
                where m.aanbieder_id = :aanbieder and b.datum >= :vanaf and b.werktijd_id is not null
                """)
                .bind("aanbieder", aanbieder)
                .bind("vanaf", vanaf)
                .map((rij, _) -> new Dag(rij.getObject(1, UUID.class), rij.getObject(2, LocalDate.class)))
                .set();
    }

    /** Whether somebody can be there by then, with the way from and to the visits around it. */
    boolean isVrij(Handle handle, UUID medewerker, Tijdvak tijdvak, Duration reistijd) {
        return handle.createQuery("""
                select not exists (select from bezoekmoment
                                   where medewerker_id = :medewerker and actief and tijd && tstzrange(:van, :tot))
                """)
                .bind("medewerker", medewerker)
                .bind("van", tijdvak.van())
                .bind("tot", tijdvak.tot().plus(reistijd))
                .mapTo(Boolean.class)
                .one();
    }

    void insert(
            Handle handle,
            MomentId moment,
            UUID medewerker,
            Optional<UUID> werktijd,
            LocalDate datum,
            Tijdvak tijdvak,
            Duration reistijd) {
        handle.createUpdate("""
                insert into bezoekmoment (moment_id, medewerker_id, werktijd_id, datum, tijd)
                values (:moment, :medewerker, :werktijd, :datum, tstzrange(:van, :tot))
                """)
                .bind("moment", moment.waarde())
                .bind("medewerker", medewerker)
                .bind("werktijd", werktijd)
                .bind("datum", datum)
                .bind("van", tijdvak.van())
                .bind("tot", tijdvak.tot().plus(reistijd))
                .execute();
    }

    /**
     * Who can come on that day: at that time, or the same worker at another time of the same dagdeel; the same worker
     * first. Others only for such a household, and where they come to a wijk of the first.
     */
    List<MomentId> kandidaten(Handle handle, Moment zoals, Thuisvraag vraag, LocalDate datum, Instant begin) {
        return handle.createQuery("""
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                join medewerker eerste on eerste.id = :eerste
                where m.soort = 'thuis' and m.status = 'open' and m.datum = :datum and m.bezet < m.plaatsen
                  and not m.voorbehoud
                  and w.aanbieder_id = eerste.aanbieder_id and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig and w.wijken && eerste.wijken
                  and (m.begin = :begin or w.id = eerste.id and m.dagdeel = :dagdeel)
                order by w.id <> eerste.id, m.begin <> :begin, w.naam, m.begin, m.id
                """)
                .bind("eerste", zoals.bronId())
                .bind("datum", datum)
                .bind("voor", vraag.voor().woord())
                .bindArray("nodig", String.class, vaardigheden(vraag.nodig()))
                .bind("begin", begin)
                .bind("dagdeel", zoals.dagdeel().woord())
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** At each time before {@code tot} the one that is free for such a household: the same worker, or who comes there too. */
    List<MomentId> keuzes(Handle handle, Moment zoals, Thuisvraag vraag, Instant nu, Instant tot) {
        return handle.createQuery("""
                select id from (
                    select m.id, m.begin,
                           row_number() over (partition by m.begin order by w.id <> eerste.id, w.naam, m.id) as zoveelste
                    from moment m
                    join medewerker w on w.id = m.bron_id
                    join medewerker eerste on eerste.id = :eerste
                    where m.soort = 'thuis' and m.status = 'open' and m.begin > :nu and m.begin < :tot
                      and m.bezet < m.plaatsen and not m.voorbehoud
                      and w.aanbieder_id = eerste.aanbieder_id and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig
                      and w.wijken && eerste.wijken) keuze
                where zoveelste = 1 order by begin, id
                """)
                .bind("eerste", zoals.bronId())
                .bind("voor", vraag.voor().woord())
                .bindArray("nodig", String.class, vaardigheden(vraag.nodig()))
                .bind("nu", nu)
                .bind("tot", tot)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** Who can come at exactly that time to such a household; the worker of {@code zoals} first. */
    List<MomentId> opTijd(Handle handle, Moment zoals, Thuisvraag vraag, Instant begin) {
        return handle.createQuery("""
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                join medewerker eerste on eerste.id = :eerste
                where m.soort = 'thuis' and m.status = 'open' and m.begin = :begin and m.bezet < m.plaatsen
                  and not m.voorbehoud
                  and w.aanbieder_id = eerste.aanbieder_id and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig and w.wijken && eerste.wijken
                order by w.id <> eerste.id, w.naam, m.id
                """)
                .bind("eerste", zoals.bronId())
                .bind("voor", vraag.voor().woord())
                .bindArray("nodig", String.class, vaardigheden(vraag.nodig()))
                .bind("begin", begin)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    /** Three visits for such a household that can be had, the nearest in time first. */
    List<MomentId> anders(Handle handle, Moment bij, Thuisvraag vraag, Instant nu) {
        return handle.createQuery("""
                select m.id from moment m join medewerker w on w.id = m.bron_id
                where m.soort = 'thuis' and m.status = 'open' and m.begin > :nu and m.bezet < m.plaatsen and not m.voorbehoud
                  and m.id <> :bij and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig
                order by abs(extract(epoch from m.begin - :begin::timestamptz)), m.begin, m.id limit 3
                """)
                .bind("nu", nu)
                .bind("bij", bij.id().waarde())
                .bind("voor", vraag.voor().woord())
                .bindArray("nodig", String.class, vaardigheden(vraag.nodig()))
                .bind("begin", bij.tijdvak().van())
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list();
    }

    void laatVervallen(Handle handle, MomentId moment) {
        handle.createUpdate("update bezoekmoment set actief = false where moment_id = :moment")
                .bind("moment", moment.waarde())
                .execute();
    }

    /** The way to the next visit stays as long as it was. */
    void verplaats(Handle handle, MomentId moment, Tijdvak was, Tijdvak wordt) {
        handle.createUpdate("""
                update bezoekmoment
                set tijd = tstzrange(:van, :tot::timestamptz + (upper(tijd) - :wasTot::timestamptz)) where moment_id = :moment
                """)
                .bind("moment", moment.waarde())
                .bind("van", wordt.van())
                .bind("tot", wordt.tot())
                .bind("wasTot", was.tot())
                .execute();
    }

    /**
     * A visit as the calendar of who visits shows it.
     *
     * @param status of the boeking; empty when there is none any more
     */
    record Agendaregel(
            UUID id,
            Tijdvak tijdvak,
            List<String> wijken,
            int volgnummer,
            Instant op,
            Optional<Boeking.Status> status) {}

    /** What was ever asked of this worker from a time on; what there is no longer, until the day after. */
    List<Agendaregel> agenda(Handle handle, UUID medewerker, Instant van, Instant vandaag) {
        return handle.createQuery("""
                select m.id, m.begin, m.eind, m.wijk, m.ook_wijken, m.versie + b.volgnummer as volgnummer,
                       greatest(m.versie_op, b.volgnummer_op) as op, k.status
                from bezoekmoment b
                join moment m on m.id = b.moment_id
                left join boeking k on k.moment_id = m.id
                     and k.status in ('aangevraagd', 'bevestigd', 'geweest', 'niet-verschenen')
                where b.medewerker_id = :medewerker and b.volgnummer > 0 and m.begin >= :van
                  and (k.id is not null or m.eind + interval '1 day' > :vandaag)
                order by m.begin, m.id
                """)
                .bind("medewerker", medewerker)
                .bind("van", van)
                .bind("vandaag", vandaag)
                .map((rij, _) -> new Agendaregel(
                        rij.getObject("id", UUID.class),
                        new Tijdvak(tijdstip(rij, "begin"), tijdstip(rij, "eind")),
                        Stream.concat(Stream.of(rij.getString("wijk")), Stream.of((String[])
                                        rij.getArray("ook_wijken").getArray()))
                                .toList(),
                        rij.getInt("volgnummer"),
                        tijdstip(rij, "op"),
                        Optional.ofNullable(rij.getString("status"))
                                .map(woord -> Stream.of(Boeking.Status.values())
                                        .filter(een -> een.woord().equals(woord))
                                        .findFirst()
                                        .orElseThrow())))
                .list();
    }

    private static Instant tijdstip(ResultSet rij, String kolom) throws SQLException {
        return rij.getObject(kolom, OffsetDateTime.class).toInstant();
    }

    /** Differs whenever that does; cheap to ask. */
    String stand(Handle handle, UUID medewerker, Instant van) {
        return handle.createQuery("""
                select count(*) || '.' || coalesce(sum(hashtextextended(m.id || ' ' || m.versie || ' ' || b.volgnummer || m.wijk, 0)), 0)
                from bezoekmoment b join moment m on m.id = b.moment_id
                where b.medewerker_id = :medewerker and b.volgnummer > 0 and m.begin >= :van
                """)
                .bind("medewerker", medewerker)
                .bind("van", van)
                .mapTo(String.class)
                .one();
    }

    private static Medewerker medewerker(ResultSet rij, StatementContext context) throws SQLException {
        return new Medewerker(
                rij.getObject("id", UUID.class),
                rij.getObject("aanbieder_id", UUID.class),
                rij.getString("naam"),
                Stream.of((String[]) rij.getArray("doelgroepen").getArray())
                        .map(woord -> Voor.valueOf(woord.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                List.of((String[]) rij.getArray("talen").getArray()),
                List.of((String[]) rij.getArray("wijken").getArray()),
                Stream.of((String[]) rij.getArray("vaardigheden").getArray())
                        .map(woord -> Vaardigheid.van(woord).orElseThrow())
                        .collect(Collectors.toSet()),
                rij.getBoolean("voorbeeld"),
                rij.getBoolean("gestopt"));
    }
}
