package nl.respijt.rooster;

import static java.util.Comparator.comparing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.database.Transacties;
import nl.respijt.recht.Handeling;
import nl.respijt.rooster.DienstBerichten.Einde;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Who opens which house when. That nobody is at two places is decided by the constraints of dienst; that nobody is asked
 * more than a month's maximum by the row of the gastheer, which is locked before the diensten are counted.
 *
 * <p>{@code door} is who does it: the name in addresses of whoever is signed in, or "systeem".
 */
@Singleton
public final class RoosterService {
    /** Later than any date that a form takes. */
    private static final LocalDate NOOIT = LocalDate.of(2300, 1, 1);

    /** Further ahead a gastheer is not asked to look. */
    private static final int WEKEN_OPEN = 8;

    private final Transacties transacties;
    private final GastheerRepository gastheren;
    private final DienstRepository diensten;
    private final InzetRepository inzet;
    private final Dienstboek boek;
    private final Gevolgen gevolgen;
    private final Klok klok;

    RoosterService(
            Transacties transacties,
            GastheerRepository gastheren,
            DienstRepository diensten,
            InzetRepository inzet,
            Dienstboek boek,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.gastheren = gastheren;
        this.diensten = diensten;
        this.inzet = inzet;
        this.boek = boek;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** Some of the gastheren, by slug, and how many there are. */
    public record GastheerBlad(List<Gastheer> gastheren, int totaal) {}

    public Optional<Dienst> find(DienstId id) {
        return transacties.lees(handle -> diensten.find(handle, id));
    }

    /** The dienst, when this person may see it. */
    public Optional<Dienst> find(DienstId id, Aanmelding wie) {
        return find(id).filter(dienst -> DienstRecht.mag(wie, Handeling.DIENST_ZIEN, dienst));
    }

    public List<Dienst> diensten(DienstVraag vraag) {
        return transacties.lees(handle -> diensten.zoek(handle, vraag));
    }

    /** Those of them that this person may see. */
    public List<Dienst> diensten(DienstVraag vraag, Aanmelding wie) {
        return DienstRecht.binnen(wie, vraag).map(this::diensten).orElse(List.of());
    }

    /** What this gastheer still has to do, the first first. */
    public List<Dienst> komende(GastheerId gastheer) {
        var nu = klok.instant();
        return diensten(new DienstVraag(nu, Tijdzone.beginVan(NOOIT), Optional.empty(), Optional.of(gastheer))).stream()
                .filter(dienst -> dienst.isActief() && !dienst.isBegonnen(nu))
                .toList();
    }

    /**
     * The openstellingen to come from {@code van}, up to but not on {@code tot}, on which no trained gastheer is; the
     * moment knows how many places are booked.
     */
    public List<Moment> zonderGastheer(LocalDate van, LocalDate tot) {
        return transacties.lees(handle -> diensten.zonderGastheer(handle, van, tot, klok.instant()));
    }

    public List<Gastheer> gastheren() {
        return transacties.lees(gastheren::alle);
    }

    /** {@code pagina} counts from one. */
    public GastheerBlad gastheren(int pagina, int grootte) {
        return transacties.lees(handle ->
                new GastheerBlad(gastheren.blad(handle, grootte, (pagina - 1L) * grootte), gastheren.aantal(handle)));
    }

    public Optional<Gastheer> gastheer(GastheerId id) {
        return transacties.lees(handle -> gastheren.find(handle, id));
    }

    /** How many diensten each has from today; who has none is left out. */
    public Map<GastheerId, Integer> aantallenKomend() {
        return transacties.lees(handle -> diensten.aantallenActief(handle, klok.vandaag(), NOOIT));
    }

    /** What this gastheer could take in the coming weeks, the first first. */
    public List<OpenDienst> open(GastheerId wie) {
        return transacties.lees(handle -> gastheren
                .find(handle, wie)
                .map(gastheer -> open(handle, gastheer))
                .orElse(List.of()));
    }

    private List<OpenDienst> open(Handle handle, Gastheer gastheer) {
        var beschikbaarheid = inzet.van(handle, gastheer.id()).beschikbaarheid();
        var open = new ArrayList<OpenDienst>();
        diensten.open(handle, gastheer.huizen(), klok.vandaag().plusWeeks(WEKEN_OPEN), klok.instant())
                .forEach((moment, aantal) -> {
                    if (weigering(handle, gastheer, moment).isEmpty()) {
                        open.add(new OpenDienst(moment, aantal, beschikbaarheid.kan(moment.datum(), moment.dagdeel())));
                    }
                });
        return List.copyOf(open);
    }

    /** Taken by the gastheer; an openstelling of another house is none to them. */
    public PlanResultaat neem(MomentId moment, GastheerId wie, String door) {
        var uitkomst = plan(moment, wie, door);
        return uitkomst instanceof Weigering.NietVanDitHuis ? new PlanResultaat.Onbekend() : uitkomst;
    }

    /** The houses in which this gastheer works, by name. */
    List<Huis> huizen(Gastheer gastheer) {
        return transacties.lees(handle -> gastheren.huizen(handle, gastheer));
    }

    /** Whether this is a house; asked here for calendars of houses. */
    boolean bestaatHuis(UUID id) {
        return transacties.lees(handle -> gastheren.bestaatHuis(handle, id));
    }

    /**
     * Everybody as the choice for this openstelling: who can and said so first, the least busy of them on top; then who cannot, with
     * the reason, those of this house first. Empty for what is no openstelling.
     */
    public List<Kandidaat> kandidaten(MomentId id) {
        return transacties.lees(handle -> diensten.moment(handle, id)
                .map(moment -> kandidaten(handle, moment))
                .orElse(List.of()));
    }

    private List<Kandidaat> kandidaten(Handle handle, Moment moment) {
        var maand = YearMonth.from(moment.datum());
        var aantallen = diensten.aantallenActief(
                handle, maand.atDay(1), maand.plusMonths(1).atDay(1));
        var bezet = diensten.botsingen(handle, moment);
        var wanneer = inzet.alle(handle);
        return gastheren.alle(handle).stream()
                .map(gastheer -> {
                    int dezeMaand = aantallen.getOrDefault(gastheer.id(), 0);
                    return new Kandidaat(
                            gastheer,
                            dezeMaand,
                            wanneer.getOrDefault(gastheer.id(), Inzet.VRIJ)
                                    .beschikbaarheid()
                                    .kan(moment.datum(), moment.dagdeel()),
                            weigering(gastheer, moment, Optional.ofNullable(bezet.get(gastheer.id())), dezeMaand));
                })
                .sorted(comparing(Kandidaat::kan)
                        .thenComparing(Kandidaat::beschikbaar)
                        .reversed()
                        .thenComparing(kandidaat -> !kandidaat.gastheer().werktIn(moment.bronId()))
                        .thenComparing(kandidaat -> (double) kandidaat.dezeMaand()
                                / Math.max(1, kandidaat.gastheer().maxPerMaand()))
                        .thenComparing(kandidaat -> kandidaat.gastheer().slug()))
                .toList();
    }

    /** The first reason that counts; the one who is there already is told so, whatever the maximum. */
    static Optional<Weigering> weigering(Gastheer gastheer, Moment moment, Optional<Dienst> botsing, int dezeMaand) {
        if (!gastheer.isGetraindOp(moment.datum())) {
            return Optional.of(new Weigering.NietGetraind(gastheer));
        }
        if (!gastheer.werktIn(moment.bronId())) {
            return Optional.of(new Weigering.NietVanDitHuis(gastheer));
        }
        if (botsing.isPresent()) {
            return Optional.of(new Weigering.Dubbel(gastheer, botsing.get()));
        }
        return dezeMaand >= gastheer.maxPerMaand()
                ? Optional.of(new Weigering.MaximumBereikt(gastheer, gastheer.maxPerMaand()))
                : Optional.empty();
    }

    public PlanResultaat plan(MomentId moment, GastheerId gastheer, String door) {
        return schrijf(handle -> plan(handle, moment, gastheer, door), handle -> dubbel(handle, moment, gastheer));
    }

    private PlanResultaat plan(Handle handle, MomentId momentId, GastheerId gastheerId, String door) {
        var nu = klok.instant();
        var moment = diensten.moment(handle, momentId);
        var gastheer = gastheren.findVoorWijziging(handle, gastheerId);
        if (moment.isEmpty() || gastheer.isEmpty()) {
            return new PlanResultaat.Onbekend();
        }
        if (moment.get().vervallen() || moment.get().isBegonnen(nu)) {
            return new PlanResultaat.TeLaat(moment.get());
        }
        var weigering = weigering(handle, gastheer.get(), moment.get());
        if (weigering.isPresent()) {
            return weigering.get();
        }
        return new PlanResultaat.Gepland(boek.begin(handle, moment.get(), gastheer.get(), door, nu));
    }

    /** Takes somebody off; who asks has been asked for their right. */
    public AfmeldResultaat meldAf(DienstId id, Optional<String> reden, String door) {
        var resultaat = transacties.schrijf(handle -> diensten.findVoorWijziging(handle, id)
                .map(dienst -> meldAf(handle, dienst, reden, door))
                .orElseGet(AfmeldResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    /** "Ik kan niet", or somebody who may say so for them; another's dienst is no dienst. */
    public AfmeldResultaat meldAf(DienstId id, Optional<String> reden, Aanmelding wie) {
        return find(id).filter(dienst -> DienstRecht.mag(wie, Handeling.DIENST_AFMELDEN, dienst))
                        .isPresent()
                ? meldAf(id, reden, wie.slug())
                : new AfmeldResultaat.Onbekend();
    }

    private AfmeldResultaat meldAf(Handle handle, Dienst dienst, Optional<String> reden, String door) {
        var nu = klok.instant();
        if (!dienst.isActief()) {
            return new AfmeldResultaat.Afgemeld(dienst);
        }
        if (dienst.isBegonnen(nu)) {
            return new AfmeldResultaat.TeLaat(dienst);
        }
        return new AfmeldResultaat.Afgemeld(boek.beeindig(handle, dienst, Einde.AFGEMELD, reden, door, nu));
    }

    public OverdrachtResultaat draagOver(DienstId id, GastheerId aan, String door) {
        return schrijf(
                handle -> draagOver(handle, id, aan, door),
                handle -> diensten.find(handle, id)
                        .flatMap(dienst -> dubbel(handle, dienst.moment().id(), aan)));
    }

    private OverdrachtResultaat draagOver(Handle handle, DienstId id, GastheerId aan, String door) {
        var nu = klok.instant();
        // The order of every change: the moment, then the gastheer, then the dienst.
        diensten.find(handle, id)
                .ifPresent(dienst -> diensten.moment(handle, dienst.moment().id()));
        var gastheer = gastheren.findVoorWijziging(handle, aan);
        var gevonden = diensten.findVoorWijziging(handle, id);
        if (gevonden.isEmpty() || gastheer.isEmpty()) {
            return new OverdrachtResultaat.Onbekend();
        }
        var dienst = gevonden.get();
        if (!dienst.isActief() || dienst.isBegonnen(nu)) {
            return new OverdrachtResultaat.TeLaat(dienst);
        }
        var weigering = weigering(handle, gastheer.get(), dienst.moment());
        if (weigering.isPresent()) {
            return weigering.get();
        }
        var oude = boek.beeindig(handle, dienst, Einde.OVERGEDRAGEN, Optional.empty(), door, nu);
        return new OverdrachtResultaat.Overgedragen(
                oude, boek.begin(handle, dienst.moment(), gastheer.get(), door, nu));
    }

    /** Two gastheren take each other's dienst, both or neither. */
    public RuilResultaat ruil(DienstId eerste, DienstId tweede, String door) {
        try {
            return schrijf(handle -> ruil(handle, eerste, tweede, door), handle -> Optional.empty());
        } catch (RuilNietException e) {
            return e.weigering;
        }
    }

    private RuilResultaat ruil(Handle handle, DienstId eersteId, DienstId tweedeId, String door) {
        var nu = klok.instant();
        var paar = metSlot(handle, eersteId, tweedeId);
        if (paar.size() < 2) {
            return new RuilResultaat.Onbekend();
        }
        var eerste = paar.getFirst();
        var tweede = paar.getLast();
        for (var dienst : paar) {
            if (!dienst.isActief() || dienst.isBegonnen(nu)) {
                return new RuilResultaat.TeLaat(dienst);
            }
        }
        if (eerste.gastheer().id().equals(tweede.gastheer().id())
                || eerste.moment().id().equals(tweede.moment().id())) {
            return new RuilResultaat.NietsTeRuilen();
        }
        for (var dienst : paar) {
            boek.geefWeg(handle, dienst, door, nu);
        }
        return new RuilResultaat.Geruild(
                krijg(handle, eerste.moment(), tweede, door), krijg(handle, tweede.moment(), eerste, door));
    }

    /** Whether it can be is only known once both are free; if not, all of it never happened. */
    private Dienst krijg(Handle handle, Moment moment, Dienst gaf, String door) {
        weigering(handle, gaf.gastheer(), moment).ifPresent(weigering -> {
            throw new RuilNietException(weigering);
        });
        return boek.krijg(handle, moment, gaf, door, klok.instant());
    }

    /** Leaves the transaction of a swap that cannot be. */
    private static final class RuilNietException extends RuntimeException {
        private final transient Weigering weigering;

        private RuilNietException(Weigering weigering) {
            super("no swap: " + weigering.getClass().getSimpleName(), null, false, false);
            this.weigering = weigering;
        }
    }

    /** Both diensten, locked with all they depend on, in the one order of every change; fewer when one does not exist. */
    private List<Dienst> metSlot(Handle handle, DienstId eerste, DienstId tweede) {
        var gezien = Stream.of(eerste, tweede)
                .flatMap(id -> diensten.find(handle, id).stream())
                .toList();
        gezien.stream()
                .map(dienst -> dienst.moment().id())
                .distinct()
                .sorted(comparing(id -> id.waarde().toString()))
                .forEach(id -> diensten.moment(handle, id));
        gezien.stream()
                .map(dienst -> dienst.gastheer().id())
                .distinct()
                .sorted(comparing(id -> id.waarde().toString()))
                .forEach(id -> gastheren.findVoorWijziging(handle, id));
        gezien.stream()
                .map(Dienst::id)
                .distinct()
                .sorted(comparing(id -> id.waarde().toString()))
                .forEach(id -> diensten.findVoorWijziging(handle, id));
        return Stream.of(eerste, tweede)
                .flatMap(id -> diensten.find(handle, id).stream())
                .toList();
    }

    /** Only with the row of the gastheer locked does the count hold. */
    Optional<Weigering> weigering(Handle handle, Gastheer gastheer, Moment moment) {
        return weigering(
                gastheer,
                moment,
                diensten.botsing(handle, gastheer.id(), moment),
                diensten.aantalActief(handle, gastheer.id(), YearMonth.from(moment.datum())));
    }

    private Optional<Weigering> dubbel(Handle handle, MomentId momentId, GastheerId gastheerId) {
        return gastheren
                .find(handle, gastheerId)
                .flatMap(gastheer -> diensten.moment(handle, momentId)
                        .flatMap(moment -> diensten.botsing(handle, gastheerId, moment))
                        .map(bestaand -> new Weigering.Dubbel(gastheer, bestaand)));
    }

    /** What the constraints refuse is a dienst that is there; it is looked up outside the transaction that they broke. */
    private <R> R schrijf(Function<Handle, R> werk, Function<Handle, Optional<? extends R>> bestaand) {
        try {
            var resultaat = transacties.schrijf(werk);
            gevolgen.na();
            return resultaat;
        } catch (JdbiException fout) {
            if (!DienstRepository.isDubbel(fout)) {
                throw fout;
            }
            return transacties.lees(bestaand).orElseThrow(() -> fout);
        }
    }
}
