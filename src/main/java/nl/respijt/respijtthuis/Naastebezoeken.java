package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;

/**
 * Somebody at home while the carer is out: without it many can go nowhere (domain.md, "Booking": care at home beside the
 * carer's own visit makes that visit possible).
 */
@Singleton
public final class Naastebezoeken {
    private static final int HOOGSTENS = 5;

    /** A visit during the carer's own, by the first name of who comes. */
    public record Keuze(Moment moment, String voornaam) {}

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final HuisbezoekRepository huisbezoeken;
    private final MomentService momenten;
    private final Klok klok;

    Naastebezoeken(
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
     * Those that take up at least half of it, what covers most first; empty when it is no outing, when it has begun, or when
     * somebody comes already.
     */
    public List<Keuze> bij(Boeking boeking) {
        var nu = klok.instant();
        if (boeking.moment().soort() == Soort.THUIS || !boeking.isTeWijzigen(nu)) {
            return List.of();
        }
        return transacties.lees(handle -> {
            if (huisbezoeken.komtErIemand(handle, boeking.mantelzorger(), boeking.moment(), Optional.empty())) {
                return List.of();
            }
            return handle
                    .createQuery("""
                    select m.id from moment m
                    join medewerker w on w.id = m.bron_id
                    cross join lateral (select least(m.eind, :tot::timestamptz) - greatest(m.begin, :van::timestamptz) as duur) samen
                    where m.soort = 'thuis' and m.status = 'open' and m.begin > :nu and m.bezet < m.plaatsen and not m.voorbehoud
                      and m.begin < :tot and m.eind > :van and samen.duur * 2 >= :tot::timestamptz - :van::timestamptz
                    order by samen.duur desc, m.begin, w.naam, m.id limit :hoogstens
                    """)
                    .bind("van", boeking.tijdvak().van())
                    .bind("tot", boeking.tijdvak().tot())
                    .bind("nu", nu)
                    .bind("hoogstens", HOOGSTENS)
                    .mapTo(UUID.class)
                    .list()
                    .stream()
                    .flatMap(id -> momenten.find(handle, new MomentId(id)).stream())
                    .map(moment -> new Keuze(
                            moment,
                            medewerkers
                                    .find(handle, moment.bronId())
                                    .orElseThrow()
                                    .voornaam()))
                    .toList();
        });
    }
}
