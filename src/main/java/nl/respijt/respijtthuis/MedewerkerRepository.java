package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                where m.aanbieder_id = :aanbieder and a.tot > :vanaf order by a.van, a.id
                """)
                .bind("aanbieder", aanbieder)
                .bind("vanaf", vanaf)
                .map((rij, _) -> new Afwezigheid(
                        rij.getObject("id", UUID.class),
                        rij.getObject("medewerker_id", UUID.class),
                        rij.getObject("van", LocalDate.class),
                        rij.getObject("tot", LocalDate.class)))
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
