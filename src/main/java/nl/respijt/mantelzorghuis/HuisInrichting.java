package nl.respijt.mantelzorghuis;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Huis;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;

/**
 * Brings the houses of the gemeente's file into the database, with their patterns. A house that is there stays as it
 * is: from then on the makelaar decides, and loading the file again changes nothing.
 */
@Singleton
public final class HuisInrichting {
    private final Transacties transacties;
    private final HuisRepository huizen;
    private final Openstellingen openstellingen;
    private final Gemeente gemeente;
    private final Klok klok;

    HuisInrichting(
            Transacties transacties,
            HuisRepository huizen,
            Openstellingen openstellingen,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.openstellingen = openstellingen;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    public void richtIn() {
        transacties.schrijf(handle -> {
            var nu = klok.instant();
            var dezeMaandag = klok.vandaag().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            for (var uitBestand : gemeente.huizen()) {
                var huis = huis(uitBestand);
                if (huizen.insert(handle, huis)) {
                    for (var opening : uitBestand.open()) {
                        huizen.insert(
                                handle,
                                new Openingspatroon(
                                        Id.nieuw(nu),
                                        huis.id(),
                                        opening.isoDag(),
                                        opening.dagdeel(),
                                        opening.elkeWeken(),
                                        dezeMaandag,
                                        Optional.empty()));
                    }
                }
            }
            openstellingen.planVooruit(handle);
            return gemeente.naam();
        });
    }

    private Mantelzorghuis huis(Huis huis) {
        return new Mantelzorghuis(
                Id.nieuw(klok.instant()),
                huis.slug(),
                huis.naam(),
                huis.wijk(),
                huis.adres(),
                huis.halte(),
                huis.plaatsen(),
                huis.talen(),
                huis.rolstoeltoegankelijk(),
                huis.voorbeeld());
    }
}
