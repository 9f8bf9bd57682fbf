package nl.respijt.aanbieder;

import java.time.LocalDate;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** Says in words what a contract says, in the language of whoever reads. */
public final class Contracttekst {
    private Contracttekst() {}

    /** "Loopt tot en met 31 december 2026. Verlengen kan tot en met 31 december 2028." */
    public static String zin(Aanbiedercontract contract, LocalDate vandaag, Teksten t, Datums d) {
        var tot = t.van(contract.dekt(vandaag) ? "contract.loopt" : "contract.liep", d.datum(contract.tot()));
        return tot + " " + verlengen(contract, t, d);
    }

    private static String verlengen(Aanbiedercontract contract, Teksten t, Datums d) {
        return contract.optie()
                .map(optie -> t.van("contract.optie", d.datum(optie)))
                .orElseGet(() ->
                        t.van(contract.verlengbaarTot().isPresent() ? "contract.optie-op" : "contract.geen-optie"));
    }

    /** Where it is written down; what nobody typed has words of its own. */
    public static String bron(Aanbiedercontract contract, Teksten t) {
        return contract.isDoorSysteem() ? t.van("contractbron." + contract.bron()) : contract.bron();
    }
}
