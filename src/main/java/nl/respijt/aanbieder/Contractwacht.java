package nl.respijt.aanbieder;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.respijt.tijd.Klok;

/**
 * Watches the ends of contracts: says so 120, 90 and 30 days ahead, and from the end on until an extension is recorded.
 * domain.md, "the work list says so early".
 */
@Singleton
public final class Contractwacht {
    /** How near an end is. */
    public enum Alarm {
        GEEN,
        BINNEN_120,
        BINNEN_90,
        BINNEN_30,
        AFGELOPEN;

        public String woord() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@code dagen} until the last day. */
        static Alarm over(long dagen) {
            if (dagen < 0) {
                return AFGELOPEN;
            }
            return dagen <= 30 ? BINNEN_30 : dagen <= 90 ? BINNEN_90 : dagen <= 120 ? BINNEN_120 : GEEN;
        }
    }

    /** A contract that ends; of several aanbieders where they have the same dienst, last day and option. */
    public record Einde(
            Contractdienst dienst, LocalDate tot, Optional<LocalDate> optie, List<Aanbieder> aanbieders, Alarm alarm) {
        public String namen() {
            return aanbieders.stream().map(Aanbieder::naam).collect(Collectors.joining(", "));
        }
    }

    /** What contracts that end have in common. */
    private record Samen(LocalDate tot, Contractdienst dienst, Optional<LocalDate> optie) {}

    private final Aanbieders aanbieders;
    private final Contracten contracten;
    private final Klok klok;

    Contractwacht(Aanbieders aanbieders, Contracten contracten, Klok klok) {
        this.aanbieders = aanbieders;
        this.contracten = contracten;
        this.klok = klok;
    }

    /** What is near enough to warn, the first to end first. */
    public List<Einde> alarmen() {
        var vandaag = klok.vandaag();
        var bekend = aanbieders.alle().stream().collect(Collectors.toMap(Aanbieder::id, Function.identity()));
        return contracten.geldende().stream()
                .filter(contract -> alarm(vandaag, contract.tot()) != Alarm.GEEN)
                .collect(groupingBy(een -> new Samen(een.tot(), een.dienst(), een.optie())))
                .entrySet()
                .stream()
                .map(groep -> new Einde(
                        groep.getKey().dienst(),
                        groep.getKey().tot(),
                        groep.getKey().optie(),
                        groep.getValue().stream()
                                .map(Aanbiedercontract::aanbieder)
                                .flatMap((UUID id) -> Optional.ofNullable(bekend.get(id)).stream())
                                .sorted(Comparator.comparing(Aanbieder::naam))
                                .toList(),
                        alarm(vandaag, groep.getKey().tot())))
                .sorted(Comparator.comparing(Einde::tot)
                        .thenComparing(Einde::dienst)
                        .thenComparing(Einde::namen))
                .toList();
    }

    /** What is over: nothing can be planned there until somebody records an extension. */
    public List<Einde> afgelopen() {
        return alarmen().stream()
                .filter(einde -> einde.alarm() == Alarm.AFGELOPEN)
                .toList();
    }

    public Alarm alarm(Aanbiedercontract contract) {
        return alarm(klok.vandaag(), contract.tot());
    }

    private static Alarm alarm(LocalDate vandaag, LocalDate tot) {
        return Alarm.over(ChronoUnit.DAYS.between(vandaag, tot));
    }
}
