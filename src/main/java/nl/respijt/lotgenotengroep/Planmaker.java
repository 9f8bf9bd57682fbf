package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Plek;
import nl.respijt.boeking.Soort;
import nl.respijt.lotgenotengroep.GroepRepository.BijeenkomstRij;
import nl.respijt.lotgenotengroep.Groepsplan.Dag;
import nl.respijt.lotgenotengroep.Groepsplan.Einde;
import nl.respijt.lotgenotengroep.Groepsplan.Stap;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.lotgenotengroep.Voorproef.Lot;
import nl.respijt.lotgenotengroep.Voorproef.Opmerking;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/** Works out what a {@link Wijziging} comes down to, with what there is to say about each bijeenkomst. Changes nothing. */
@Singleton
final class Planmaker {
    /** How far the new day of a bijeenkomst may be off from where it would be, to be the same one. */
    private static final int DAGEN_BIJ_WEKEN = 6;

    private static final int DAGEN_BIJ_MAANDEN = 15;
    private static final MomentVraag.Blad ALLES = new MomentVraag.Blad(1, 1000);

    /** What can come of working it out. */
    sealed interface Uitkomst {}

    record Gemaakt(Groepsplan plan) implements Uitkomst {}

    record TeLaat() implements Uitkomst {}

    record Onbekend() implements Uitkomst {}

    private final GroepRepository groepen;
    private final Bijeenkomsten bijeenkomsten;
    private final MomentService momenten;
    private final Klok klok;

    Planmaker(GroepRepository groepen, Bijeenkomsten bijeenkomsten, MomentService momenten, Klok klok) {
        this.groepen = groepen;
        this.bijeenkomsten = bijeenkomsten;
        this.momenten = momenten;
        this.klok = klok;
    }

    Uitkomst plan(Handle handle, Lotgenotengroep groep, Wijziging wijziging) {
        return switch (wijziging) {
            case Wijziging.Verzet verzet -> plan(handle, groep, verzet);
            case Wijziging.Vervalt vervalt -> plan(handle, groep, vervalt);
            case Wijziging.AnderRitme ander -> plan(handle, groep, ander);
            case Wijziging.Extra extra -> plan(handle, groep, extra);
            case Wijziging.Stop stop -> plan(handle, groep, stop);
        };
    }

    private Uitkomst plan(Handle handle, Lotgenotengroep groep, Wijziging.Verzet verzet) {
        var rij = groepen.bijeenkomst(handle, verzet.welk())
                .filter(een -> een.groepId().equals(groep.id()));
        var gevonden = momenten.find(handle, verzet.welk());
        if (rij.isEmpty() || gevonden.isEmpty()) {
            return new Onbekend();
        }
        var moment = gevonden.get();
        var naar = op(verzet.datum(), verzet.uren());
        if (moment.vervallen()
                || moment.isBegonnen(klok.instant())
                || !naar.van().isAfter(klok.instant())) {
            return new TeLaat();
        }
        var lijn = verzet.enVolgende() ? lijn(handle, rij.get()) : Optional.<Ritmelijn>empty();
        if (lijn.isPresent()) {
            return anderRitme(
                    handle,
                    groep,
                    List.of(lijn.get()),
                    rij.get().datum(),
                    ChronoUnit.DAYS.between(rij.get().datum(), verzet.datum()),
                    new Ritmelijn(
                            Id.nieuw(klok.instant()),
                            groep.id(),
                            verschoven(lijn.get().ritme(), verzet.datum()),
                            verzet.uren(),
                            lijn.get().zonderSchoolvakanties()),
                    verzet.plek());
        }
        if (naar.equals(moment.tijdvak()) && verzet.plek().equals(moment.plek())) {
            return new Gemaakt(Groepsplan.van(List.of(), ""));
        }
        return new Gemaakt(Groepsplan.van(
                List.of(verzet(handle, groep, moment, naar, verzet.plek(), Optional.empty(), List.of(moment.id()))),
                ""));
    }

    /** The line that planned it; none for an extra one, or when its line has ended. */
    private Optional<Ritmelijn> lijn(Handle handle, BijeenkomstRij rij) {
        return rij.herkomst().equals(Bijeenkomsten.EXTRA)
                ? Optional.empty()
                : groepen.ritmes(handle, rij.groepId()).stream()
                        .filter(lijn -> lijn.ritme().geldtOp(rij.datum()))
                        .findFirst();
    }

    private static Ritme verschoven(Ritme ritme, LocalDate naar) {
        var dag = naar.getDayOfWeek().getValue();
        return switch (ritme) {
            case Weken weken -> new Weken(weken.elke(), dag, naar, Optional.empty());
            case Maand maand -> new Maand(maand.elke(), dag, Maand.hoeveelste(naar), naar, Optional.empty());
        };
    }

    private Uitkomst plan(Handle handle, Lotgenotengroep groep, Wijziging.Vervalt vervalt) {
        var gevonden = groepen.bijeenkomst(handle, vervalt.welk())
                .filter(een -> een.groepId().equals(groep.id()))
                .flatMap(_ -> momenten.find(handle, vervalt.welk()));
        if (gevonden.isEmpty()) {
            return new Onbekend();
        }
        var moment = gevonden.get();
        if (moment.vervallen() || moment.isBegonnen(klok.instant())) {
            return new TeLaat();
        }
        var tot = vervalt.totEnMet().orElse(moment.datum());
        var stappen = vervalt.totEnMet().isEmpty()
                ? List.of(vervalt(moment, false, List.of()))
                : komende(handle, groep.id(), moment.datum()).stream()
                        .filter(een -> !een.datum().isAfter(tot))
                        .map(een -> vervalt(een, false, List.of()))
                        .toList();
        return new Gemaakt(Groepsplan.van(stappen, vervalt.reden()));
    }

    private Uitkomst plan(Handle handle, Lotgenotengroep groep, Wijziging.AnderRitme ander) {
        var vanaf = ander.ritme().vanaf();
        if (vanaf.isBefore(klok.vandaag())) {
            return new TeLaat();
        }
        var lijn = new Ritmelijn(
                Id.nieuw(klok.instant()), groep.id(), ander.ritme(), ander.uren(), ander.zonderSchoolvakanties());
        var lopend = groepen.ritmes(handle, groep.id()).stream()
                .filter(een ->
                        een.ritme().tot().filter(tot -> !tot.isAfter(vanaf)).isEmpty())
                .toList();
        var eersteOud = groepen.bijeenkomsten(handle, groep.id(), vanaf).stream()
                .filter(rij -> lopend.stream().anyMatch(een -> een.ritme().geldtOp(rij.datum())))
                .map(BijeenkomstRij::datum)
                .findFirst();
        var eersteNieuw = vanaf.datesUntil(bijeenkomsten.horizon().plusDays(1))
                .filter(dag -> ander.ritme().geldtOp(dag))
                .findFirst();
        return anderRitme(
                handle,
                groep,
                lopend,
                vanaf,
                ChronoUnit.DAYS.between(eersteOud.orElse(vanaf), eersteNieuw.orElse(vanaf)),
                lijn,
                ander.plek());
    }

    /**
     * One rhythm in the place of others. A bijeenkomst of the old becomes the one of the new that is nearest to where it
     * would be when all move as far as the first, and keeps who has a place; what finds none lapses, and what is left of
     * the new is added. One that lapsed already takes a day of the new along, so that it is not planned after all.
     *
     * @param einde the first day on which the old no longer hold
     * @param verschil how many days the first one moves
     */
    private Uitkomst anderRitme(
            Handle handle,
            Lotgenotengroep groep,
            List<Ritmelijn> oud,
            LocalDate einde,
            long verschil,
            Ritmelijn nieuw,
            Plek plek) {
        var bestaande = groepen.bijeenkomsten(handle, groep.id(), klok.vandaag());
        var vanOud = bestaande.stream()
                .filter(rij -> rij.herkomst().equals(Bijeenkomsten.VAN_RITME)
                        && !rij.datum().isBefore(einde)
                        && oud.stream().anyMatch(lijn -> lijn.ritme().geldtOp(rij.datum())))
                .toList();
        var anderen = bestaande.stream()
                .filter(rij -> !vanOud.contains(rij))
                .map(BijeenkomstRij::datum)
                .toList();
        var dagen = nieuw.ritme()
                .vanaf()
                .datesUntil(totEnMet(vanOud, verschil).plusDays(1))
                .filter(dag -> bijeenkomsten.isGepland(nieuw, dag) && !anderen.contains(dag))
                .toList();

        var over = new ArrayList<>(vanOud);
        var meegaand = vanOud.stream().map(BijeenkomstRij::moment).toList();
        var stappen = new ArrayList<Stap>();
        var blijvendeDagen = new ArrayList<Dag>();
        for (var dag : dagen) {
            var beste = over.stream()
                    .filter(rij -> afstand(rij, verschil, dag) <= ruimte(nieuw.ritme()))
                    .min(Comparator.comparing(rij -> afstand(rij, verschil, dag)));
            beste.ifPresent(over::remove);
            if (beste.isEmpty()) {
                if (!dag.isAfter(bijeenkomsten.horizon())) { // else planned when its time comes
                    stappen.add(nieuw(handle, groep, nieuw.op(dag), plek, dag, meegaand));
                }
            } else if (beste.get().vervallen()) {
                blijvendeDagen.add(new Dag(beste.get().momentId(), dag));
            } else {
                momenten.find(handle, beste.get().moment())
                        .filter(moment -> !moment.isBegonnen(klok.instant()))
                        .ifPresent(moment -> stappen.add(
                                verzet(handle, groep, moment, nieuw.op(dag), plek, Optional.of(dag), meegaand)));
            }
        }
        over.stream()
                .filter(rij -> !rij.vervallen())
                .flatMap(rij -> momenten.find(handle, rij.moment()).stream()
                        .filter(moment -> !moment.isBegonnen(klok.instant()))
                        .map(moment -> vervalt(moment, true, vrij(rij.datum().plusDays(verschil), nieuw))))
                .forEach(stappen::add);
        stappen.sort(Comparator.comparing(stap -> stap.wordt()
                .or(() -> stap.was().map(Moment::tijdvak))
                .orElseThrow()
                .van()));
        return new Gemaakt(new Groepsplan(
                oud.stream().map(lijn -> new Einde(lijn.id(), einde)).toList(),
                Optional.of(nieuw),
                stappen,
                blijvendeDagen,
                Optional.of(plek),
                "",
                false));
    }

    /** As far as is planned, and on to where the last of the old goes: it may not lapse for being planned that far. */
    private LocalDate totEnMet(List<BijeenkomstRij> oud, long verschil) {
        var horizon = bijeenkomsten.horizon();
        return oud.stream()
                .map(rij -> rij.datum().plusDays(verschil))
                .filter(horizon::isBefore)
                .max(Comparator.naturalOrder())
                .map(dag -> dag.plusDays(DAGEN_BIJ_MAANDEN))
                .orElse(horizon);
    }

    private static long afstand(BijeenkomstRij rij, long verschil, LocalDate dag) {
        return Math.abs(ChronoUnit.DAYS.between(rij.datum().plusDays(verschil), dag));
    }

    private static int ruimte(Ritme ritme) {
        return switch (ritme) {
            case Weken _ -> DAGEN_BIJ_WEKEN;
            case Maand _ -> DAGEN_BIJ_MAANDEN;
        };
    }

    /** Why there is none on the day on which it would be. */
    private List<Opmerking> vrij(LocalDate dag, Ritmelijn lijn) {
        return bijeenkomsten.vrij(dag, lijn.zonderSchoolvakanties()).stream()
                .<Opmerking>map(reden -> switch (reden) {
                    case FEESTDAG -> new Opmerking.Feestdag(dag);
                    case SCHOOLVAKANTIE -> new Opmerking.Schoolvakantie(dag);
                })
                .toList();
    }

    private Uitkomst plan(Handle handle, Lotgenotengroep groep, Wijziging.Extra extra) {
        var naar = op(extra.datum(), extra.uren());
        if (!naar.van().isAfter(klok.instant())) {
            return new TeLaat();
        }
        if (groep.isGestopt()) {
            return new Onbekend();
        }
        return new Gemaakt(
                Groepsplan.van(List.of(nieuw(handle, groep, naar, extra.plek(), extra.datum(), List.of())), ""));
    }

    private Uitkomst plan(Handle handle, Lotgenotengroep groep, Wijziging.Stop stop) {
        if (stop.per().isBefore(klok.vandaag())) {
            return new TeLaat();
        }
        return new Gemaakt(new Groepsplan(
                groepen.ritmes(handle, groep.id()).stream()
                        .map(lijn -> new Einde(lijn.id(), stop.per()))
                        .toList(),
                Optional.empty(),
                komende(handle, groep.id(), stop.per()).stream()
                        .map(moment -> vervalt(moment, true, List.of()))
                        .toList(),
                List.of(),
                Optional.empty(),
                stop.reden(),
                true));
    }

    /** What is to take place from that day on. */
    private List<Moment> komende(Handle handle, UUID groep, LocalDate vanaf) {
        var nu = klok.instant();
        var begin = Tijdzone.beginVan(vanaf);
        return momenten.zoek(
                        handle,
                        MomentVraag.tussen(
                                        begin.isBefore(nu) ? nu : begin,
                                        Tijdzone.beginVan(klok.vandaag().plusYears(10)))
                                .soort(Soort.GROEP)
                                .bron(groep)
                                .ookBesloten()
                                .vraag(),
                        ALLES)
                .momenten();
    }

    private Stap verzet(
            Handle handle,
            Lotgenotengroep groep,
            Moment moment,
            Tijdvak naar,
            Plek plek,
            Optional<LocalDate> dag,
            List<MomentId> meegaand) {
        var opmerkingen = new ArrayList<>(overDag(naar));
        opmerkingen.addAll(overTijd(handle, groep, naar, plek, meegaand));
        var elders = momenten.mensenElders(handle, moment.id(), naar, meegaand);
        if (!elders.isEmpty()) {
            opmerkingen.add(new Opmerking.MensenElders(elders));
        }
        return new Stap(Lot.VERZET, Optional.of(moment), Optional.of(naar), Optional.of(plek), dag, false, opmerkingen);
    }

    private Stap nieuw(
            Handle handle, Lotgenotengroep groep, Tijdvak naar, Plek plek, LocalDate dag, List<MomentId> meegaand) {
        var opmerkingen = new ArrayList<>(overDag(naar));
        opmerkingen.addAll(overTijd(handle, groep, naar, plek, meegaand));
        var alDieDag = groepen.bijeenkomsten(handle, groep.id(), dag).stream()
                .anyMatch(rij -> rij.datum().equals(dag) && !rij.vervallen() && !meegaand.contains(rij.moment()));
        if (alDieDag && opmerkingen.stream().noneMatch(Opmerking.EigenBijeenkomst.class::isInstance)) {
            opmerkingen.add(new Opmerking.EigenBijeenkomst());
        }
        return new Stap(
                Lot.NIEUW,
                Optional.empty(),
                Optional.of(naar),
                Optional.of(plek),
                Optional.of(dag),
                false,
                opmerkingen);
    }

    private static Stap vervalt(Moment moment, boolean dagVrij, List<Opmerking> opmerkingen) {
        return new Stap(
                Lot.VERVALT,
                Optional.of(moment),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dagVrij,
                opmerkingen);
    }

    private List<Opmerking> overDag(Tijdvak naar) {
        var dag = Tijdzone.datum(naar.van());
        var opmerkingen = new ArrayList<Opmerking>();
        if (bijeenkomsten.vrij(dag, false).isPresent()) {
            opmerkingen.add(new Opmerking.Feestdag(dag));
        }
        if (bijeenkomsten.isSchoolvakantie(dag)) {
            opmerkingen.add(new Opmerking.Schoolvakantie(dag));
        }
        return opmerkingen;
    }

    private List<Opmerking> overTijd(
            Handle handle, Lotgenotengroep groep, Tijdvak naar, Plek plek, List<MomentId> meegaand) {
        var opmerkingen = new ArrayList<Opmerking>();
        if (!momenten.isVrij(handle, groep.id(), naar, meegaand)) {
            opmerkingen.add(new Opmerking.EigenBijeenkomst());
        }
        if (momenten.isPlekBezet(handle, groep.id(), plek, naar)) {
            opmerkingen.add(new Opmerking.PlekBezet());
        }
        return opmerkingen;
    }

    private static Tijdvak op(LocalDate dag, Uren uren) {
        return new Tijdvak(Tijdzone.instant(dag, uren.begin()), Tijdzone.instant(dag, uren.eind()));
    }
}
