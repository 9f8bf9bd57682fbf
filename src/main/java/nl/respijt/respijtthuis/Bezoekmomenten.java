package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbiedercontract;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Taak;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/**
 * Turns the hours of workers into visits that can be asked for, each night a day further ahead. What exists stays as it
 * is: a visit that was moved or cancelled by hand is never planned a second time. Beyond the end of the contract it is
 * published under reserve, and nobody can book it (UvP 2025-2027: no visit after the end until an extension is recorded).
 */
@Singleton
public final class Bezoekmomenten implements Taak {
    /** As far as the houses are open. */
    static final int WEKEN_VOORUIT = 26;

    /** What every visit is called: it says not who comes. */
    static final String TITEL = "Respijtzorg Thuis";

    static final String PLAATS = "Bij u thuis";

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final BezoekmomentRepository bezoeken;
    private final AfwezigheidRepository afwezig;
    private final MomentService momenten;
    private final Aanbieders aanbieders;
    private final Contracten contracten;
    private final Thuisinstellingen instellingen;
    private final Feestdagen feestdagen;
    private final Klok klok;

    Bezoekmomenten(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            BezoekmomentRepository bezoeken,
            AfwezigheidRepository afwezig,
            MomentService momenten,
            Aanbieders aanbieders,
            Contracten contracten,
            Thuisinstellingen instellingen,
            Feestdagen feestdagen,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.bezoeken = bezoeken;
        this.afwezig = afwezig;
        this.momenten = momenten;
        this.aanbieders = aanbieders;
        this.contracten = contracten;
        this.instellingen = instellingen;
        this.feestdagen = feestdagen;
        this.klok = klok;
    }

    @Override
    public String naam() {
        return "bezoekmomenten";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(3, 20);
    }

    @Override
    public void voerUit() {
        for (var aanbieder : aanbieders.alle()) {
            transacties.schrijf(handle -> {
                plan(handle, aanbieder);
                return aanbieder;
            });
        }
    }

    /** What is new in the hours of this aanbieder, as part of a larger change; after {@link #houd}. */
    void plan(Handle handle, Aanbieder aanbieder) {
        houd(handle, aanbieder).ifPresent(contract -> planVooruit(handle, aanbieder, contract));
    }

    /**
     * Until this transaction ends nobody else plans for this aanbieder or changes its contract: whoever changes what its
     * workers do begins with this. The contract that holds; empty without one.
     */
    Optional<Aanbiedercontract> houd(Handle handle, Aanbieder aanbieder) {
        var contract = contracten.metSlot(handle, aanbieder.id(), Contractdienst.THUIS);
        medewerkers.vanMetSlot(handle, aanbieder.id());
        return contract;
    }

    private void planVooruit(Handle handle, Aanbieder aanbieder, Aanbiedercontract contract) {
        var eigen = medewerkers.van(handle, aanbieder.id());
        var vandaag = klok.vandaag();
        var gepland = bezoeken.gepland(handle, aanbieder.id(), vandaag);
        var weg = afwezig.afwezigheden(handle, aanbieder.id(), vandaag);
        for (var werktijd : medewerkers.werktijden(handle, aanbieder.id())) {
            var wie = eigen.stream()
                    .filter(een -> een.id().equals(werktijd.medewerker()))
                    .findFirst();
            vandaag.datesUntil(vandaag.plusWeeks(WEKEN_VOORUIT).plusDays(1))
                    .filter(dag -> werktijd.geldtOp(dag) && !feestdagen.isFeestdag(dag))
                    .filter(dag -> !gepland.contains(new BezoekmomentRepository.Dag(werktijd.id(), dag)))
                    .filter(dag -> isEr(weg, werktijd.medewerker(), dag))
                    .forEach(dag -> publiceer(
                            handle,
                            wie.orElseThrow(),
                            Optional.of(werktijd.id()),
                            dag,
                            werktijd.op(dag),
                            contract,
                            instellingen.reistijd(aanbieder)));
        }
    }

    private static boolean isEr(List<Afwezigheid> weg, UUID medewerker, LocalDate dag) {
        return weg.stream().noneMatch(een -> een.medewerker().equals(medewerker) && een.geldtOp(dag));
    }

    /** Empty when it is past, or when they are somewhere else then, or on the way. */
    Optional<MomentId> publiceer(
            Handle handle,
            Medewerker wie,
            Optional<UUID> werktijd,
            LocalDate datum,
            Tijdvak tijdvak,
            Aanbiedercontract contract,
            Duration reistijd) {
        var nu = klok.instant();
        if (!tijdvak.van().isAfter(nu) || !bezoeken.isVrij(handle, wie.id(), tijdvak, reistijd)) {
            return Optional.empty();
        }
        var id = new MomentId(Id.nieuw(nu));
        momenten.publiceer(
                handle,
                new Moment(
                        id,
                        Soort.THUIS,
                        wie.id(),
                        TITEL,
                        wie.wijken().getFirst(),
                        wie.wijken().subList(1, wie.wijken().size()),
                        PLAATS,
                        datum,
                        Dagdeel.bij(Tijdzone.lokaal(tijdvak.van()).toLocalTime()),
                        tijdvak,
                        1,
                        0,
                        wie.talen(),
                        true, // they come where the wheelchair is
                        false,
                        !contract.dekt(datum),
                        wie.voorbeeld(),
                        0,
                        nu,
                        nu));
        bezoeken.insert(handle, id, wie.id(), werktijd, datum, tijdvak, reistijd);
        return Optional.of(id);
    }
}
