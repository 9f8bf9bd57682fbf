package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;

/**
 * Visits that were booked and now lie beyond the end of the contract, because that moved back. They stay, since nobody was
 * told otherwise: somebody has to arrange them, or call those who count on them.
 */
@Singleton
public final class BezoekenNaContract {
    /** Of one provider; {@code tot} is the last day of its contract. */
    public record Rest(Aanbieder aanbieder, LocalDate tot, int bezoeken) {}

    private final Transacties transacties;
    private final HuisbezoekRepository huisbezoeken;
    private final Contracten contracten;
    private final Aanbieders aanbieders;
    private final Klok klok;

    BezoekenNaContract(
            Transacties transacties,
            HuisbezoekRepository huisbezoeken,
            Contracten contracten,
            Aanbieders aanbieders,
            Klok klok) {
        this.transacties = transacties;
        this.huisbezoeken = huisbezoeken;
        this.contracten = contracten;
        this.aanbieders = aanbieders;
        this.klok = klok;
    }

    /** Only who has any, by the last day of the contract. */
    public List<Rest> alle() {
        var nu = klok.instant();
        return contracten.geldende().stream()
                .filter(contract -> contract.dienst() == Contractdienst.THUIS)
                .flatMap(contract -> aanbieders.find(contract.aanbieder()).stream()
                        .map(aanbieder -> new Rest(
                                aanbieder,
                                contract.tot(),
                                transacties.lees(
                                        handle -> huisbezoeken.telNa(handle, aanbieder.id(), contract.tot(), nu)))))
                .filter(rest -> rest.bezoeken() > 0)
                .sorted(Comparator.comparing(Rest::tot)
                        .thenComparing(rest -> rest.aanbieder().naam()))
                .toList();
    }
}
