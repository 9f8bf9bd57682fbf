package nl.respijt.rooster;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.boeking.Moment;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;

/**
 * Spreads openstellingen over gastheren: each goes to the one with the smallest share of what he or she wants to do, the
 * first by slug among equals. Only counts; nothing is written here.
 */
final class Roosterverdeling {
    private record Plek(LocalDate datum, Dagdeel dagdeel, Tijdvak tijdvak) {}

    private final List<Gastheer> gastheren;
    private final Map<GastheerId, List<Plek>> plekken = new HashMap<>();

    /** @param bestaand the active diensten of all months that take part: they count for the load and the maximum */
    Roosterverdeling(List<Gastheer> gastheren, List<Dienst> bestaand) {
        this.gastheren = gastheren.stream()
                .filter(gastheer -> gastheer.maxPerMaand() > 0)
                .toList();
        bestaand.forEach(
                dienst -> neem(dienst.gastheer().id(), new Plek(dienst.datum(), dienst.dagdeel(), dienst.tijdvak())));
    }

    /** Who takes this one, which then counts; empty when nobody can. */
    Optional<Gastheer> wijsToe(Moment moment) {
        var plek = new Plek(moment.datum(), moment.dagdeel(), moment.tijdvak());
        var gekozen = gastheren.stream()
                .filter(gastheer -> gastheer.isGetraindOp(moment.datum())
                        && gastheer.werktIn(moment.bronId())
                        && kan(gastheer, plek))
                .min(Comparator.comparingDouble(this::aandeel).thenComparing(Gastheer::slug));
        gekozen.ifPresent(gastheer -> neem(gastheer.id(), plek));
        return gekozen;
    }

    private double aandeel(Gastheer gastheer) {
        return (double) van(gastheer).size() / gastheer.maxPerMaand();
    }

    private boolean kan(Gastheer gastheer, Plek plek) {
        var eigen = van(gastheer);
        var inMaand = eigen.stream()
                .filter(ander -> YearMonth.from(ander.datum).equals(YearMonth.from(plek.datum)))
                .count();
        return inMaand < gastheer.maxPerMaand()
                && eigen.stream()
                        .noneMatch(ander -> ander.tijdvak.overlapt(plek.tijdvak)
                                || (ander.datum.equals(plek.datum) && ander.dagdeel == plek.dagdeel));
    }

    private List<Plek> van(Gastheer gastheer) {
        return plekken.getOrDefault(gastheer.id(), List.of());
    }

    private void neem(GastheerId gastheer, Plek plek) {
        plekken.computeIfAbsent(gastheer, _ -> new ArrayList<>()).add(plek);
    }
}
