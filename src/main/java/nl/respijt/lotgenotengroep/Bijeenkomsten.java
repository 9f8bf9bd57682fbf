package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Plek;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Taak;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Turns rhythms into bijeenkomsten, each day a day further ahead. What exists stays as it is: a bijeenkomst that was
 * moved or cancelled by hand is never planned a second time.
 */
@Singleton
public final class Bijeenkomsten implements Taak {
    private static final int POGINGEN = 5;

    /** As far as the houses are open. */
    static final int WEKEN_VOORUIT = 26;

    /** The one word that every moment of a group carries: it may say nothing of which group it is. */
    static final String TITEL = "Lotgenotengroep";

    static final String VAN_RITME = "ritme";
    static final String EXTRA = "extra";

    /** One day in the plan of a group. */
    private record Dag(UUID groep, LocalDate datum) {}

    /** Why nothing is planned on a day on which a rhythm falls. */
    public enum Vrij {
        FEESTDAG,
        SCHOOLVAKANTIE
    }

    private final Transacties transacties;
    private final GroepRepository groepen;
    private final MomentService momenten;
    private final Deelnames deelnames;
    private final Feestdagen feestdagen;
    private final Gemeente gemeente;
    private final Klok klok;

    Bijeenkomsten(
            Transacties transacties,
            GroepRepository groepen,
            MomentService momenten,
            Deelnames deelnames,
            Feestdagen feestdagen,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.groepen = groepen;
        this.momenten = momenten;
        this.deelnames = deelnames;
        this.feestdagen = feestdagen;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    @Override
    public String naam() {
        return "bijeenkomsten";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(3, 10);
    }

    /** Who is in a group may go somewhere else while this plans: then it looks again, and leaves that meeting to them. */
    @Override
    public void voerUit() {
        for (var poging = 1; ; poging++) {
            try {
                transacties.schrijf(handle -> {
                    planVooruit(handle);
                    return naam();
                });
                return;
            } catch (JdbiException fout) {
                if (poging == POGINGEN
                        || Schending.van(fout)
                                .filter(schending -> schending.schendt("boeking_niet_op_twee_plaatsen"))
                                .isEmpty()) {
                    throw fout;
                }
            }
        }
    }

    /** The last day that is planned. */
    LocalDate horizon() {
        return klok.vandaag().plusWeeks(WEKEN_VOORUIT);
    }

    void planVooruit(Handle handle) {
        groepen.alle(handle).stream()
                .filter(groep -> !groep.isGestopt())
                .map(Lotgenotengroep::id)
                .sorted(java.util.Comparator.comparing(UUID::toString))
                .forEach(id -> groepen.findVoorWijziging(handle, id)); // one planner at a time, on whatever instance
        var vandaag = klok.vandaag();
        var horizon = horizon();
        var gepland = new HashSet<Dag>();
        groepen.bijeenkomsten(handle, vandaag, horizon)
                .forEach(rij -> gepland.add(new Dag(rij.groepId(), rij.datum())));
        var lijnen = groepen.ritmes(handle);
        for (var groep : groepen.alle(handle)) {
            if (!groep.isGestopt()) {
                var eigen = lijnen.stream()
                        .filter(lijn -> lijn.groepId().equals(groep.id()))
                        .toList();
                vandaag.datesUntil(horizon.plusDays(1))
                        .filter(dag -> !gepland.contains(new Dag(groep.id(), dag)))
                        .forEach(dag -> eigen.stream()
                                .filter(lijn -> isGepland(lijn, dag))
                                .findFirst()
                                .ifPresent(
                                        lijn -> publiceer(handle, groep, groep.plek(), dag, lijn.op(dag), VAN_RITME)));
            }
        }
    }

    /** Whether this line plans something on that day, which is yet to come. */
    boolean isGepland(Ritmelijn lijn, LocalDate dag) {
        return lijn.ritme().geldtOp(dag)
                && vrij(dag, lijn.zonderSchoolvakanties()).isEmpty()
                && lijn.op(dag).van().isAfter(klok.instant());
    }

    /** Why a rhythm leaves a day out. */
    Optional<Vrij> vrij(LocalDate dag, boolean zonderSchoolvakanties) {
        if (feestdagen.isFeestdag(dag)) {
            return Optional.of(Vrij.FEESTDAG);
        }
        return zonderSchoolvakanties && isSchoolvakantie(dag) ? Optional.of(Vrij.SCHOOLVAKANTIE) : Optional.empty();
    }

    boolean isSchoolvakantie(LocalDate dag) {
        return gemeente.schoolvakanties().op(dag).isPresent();
    }

    /** False when the group meets at that time already. */
    boolean publiceer(
            Handle handle, Lotgenotengroep groep, Plek plek, LocalDate datum, Tijdvak tijdvak, String herkomst) {
        if (!momenten.isVrij(handle, groep.id(), tijdvak)) {
            return false;
        }
        var nu = klok.instant();
        var id = new MomentId(Id.nieuw(nu));
        momenten.publiceer(
                handle,
                new Moment(
                        id,
                        Soort.GROEP,
                        groep.id(),
                        TITEL,
                        plek.wijk(),
                        List.of(),
                        plek.plaats(),
                        Tijdzone.datum(tijdvak.van()),
                        Dagdeel.bij(Tijdzone.lokaal(tijdvak.van()).toLocalTime()),
                        tijdvak,
                        groep.grootte(),
                        0,
                        groep.talen(),
                        plek.rolstoeltoegankelijk(),
                        false,
                        false,
                        groep.voorbeeld(),
                        0,
                        nu,
                        nu));
        if (!groep.openVoorNieuwe()) {
            momenten.besluit(handle, List.of(id), true);
        }
        groepen.insertBijeenkomst(handle, id, groep.id(), datum, herkomst);
        deelnames.bijNieuweBijeenkomst(handle, groep.id(), id, nu);
        return true;
    }
}
