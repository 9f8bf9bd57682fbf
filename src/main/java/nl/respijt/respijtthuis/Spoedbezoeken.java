package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;

/** A visit for who cannot wait: one that begins within hours, of a provider that knows the household and so comes at once. */
@Singleton
public final class Spoedbezoeken {
    /** Later than this it is no answer to somebody who drops out now; the makelaar is. Our own choice. */
    private static final Duration BINNEN = Duration.ofHours(24);

    /** Somebody who can come, by the name that a carer knows them by. */
    public record Spoedbezoek(Moment moment, String voornaam) {}

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final HuisbezoekRepository huisbezoeken;
    private final MomentService momenten;
    private final Klok klok;

    Spoedbezoeken(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            HuisbezoekRepository huisbezoeken,
            MomentService momenten,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.huisbezoeken = huisbezoeken;
        this.momenten = momenten;
        this.klok = klok;
    }

    /**
     * The first that can be had; where two come at the same time, who was there before.
     *
     * @param alleen the only provider that may come; empty for any that knows the household
     */
    public Optional<Spoedbezoek> eerste(MantelzorgerId wie, Thuisvraag vraag, Optional<UUID> alleen) {
        var nu = klok.instant();
        return transacties.lees(handle -> handle.createQuery("""
                select m.id from moment m
                join medewerker w on w.id = m.bron_id
                left join lateral (
                    select count(*) as keren, count(*) filter (where toen.bron_id = w.id) as zelf
                    from huisbezoek h
                    join boeking b on b.id = h.id
                    join moment toen on toen.id = b.moment_id
                    join medewerker v on v.id = toen.bron_id
                    where h.mantelzorger_id = :wie and v.aanbieder_id = w.aanbieder_id
                      and b.status in ('bevestigd', 'geweest', 'niet-verschenen')) eerder on true
                where m.soort = 'thuis' and m.status = 'open' and m.begin > :nu and m.begin <= :tot
                  and m.bezet < m.plaatsen and not m.voorbehoud
                  and :voor = any (w.doelgroepen) and w.vaardigheden @> :nodig
                  and w.aanbieder_id = coalesce(:alleen::uuid, w.aanbieder_id)
                  and eerder.keren > 0
                  and not exists (select from huisbezoek h join boeking b on b.id = h.id
                                  where h.mantelzorger_id = :wie and b.status in ('aangevraagd', 'bevestigd')
                                    and b.tijdvak && tstzrange(m.begin, m.eind))
                order by m.begin, eerder.zelf desc, w.naam, m.id limit 1
                """)
                .bind("wie", wie.waarde())
                .bind("nu", nu)
                .bind("tot", nu.plus(BINNEN))
                .bind("voor", vraag.voor().woord())
                .bindArray(
                        "nodig",
                        String.class,
                        vraag.nodig().stream().map(Vaardigheid::woord).toList())
                .bind("alleen", alleen)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(id -> momenten.find(handle, new MomentId(id)))
                .map(moment -> new Spoedbezoek(
                        moment,
                        medewerkers.find(handle, moment.bronId()).orElseThrow().voornaam())));
    }

    /** Where this household was visited last, and what was asked then. */
    public Optional<Thuisvraag> laatsteVraag(MantelzorgerId wie) {
        return transacties.lees(handle -> handle.createQuery("""
                select id from huisbezoek where mantelzorger_id = :wie order by gewijzigd_op desc, id desc limit 1
                """)
                .bind("wie", wie.waarde())
                .mapTo(UUID.class)
                .findOne()
                .flatMap(id -> huisbezoeken.vraag(handle, new BoekingId(id))));
    }
}
