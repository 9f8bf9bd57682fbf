package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.boeking.MomentService.MomentVerplaatsResultaat;
import nl.respijt.boeking.Plek;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.kluis.Sha256;
import nl.respijt.lotgenotengroep.Groepsplan.Stap;
import nl.respijt.lotgenotengroep.Voorproef.Lot;
import nl.respijt.lotgenotengroep.Voorproef.Regel;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Changes when and where a group meets. First one looks ({@link #proef}), then one agrees to what one saw ({@link
 * #voerUit}); when it would be something else by then, one looks again. All of it in one transaction, and everybody who
 * has a place is told by what moves or cancels the moment.
 */
@Singleton
public final class GroepPlanning {
    /** What was planned a moment ago cannot be done any more; nothing of it is kept. */
    private static final class Ingehaald extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Transacties transacties;
    private final GroepRepository groepen;
    private final Bijeenkomsten bijeenkomsten;
    private final Planmaker planmaker;
    private final MomentService momenten;
    private final Deelnames deelnames;
    private final Groepsberichten berichten;
    private final Gevolgen gevolgen;

    GroepPlanning(
            Transacties transacties,
            GroepRepository groepen,
            Bijeenkomsten bijeenkomsten,
            Planmaker planmaker,
            MomentService momenten,
            Deelnames deelnames,
            Groepsberichten berichten,
            Gevolgen gevolgen) {
        this.transacties = transacties;
        this.groepen = groepen;
        this.bijeenkomsten = bijeenkomsten;
        this.planmaker = planmaker;
        this.momenten = momenten;
        this.deelnames = deelnames;
        this.berichten = berichten;
        this.gevolgen = gevolgen;
    }

    public ProefResultaat proef(UUID groepId, Wijziging wijziging) {
        return transacties.lees(handle -> groepen.find(handle, groepId)
                .map(groep -> switch (planmaker.plan(handle, groep, wijziging)) {
                    case Planmaker.Gemaakt(var plan) -> new ProefResultaat.Gezien(voorproef(handle, groep, plan));
                    case Planmaker.TeLaat _ -> new ProefResultaat.TeLaat();
                    case Planmaker.Onbekend _ -> new ProefResultaat.Onbekend();
                })
                .orElseGet(ProefResultaat.Onbekend::new));
    }

    /**
     * @param gezien the stamp of the {@link Voorproef} that was agreed to
     * @param door as whom it stands in the history
     * @param account whose it was; a coordinator need not be told of their own change
     */
    public WijzigResultaat voerUit(
            UUID groepId, Wijziging wijziging, String gezien, String door, Optional<UUID> account) {
        try {
            var resultaat = transacties.schrijf(handle -> voerUit(handle, groepId, wijziging, gezien, door, account));
            gevolgen.na();
            return resultaat;
        } catch (Ingehaald e) {
            return opnieuw(groepId, wijziging);
        } catch (JdbiException fout) {
            if (Schending.van(fout)
                    .filter(schending -> schending.schendt("moment_een_tegelijk")
                            || schending.schendt("bijeenkomst_een_per_dag")
                            || schending.schendt("boeking_niet_op_twee_plaatsen"))
                    .isEmpty()) {
                throw fout;
            }
            return opnieuw(groepId, wijziging);
        }
    }

    private WijzigResultaat opnieuw(UUID groepId, Wijziging wijziging) {
        return switch (proef(groepId, wijziging)) {
            case ProefResultaat.Gezien(var proef) -> new WijzigResultaat.KijkOpnieuw(proef);
            case ProefResultaat.TeLaat _ -> new WijzigResultaat.TeLaat();
            case ProefResultaat.Onbekend _ -> new WijzigResultaat.Onbekend();
        };
    }

    private WijzigResultaat voerUit(
            Handle handle, UUID groepId, Wijziging wijziging, String gezien, String door, Optional<UUID> account) {
        var groep = groepen.findVoorWijziging(handle, groepId);
        if (groep.isEmpty()) {
            return new WijzigResultaat.Onbekend();
        }
        return switch (planmaker.plan(handle, groep.get(), wijziging)) {
            case Planmaker.Onbekend _ -> new WijzigResultaat.Onbekend();
            case Planmaker.TeLaat _ -> new WijzigResultaat.TeLaat();
            case Planmaker.Gemaakt(var plan) -> {
                var proef = voorproef(handle, groep.get(), plan);
                if (proef.blokkeert() || !proef.stempel().equals(gezien)) {
                    yield new WijzigResultaat.KijkOpnieuw(proef);
                }
                voerUit(handle, groep.get(), plan, door);
                berichten.bijVerandering(
                        handle, groepId, groep.get().versie() + 1, Verandering.van(wijziging, plan), account);
                yield new WijzigResultaat.Gedaan(plan.stappen().size(), proef.mensen());
            }
        };
    }

    private void voerUit(Handle handle, Lotgenotengroep groep, Groepsplan plan, String door) {
        plan.eindigt().forEach(einde -> groepen.beeindig(handle, einde.lijn(), einde.tot()));
        plan.begint().ifPresent(lijn -> groepen.insert(handle, lijn));
        var vrij = new ArrayList<UUID>();
        plan.stappen().stream()
                .filter(stap -> stap.dagVrij() || stap.dag().isPresent())
                .forEach(stap ->
                        stap.was().ifPresent(moment -> vrij.add(moment.id().waarde())));
        plan.dagen().forEach(dag -> vrij.add(dag.moment()));
        groepen.geefDagenVrij(handle, vrij);
        if (plan.stopt()) {
            var vanaf = plan.stappen().stream().map(GroepPlanning::was).min(Comparator.naturalOrder());
            deelnames.bijStoppenVanGroep(handle, groep.id(), vanaf, door);
        }
        inVolgorde(plan.stappen(), Lot.VERVALT).forEach(stap -> laatVervallen(handle, stap, plan.reden(), door));
        inVolgorde(plan.stappen(), Lot.VERZET).forEach(stap -> verzet(handle, groep, stap, door));
        plan.dagen()
                .forEach(dag -> groepen.insertBijeenkomst(
                        handle, new MomentId(dag.moment()), groep.id(), dag.datum(), Bijeenkomsten.VAN_RITME));
        var herkomst = plan.begint().isPresent() ? Bijeenkomsten.VAN_RITME : Bijeenkomsten.EXTRA;
        inVolgorde(plan.stappen(), Lot.NIEUW).forEach(stap -> maak(handle, groep, stap, herkomst));
        groepen.wijzig(handle, na(groep, plan));
    }

    private static Lotgenotengroep na(Lotgenotengroep groep, Groepsplan plan) {
        return new Lotgenotengroep(
                groep.id(),
                groep.naam(),
                groep.soort(),
                groep.doelgroep(),
                groep.uitleg(),
                groep.talen(),
                plan.plek().orElse(groep.plek()),
                groep.grootte(),
                groep.deelnemers(),
                plan.stopt() ? Groepsstatus.GESTOPT : groep.status(),
                groep.openVoorNieuwe(),
                groep.alleenVrouwen(),
                groep.kennismaking(),
                groep.voorbeeld(),
                groep.afspraken(),
                groep.hulpNaam(),
                groep.hulpTelefoon(),
                groep.versie());
    }

    /**
     * What moves to later starts with the last and what moves to earlier with the first, so that each finds its new time
     * left by the one before.
     */
    private static List<Stap> inVolgorde(List<Stap> stappen, Lot lot) {
        var van = stappen.stream().filter(stap -> stap.lot() == lot).toList();
        if (lot != Lot.VERZET) {
            return van;
        }
        var later = van.stream()
                .filter(stap -> begin(stap).isAfter(was(stap)))
                .sorted(Comparator.comparing(GroepPlanning::begin).reversed())
                .toList();
        var eerder = new ArrayList<>(van);
        eerder.removeAll(later);
        eerder.sort(Comparator.comparing(GroepPlanning::begin));
        var alle = new ArrayList<>(later);
        alle.addAll(eerder);
        return alle;
    }

    private static Instant begin(Stap stap) {
        return stap.wordt().orElseThrow().van();
    }

    private static Instant was(Stap stap) {
        return stap.was().orElseThrow().tijdvak().van();
    }

    private void laatVervallen(Handle handle, Stap stap, String reden, String door) {
        if (!(momenten.gelastAf(handle, stap.was().orElseThrow().id(), reden, door)
                instanceof AfgelastResultaat.Afgelast)) {
            throw new Ingehaald();
        }
    }

    private void verzet(Handle handle, Lotgenotengroep groep, Stap stap, String door) {
        var id = stap.was().orElseThrow().id();
        if (!(momenten.verplaats(
                        handle, id, stap.wordt().orElseThrow(), stap.plek().orElseThrow(), door)
                instanceof MomentVerplaatsResultaat.Verplaatst)) {
            throw new Ingehaald();
        }
        stap.dag().ifPresent(dag -> groepen.insertBijeenkomst(handle, id, groep.id(), dag, Bijeenkomsten.VAN_RITME));
    }

    private void maak(Handle handle, Lotgenotengroep groep, Stap stap, String herkomst) {
        groepen.geefVervallenDagVrij(handle, groep.id(), stap.dag().orElseThrow());
        if (!bijeenkomsten.publiceer(
                handle,
                groep,
                stap.plek().orElseThrow(),
                stap.dag().orElseThrow(),
                stap.wordt().orElseThrow(),
                herkomst)) {
            throw new Ingehaald();
        }
    }

    private Voorproef voorproef(Handle handle, Lotgenotengroep groep, Groepsplan plan) {
        var mensen = new HashSet<UUID>();
        var tekst = new StringBuilder(groep.id() + " " + groep.versie());
        var regels = new ArrayList<Regel>();
        for (var stap : plan.stappen()) {
            regels.add(new Regel(stap.lot(), stap.was(), stap.wordt(), stap.plek(), stap.opmerkingen()));
            tekst.append('\n').append(stap.lot()).append(stap.wordt()).append(stap.plek());
            stap.was().ifPresent(moment -> {
                tekst.append(moment.id().waarde()).append(moment.versie());
                momenten.boekingenOp(handle, moment.id())
                        .forEach(boeking -> mensen.add(boeking.mantelzorger().waarde()));
            });
        }
        tekst.append('\n')
                .append(mensen.stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList());
        tekst.append(plan.begint().map(lijn -> lijn.ritme() + " " + lijn.uren() + lijn.zonderSchoolvakanties()));
        tekst.append(plan.plek().map(Plek::toString)).append(plan.reden());
        return new Voorproef(regels, mensen.size(), Sha256.hex(tekst.toString()));
    }
}
