package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * A stay as it goes: they come or do not, stay longer or leave early, and it is over. The house says so, or the makelaar for
 * it; the system invents no arrival. Every step holds the intake first, then the provider, then the nights, as
 * {@link Aanbiedingen} does.
 */
@Singleton
public final class Verblijven {
    /** A house sees a stay that is over for so long. */
    static final int WEKEN_TERUG = 4;

    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final LogeerbeurtRepository beurten;
    private final Aanmeldstappen stappen;
    private final Contracten contracten;
    private final Aanbieders aanbieders;
    private final Verblijfpost post;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Verblijven(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            LogeerbeurtRepository beurten,
            Aanmeldstappen stappen,
            Contracten contracten,
            Aanbieders aanbieders,
            Verblijfpost post,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.beurten = beurten;
        this.stappen = stappen;
        this.contracten = contracten;
        this.aanbieders = aanbieders;
        this.post = post;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** In the houses that this person may see: who is there, who comes, and who left not long ago, by day of arrival. */
    public List<Logeerbeurt> van(Aanmelding wie) {
        var zichtbaar = zichtbaar(wie);
        var vanaf = klok.vandaag().minusWeeks(WEKEN_TERUG);
        return transacties.lees(handle -> beurten.van(handle, zichtbaar, vanaf));
    }

    /** One of those; the makelaar sees it however long ago. */
    public Optional<Logeerbeurt> find(UUID aanmelding, Aanmelding wie) {
        var zichtbaar = zichtbaar(wie);
        var vanaf = wie.rol() == Rol.MAKELAAR ? LocalDate.MIN : klok.vandaag().minusWeeks(WEKEN_TERUG);
        return find(aanmelding)
                .filter(beurt -> zichtbaar.contains(beurt.aanbieder()))
                .filter(beurt -> !beurt.vertrek().isBefore(vanaf));
    }

    /** What came of an intake; empty as long as no bed is chosen. */
    public Optional<Logeerbeurt> find(UUID aanmelding) {
        return transacties.lees(
                handle -> aanmeldingen.find(handle, aanmelding).flatMap(wie -> beurten.find(handle, wie)));
    }

    private Set<UUID> zichtbaar(Aanmelding wie) {
        return aanbieders.zichtbaarVoor(wie).stream().map(Aanbieder::id).collect(Collectors.toSet());
    }

    /** They came, today or before. Also who was not expected any more, when their bed is still free. */
    public MeldResultaat aankomst(UUID id, Aanmelding wie) {
        return metBed(() -> meld(id, wie, (handle, beurt) -> aankomst(handle, beurt, wie.slug(), klok.instant())))
                .orElseGet(MeldResultaat.BedBezet::new);
    }

    private MeldResultaat aankomst(Handle handle, Logeerbeurt beurt, String door, Instant nu) {
        var vandaag = klok.vandaag();
        return switch (beurt.aanmelding().status()) {
            case GEACCEPTEERD -> new MeldResultaat.NogNietZeker();
            case VERBLIJFT -> new MeldResultaat.Gemeld(beurt);
            case BEVESTIGD -> {
                if (vandaag.isBefore(beurt.aankomst())) {
                    yield new MeldResultaat.TeVroeg(beurt.aankomst());
                }
                beurten.gekomen(handle, beurt, nu);
                yield gemeld(
                        handle,
                        stap(handle, beurt, Status.VERBLIJFT, beurt.aanmelding().wmoGebruikt(), door, nu));
            }
            case AFGEROND -> {
                if (beurt.isOngemeld()) {
                    beurten.gekomen(handle, beurt, nu);
                    post.regel(handle, beurt.aanmelding().id(), Status.VERBLIJFT.woord(), door, nu);
                    post.terugblik(handle, beurt.aanmelding(), nu);
                    yield gemeld(handle, beurt.aanmelding());
                }
                yield beurt.nietGekomen() && vandaag.isBefore(beurt.vertrek())
                        ? tochGekomen(handle, beurt, door, nu)
                        : new MeldResultaat.AlVoorbij();
            }
            case INGEDIEND, UITGEZET, AANGEBODEN, AFGEWEZEN, INGETROKKEN, VERLOPEN -> new MeldResultaat.AlVoorbij();
        };
    }

    /** Later than anybody thought: the nights to come are theirs again, if nobody took one. */
    private MeldResultaat tochGekomen(Handle handle, Logeerbeurt beurt, String door, Instant nu) {
        var vandaag = klok.vandaag();
        var tot = beurt.aanbieding().verblijf().tot();
        var nachten = dagen(vandaag, tot);
        if (!beurt.aanmelding().isGedekt(nachten)) {
            return new MeldResultaat.NogNietZeker();
        }
        beurten.gekomen(handle, beurt, nu);
        beurten.neem(handle, beurt, vandaag, tot);
        var wordt = stap(handle, beurt, Status.VERBLIJFT, nachten, door, nu);
        post.aanMantelzorger(handle, wordt, Verblijfpost.GEWIJZIGD, nu);
        return gemeld(handle, wordt);
    }

    /** They did not come: the nights to come are free and none of the gemeente's is used. The makelaar calls the carer. */
    public MeldResultaat nietGekomen(UUID id, Aanmelding wie) {
        return meld(id, wie, (handle, beurt) -> nietGekomen(handle, beurt, wie.slug(), klok.instant()));
    }

    private MeldResultaat nietGekomen(Handle handle, Logeerbeurt beurt, String door, Instant nu) {
        if (beurt.nietGekomen()) {
            return new MeldResultaat.Gemeld(beurt);
        }
        if (beurt.gekomenOp().isPresent()) {
            return new MeldResultaat.AlGekomen();
        }
        if (beurt.aanmelding().status() == Status.GEACCEPTEERD) {
            return new MeldResultaat.NogNietZeker();
        }
        if (beurt.aanmelding().status() != Status.BEVESTIGD && !beurt.isOngemeld()) {
            return new MeldResultaat.AlVoorbij();
        }
        if (klok.vandaag().isBefore(beurt.aankomst())) {
            return new MeldResultaat.TeVroeg(beurt.aankomst());
        }
        beurten.nietGekomen(handle, beurt, klok.vandaag(), nu);
        post.stap(handle, beurt.aanmelding().id(), "niet-gekomen", door, nu);
        var wordt = stap(handle, beurt, Status.AFGEROND, 0, door, nu);
        post.aanMakelaar(handle, wordt, Verblijfpost.NIET_GEKOMEN, nu);
        post.aanMantelzorger(handle, wordt, Verblijfpost.GEWIJZIGD, nu);
        return gemeld(handle, wordt);
    }

    /** They left on this day, or on the day that was agreed when that is earlier; later nights are free at once. */
    public MeldResultaat vertrek(UUID id, LocalDate op, Aanmelding wie) {
        return meld(id, wie, (handle, beurt) -> vertrek(handle, beurt, op, wie.slug(), klok.instant()));
    }

    private MeldResultaat vertrek(Handle handle, Logeerbeurt beurt, LocalDate op, String door, Instant nu) {
        if (beurt.aanmelding().status() == Status.GEACCEPTEERD) {
            return new MeldResultaat.NogNietZeker();
        }
        if (op.isBefore(beurt.aankomst())) {
            return new MeldResultaat.TeVroeg(beurt.aankomst());
        }
        if (op.isAfter(klok.vandaag())) {
            return new MeldResultaat.NogNietVertrokken(klok.vandaag());
        }
        var afspraak = beurt.aanbieding().verblijf();
        var dag = op.isBefore(afspraak.tot()) ? op : afspraak.tot();
        if (beurt.vertrokkenOp().filter(dag::equals).isPresent()) {
            return new MeldResultaat.Gemeld(beurt);
        }
        var over = beurt.aanmelding().status() == Status.AFGEROND;
        if (beurt.nietGekomen() || beurt.vertrokkenOp().isPresent() || !(over || beurt.isTeWijzigen())) {
            return new MeldResultaat.AlVoorbij();
        }
        beurten.vertrokken(handle, beurt, dag, nu);
        var minder = dagen(dag, afspraak.tot());
        var nachten = Math.max(0, beurt.aanmelding().wmoGebruikt() - minder);
        var wordt = stap(handle, beurt, Status.AFGEROND, nachten, door, nu);
        if (minder > 0) {
            post.aanMantelzorger(handle, wordt, Verblijfpost.GEWIJZIGD, nu);
        }
        if (!over || beurt.gekomenOp().isEmpty()) { // else it was asked when the stay ended
            post.terugblik(handle, wordt, nu);
        }
        return gemeld(handle, wordt);
    }

    /** Another day of departure, later or earlier; the carer is told. */
    public NachtenResultaat nachten(UUID id, LocalDate tot, Aanmelding wie) {
        return metBed(() -> metSlot(id, wie, (handle, beurt) -> nachten(handle, beurt, tot, wie)))
                .map(uitkomst -> uitkomst.orElseGet(NachtenResultaat.Onbekend::new))
                .orElseGet(NachtenResultaat.BedBezet::new);
    }

    private NachtenResultaat nachten(Handle handle, Logeerbeurt beurt, LocalDate tot, Aanmelding wie) {
        var nu = klok.instant();
        var aanbieding = beurt.aanbieding();
        var was = aanbieding.verblijf();
        if (beurt.aanmelding().status() == Status.GEACCEPTEERD) {
            return new NachtenResultaat.NogNietZeker();
        }
        if (!beurt.isTeWijzigen()) {
            return new NachtenResultaat.AlVoorbij();
        }
        if (tot.equals(was.tot())) {
            return new NachtenResultaat.Gewijzigd(beurt);
        }
        var vroegst = vroegst(was);
        if (tot.isBefore(vroegst)) {
            return new NachtenResultaat.TeKort(vroegst);
        }
        var wordt = new Verblijf(was.van(), tot);
        // Who came later than agreed used fewer nights than the stay has.
        var gebruikt = beurt.aanmelding().wmoGebruikt() + dagen(was.tot(), tot);
        var langer = tot.isAfter(was.tot());
        if (langer) {
            var grenzen = beurten.grenzen(handle, aanbieding);
            if (wordt.aantal() > grenzen.maximaal()) {
                return new NachtenResultaat.TeLang(grenzen.minimaal(), grenzen.maximaal());
            }
            // Who records another end of the contract waits for this, or this for them.
            var contract = contracten.metSlot(handle, beurt.aanbieder(), Contractdienst.VERBLIJF);
            if (contract.filter(een -> een.dekt(wordt.laatsteNacht())).isEmpty()) {
                return new NachtenResultaat.ContractVerlopen(contract.map(een -> een.tot()));
            }
            if (!beurt.aanmelding().isGedekt(gebruikt)) {
                return new NachtenResultaat.NietGedekt(beurt.aanmelding().wmoNachten());
            }
        }
        beurten.wordt(handle, beurt, tot, nu);
        var id = beurt.aanmelding().id();
        var nieuw = aanmeldingen.wordt(handle, id, beurt.aanmelding().status(), gebruikt, nu);
        post.stap(handle, id, langer ? "verlengd" : "verkort", wie.slug(), nu);
        post.aanMantelzorger(handle, nieuw, Verblijfpost.GEWIJZIGD, nu);
        if (wie.rol() == Rol.MAKELAAR) {
            post.aanHuis(handle, nieuw, beurt.aanbieder(), Verblijfpost.VERBLIJF_VERANDERD, nu);
        }
        return new NachtenResultaat.Gewijzigd(beurten.find(handle, nieuw).orElseThrow());
    }

    private static int dagen(LocalDate van, LocalDate tot) {
        return Math.toIntExact(ChronoUnit.DAYS.between(van, tot));
    }

    /** A night at least, and none that was slept is undone. */
    private LocalDate vroegst(Verblijf verblijf) {
        var eersteVertrek = verblijf.van().plusDays(1);
        return klok.vandaag().isAfter(eersteVertrek) ? klok.vandaag() : eersteVertrek;
    }

    /** What can come of a carer asking for another day of departure. */
    public sealed interface VraagResultaat {
        /** The house decides on its nights, and the makelaar knows. */
        record Gevraagd() implements VraagResultaat {}

        /** That is what is afspraak. */
        record AlZo() implements VraagResultaat {}

        /** @param laatst so late can be asked at most; further is a conversation */
        record GeenDag(LocalDate vroegst, LocalDate laatst) implements VraagResultaat {}

        /** It is over, or nothing is certain yet. */
        record KanNiet() implements VraagResultaat {}
    }

    /** The carer asks the house for another day of departure. */
    public VraagResultaat vraag(UUID id, LocalDate tot, String door) {
        var resultaat = transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, id)
                .flatMap(wie -> beurten.find(handle, wie))
                .map(beurt -> vraag(handle, beurt, tot, door, klok.instant()))
                .orElseGet(VraagResultaat.KanNiet::new));
        gevolgen.na();
        return resultaat;
    }

    private VraagResultaat vraag(Handle handle, Logeerbeurt beurt, LocalDate tot, String door, Instant nu) {
        var verblijf = beurt.aanbieding().verblijf();
        if (!beurt.isTeWijzigen()) {
            return new VraagResultaat.KanNiet();
        }
        var laatst = verblijf.van().plusDays(AanmeldingInvoer.MAX_NACHTEN);
        if (tot.isBefore(vroegst(verblijf)) || tot.isAfter(laatst)) {
            return new VraagResultaat.GeenDag(vroegst(verblijf), laatst);
        }
        if (tot.equals(verblijf.tot())) {
            return new VraagResultaat.AlZo();
        }
        if (beurt.gevraagdTot().filter(tot::equals).isPresent()) {
            return new VraagResultaat.Gevraagd();
        }
        beurten.vraag(handle, beurt, Optional.of(tot), nu);
        var id = beurt.aanmelding().id();
        var wordt = aanmeldingen.wordt(
                handle, id, beurt.aanmelding().status(), beurt.aanmelding().wmoGebruikt(), nu);
        post.stap(handle, id, "andere-dag-gevraagd", door, nu);
        post.aanHuis(handle, wordt, beurt.aanbieder(), Verblijfpost.VERBLIJF_VERANDERD, nu);
        post.aanMakelaar(handle, wordt, Verblijfpost.ANDERE_DAG, nu);
        return new VraagResultaat.Gevraagd();
    }

    /** The house cannot do what the carer asked; nothing changes, and they hear it. False when nothing was asked. */
    public boolean wijsVraagAf(UUID id, Aanmelding wie) {
        return this.<Boolean>metSlot(id, wie, (handle, beurt) -> {
                    if (beurt.gevraagdTot().isEmpty() || !beurt.isTeWijzigen()) {
                        return false;
                    }
                    var nu = klok.instant();
                    var was = beurt.aanmelding();
                    beurten.vraag(handle, beurt, Optional.empty(), nu);
                    var wordt = aanmeldingen.wordt(handle, id, was.status(), was.wmoGebruikt(), nu);
                    post.stap(handle, id, "andere-dag-kan-niet", wie.slug(), nu);
                    post.aanMantelzorger(handle, wordt, Verblijfpost.GEWIJZIGD, nu);
                    return true;
                })
                .orElse(false);
    }

    /** Ends what nobody said anything about: after the day of departure a stay is over, and what never became certain lapsed. */
    public void rondAf() {
        var vandaag = klok.vandaag();
        for (var id : transacties.lees(handle -> beurten.voorbij(handle, vandaag))) {
            transacties.schrijf(handle -> aanmeldingen
                    .metSlot(handle, id)
                    .flatMap(wie -> beurten.find(handle, wie))
                    .filter(beurt -> beurt.aanbieding().verblijf().tot().isBefore(vandaag))
                    .map(beurt -> rondAf(handle, beurt, klok.instant())));
        }
        gevolgen.na();
    }

    private Verblijfsaanmelding rondAf(Handle handle, Logeerbeurt beurt, Instant nu) {
        var wie = beurt.aanmelding();
        if (wie.status() == Status.GEACCEPTEERD) {
            var klaar = stappen.eindig(handle, wie, Status.VERLOPEN, Aanmeldstappen.SYSTEEM);
            post.aanMantelzorger(handle, klaar, Verblijfpost.NIEUWS, nu);
            return klaar;
        }
        if (!beurt.isTeWijzigen()) {
            return wie;
        }
        beurten.vraag(handle, beurt, Optional.empty(), nu);
        var wordt = stap(handle, beurt, Status.AFGEROND, wie.wmoGebruikt(), Aanmeldstappen.SYSTEEM, nu);
        if (wie.status() == Status.VERBLIJFT) { // of who nobody saw come, it is not ours to ask how it was
            post.terugblik(handle, wordt, nu);
        }
        return wordt;
    }

    /** Whoever is there leaves now, as far as we know: the person asks to be forgotten. The house is told. */
    public void sluitAf(UUID id, String door) {
        transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, id)
                .filter(wie -> wie.status() == Status.VERBLIJFT || wie.status() == Status.BEVESTIGD)
                .flatMap(wie -> beurten.find(handle, wie))
                .map(beurt -> {
                    var nu = klok.instant();
                    var uitkomst = vertrek(handle, beurt, klok.vandaag(), door, nu);
                    if (uitkomst instanceof MeldResultaat.Gemeld(var wordt)) {
                        post.aanHuis(
                                handle, wordt.aanmelding(), beurt.aanbieder(), Verblijfpost.VERBLIJF_VERANDERD, nu);
                    }
                    return uitkomst;
                }));
        gevolgen.na();
    }

    private interface Stap<T> {
        T doe(Handle handle, Logeerbeurt beurt);
    }

    private MeldResultaat meld(UUID id, Aanmelding wie, Stap<MeldResultaat> stap) {
        return metSlot(id, wie, stap).orElseGet(MeldResultaat.Onbekend::new);
    }

    /** Empty when there is no such stay in a house of who asks. */
    private <T> Optional<T> metSlot(UUID id, Aanmelding wie, Stap<T> stap) {
        var zichtbaar = zichtbaar(wie);
        var uitkomst = transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, id)
                .flatMap(aanmelding -> beurten.find(handle, aanmelding))
                .filter(beurt -> zichtbaar.contains(beurt.aanbieder()))
                .map(beurt -> stap.doe(handle, beurt)));
        gevolgen.na();
        return uitkomst;
    }

    /** Empty when somebody else has the bed on one of these nights. */
    private static <T> Optional<T> metBed(Supplier<T> stap) {
        try {
            return Optional.of(stap.get());
        } catch (JdbiException fout) {
            var schending = Schending.van(fout).orElseThrow(() -> fout);
            if (schending.schendt("bednacht_pkey") || schending.isWachttijdVoorbij()) {
                return Optional.empty();
            }
            throw fout;
        }
    }

    private Verblijfsaanmelding stap(
            Handle handle, Logeerbeurt beurt, Status status, int wmoGebruikt, String door, Instant nu) {
        return stappen.stap(handle, beurt.aanmelding(), status, wmoGebruikt, door, nu);
    }

    private MeldResultaat gemeld(Handle handle, Verblijfsaanmelding wie) {
        return new MeldResultaat.Gemeld(beurten.find(handle, wie).orElseThrow());
    }
}
