package nl.respijt.rooster.voorstel;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Roosterbeeld;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where, and what every {@link Regel} counts in it. A change recounts only the gastheer and the openstelling it is
 * about, so that a search can try a hundred thousand of them a second. Gastheren and momenten go by their number in {@link
 * #gastheren} and {@link #momenten}. Not for two threads at once.
 */
final class Stand {
    /** domain.md: one is enough to open, two are better. */
    static final int GEWENST = 2;

    private static final int EEN_WEEK = 7;

    /** The weight of fairness: of the diensten squared, over what somebody can do. */
    private static final long EERLIJK = 20_000;

    private static final Regel[] REGELS = Regel.values();

    /** Stands in {@link #vast} for nothing: being there already is no fact about a person. */
    private static final Belet GEEN_BELET = Belet.AL_HIER;

    final List<Gastheer> gastheren;
    final List<Moment> momenten;

    private final Map<GastheerId, Integer> gastheerNummers = new HashMap<>();
    private final Map<MomentId, Integer> momentNummers = new HashMap<>();
    private final Belet[][] vast;
    private final Wens[] wensen;
    private final Plek[] plekken;
    private final Rij[] vanGastheer;
    private final Rij[] opMoment;
    private final int[] perMaand;
    private final long[] telling = new long[REGELS.length];

    /** What the search asks of a gastheer; -1 is nobody or nowhere. */
    private record Wens(
            int max, int perMaand, int huis, int samenMet, int maatje, boolean tweeOpEenDag, long talen, int ruimte) {}

    /** What the search asks of a moment. */
    private record Plek(long dag, int maand, int huis, long talen, Moment moment) {}

    /** Some numbers, in no order. */
    private static final class Rij {
        private int[] waarden = new int[4];
        private int aantal;

        void erbij(int waarde) {
            if (aantal == waarden.length) {
                waarden = Arrays.copyOf(waarden, aantal * 2);
            }
            waarden[aantal++] = waarde;
        }

        void eraf(int waarde) {
            for (var i = 0; i < aantal; i++) {
                if (waarden[i] == waarde) {
                    waarden[i] = waarden[--aantal];
                    return;
                }
            }
            throw new IllegalStateException("%d is not there".formatted(waarde));
        }

        boolean heeft(int waarde) {
            for (var i = 0; i < aantal; i++) {
                if (waarden[i] == waarde) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Nobody stands anywhere yet. */
    Stand(Roosterbeeld beeld) {
        gastheren = beeld.gastheren();
        momenten = momenten(beeld);
        nummer();
        var huizen = new Nummering<UUID>();
        var talen = new Nummering<String>();
        var maanden = new Nummering<YearMonth>();
        plekken = momenten.stream()
                .map(moment -> new Plek(
                        moment.datum().toEpochDay(),
                        maanden.van(YearMonth.from(moment.datum())),
                        huizen.van(moment.bronId()),
                        talen.bits(moment.talen().stream()
                                .filter(taal -> !taal.equals("nl"))
                                .toList()),
                        moment))
                .toArray(Plek[]::new);
        perMaand = new int[maanden.aantal()];
        vast = new Belet[gastheren.size()][momenten.size()];
        wensen = new Wens[gastheren.size()];
        for (var g = 0; g < gastheren.size(); g++) {
            var gastheer = gastheren.get(g);
            var inzet = beeld.inzet(gastheer.id());
            for (var m = 0; m < momenten.size(); m++) {
                vast[g][m] = Belet.vast(gastheer, inzet, momenten.get(m)).orElse(GEEN_BELET);
            }
            var wens = inzet.wensen();
            int wensPerMaand = wens.perMaand().orElse(gastheer.maxPerMaand());
            wensen[g] = new Wens(
                    gastheer.maxPerMaand(),
                    wensPerMaand,
                    wens.huis().map(huizen::van).orElse(-1),
                    wens.samenMet().map(gastheerNummers::get).orElse(-1),
                    wens.maatje().map(gastheerNummers::get).orElse(-1),
                    wens.tweeOpEenDag(),
                    talen.bits(gastheer.talen()),
                    ruimte(g, Math.min(wensPerMaand, gastheer.maxPerMaand()), maanden.aantal()));
        }
        vanGastheer = rijen(gastheren.size());
        opMoment = rijen(momenten.size());
        for (var m = 0; m < momenten.size(); m++) {
            telMoment(m, 1);
        }
    }

    /** Those of the weeks, and those of the diensten around them. */
    private static List<Moment> momenten(Roosterbeeld beeld) {
        var alle = new LinkedHashMap<MomentId, Moment>();
        beeld.openstellingen().forEach(moment -> alle.put(moment.id(), moment));
        beeld.diensten().forEach(dienst -> alle.putIfAbsent(dienst.moment().id(), dienst.moment()));
        return List.copyOf(alle.values());
    }

    private void nummer() {
        for (var g = 0; g < gastheren.size(); g++) {
            gastheerNummers.put(gastheren.get(g).id(), g);
        }
        for (var m = 0; m < momenten.size(); m++) {
            momentNummers.put(momenten.get(m).id(), m);
        }
    }

    /** How many diensten somebody could do, or would like to do when that is less. */
    private int ruimte(int g, int perMaand, int maanden) {
        var kan = (int)
                Arrays.stream(vast[g]).filter(belet -> belet == GEEN_BELET).count();
        return Math.max(1, Math.min(kan, perMaand * maanden));
    }

    private static Rij[] rijen(int aantal) {
        var rijen = new Rij[aantal];
        Arrays.setAll(rijen, _ -> new Rij());
        return rijen;
    }

    int gastheer(GastheerId id) {
        return gastheerNummers.getOrDefault(id, -1);
    }

    int moment(MomentId id) {
        return momentNummers.getOrDefault(id, -1);
    }

    void zet(Dienst dienst) {
        var g = gastheer(dienst.gastheer().id());
        if (g >= 0) {
            zet(g, moment(dienst.moment().id()));
        }
    }

    void zet(int g, int m) {
        telGastheer(g, -1);
        telMoment(m, -1);
        vanGastheer[g].erbij(m);
        opMoment[m].erbij(g);
        telGastheer(g, 1);
        telMoment(m, 1);
    }

    void haal(int g, int m) {
        telGastheer(g, -1);
        telMoment(m, -1);
        vanGastheer[g].eraf(m);
        opMoment[m].eraf(g);
        telGastheer(g, 1);
        telMoment(m, 1);
    }

    boolean staat(int g, int m) {
        return opMoment[m].heeft(g);
    }

    /** Who stands on this moment. */
    int[] op(int m) {
        return Arrays.copyOf(opMoment[m].waarden, opMoment[m].aantal);
    }

    int aantal(int g) {
        return vanGastheer[g].aantal;
    }

    int aantalIn(int g, UUID huis) {
        return (int) Arrays.stream(vanGastheer[g].waarden, 0, aantal(g))
                .filter(m -> momenten.get(m).bronId().equals(huis))
                .count();
    }

    int inMaand(int g, int m) {
        return (int) Arrays.stream(vanGastheer[g].waarden, 0, aantal(g))
                .filter(ander -> plekken[ander].maand == plekken[m].maand)
                .count();
    }

    /** The diensten over what somebody could do or would like to. */
    double druk(int g) {
        return (double) aantal(g) / wensen[g].ruimte;
    }

    int ruimte(int g) {
        return wensen[g].ruimte;
    }

    /** Whether this gastheer has a dienst within a week of it. */
    boolean kortBij(int g, int m) {
        for (var i = 0; i < aantal(g); i++) {
            var ander = vanGastheer[g].waarden[i];
            if (ander != m && Math.abs(plekken[ander].dag - plekken[m].dag) < EEN_WEEK) {
                return true;
            }
        }
        return false;
    }

    boolean isGetraind(int g, int m) {
        return vast[g][m] != Belet.NIET_GETRAIND;
    }

    Optional<Belet> vast(int g, int m) {
        return vast[g][m] == GEEN_BELET ? Optional.empty() : Optional.of(vast[g][m]);
    }

    /** Why this gastheer cannot be put here now, beside what he or she has. */
    Optional<Belet> belet(int g, int m) {
        return vast(g, m).or(() -> Optional.ofNullable(doorAnderen(g, m)));
    }

    /** The same of somebody who may stand here already: what would keep them from it if they did not. */
    Optional<Belet> beletZonder(int g, int m) {
        if (!staat(g, m)) {
            return belet(g, m);
        }
        haal(g, m);
        try {
            return belet(g, m);
        } finally {
            zet(g, m);
        }
    }

    private @Nullable Belet doorAnderen(int g, int m) {
        if (staat(g, m)) {
            return Belet.AL_HIER;
        }
        for (var i = 0; i < aantal(g); i++) {
            var regel = botsing(wensen[g], plekken[vanGastheer[g].waarden[i]], plekken[m]);
            if (regel != null) {
                return regel == Regel.DUBBEL ? Belet.ELDERS : Belet.RUST;
            }
        }
        return inMaand(g, m) >= wensen[g].max ? Belet.MAXIMUM : null;
    }

    /** What never may be between two diensten of one gastheer. */
    private static @Nullable Regel botsing(Wens wens, Plek een, Plek ander) {
        if (een.dag != ander.dag) {
            return null; // a dagdeel never goes across midnight
        }
        if (een.moment.dagdeel() == ander.moment.dagdeel()
                || een.moment.tijdvak().overlapt(ander.moment.tijdvak())) {
            return Regel.DUBBEL;
        }
        return wens.tweeOpEenDag ? null : Regel.RUST;
    }

    long telt(Regel.Zwaarte zwaarte) {
        var som = 0L;
        for (var regel : REGELS) {
            if (regel.zwaarte == zwaarte) {
                som += telling[regel.plek] * regel.gewicht;
            }
        }
        return som;
    }

    Map<Regel, Long> telling() {
        var alle = new EnumMap<Regel, Long>(Regel.class);
        for (var regel : REGELS) {
            alle.put(regel, telling[regel.plek]);
        }
        return alle;
    }

    /** How often a rule is counted more, or less when under zero, with this gastheer here than without. */
    Map<Regel, Long> verschil(int g, int m) {
        var met = telling();
        haal(g, m);
        var zonder = telling();
        zet(g, m);
        met.replaceAll((regel, aantal) -> aantal - zonder.getOrDefault(regel, 0L));
        return met;
    }

    private void tel(Regel regel, long aantal) {
        telling[regel.plek] += aantal;
    }

    private void telGastheer(int g, int keer) {
        var rij = vanGastheer[g];
        var wens = wensen[g];
        var huizen = 0L;
        for (var i = 0; i < rij.aantal; i++) {
            var plek = plekken[rij.waarden[i]];
            for (var j = 0; j < i; j++) {
                telPaar(wens, plekken[rij.waarden[j]], plek, keer);
            }
            var inMaand = ++perMaand[plek.maand];
            if (inMaand > wens.max) {
                tel(Regel.MAXIMUM, keer);
            }
            if (inMaand > wens.perMaand) {
                tel(Regel.WENS_PER_MAAND, keer);
            }
            if (wens.huis >= 0 && wens.huis != plek.huis) {
                tel(Regel.WENS_HUIS, keer);
            }
            huizen |= 1L << plek.huis;
        }
        Arrays.fill(perMaand, 0);
        tel(Regel.WISSELEND_HUIS, (long) keer * Math.max(0, Long.bitCount(huizen) - 1));
        tel(Regel.DRUK, keer * EERLIJK * rij.aantal * rij.aantal / wens.ruimte);
    }

    private void telPaar(Wens wens, Plek een, Plek ander, int keer) {
        var botsing = botsing(wens, een, ander);
        if (botsing != null) {
            tel(botsing, keer);
        } else if (Math.abs(een.dag - ander.dag) < EEN_WEEK) {
            tel(Regel.KORT_NA_ELKAAR, keer);
        }
    }

    private void telMoment(int m, int keer) {
        var rij = opMoment[m];
        var getraind = 0;
        var gesproken = 0L;
        for (var i = 0; i < rij.aantal; i++) {
            var g = rij.waarden[i];
            var wens = wensen[g];
            if (isGetraind(g, m)) {
                getraind++;
            }
            gesproken |= wens.talen;
            if (wens.samenMet >= 0 && !rij.heeft(wens.samenMet)) {
                tel(Regel.WENS_SAMEN, keer);
            }
            if (wens.maatje >= 0 && !rij.heeft(wens.maatje)) {
                tel(Regel.MAATJE, keer);
            }
        }
        if (getraind == 0) {
            tel(Regel.ZONDER, keer);
        } else if (getraind < GEWENST) {
            tel(Regel.ALLEEN, keer);
        }
        tel(Regel.TAAL, (long) keer * Long.bitCount(plekken[m].talen & ~gesproken));
    }

    /** Gives each value a number, in the order in which they are met. */
    private static final class Nummering<T> {
        private final Map<T, Integer> nummers = new HashMap<>();

        int van(T waarde) {
            return nummers.computeIfAbsent(waarde, _ -> nummers.size());
        }

        /** A bit for each; there are never as many as a long holds. */
        long bits(List<T> waarden) {
            return waarden.stream().mapToLong(waarde -> 1L << van(waarde)).reduce(0, (een, ander) -> een | ander);
        }

        int aantal() {
            return nummers.size();
        }
    }
}
