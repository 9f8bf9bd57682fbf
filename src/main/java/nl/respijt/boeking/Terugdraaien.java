package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.respijt.bericht.Postvak;
import nl.respijt.database.Transacties;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * What to do when somebody fills the houses with bookings that nobody will come for. A limit by house or by network
 * address would stop an honest rush as well (a care office, a news item), so nothing is refused for being many: the
 * makelaar sees that it is unusual, and undoes what was no carer's, all in one go.
 */
@Singleton
public final class Terugdraaien {
    /** More new bookings than this in one hour for one house, and from contacts we never heard back from, is unusual. */
    static final int GEWOON_PER_UUR = 20;

    /** Bookings of one house and one kind of contact that came in together belong together. */
    private static final Duration SAMEN = Duration.ofMinutes(10);

    /** One booking that came in, and how much of the contact tells where it came from: the domain, or nothing for a phone. */
    public record Nieuw(
            UUID id,
            UUID mantelzorgerId,
            String naam,
            String huis,
            Instant begin,
            Instant op,
            @Nullable String email,
            boolean geverifieerd) {
        public Optional<String> domein() {
            return Optional.ofNullable(email)
                    .map(adres -> adres.substring(adres.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
        }

        /** What one sees of a person by seeing this. */
        public Gezien gezien() {
            return new Gezien(mantelzorgerId, Ding.AFSPRAAK, Optional.of(id));
        }
    }

    /** Those that came in together, the newest first; {@code domein} is empty for phone numbers. */
    public record Groep(String huis, Optional<String> domein, List<Nieuw> boekingen) {
        public Groep {
            boekingen = List.copyOf(boekingen);
        }

        public Instant van() {
            return boekingen.getLast().op();
        }

        public Instant tot() {
            return boekingen.getFirst().op();
        }
    }

    /** What came of it: given back now, and not (cancelled before, begun, or moved meanwhile). */
    public record Teruggedraaid(int nu, int niet) {}

    private final Transacties transacties;
    private final BoekingRepository boekingen;
    private final Wachtrij wachtrij;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Terugdraaien(
            Transacties transacties,
            BoekingRepository boekingen,
            Wachtrij wachtrij,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.wachtrij = wachtrij;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /**
     * Bookings by mantelzorgers themselves of the last hours that can still be undone, in groups, the largest first. Not
     * those of a series: one wish makes many of them, and they end with the membership, not one by one.
     */
    public List<Groep> nieuwe(Duration sinds) {
        var groepen = new TreeMap<String, List<Nieuw>>();
        for (var nieuw : lees(sinds)) {
            var blok = nieuw.op().getEpochSecond() / SAMEN.toSeconds();
            groepen.computeIfAbsent(
                            String.join("\u0000", nieuw.huis(), nieuw.domein().orElse(""), Long.toString(blok)),
                            _ -> new ArrayList<>())
                    .add(nieuw);
        }
        return groepen.values().stream()
                .map(samen ->
                        new Groep(samen.getFirst().huis(), samen.getFirst().domein(), samen))
                .sorted(Comparator.comparingInt(
                                (Groep groep) -> groep.boekingen().size())
                        .reversed()
                        .thenComparing(Groep::tot, Comparator.reverseOrder()))
                .toList();
    }

    /** Houses for which unusually many came in during the last hour, with how many. */
    public Map<String, Integer> ongewoon() {
        var perHuis = new TreeMap<String, Integer>();
        lees(Duration.ofHours(1)).stream()
                .filter(nieuw -> !nieuw.geverifieerd())
                .forEach(nieuw -> perHuis.merge(nieuw.huis(), 1, Integer::sum));
        perHuis.values().removeIf(aantal -> aantal <= GEWOON_PER_UUR);
        return perHuis;
    }

    private List<Nieuw> lees(Duration sinds) {
        var nu = klok.instant();
        return transacties.lees(handle -> handle.createQuery("""
                select b.id, b.mantelzorger_id, b.naam, m.titel as huis, m.begin, b.aangemaakt_op as op, b.email,
                       exists (select from contact c where c.mantelzorger_id = b.mantelzorger_id
                               and c.geverifieerd_op is not null) as geverifieerd
                from boeking b join moment m on m.id = b.moment_id
                where b.aangemaakt_op > :sinds and b.geboekt_door = :mantelzorger and m.begin > :nu
                  and b.status in ('aangevraagd', 'bevestigd') and b.reeks_id is null
                order by b.aangemaakt_op desc, b.id desc
                """)
                .bind("sinds", nu.minus(sinds))
                .bind("mantelzorger", BoekVerzoek.DOOR_MANTELZORGER)
                .bind("nu", nu)
                .map(ConstructorMapper.of(Nieuw.class))
                .list());
    }

    /**
     * Gives these places back at once. Without mail to addresses that may be anybody's, unless {@code mailHen}: then as
     * when they had cancelled themselves. Twice is the same as once.
     */
    public Teruggedraaid draaiTerug(Collection<UUID> ids, String reden, String door, boolean mailHen) {
        var nu = klok.instant();
        var weg = transacties.schrijf(handle -> {
            var terug = boekingen.annuleerAlle(handle, List.copyOf(ids), reden, door, nu);
            boekingen
                    .momentenVan(handle, terug)
                    .forEach(moment -> wachtrij.schuifDoor(handle, MomentWachtbaar.DING, moment, nu));
            if (mailHen) {
                terug.forEach(id -> vertel(handle, id, nu));
            }
            return terug.size();
        });
        gevolgen.na();
        return new Teruggedraaid(weg, ids.size() - weg);
    }

    private void vertel(Handle handle, UUID id, Instant nu) {
        boekingen
                .find(handle, new BoekingId(id))
                .ifPresent(boeking -> postvak.plaats(handle, BoekingBerichten.bijAnnuleren(boeking, nu), nu));
    }
}
