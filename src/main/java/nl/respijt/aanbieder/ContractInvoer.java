package nl.respijt.aanbieder;

import java.time.LocalDate;
import java.util.Optional;
import nl.respijt.web.Velden;

/**
 * What somebody asks to record, from a form or a call to the API.
 *
 * @param tot the last day
 * @param bron where it is written down
 */
public record ContractInvoer(LocalDate tot, String bron) {
    public static final int MAX_BRON = 200;

    /** What was wrong is told to {@code velden}; without a date there is nothing to record. */
    public static Optional<ContractInvoer> lees(Velden velden) {
        if (velden.isLeeg("tot")) {
            velden.fout("tot", "contract.geen-tot");
        }
        var tot = velden.datum("tot");
        var bron = velden.verplicht("bron", MAX_BRON, "contract.geen-bron");
        return tot.map(dag -> new ContractInvoer(dag, bron));
    }
}
