package nl.respijt.mantelzorghuis;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Taak;
import org.jdbi.v3.core.Handle;

/**
 * Turns patterns into openstellingen, each day a day further ahead. What exists stays as it is: an openstelling that
 * was moved or cancelled by hand is never planned a second time.
 */
@Singleton
public final class Openstellingen implements Taak {
    /** domain.md: openstellingen exist at least 26 weeks ahead. */
    static final int WEKEN_VOORUIT = 26;

    /** One place in the plan of a house. */
    private record Plek(java.util.UUID huis, LocalDate datum, Dagdeel dagdeel) {}

    private final Transacties transacties;
    private final HuisRepository huizen;
    private final MomentService momenten;
    private final Feestdagen feestdagen;
    private final Gemeente gemeente;
    private final Klok klok;

    Openstellingen(
            Transacties transacties,
            HuisRepository huizen,
            MomentService momenten,
            Feestdagen feestdagen,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.momenten = momenten;
        this.feestdagen = feestdagen;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    @Override
    public String naam() {
        return "openstellingen";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(3, 0);
    }

    @Override
    public void voerUit() {
        transacties.schrijf(handle -> {
            planVooruit(handle);
            return naam();
        });
    }

    /** The last day that is planned. */
    LocalDate horizon() {
        return klok.vandaag().plusWeeks(WEKEN_VOORUIT);
    }

    void planVooruit(Handle handle) {
        var vandaag = klok.vandaag();
        var horizon = horizon();
        var alle = huizen.alle(handle);
        alle.stream()
                .map(Mantelzorghuis::id)
                .sorted(java.util.Comparator.comparing(java.util.UUID::toString))
                .forEach(id -> huizen.slot(handle, id)); // one planner at a time, on whatever instance
        var patronen = huizen.patronen(handle);
        var sluitingen = huizen.sluitingen(handle, vandaag);
        var gepland = new HashSet<Plek>();
        huizen.openstellingen(handle, vandaag, horizon)
                .forEach(rij -> gepland.add(new Plek(rij.huisId(), rij.datum(), Dagdeel.van(rij.dagdeel()))));
        for (var huis : alle) {
            for (var datum = vandaag; !datum.isAfter(horizon); datum = datum.plusDays(1)) {
                for (var patroon : patronen) {
                    var dag = datum;
                    var dagdeel = patroon.dagdeel();
                    if (patroon.huisId().equals(huis.id())
                            && patroon.geldtOp(dag)
                            && !isVoorbij(dag, dagdeel)
                            && !feestdagen.isFeestdag(dag)
                            && sluitingen.stream().noneMatch(sluiting -> sluiting.geldt(huis.id(), dag, dagdeel))
                            && gepland.add(new Plek(huis.id(), dag, dagdeel))) {
                        open(handle, huis, dag, dagdeel, "patroon");
                    }
                }
            }
        }
    }

    boolean isVoorbij(LocalDate datum, Dagdeel dagdeel) {
        return !gemeente.dagdelen().op(datum, dagdeel).van().isAfter(klok.instant());
    }

    /** False when it is open then already. */
    boolean openOfHeropen(
            Handle handle, Mantelzorghuis huis, LocalDate datum, Dagdeel dagdeel, String herkomst, String door) {
        var bestaand = huizen.openstellingen(handle, datum, datum).stream()
                .filter(rij -> rij.huisId().equals(huis.id()) && rij.dagdeel().equals(dagdeel.woord()))
                .findFirst();
        if (bestaand.isEmpty()) {
            return open(handle, huis, datum, dagdeel, herkomst);
        }
        return momenten.heropen(handle, bestaand.get().moment(), door);
    }

    /** False when another openstelling of the house was moved to that time. */
    private boolean open(Handle handle, Mantelzorghuis huis, LocalDate datum, Dagdeel dagdeel, String herkomst) {
        var tijdvak = gemeente.dagdelen().op(datum, dagdeel);
        if (!momenten.isVrij(handle, huis.id(), tijdvak)) {
            return false;
        }
        var nu = klok.instant();
        var id = new MomentId(Id.nieuw(nu));
        momenten.publiceer(
                handle,
                new Moment(
                        id,
                        Soort.HUIS,
                        huis.id(),
                        huis.naam(),
                        huis.wijk(),
                        List.of(),
                        huis.adres().orElse(""),
                        datum,
                        dagdeel,
                        tijdvak,
                        huis.plaatsen(),
                        0,
                        huis.talen(),
                        huis.rolstoeltoegankelijk(),
                        false,
                        false,
                        huis.voorbeeld(),
                        0,
                        nu,
                        nu));
        huizen.insertOpenstelling(handle, id, huis.id(), datum, dagdeel, herkomst);
        return true;
    }
}
