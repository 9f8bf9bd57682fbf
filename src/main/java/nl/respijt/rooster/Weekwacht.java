package nl.respijt.rooster;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.mantelzorghuis.HuisService;
import nl.respijt.mantelzorghuis.Mantelzorghuis;
import nl.respijt.mantelzorghuis.Sluiting;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Watches that each house opens as often a week as was agreed (the gemeente's norm; two dagdelen in the plan). A week that
 * falls short warns 21, 14 and 7 days before its Monday; a closure with a reason is no alarm. domain.md, "The week watch".
 */
@Singleton
public final class Weekwacht {
    /** How near a week that falls short is. */
    public enum Alarm {
        GEEN,
        BINNEN_7,
        BINNEN_14,
        BINNEN_21;

        public String woord() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@code dagen} until its Monday; what has begun or is far away is none. */
        static Alarm over(long dagen) {
            if (dagen <= 0 || dagen > 21) {
                return GEEN;
            }
            return dagen <= 7 ? BINNEN_7 : dagen <= 14 ? BINNEN_14 : BINNEN_21;
        }
    }

    /**
     * One house in one ISO week.
     *
     * @param gepland openstellingen that take place, or took
     * @param gedekt those of them with a trained gastheer
     * @param gehouden those of them that are over
     * @param sluiting why the house was closed in this week, if it was
     * @param feestdag the public holiday on which it is closed, if there is one
     */
    public record Stand(
            Mantelzorghuis huis,
            LocalDate maandag,
            int gepland,
            int gedekt,
            int gehouden,
            Optional<String> sluiting,
            Optional<LocalDate> feestdag,
            Alarm alarm) {}

    /** The shape of a row. */
    public record Rij(UUID huisId, LocalDate datum, boolean gedekt, Instant eind) {}

    private final Transacties transacties;
    private final HuisService huizen;
    private final Gemeente gemeente;
    private final Klok klok;

    Weekwacht(Transacties transacties, HuisService huizen, Gemeente gemeente, Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    /** How many dagdelen a week each house should open. */
    public int norm() {
        return gemeente.normen().dagdelenPerWeekPerHuis();
    }

    /** House by house, so many weeks before this one and after it, the earliest first. */
    public List<Stand> standen(int terug, int vooruit) {
        var deze = maandag(klok.vandaag());
        var van = deze.minusWeeks(terug);
        var tot = deze.plusWeeks(vooruit + 1L);
        var rijen = transacties.lees(handle -> lees(handle, van, tot));
        var perHuis = rijen.stream().collect(groupingBy(Rij::huisId, groupingBy(rij -> maandag(rij.datum()))));
        var sluitingen = huizen.sluitingenSinds(van);
        var standen = new ArrayList<Stand>();
        for (var huis : huizen.alle()) {
            var weken = perHuis.getOrDefault(huis.id(), Map.of());
            var feestdagen = huizen.dichtOpFeestdag(huis.id(), van, tot);
            // Before the first there is nothing to say.
            var eerste = weken.keySet().stream().min(LocalDate::compareTo).orElse(deze);
            van.datesUntil(tot, Period.ofWeeks(1))
                    .filter(week -> !week.isBefore(eerste))
                    .map(week -> stand(huis, week, weken.getOrDefault(week, List.of()), sluitingen, feestdagen))
                    .forEach(standen::add);
        }
        return List.copyOf(standen);
    }

    /** The weeks that fall short and are near enough to warn, the nearest first. */
    public List<Stand> alarmen() {
        return standen(0, 3).stream()
                .filter(stand -> stand.alarm() != Alarm.GEEN)
                .sorted(comparing(Stand::maandag))
                .toList();
    }

    private Stand stand(
            Mantelzorghuis huis,
            LocalDate maandag,
            List<Rij> rijen,
            List<Sluiting> sluitingen,
            List<LocalDate> feestdagen) {
        var nu = klok.instant();
        var gedekt = rijen.stream().filter(Rij::gedekt).toList();
        var sluiting = sluitingen.stream()
                .filter(een ->
                        een.huisId().filter(ander -> !ander.equals(huis.id())).isEmpty()
                                && !een.van().isAfter(maandag.plusDays(6))
                                && !een.tot().isBefore(maandag))
                .map(Sluiting::reden)
                .findFirst();
        var feestdag = feestdagen.stream()
                .filter(dag -> !dag.isBefore(maandag) && dag.isBefore(maandag.plusWeeks(1)))
                .findFirst();
        var tekort = gedekt.size() < norm();
        return new Stand(
                huis,
                maandag,
                rijen.size(),
                gedekt.size(),
                (int) gedekt.stream().filter(rij -> !nu.isBefore(rij.eind())).count(),
                sluiting,
                feestdag,
                tekort && sluiting.isEmpty() && feestdag.isEmpty()
                        ? Alarm.over(ChronoUnit.DAYS.between(klok.vandaag(), maandag))
                        : Alarm.GEEN);
    }

    private static List<Rij> lees(Handle handle, LocalDate van, LocalDate tot) {
        return handle.createQuery("""
                select m.bron_id as huis_id, m.datum, m.eind,
                       exists (select from dienst d join gastheer g on g.id = d.gastheer_id
                               where d.moment_id = m.id and %s and d.status in %s) as gedekt
                from moment m
                where m.soort = 'huis' and m.status = 'open' and m.datum >= :van and m.datum < :tot
                """.formatted(Scholing.GELDIG.formatted("m"), DienstRepository.ACTIEF))
                .bind("van", van)
                .bind("tot", tot)
                .map(ConstructorMapper.of(Rij.class))
                .list();
    }

    private static LocalDate maandag(LocalDate dag) {
        return dag.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
