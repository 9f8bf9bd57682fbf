package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.Plek;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.web.Velden;

/** Reads what is typed about a group and about when and where it meets; every fault is gathered in the fields. */
@Singleton
public final class GroepFormulier {
    public static final List<String> RITMES =
            List.of("weken-1", "weken-2", "weken-3", "weken-4", "maand-1", "maand-2", "maand-3");
    public static final List<String> HOEVEELSTE = List.of("1", "2", "3", "4", "-1");
    public static final int MAX_REDEN = 300;

    private static final List<Groepsstatus> STATUSSEN =
            List.of(Groepsstatus.IN_OPRICHTING, Groepsstatus.LOOPT, Groepsstatus.DOORSTART);

    private static final int MAX_NAAM = 100;
    private static final int MAX_UITLEG = 600;
    private static final int MAX_PLAATS = 150;

    /** Before seven and after half past eleven nobody meets; it also keeps clear of the hours that clocks skip. */
    private static final LocalTime VROEGST = LocalTime.of(7, 0);

    private static final LocalTime LAATST = LocalTime.of(23, 30);
    private static final Duration LANGST = Duration.ofHours(4);

    private final Gemeente gemeente;

    GroepFormulier(Gemeente gemeente) {
        this.gemeente = gemeente;
    }

    /** Those one may choose: stopping is another act, but what stopped may stay so. */
    public static List<Groepsstatus> statussen(Groepsstatus nu) {
        return nu == Groepsstatus.GESTOPT
                ? List.of(Groepsstatus.GESTOPT, Groepsstatus.IN_OPRICHTING, Groepsstatus.LOOPT, Groepsstatus.DOORSTART)
                : STATUSSEN;
    }

    /** @param nu the status it has, or a new group starts with */
    public Groepskaart kaart(Velden velden, Groepsstatus nu) {
        var naam = velden.verplicht("naam", MAX_NAAM, "groepsbeheer.geen-naam");
        var soort = velden.keuze(
                "soort",
                Arrays.stream(Groepssoort.values()).map(Groepssoort::woord).toList());
        var doelgroep = velden.verplicht("doelgroep", MAX_NAAM, "groepsbeheer.geen-doelgroep");
        var talen = gemeente.talen().stream()
                .filter(taal -> velden.jaNee("taal-" + taal).orElse(false))
                .toList();
        if (talen.isEmpty()) {
            velden.fout("taal-" + gemeente.talen().getFirst(), "groepsbeheer.geen-taal");
        }
        if (velden.isLeeg("grootte")) {
            velden.fout("grootte", "groepsbeheer.geen-grootte");
        }
        var grootte = velden.getal("grootte", 1, Lotgenotengroep.MAX_GROOTTE);
        var status = velden.keuze(
                "status", statussen(nu).stream().map(Groepsstatus::naam).toList());
        var telefoon = velden.nummer("hulpTelefoon", 40);
        if (telefoon.isPresent() && ContactLezer.telefoon(telefoon.get()).isEmpty()) {
            velden.fout("hulpTelefoon", "fout.telefoon");
        }
        return new Groepskaart(
                naam,
                soort.map(Groepssoort::van).orElse(Groepssoort.OVERIG),
                doelgroep,
                velden.alinea("uitleg", MAX_UITLEG).orElse(""),
                talen,
                grootte.orElse(1),
                status.map(Groepsstatus::van).orElse(nu),
                velden.jaNee("open").orElse(false),
                velden.jaNee("alleenVrouwen").orElse(false),
                velden.jaNee("kennismaking").orElse(false),
                velden.alinea("afspraken", MAX_UITLEG).orElse(""),
                velden.tekst("hulpNaam", MAX_NAAM),
                telefoon);
    }

    public Plek plek(Velden velden) {
        var plaats = velden.verplicht("plaats", MAX_PLAATS, "groepsbeheer.geen-plaats");
        if (velden.isLeeg("wijk")) {
            velden.fout("wijk", "groepsbeheer.geen-wijk");
        }
        return new Plek(
                velden.keuze("wijk", gemeente.wijken()).orElse(""),
                plaats,
                velden.jaNee("rolstoel").orElse(false));
    }

    /** Two wall-clock times of one day, at most four hours apart. */
    public Optional<Uren> uren(Velden velden) {
        var begin = tijd(velden, "begin");
        var eind = tijd(velden, "eind");
        if (begin.isEmpty() || eind.isEmpty()) {
            return Optional.empty();
        }
        if (!begin.get().isBefore(eind.get())) {
            velden.fout("eind", "groepsbeheer.eind-na-begin");
            return Optional.empty();
        }
        if (Duration.between(begin.get(), eind.get()).compareTo(LANGST) > 0) {
            velden.fout("eind", "groepsbeheer.te-lang");
            return Optional.empty();
        }
        return Optional.of(new Uren(begin.get(), eind.get()));
    }

    private static Optional<LocalTime> tijd(Velden velden, String veld) {
        var getypt = velden.tekst(veld, 5);
        try {
            var tijd = getypt.map(LocalTime::parse).filter(een -> !een.isBefore(VROEGST) && !een.isAfter(LAATST));
            if (tijd.isEmpty()) {
                velden.fout(veld, "groepsbeheer.geen-tijd");
            }
            return tijd;
        } catch (DateTimeParseException e) {
            velden.fout(veld, "groepsbeheer.geen-tijd");
            return Optional.empty();
        }
    }

    /** A day that has to be given. */
    public Optional<LocalDate> dag(Velden velden, String veld) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "groepsbeheer.geen-dag");
        }
        return velden.datum(veld);
    }

    public Optional<Ritme> ritme(Velden velden) {
        var soort = velden.keuze("ritme", RITMES);
        var dag = velden.getal("dag", 1, 7);
        var hoeveelste =
                velden.keuze("hoeveelste", HOEVEELSTE).map(Integer::valueOf).orElse(1);
        var vanaf = dag(velden, "vanaf");
        if (soort.isEmpty() && velden.isLeeg("ritme")) {
            velden.fout("ritme", "groepsbeheer.geen-ritme");
        }
        if (dag.isEmpty() && velden.isLeeg("dag")) {
            velden.fout("dag", "groepsbeheer.geen-weekdag");
        }
        if (soort.isEmpty() || dag.isEmpty() || vanaf.isEmpty()) {
            return Optional.empty();
        }
        var elke = Integer.parseInt(soort.get().substring(soort.get().indexOf('-') + 1));
        return Optional.of(
                soort.get().startsWith("weken")
                        ? new Weken(elke, dag.get(), vanaf.get(), Optional.empty())
                        : new Maand(elke, dag.get(), hoeveelste, vanaf.get(), Optional.empty()));
    }

    /** As the choice of the form. */
    public static String woord(Ritme ritme) {
        return (ritme instanceof Maand ? "maand-" : "weken-") + ritme.elke();
    }
}
