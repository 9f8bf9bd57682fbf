package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.kluis.Kluis;
import nl.respijt.mantelzorger.MantelzorgerId;
import org.jdbi.v3.core.Handle;

@Singleton
final class HuisbezoekRepository {
    /** The table and column to which what is encrypted is bound. */
    private static final String KOLOM = "huisbezoek.versleuteld";

    private static final String NODIG = "huisbezoek.nodig";

    /** What is kept of a visit beside its boeking. */
    record Bewaard(Optional<Thuisvraag> vraag, Optional<Instant> bevestigenVoor) {}

    /** A row before it is decrypted. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to being decrypted
    private record Rij(
            UUID mantelzorger,
            Voor voor,
            byte[] versleuteld,
            Optional<byte[]> nodig,
            Optional<Instant> bevestigenVoor) {}

    private final Kluis kluis;

    HuisbezoekRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    void insert(
            Handle handle,
            BoekingId id,
            MantelzorgerId wie,
            Thuisvraag vraag,
            Optional<Instant> bevestigenVoor,
            Instant nu) {
        var tekst = String.join("\n", vraag.adres(), vraag.postcode(), vraag.wensen());
        var nodig = Optional.of(vraag.nodig())
                .filter(wat -> !wat.isEmpty())
                .map(wat -> wat.stream().map(Vaardigheid::woord).collect(Collectors.joining(", ")));
        handle.createUpdate("""
                insert into huisbezoek (id, mantelzorger_id, voor, versleuteld, nodig, bevestigen_voor, gewijzigd_op)
                values (:id, :wie, :voor, :versleuteld, :nodig, :bevestigenVoor, :nu)
                """)
                .bind("id", id.waarde())
                .bind("wie", wie.waarde())
                .bind("voor", vraag.voor().woord())
                .bind("versleuteld", kluis.verberg(handle, wie.waarde(), id.waarde(), KOLOM, tekst))
                .bind("nodig", nodig.map(wat -> kluis.verberg(handle, wie.waarde(), id.waarde(), NODIG, wat)))
                .bind("bevestigenVoor", bevestigenVoor)
                .bind("nu", nu)
                .execute();
    }

    /** What was asked, to find somebody else or another time for it; empty once it was erased. */
    Optional<Thuisvraag> vraag(Handle handle, BoekingId id) {
        return find(handle, id).flatMap(Bewaard::vraag);
    }

    Optional<Bewaard> find(Handle handle, BoekingId id) {
        return handle.createQuery("""
                        select mantelzorger_id, voor, versleuteld, nodig, bevestigen_voor from huisbezoek where id = :id
                        """)
                .bind("id", id.waarde())
                .map((rij, _) -> new Rij(
                        rij.getObject("mantelzorger_id", UUID.class),
                        Voor.valueOf(rij.getString("voor").toUpperCase(Locale.ROOT)),
                        rij.getBytes("versleuteld"),
                        Optional.ofNullable(rij.getBytes("nodig")),
                        Optional.ofNullable(rij.getObject("bevestigen_voor", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .findOne()
                .map(rij -> new Bewaard(
                        kluis.toon(handle, rij.mantelzorger(), id.waarde(), KOLOM, rij.versleuteld())
                                .map(tekst -> vraag(
                                        rij.voor(),
                                        tekst,
                                        rij.nodig()
                                                .flatMap(wat ->
                                                        kluis.toon(handle, rij.mantelzorger(), id.waarde(), NODIG, wat))
                                                .orElse(""))),
                        rij.bevestigenVoor()));
    }

    private static Thuisvraag vraag(Voor voor, String tekst, String nodig) {
        var delen = tekst.split("\n", 3); // the wishes may be of more than one line
        return new Thuisvraag(
                voor,
                delen[0],
                delen[1],
                delen[2],
                Stream.of(nodig.split(", "))
                        .flatMap(woord -> Vaardigheid.van(woord).stream())
                        .collect(Collectors.toSet()));
    }

    /** Whether the provider said yes to this one, or was never asked to. */
    boolean isToegezegd(Handle handle, BoekingId id) {
        return handle.createQuery("""
                select h.bevestigen_voor is null
                       or exists (select from gebeurtenis g
                                  where g.ding = 'boeking' and g.ding_id = h.id and g.wat = 'bevestigd')
                from huisbezoek h where h.id = :id
                """)
                .bind("id", id.waarde())
                .mapTo(Boolean.class)
                .one();
    }

    void zetTermijn(Handle handle, BoekingId id, Instant bevestigenVoor, Instant nu) {
        handle.createUpdate(
                        "update huisbezoek set bevestigen_voor = :bevestigenVoor, gewijzigd_op = :nu where id = :id")
                .bind("id", id.waarde())
                .bind("bevestigenVoor", bevestigenVoor)
                .bind("nu", nu)
                .execute();
    }

    /** Whether this provider said yes to this household before. */
    boolean isBekend(Handle handle, MantelzorgerId wie, UUID aanbieder) {
        return handle.createQuery("""
                select exists (select from huisbezoek h
                               join boeking b on b.id = h.id
                               join moment m on m.id = b.moment_id
                               join medewerker w on w.id = m.bron_id
                               where h.mantelzorger_id = :wie and w.aanbieder_id = :aanbieder
                                 and b.status in ('bevestigd', 'geweest', 'niet-verschenen'))
                """)
                .bind("wie", wie.waarde())
                .bind("aanbieder", aanbieder)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether one of these people has a series of visits to come. */
    boolean heeftReeks(Handle handle, List<UUID> mensen, Instant nu) {
        return handle.createQuery("""
                select exists (select from huisbezoek h join boeking b on b.id = h.id
                               where h.mantelzorger_id = any (:mensen) and b.reeks_id is not null
                                 and b.status in ('aangevraagd', 'bevestigd') and lower(b.tijdvak) > :nu)
                """)
                .bindArray("mensen", UUID.class, mensen)
                .bind("nu", nu)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether somebody comes to this household at that time, but for one visit that goes away. */
    boolean komtErIemand(Handle handle, MantelzorgerId wie, Moment moment, Optional<BoekingId> behalve) {
        return handle.createQuery("""
                select exists (select from huisbezoek h join boeking b on b.id = h.id
                               where h.mantelzorger_id = :wie and b.status in ('aangevraagd', 'bevestigd')
                                 and b.tijdvak && tstzrange(:van, :tot) and b.id is distinct from :behalve::uuid)
                """)
                .bind("wie", wie.waarde())
                .bind("behalve", behalve.map(BoekingId::waarde))
                .bind("van", moment.tijdvak().van())
                .bind("tot", moment.tijdvak().tot())
                .mapTo(Boolean.class)
                .one();
    }

    /** How many visits of a provider a household asked for and has or had, from {@code van} to before {@code tot}. */
    int tel(Handle handle, Tegoeden.Huishouden huishouden, UUID aanbieder, Instant van, Instant tot) {
        return handle.createQuery("""
                select count(*)
                from (select id from huisbezoek where mantelzorger_id = any (:mensen)
                      union
                      select id from boeking where telefoon = :telefoon and status in ('aangevraagd', 'bevestigd')) van
                join huisbezoek h on h.id = van.id
                join boeking b on b.id = van.id
                join moment m on m.id = b.moment_id
                join medewerker w on w.id = m.bron_id
                where w.aanbieder_id = :aanbieder and lower(b.tijdvak) >= :van and lower(b.tijdvak) < :tot
                  and b.status in ('aangevraagd', 'bevestigd', 'geweest', 'niet-verschenen')
                """)
                .bindArray("mensen", UUID.class, huishouden.mensen().toArray())
                .bind("telefoon", huishouden.telefoon())
                .bind("aanbieder", aanbieder)
                .bind("van", van)
                .bind("tot", tot)
                .mapTo(Integer.class)
                .one();
    }

    /** How many visits to come a provider has after that day. */
    int telNa(Handle handle, UUID aanbieder, LocalDate dag, Instant nu) {
        return handle.createQuery("""
                select count(*) from medewerker w
                join moment m on m.bron_id = w.id
                join boeking b on b.moment_id = m.id
                where w.aanbieder_id = :aanbieder and m.datum > :dag and m.begin > :nu
                  and b.status in ('aangevraagd', 'bevestigd')
                """)
                .bind("aanbieder", aanbieder)
                .bind("dag", dag)
                .bind("nu", nu)
                .mapTo(Integer.class)
                .one();
    }

    /** Requests and visits to come of a provider, the first to be answered first. */
    List<BoekingId> komende(Handle handle, UUID aanbieder, Instant nu) {
        return handle.createQuery("""
                select b.id from boeking b
                join huisbezoek h on h.id = b.id
                join moment m on m.id = b.moment_id
                join medewerker w on w.id = m.bron_id
                where w.aanbieder_id = :aanbieder and b.status in ('aangevraagd', 'bevestigd') and b.gewist_op is null
                  and m.eind > :nu
                order by b.status, case when b.status = 'aangevraagd' then h.bevestigen_voor end, m.begin, b.id
                """)
                .bind("aanbieder", aanbieder)
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(BoekingId::new)
                .list();
    }
}
