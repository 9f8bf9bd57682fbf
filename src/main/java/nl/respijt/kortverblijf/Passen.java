package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Logeerhuis.Bed;

/**
 * Who can take whom, and why not. A house fits when every answer is in its list, when it takes somebody at once where there
 * is no time, when the stay is as long as it may be and begins on a day of arrival, and when a bed that is fit for the guest
 * is free all those nights within the contract, from today on. Wishes exclude nothing: they order what fits.
 */
public final class Passen {
    /** So many other stays are named. */
    static final int ANDERE = 3;

    /** So far is looked for them when none is within the days that somebody can shift. */
    static final int DAGEN_ZOEKEN = 60;

    private final Bezetting bezetting;
    private final Map<UUID, LocalDate> contracten;
    private final LocalDate vandaag;

    /**
     * @param contracten for each provider the last day that its contract covers; one without has none
     * @param vandaag nobody arrives before
     */
    public Passen(Bezetting bezetting, Map<UUID, LocalDate> contracten, LocalDate vandaag) {
        this.bezetting = bezetting;
        this.contracten = Map.copyOf(contracten);
        this.vandaag = vandaag;
    }

    /** What every house can do: what fits first, then what fits on other nights, then the rest; by wishes, then by name. */
    public List<Uitkomst> alle(Intake intake, List<Logeerhuis> huizen) {
        return huizen.stream()
                .map(huis -> bij(intake, huis))
                .sorted(Comparator.<Uitkomst>comparingInt(Passen::rang)
                        .thenComparing(uitkomst -> -wensen(intake, uitkomst.huis()))
                        .thenComparing(uitkomst -> uitkomst.huis().naam()))
                .toList();
    }

    private static int rang(Uitkomst uitkomst) {
        return switch (uitkomst) {
            case Uitkomst.Past _ -> 0;
            case Uitkomst.AndereNachten _ -> 1;
            case Uitkomst.PastNiet _ -> 2;
        };
    }

    public Uitkomst bij(Intake intake, Logeerhuis huis) {
        var nooit = nooit(intake, huis);
        if (!nooit.isEmpty()) {
            return new Uitkomst.PastNiet(huis, nooit);
        }
        var waarom = opDezeNachten(intake, huis);
        if (waarom.isEmpty()) {
            return new Uitkomst.Past(huis, vrij(intake, huis, intake.verblijf()));
        }
        var anders = andereNachten(intake, huis);
        return anders.isEmpty()
                ? new Uitkomst.PastNiet(huis, waarom)
                : new Uitkomst.AndereNachten(huis, waarom, anders);
    }

    /** What no other nights would change. */
    private static List<Reden> nooit(Intake intake, Logeerhuis huis) {
        var regels = huis.regels();
        var redenen = new ArrayList<Reden>();
        for (var vraag : Regel.vragen()) {
            var zonderBed = vraag == Regel.MOBILITEIT
                    && geschikt(intake, huis).findAny().isEmpty();
            intake.antwoord(vraag)
                    .filter(antwoord -> !regels.neemt(vraag, antwoord) || zonderBed)
                    .ifPresent(antwoord -> redenen.add(new Reden(vraag, antwoord)));
        }
        if (intake.urgentie() == Urgentie.NU && !regels.spoed()) {
            redenen.add(new Reden(Regel.SPOED, intake.urgentie().woord()));
        }
        var aantal = intake.verblijf().aantal();
        if (aantal < regels.minimaalNachten() || aantal > regels.maximaalNachten()) {
            redenen.add(new Reden(Regel.NACHTEN, Integer.toString(aantal)));
        }
        return redenen;
    }

    private List<Reden> opDezeNachten(Intake intake, Logeerhuis huis) {
        var verblijf = intake.verblijf();
        if (verblijf.van().isBefore(vandaag)) {
            return List.of(new Reden(Regel.VOORBIJ, verblijf.van().toString()));
        }
        var redenen = new ArrayList<Reden>();
        if (!huis.regels().isAankomstdag(verblijf.van())) {
            redenen.add(new Reden(
                    Regel.AANKOMSTDAG,
                    Integer.toString(verblijf.van().getDayOfWeek().getValue())));
        }
        if (!isGedekt(huis, verblijf)) {
            redenen.add(new Reden(Regel.CONTRACT, verblijf.laatsteNacht().toString()));
        }
        if (vrij(intake, huis, verblijf).isEmpty()) {
            redenen.add(new Reden(Regel.VOL, Integer.toString(verblijf.aantal())));
        }
        return redenen;
    }

    private boolean isGedekt(Logeerhuis huis, Verblijf verblijf) {
        return Optional.ofNullable(contracten.get(huis.aanbieder()))
                .filter(tot -> !verblijf.laatsteNacht().isAfter(tot))
                .isPresent();
    }

    /**
     * The nearest stays as long as this one, an earlier one before a later one that is as near: within the days that
     * somebody can shift, and when there is none within {@link #DAGEN_ZOEKEN} days.
     */
    private List<Verblijf> andereNachten(Intake intake, Logeerhuis huis) {
        var dichtbij = binnen(intake.flexibeleDagen(), intake, huis);
        return dichtbij.isEmpty() ? binnen(DAGEN_ZOEKEN, intake, huis) : dichtbij;
    }

    private List<Verblijf> binnen(int dagen, Intake intake, Logeerhuis huis) {
        return IntStream.rangeClosed(1, dagen)
                .boxed()
                .flatMap(dag -> Stream.of(-dag, dag))
                .map(intake.verblijf()::verschoven)
                .filter(verblijf -> opDezeNachten(intake.op(verblijf), huis).isEmpty())
                .limit(ANDERE)
                .toList();
    }

    /** Beds that are fit for the guest and free, the best first; what this guest does not need is left for who does. */
    private List<Bed> vrij(Intake intake, Logeerhuis huis, Verblijf verblijf) {
        return geschikt(intake, huis)
                .filter(bed -> bezetting.isVrij(bed.id(), verblijf))
                .sorted(Comparator.<Bed, Boolean>comparing(
                                bed -> intake.wensen().eigenBadkamer()
                                        != bed.kenmerken().contains(Bed.EIGEN_BADKAMER))
                        .thenComparing(bed -> bed.kenmerken().size())
                        .thenComparing(Bed::naam))
                .toList();
    }

    /** What this house can offer as it is: the best bed on the nights they asked, else on each of the nearest others. */
    List<Bedkeuze> bedkeuzes(Intake intake, Uitkomst uitkomst) {
        return switch (uitkomst) {
            case Uitkomst.Past(var _, var bedden) -> List.of(new Bedkeuze(bedden.getFirst(), intake.verblijf()));
            case Uitkomst.AndereNachten(var huis, var _, var nachten) ->
                nachten.stream()
                        .map(anders -> new Bedkeuze(vrij(intake, huis, anders).getFirst(), anders))
                        .toList();
            case Uitkomst.PastNiet _ -> List.of();
        };
    }

    static Stream<Bed> geschikt(Intake intake, Logeerhuis huis) {
        return huis.bedden().stream()
                .filter(bed ->
                        intake.bedKenmerk().filter(bed.kenmerken()::contains).isPresent()
                                || intake.bedKenmerk().isEmpty());
    }

    /** How many of the wishes this house can fulfil. */
    private static int wensen(Intake intake, Logeerhuis huis) {
        var wensen = intake.wensen();
        var vervuld = 0;
        if (wensen.wijk().filter(huis.wijk()::equals).isPresent()) {
            vervuld++;
        }
        if (wensen.eigenBadkamer()
                && geschikt(intake, huis).anyMatch(bed -> bed.kenmerken().contains(Bed.EIGEN_BADKAMER))) {
            vervuld++;
        }
        if (wensen.mantelzorgerMee() && huis.regels().mantelzorgerMee()) {
            vervuld++;
        }
        if (wensen.proefnacht() && huis.regels().proefnacht()) {
            vervuld++;
        }
        return vervuld;
    }
}
