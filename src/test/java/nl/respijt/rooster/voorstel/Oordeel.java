package nl.respijt.rooster.voorstel;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Inzet;

/**
 * A roster looked at from outside: which rules it breaks, how unequal the load is, how many wishes came true. Written
 * without a look at how the product counts.
 */
record Oordeel(List<String> gebroken, int zonder, int alleen, double gini, int wensen, int vervuld) {
    private record Zit(Gastheer wie, Moment waar) {}

    double vervuldDeel() {
        return wensen == 0 ? 1 : (double) vervuld / wensen;
    }

    static Oordeel over(Proefstad stad, List<Toewijzing> antwoord) {
        var zitten = Stream.concat(
                        stad.diensten.stream()
                                .filter(dienst -> antwoord.stream()
                                        .noneMatch(een -> een.dienst()
                                                .filter(dienst.id()::equals)
                                                .isPresent()))
                                .map(dienst -> new Zit(dienst.gastheer(), dienst.moment())),
                        antwoord.stream()
                                .flatMap(een -> een.gastheer().stream()
                                        .map(wie -> new Zit(stad.gastheer(wie), stad.moment(een.moment())))))
                .toList();
        var bij = zitten.stream()
                .collect(groupingBy(
                        zit -> zit.waar().id(), mapping(zit -> zit.wie().id(), toSet())));
        var wensen = wensen(stad, zitten, bij);
        return new Oordeel(
                gebroken(stad, zitten),
                (int) stad.momenten.stream()
                        .filter(m -> !bij.containsKey(m.id()))
                        .count(),
                (int) bij.values().stream().filter(wie -> wie.size() == 1).count(),
                gini(stad, zitten),
                wensen.size(),
                (int) wensen.stream().filter(vervuld -> vervuld).count());
    }

    private static List<String> gebroken(Proefstad stad, List<Zit> zitten) {
        var fouten = new ArrayList<String>();
        for (var zit : zitten) {
            var naam = zit.wie().slug() + " " + zit.waar().datum() + " "
                    + zit.waar().dagdeel();
            var inzet = stad.inzet.getOrDefault(zit.wie().id(), Inzet.VRIJ);
            if (!zit.wie().scholing().geldigOp(zit.waar().datum())) {
                fouten.add("niet getraind: " + naam);
            }
            if (!zit.wie().huizen().contains(zit.waar().bronId())) {
                fouten.add("ander huis: " + naam);
            }
            if (!inzet.beschikbaarheid().kan(zit.waar().datum(), zit.waar().dagdeel())) {
                fouten.add("kan niet: " + naam);
            }
            for (var ander : zitten) {
                if (ander != zit && ander.wie().id().equals(zit.wie().id())) {
                    if (ander.waar().tijdvak().overlapt(zit.waar().tijdvak())) {
                        fouten.add("dubbel: " + naam);
                    } else if (ander.waar().datum().equals(zit.waar().datum())
                            && !inzet.wensen().tweeOpEenDag()) {
                        fouten.add("geen rust: " + naam);
                    }
                }
            }
        }
        zitten.stream()
                .collect(groupingBy(zit -> List.of(zit.wie().id(), Proefstad.maand(zit.waar())), counting()))
                .forEach((wie, aantal) -> {
                    if (aantal > stad.gastheer((GastheerId) wie.getFirst()).maxPerMaand()) {
                        fouten.add("maximum: " + wie);
                    }
                });
        return fouten;
    }

    /**
     * Among those of the same houses who can at least once a month, and not only with another: how unequal the part is that each does of what he or she
     * could or would like; of the houses where it is worst.
     */
    private static double gini(Proefstad stad, List<Zit> zitten) {
        return stad.gastheren.stream().collect(groupingBy(Gastheer::huizen)).values().stream()
                .map(groep -> groep.stream()
                        .filter(wie -> ruimte(stad, wie) >= 3 && !heeftMaatje(stad, wie))
                        .toList())
                .filter(groep -> groep.size() > 1)
                .mapToDouble(groep -> gini(groep.stream()
                        .mapToDouble(wie -> zitten.stream()
                                        .filter(zit -> zit.wie().id().equals(wie.id()))
                                        .count()
                                / ruimte(stad, wie))
                        .toArray()))
                .max()
                .orElse(0);
    }

    private static boolean heeftMaatje(Proefstad stad, Gastheer wie) {
        return stad.inzet.getOrDefault(wie.id(), Inzet.VRIJ).wensen().maatje().isPresent();
    }

    private static double ruimte(Proefstad stad, Gastheer wie) {
        var inzet = stad.inzet.getOrDefault(wie.id(), Inzet.VRIJ);
        var kan = stad.momenten.stream()
                .filter(m -> wie.huizen().contains(m.bronId())
                        && inzet.beschikbaarheid().kan(m.datum(), m.dagdeel()))
                .count();
        var maanden = stad.momenten.stream().map(Proefstad::maand).distinct().count();
        return Math.max(1, Math.min(kan, maanden * inzet.wensen().perMaand().orElse(wie.maxPerMaand())));
    }

    static double gini(double[] waarden) {
        var som = 0.0;
        var verschil = 0.0;
        for (var een : waarden) {
            som += een;
            for (var ander : waarden) {
                verschil += Math.abs(een - ander);
            }
        }
        return som == 0 ? 0 : verschil / (2 * waarden.length * som);
    }

    /** One for each dienst that a wish is about, and one for each month in which somebody wished a number. */
    private static List<Boolean> wensen(
            Proefstad stad, List<Zit> zitten, java.util.Map<MomentId, Set<GastheerId>> bij) {
        var alle = new ArrayList<Boolean>();
        for (var zit : zitten) {
            var wensen = stad.inzet.getOrDefault(zit.wie().id(), Inzet.VRIJ).wensen();
            var hier = bij.get(zit.waar().id());
            wensen.huis().ifPresent(huis -> alle.add(huis.equals(zit.waar().bronId())));
            wensen.samenMet().ifPresent(wie -> alle.add(hier.contains(wie)));
            wensen.maatje().ifPresent(wie -> alle.add(hier.contains(wie)));
        }
        zitten.stream()
                .collect(groupingBy(zit -> List.of(zit.wie().id(), Proefstad.maand(zit.waar())), counting()))
                .forEach((wie, aantal) -> stad.inzet
                        .getOrDefault((GastheerId) wie.getFirst(), Inzet.VRIJ)
                        .wensen()
                        .perMaand()
                        .ifPresent(wens -> alle.add(aantal <= wens)));
        return alle;
    }
}
