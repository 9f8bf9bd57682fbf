package nl.respijt.boeking;

import static java.util.Map.entry;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.database.Opdracht;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

@Singleton
final class BoekingRepository {
    private static final String SELECT = """
            select b.id, b.code, b.mantelzorger_id, b.naam, b.email, b.telefoon, b.taal, b.personen, b.iemand_mee,
                   b.geboekt_door, b.status, b.versie, b.voorbeeld, b.aangemaakt_op, b.gewijzigd_op,
                   m.id as m_id, m.soort as m_soort, m.bron_id as m_bron_id, m.titel as m_titel, m.wijk as m_wijk,
                   m.ook_wijken as m_ook_wijken, m.voorbehoud as m_voorbehoud,
                   m.plaats as m_plaats, m.datum as m_datum, m.dagdeel as m_dagdeel, m.begin as m_begin,
                   m.eind as m_eind, m.plaatsen as m_plaatsen, m.bezet as m_bezet, m.talen as m_talen,
                   m.rolstoeltoegankelijk as m_rolstoeltoegankelijk, m.status as m_status, m.voorbeeld as m_voorbeeld, m.versie as m_versie, m.versie_op as m_versie_op,
                   m.gewijzigd_op as m_gewijzigd_op
            from boeking b join moment m on m.id = b.moment_id
            """;

    /**
     * The booking with all that belongs to it: the person and new contacts when they are new, the history, the messages
     * and the kept answer. One statement, so that it is one trip to the database and nothing can be left out.
     */
    static final String BOEK = """
            with persoon as (
                insert into mantelzorger (id, aangemaakt_op)
                select :mantelzorger, :nu::timestamptz where :nieuw
            ), adressen as (
                insert into contact (soort, waarde, mantelzorger_id)
                select n.soort, n.waarde, :mantelzorger
                from unnest(:contactSoorten::text[], :contactWaarden::text[]) as n (soort, waarde)
            ), antwoord as (
                insert into idempotentie (sleutel, vingerafdruk, boeking_id, antwoord, aangemaakt_op)
                values (:sleutel, :vingerafdruk, :id, :antwoord::jsonb, :nu)
            ), geschiedenis as (
                insert into gebeurtenis (ding, ding_id, wat, wie, op) values ('boeking', :id, 'geboekt', :door, :nu)
            ), berichten as (
                insert into bericht (id, soort, kanaal, ding_id, ding_versie, ontvanger, niet_voor, aangemaakt_op)
                select n.id, n.soort, n.kanaal, :id, 0, n.ontvanger, n.niet_voor, :nu::timestamptz
                from unnest(:berichtIds::uuid[], :berichtSoorten::text[], :berichtKanalen::text[],
                            :berichtOntvangers::text[], :berichtNietVoor::timestamptz[])
                     as n (id, soort, kanaal, ontvanger, niet_voor)
            )
            insert into boeking (id, code, moment_id, mantelzorger_id, naam, email, telefoon, taal, personen, iemand_mee,
                                 geboekt_door, status, aanwezig, tijdvak, aangemaakt_op, gewijzigd_op)
            values (:id, :code, :moment, :mantelzorger, :naam, :email, :telefoon, :taal, :personen, :iemandMee,
                    :door, :status, :aanwezig, tstzrange(:begin, :eind), :nu, :nu)
            """;

    /** Two looks in the index. Joined to a list of unknown length, it would be planned anew for each booking. */
    private static final String BEKENDEN = """
            select c.soort, c.mantelzorger_id, c.geverifieerd_op is not null as geverifieerd,
                   exists (select from contact e where e.mantelzorger_id = c.mantelzorger_id and e.soort = 'email') as met_adres
            from contact c
            where c.soort = 'email' and c.waarde = :email or c.soort = 'telefoon' and c.waarde = :telefoon
            """;

    /**
     * The same, and from here to the commit no other booking of these people goes on: what is counted, or seen to be
     * free, stays so. Their rows in the order of their ids, before any moment's; somebody new has none and waits for
     * nobody (of two at once, contact_pkey sends the second back to look again).
     */
    private static final String BEKENDEN_MET_SLOT = """
            select c.soort, c.mantelzorger_id, c.geverifieerd_op is not null as geverifieerd,
                   exists (select from contact e where e.mantelzorger_id = c.mantelzorger_id and e.soort = 'email') as met_adres
            from contact c
            join mantelzorger m on m.id = c.mantelzorger_id
            where c.soort = 'email' and c.waarde = :email or c.soort = 'telefoon' and c.waarde = :telefoon
            order by m.id for no key update of m
            """;

    private static final String MEESTE_OPEN = """
            select coalesce(max(aantal), 0) as aantal
            from (select count(*) as aantal from boeking
                  where mantelzorger_id = any (:mantelzorgers::uuid[]) and status in ('aangevraagd', 'bevestigd')
                    and lower(tijdvak) > :nu and reeks_id is null
                  group by mantelzorger_id
                  union all
                  select count(*) from boeking
                  where telefoon = :telefoon and status in ('aangevraagd', 'bevestigd') and lower(tijdvak) > :nu
                    and reeks_id is null
                 ) geteld
            """;

    private static final Opdracht BOEK_EEN = Opdracht.van(BOEK);
    private static final Opdracht WIE_ZIJN = Opdracht.van(BEKENDEN);
    private static final Opdracht WIE_ZIJN_MET_SLOT = Opdracht.van(BEKENDEN_MET_SLOT);
    private static final Opdracht TEL_MEESTE_OPEN = Opdracht.van(MEESTE_OPEN);

    /**
     * Who these contacts are known as: the person of each, the contact's kind first; whether it was shown to be theirs,
     * and whether that person has an e-mail address, and so can sign in.
     */
    record Bekende(String soort, UUID mantelzorgerId, boolean geverifieerd, boolean metAdres) {}

    void boek(
            Handle handle,
            BoekVerzoek verzoek,
            Herkenning wie,
            Moment moment,
            BoekAntwoord antwoord,
            String antwoordJson,
            List<NieuwBericht> berichten,
            Instant nu) {
        BOEK_EEN.voerUit(
                handle,
                Map.ofEntries(
                        entry("id", antwoord.id()),
                        entry("code", antwoord.code()),
                        entry("moment", moment.id().waarde()),
                        entry("begin", moment.tijdvak().van()),
                        entry("eind", moment.tijdvak().tot()),
                        entry("mantelzorger", wie.id().waarde()),
                        entry("nieuw", wie.nieuw()),
                        entry("contactSoorten", wie.nieuweSoorten()),
                        entry("contactWaarden", wie.nieuweWaarden()),
                        entry("naam", verzoek.naam()),
                        entry("email", verzoek.contact().email()),
                        entry("telefoon", verzoek.contact().telefoon()),
                        entry("taal", verzoek.taal().code()),
                        entry("personen", verzoek.personen()),
                        entry("iemandMee", verzoek.iemandMee()),
                        entry("door", verzoek.door()),
                        entry("status", antwoord.status()),
                        entry("aanwezig", moment.soort() != Soort.THUIS),
                        entry("sleutel", verzoek.sleutel()),
                        entry("vingerafdruk", verzoek.vingerafdruk()),
                        entry("antwoord", antwoordJson),
                        entry("berichtIds", van(berichten, _ -> Id.nieuw(nu))),
                        entry("berichtSoorten", van(berichten, NieuwBericht::soort)),
                        entry(
                                "berichtKanalen",
                                van(berichten, bericht -> bericht.kanaal().woord())),
                        entry("berichtOntvangers", van(berichten, NieuwBericht::ontvanger)),
                        entry(
                                "berichtNietVoor",
                                van(berichten, bericht -> bericht.nietVoor().toString())),
                        entry("nu", nu)));
    }

    private static <T> List<T> van(List<NieuwBericht> berichten, Function<NieuwBericht, T> deel) {
        return berichten.stream().map(deel).toList();
    }

    List<Bekende> bekenden(Handle handle, Contact contact) {
        return bekenden(WIE_ZIJN, handle, contact);
    }

    /** Holds these people until the transaction ends. */
    List<Bekende> bekendenMetSlot(Handle handle, Contact contact) {
        return bekenden(WIE_ZIJN_MET_SLOT, handle, contact);
    }

    private static List<Bekende> bekenden(Opdracht opdracht, Handle handle, Contact contact) {
        return opdracht.vraag(
                handle,
                Map.of("email", contact.email(), "telefoon", contact.telefoon()),
                rij -> new Bekende(
                        rij.getString("soort"),
                        rij.getObject("mantelzorger_id", UUID.class),
                        rij.getBoolean("geverifieerd"),
                        rij.getBoolean("met_adres")));
    }

    /** Holds this person until the transaction ends, as a booking of theirs does; false once they are forgotten. */
    boolean houd(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("select gewist_op is null from mantelzorger where id = :id for no key update")
                .bind("id", wie.waarde())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** Somebody new who gave no more than a number gets it from whoever was known by it. */
    void maakPlaats(Handle handle, Herkenning wie) {
        if (wie.nieuw() && wie.contact().email().isEmpty()) {
            var telefoon = wie.contact().telefoon().orElseThrow();
            wie.bekenden()
                    .forEach(bekende -> handle.createUpdate("""
                            delete from contact
                            where soort = 'telefoon' and waarde = :telefoon and mantelzorger_id = :wie
                            """)
                            .bind("telefoon", telefoon)
                            .bind("wie", bekende.mantelzorgerId())
                            .execute());
        }
    }

    /** The person and the contacts that are new to us; a booking writes them itself. */
    void legVast(Handle handle, Herkenning wie, Instant nu) {
        maakPlaats(handle, wie);
        if (wie.nieuw()) {
            handle.createUpdate("insert into mantelzorger (id, aangemaakt_op) values (:id, :nu)")
                    .bind("id", wie.id().waarde())
                    .bind("nu", nu)
                    .execute();
        }
        handle.createUpdate("""
                insert into contact (soort, waarde, mantelzorger_id)
                select n.soort, n.waarde, :wie from unnest(:soorten, :waarden) as n (soort, waarde)
                """)
                .bindArray("soorten", String.class, wie.nieuweSoorten())
                .bindArray("waarden", String.class, wie.nieuweWaarden())
                .bind("wie", wie.id().waarde())
                .execute();
    }

    /** How many places to come are kept by the one of these people who keeps most, or under this number. */
    int meesteOpen(Handle handle, List<UUID> mantelzorgers, Optional<String> telefoon, Instant nu) {
        return TEL_MEESTE_OPEN
                .vraag(
                        handle,
                        Map.of("mantelzorgers", mantelzorgers, "telefoon", telefoon, "nu", nu),
                        rij -> rij.getInt("aantal"))
                .getFirst();
    }

    /** Whether one of these people, or who booked with this number, is somewhere else, or already there, at that time. */
    boolean isBezet(Handle handle, List<UUID> mantelzorgers, Optional<String> telefoon, Moment moment) {
        return handle.createQuery("""
                select exists (select from boeking
                               where (mantelzorger_id = any (:mantelzorgers) or telefoon = :telefoon)
                                 and status in ('aangevraagd', 'bevestigd')
                                 and aanwezig and tijdvak && tstzrange(:begin, :eind))
                """)
                .bindArray("mantelzorgers", UUID.class, mantelzorgers)
                .bind("telefoon", telefoon)
                .bind("begin", moment.tijdvak().van())
                .bind("eind", moment.tijdvak().tot())
                .mapTo(Boolean.class)
                .one();
    }

    /** What somebody still has to come, first one first. */
    List<BoekingId> findKomende(Handle handle, MantelzorgerId wie, Instant nu) {
        return handle.createQuery("""
                select id from boeking
                where mantelzorger_id = :wie and status in ('aangevraagd', 'bevestigd') and lower(tijdvak) > :nu
                order by lower(tijdvak), id
                """)
                .bind("wie", wie.waarde())
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(BoekingId::new)
                .list();
    }

    boolean isLeeg(Handle handle) {
        return handle.createQuery("select not exists (select from boeking)")
                .mapTo(Boolean.class)
                .one();
    }

    void merkAlsVoorbeeld(Handle handle, BoekingId id) {
        handle.createUpdate("update boeking set voorbeeld = true where id = :id")
                .bind("id", id.waarde())
                .execute();
    }

    /** Whose person was forgotten is found by nobody any more, also not with its key. */
    Optional<Boeking> find(Handle handle, BoekingId id) {
        return een(handle.createQuery(SELECT + " where b.id = :id and b.gewist_op is null")
                .bind("id", id.waarde()));
    }

    List<Boeking> findActieveOp(Handle handle, MomentId moment) {
        return alle(handle.createQuery(
                        SELECT
                                + " where b.moment_id = :moment and b.status in ('aangevraagd', 'bevestigd') order by b.naam, b.id")
                .bind("moment", moment.waarde()));
    }

    /** Who had a place, whether they came or not; by name. */
    List<Boeking> hadEenPlek(Handle handle, MomentId moment) {
        return alle(handle.createQuery(SELECT + """
                 where b.moment_id = :moment and b.gewist_op is null
                   and b.status in ('aangevraagd', 'bevestigd', 'geweest', 'niet-verschenen')
                 order by b.naam, b.id
                """).bind("moment", moment.waarde()));
    }

    void wordt(Handle handle, BoekingId id, Boeking.Status status, Instant nu) {
        handle.createUpdate("""
                update boeking set status = :status, versie = versie + 1, gewijzigd_op = :nu where id = :id
                """)
                .bind("id", id.waarde())
                .bind("status", status.woord())
                .bind("nu", nu)
                .execute();
    }

    List<Boeking> vanMantelzorger(Handle handle, MantelzorgerId wie) {
        return alle(handle.createQuery(
                        SELECT + " where b.mantelzorger_id = :wie and b.gewist_op is null order by m.begin, b.id")
                .bind("wie", wie.waarde()));
    }

    List<Boeking> zoek(Handle handle, Instant van, Instant tot, int grootte, int overslaan) {
        return alle(handle.createQuery(
                        SELECT
                                + " where m.begin >= :van and m.begin < :tot order by m.begin, b.id limit :grootte offset :begin")
                .bind("van", van)
                .bind("tot", tot)
                .bind("grootte", grootte)
                .bind("begin", overslaan));
    }

    int tel(Handle handle, Instant van, Instant tot) {
        return handle.createQuery(
                        "select count(*) from boeking b join moment m on m.id = b.moment_id where m.begin >= :van and m.begin < :tot")
                .bind("van", van)
                .bind("tot", tot)
                .mapTo(Integer.class)
                .one();
    }

    void annuleer(Handle handle, BoekingId id, Instant nu) {
        handle.createUpdate("""
                update boeking set status = 'geannuleerd', versie = versie + 1, gewijzigd_op = :nu where id = :id
                """).bind("id", id.waarde()).bind("nu", nu).execute();
    }

    /** Those that were cancelled by this; their moments are locked first, in the order that all locks keep. */
    List<UUID> annuleerAlle(Handle handle, List<UUID> ids, String reden, String door, Instant nu) {
        var momenten = handle.createQuery("""
                select id from moment
                where id in (select moment_id from boeking where id = any (:ids)) and begin > :nu
                order by id for update
                """)
                .bindArray("ids", UUID.class, ids)
                .bind("nu", nu)
                .mapTo(UUID.class)
                .list();
        return handle.createQuery("""
                with weg as (
                    update boeking set status = 'geannuleerd', versie = versie + 1, gewijzigd_op = :nu
                    where id = any (:ids) and moment_id = any (:momenten) and status in ('aangevraagd', 'bevestigd')
                    returning id, moment_id, personen
                ), terug as (
                    update moment m set bezet = m.bezet - vrij.aantal, gewijzigd_op = :nu
                    from (select moment_id, sum(personen) as aantal from weg group by moment_id) vrij
                    where m.id = vrij.moment_id
                ), geschiedenis as (
                    insert into gebeurtenis (ding, ding_id, wat, wie, waarom, op)
                    select 'boeking', id, 'geannuleerd', :door, :reden, :nu::timestamptz from weg
                )
                select id from weg
                """)
                .bindArray("ids", UUID.class, ids)
                .bindArray("momenten", UUID.class, momenten)
                .bind("nu", nu)
                .bind("door", door)
                .bind("reden", reden)
                .mapTo(UUID.class)
                .list();
    }

    /** Told and given back with the others of that series. */
    void hoortBij(Handle handle, BoekingId id, UUID reeks) {
        handle.createUpdate("update boeking set reeks_id = :reeks where id = :id")
                .bind("id", id.waarde())
                .bind("reeks", reeks)
                .execute();
    }

    /** What begins from then on of a series, in the order in which their moments are locked. */
    List<BoekingId> vanReeks(Handle handle, UUID reeks, Instant vanaf) {
        return handle.createQuery("""
                select id from boeking
                where reeks_id = :reeks and status in ('aangevraagd', 'bevestigd') and lower(tijdvak) >= :vanaf
                order by moment_id
                """)
                .bind("reeks", reeks)
                .bind("vanaf", vanaf)
                .mapTo(UUID.class)
                .map(BoekingId::new)
                .list();
    }

    Optional<UUID> reeksVan(Handle handle, BoekingId id) {
        return handle.createQuery("select reeks_id from boeking where id = :id and reeks_id is not null")
                .bind("id", id.waarde())
                .mapTo(UUID.class)
                .findOne();
    }

    /** Cancelled ones too, first one first. */
    List<Boeking> alleVanReeks(Handle handle, UUID reeks, Instant van) {
        return alle(handle.createQuery(
                        SELECT
                                + " where b.reeks_id = :reeks and b.gewist_op is null and m.begin >= :van order by m.begin, b.id")
                .bind("reeks", reeks)
                .bind("van", van));
    }

    /** In the order in which they are locked. */
    List<UUID> momentenVan(Handle handle, List<UUID> ids) {
        return handle.createQuery("select distinct moment_id from boeking where id = any (:ids) order by moment_id")
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list();
    }

    void verplaats(Handle handle, BoekingId id, Moment naar, Instant nu) {
        handle.createUpdate("""
                update boeking set moment_id = :moment, tijdvak = tstzrange(:begin, :eind),
                       status = case when status = 'aangevraagd' then status else 'bevestigd' end, versie = versie + 1, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", id.waarde())
                .bind("moment", naar.id().waarde())
                .bind("begin", naar.tijdvak().van())
                .bind("eind", naar.tijdvak().tot())
                .bind("nu", nu)
                .execute();
    }

    /** Those who would be at two places at once if the moment were at that time. */
    List<String> namenMetBotsing(Handle handle, MomentId moment, Instant begin, Instant eind) {
        return handle.createQuery("""
                select distinct b.naam from boeking b
                join boeking ander on ander.mantelzorger_id = b.mantelzorger_id and ander.moment_id <> b.moment_id
                where b.moment_id = :moment and b.status in ('aangevraagd', 'bevestigd') and b.aanwezig
                  and ander.status in ('aangevraagd', 'bevestigd') and ander.aanwezig
                  and ander.tijdvak && tstzrange(:begin, :eind)
                order by b.naam
                """)
                .bind("moment", moment.waarde())
                .bind("begin", begin)
                .bind("eind", eind)
                .mapTo(String.class)
                .list();
    }

    private static Optional<Boeking> een(Query query) {
        return query.map(ConstructorMapper.of(BoekingRij.class)).findOne().map(BoekingRij::boeking);
    }

    private static List<Boeking> alle(Query query) {
        return query.map(ConstructorMapper.of(BoekingRij.class)).stream()
                .map(BoekingRij::boeking)
                .toList();
    }
}
