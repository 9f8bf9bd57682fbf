package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.tijd.Tijdvak;
import org.jdbi.v3.core.Handle;

/** The moments at which workers can come: what is planned, and who is free for whom. */
@Singleton
final class BezoekmomentRepository {
    /** A day of a line that was planned, whatever became of it. */
    record Dag(UUID werktijd, LocalDate datum) {}

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
                .bindArray("nodig", String.class, MedewerkerRepository.vaardigheden(vraag.nodig()))
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
                .bindArray("nodig", String.class, MedewerkerRepository.vaardigheden(vraag.nodig()))
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
                .bindArray("nodig", String.class, MedewerkerRepository.vaardigheden(vraag.nodig()))
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
                .bindArray("nodig", String.class, MedewerkerRepository.vaardigheden(vraag.nodig()))
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
}
