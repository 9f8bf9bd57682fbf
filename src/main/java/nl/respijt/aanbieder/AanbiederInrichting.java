package nl.respijt.aanbieder;

import jakarta.inject.Singleton;
import java.time.Instant;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Contract;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Brings the providers of the gemeente's file into the database, with their contracts. What is there stays as it is: from
 * then on the makelaar records, and loading the file again changes nothing.
 */
@Singleton
public final class AanbiederInrichting {
    private final Transacties transacties;
    private final AanbiederRepository aanbieders;
    private final ContractRepository contracten;
    private final Gemeente gemeente;
    private final Klok klok;

    AanbiederInrichting(
            Transacties transacties,
            AanbiederRepository aanbieders,
            ContractRepository contracten,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.aanbieders = aanbieders;
        this.contracten = contracten;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    public void richtIn() {
        transacties.schrijf(handle -> {
            var nu = klok.instant();
            gemeente.respijtzorgThuis()
                    .forEach(een -> neemOver(handle, een.aanbieder(), false, Contractdienst.THUIS, een.contract(), nu));
            var verblijf = gemeente.kortdurendVerblijf();
            verblijf.aanbieders()
                    .forEach(een ->
                            neemOver(handle, een.naam(), true, Contractdienst.VERBLIJF, verblijf.contract(), nu));
            aanbieders.koppelAccounts(handle); // those that were there before their aanbieder
            return gemeente.naam();
        });
    }

    private void neemOver(
            Handle handle, String naam, boolean voorbeeld, Contractdienst dienst, Contract contract, Instant nu) {
        var aanbieder = aanbieders.metNaam(handle, Id.nieuw(nu), naam, voorbeeld);
        if (aanbieders.insert(handle, aanbieder, dienst)) {
            contracten.insert(
                    handle,
                    new Aanbiedercontract(
                            aanbieder,
                            dienst,
                            contract.tot(),
                            contract.verlengbaarTot(),
                            Contracten.UIT_BESTAND,
                            nu,
                            Contracten.SYSTEEM));
        }
    }
}
