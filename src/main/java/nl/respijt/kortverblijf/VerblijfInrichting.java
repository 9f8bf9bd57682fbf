package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.KortdurendVerblijf;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.kortverblijf.Logeerhuis.Huisregels;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Brings the houses of the gemeente's file into the database, with their first rules and their beds. A house that is there
 * stays as it is: loading the file again changes nothing.
 */
@Singleton
public final class VerblijfInrichting {
    private static final int EERSTE_VERSIE = 1;

    private final Transacties transacties;
    private final LogeerhuisRepository huizen;
    private final HuisgegevensRepository gegevens;
    private final Aanbieders aanbieders;
    private final Gemeente gemeente;
    private final Klok klok;

    VerblijfInrichting(
            Transacties transacties,
            LogeerhuisRepository huizen,
            HuisgegevensRepository gegevens,
            Aanbieders aanbieders,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.gegevens = gegevens;
        this.aanbieders = aanbieders;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    public void richtIn() {
        for (var uit : gemeente.kortdurendVerblijf().aanbieders()) {
            aanbieders.alle().stream()
                    .filter(een -> een.naam().equals(uit.naam()))
                    .forEach(aanbieder -> transacties.schrijf(handle -> neemOver(handle, aanbieder, uit)));
        }
    }

    private boolean neemOver(Handle handle, Aanbieder aanbieder, KortdurendVerblijf.Aanbieder uit) {
        var huis = new Logeerhuis(
                nieuw(),
                aanbieder.id(),
                uit.naam(),
                uit.wijk(),
                Huisregels.van(uit, EERSTE_VERSIE),
                uit.bedden().stream()
                        .map(bed -> new Bed(nieuw(), bed.naam(), Set.copyOf(bed.kenmerken())))
                        .toList());
        var nieuw = huizen.insert(handle, huis, aanbieder.voorbeeld(), klok.vandaag());
        if (nieuw) {
            var bereik = uit.bereik();
            gegevens.zet(
                    handle,
                    huis.id(),
                    new Huisgegevens(
                            bereik.adres(),
                            bereik.telefoon(),
                            bereik.aankomstVanaf(),
                            bereik.aankomstTot(),
                            bereik.vertrekVoor()));
        }
        return nieuw;
    }

    private UUID nieuw() {
        return Id.nieuw(klok.instant());
    }
}
