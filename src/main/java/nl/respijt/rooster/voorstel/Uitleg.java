package nl.respijt.rooster.voorstel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Roosterbeeld;

/** Says why, of a roster as it stands: from the same counts that the search went by. */
final class Uitleg {
    private final Roosterbeeld beeld;
    private final Stand stand;

    Uitleg(Roosterbeeld beeld, Stand stand) {
        this.beeld = beeld;
        this.stand = stand;
    }

    /** Of somebody who stands there. */
    List<Reden.Wel> waarom(GastheerId wie, MomentId waar) {
        var g = stand.gastheer(wie);
        var m = stand.moment(waar);
        var redenen = new ArrayList<Reden.Wel>();
        var gastheer = stand.gastheren.get(g);
        var wensen = beeld.inzet(wie).wensen();
        var moment = stand.momenten.get(m);
        var anderen = Arrays.stream(stand.op(m))
                .filter(ander -> ander != g)
                .mapToObj(stand.gastheren::get)
                .toList();
        wensen.maatje()
                .flatMap(maatje -> met(anderen, maatje))
                .ifPresent(maatje -> redenen.add(new Reden.GaatMee(maatje.naam())));
        anderen.stream()
                .filter(ander -> beeld.inzet(ander.id())
                        .wensen()
                        .maatje()
                        .filter(wie::equals)
                        .isPresent())
                .forEach(nieuw -> redenen.add(new Reden.Begeleidt(nieuw.naam())));
        wensen.samenMet()
                .flatMap(ander -> met(anderen, ander))
                .ifPresent(ander -> redenen.add(new Reden.GraagSamen(ander.naam())));
        if (wensen.huis().filter(moment.bronId()::equals).isPresent()) {
            redenen.add(new Reden.WilHier());
        }
        var talen = moment.talen().stream()
                .filter(taal -> !taal.equals("nl")
                        && gastheer.talen().contains(taal)
                        && anderen.stream().noneMatch(ander -> ander.talen().contains(taal)))
                .toList();
        if (!talen.isEmpty()) {
            redenen.add(new Reden.Spreekt(talen));
        }
        verdeling(g, m).ifPresent(redenen::add);
        var vaker = stand.aantalIn(g, moment.bronId());
        if (gastheer.huizen().size() > 1 && vaker > 1) {
            redenen.add(new Reden.VakerHier(vaker));
        }
        return redenen.isEmpty() ? List.of(new Reden.Past()) : List.copyOf(redenen);
    }

    private static Optional<Gastheer> met(List<Gastheer> anderen, GastheerId wie) {
        return anderen.stream().filter(ander -> ander.id().equals(wie)).findFirst();
    }

    /** As it was just before this one was put there. */
    private Optional<Reden.Wel> verdeling(int g, int m) {
        stand.haal(g, m);
        try {
            var mededingers = IntStream.range(0, stand.gastheren.size())
                    .filter(ander -> ander != g && stand.belet(ander, m).isEmpty())
                    .toArray();
            if (mededingers.length == 0) {
                return Optional.of(new Reden.Enige());
            }
            var minste =
                    Arrays.stream(mededingers).mapToDouble(stand::druk).min().orElseThrow();
            return stand.druk(g) <= minste ? Optional.of(new Reden.MinstGevraagd(stand.aantal(g))) : Optional.empty();
        } finally {
            stand.zet(g, m);
        }
    }

    /** Of somebody who does not stand there: the first that counts. */
    Reden.Niet waaromNiet(GastheerId wie, MomentId waar) {
        var g = stand.gastheer(wie);
        var m = stand.moment(waar);
        var gastheer = stand.gastheren.get(g);
        var belet = stand.belet(g, m);
        if (belet.isPresent()) {
            return new Reden.KanNiet(belet.get(), gastheer.maxPerMaand());
        }
        return anders(g, m);
    }

    private Reden.Niet anders(int g, int m) {
        var gastheer = stand.gastheren.get(g);
        stand.zet(g, m);
        try {
            var verschil = stand.verschil(g, m);
            if (verschil.getOrDefault(Regel.WENS_PER_MAAND, 0L) > 0) {
                return new Reden.WilNietVaker(
                        beeld.inzet(gastheer.id()).wensen().perMaand().orElse(gastheer.maxPerMaand()));
            }
            var samen = beeld.inzet(gastheer.id())
                    .wensen()
                    .maatje()
                    .or(() -> beeld.inzet(gastheer.id()).wensen().samenMet());
            if (samen.isPresent()
                    && verschil.getOrDefault(Regel.MAATJE, 0L) + verschil.getOrDefault(Regel.WENS_SAMEN, 0L) > 0) {
                var ander = stand.gastheer(samen.get());
                if (ander >= 0) {
                    return new Reden.LieverSamen(stand.gastheren.get(ander).naam());
                }
            }
            if (verschil.getOrDefault(Regel.WENS_HUIS, 0L) > 0) {
                return new Reden.WilElders();
            }
        } finally {
            stand.haal(g, m);
        }
        var meesteHier =
                Arrays.stream(stand.op(m)).mapToDouble(stand::druk).max().orElse(0);
        if (stand.druk(g) >= meesteHier && stand.aantal(g) > 0) {
            return new Reden.MeerGevraagd(stand.aantal(g));
        }
        return stand.kortBij(g, m) ? new Reden.KortNaElkaar() : new Reden.Anders();
    }

    /** Everybody who could be put there as it stands. */
    List<Gastheer> kunnen(MomentId waar) {
        var m = stand.moment(waar);
        return IntStream.range(0, stand.gastheren.size())
                .filter(g -> stand.belet(g, m).isEmpty())
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingDouble(stand::druk)
                        .thenComparing(g -> stand.gastheren.get(g).slug()))
                .map(stand.gastheren::get)
                .toList();
    }
}
