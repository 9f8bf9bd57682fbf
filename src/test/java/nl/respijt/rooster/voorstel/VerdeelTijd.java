package nl.respijt.rooster.voorstel;

/**
 * How long a proposal takes for 4 houses × 12 weeks × 60 hosts, the first time in a JVM and later, and what it is worth. {@code
 * infra/lib/bench/voorsteltijd} starts it and shows what it prints.
 */
public final class VerdeelTijd {
    private static final int KEREN = 5;

    private VerdeelTijd() {}

    static void main() {
        for (var keer = 1; keer <= KEREN; keer++) {
            var stad = Proefstad.groot(keer);
            var begin = System.nanoTime();
            var antwoord = stad.voorstel();
            var duur = (System.nanoTime() - begin) / 1_000_000;
            var oordeel = stad.oordeel(antwoord);
            System.out.printf(
                    "stad %d: %d ms, %d plaatsen, regels gebroken %d, zonder gastheer %d, met een %d, gini %.3f, wensen %.1f %%%n",
                    keer,
                    duur,
                    antwoord.size(),
                    oordeel.gebroken().size(),
                    oordeel.zonder(),
                    oordeel.alleen(),
                    oordeel.gini(),
                    100 * oordeel.vervuldDeel());
        }
    }
}
