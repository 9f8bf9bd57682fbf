package nl.respijt.gemeente;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.respijt.gemeente.Groep.Keuzes;
import nl.respijt.gemeente.Groep.Ritme;
import nl.respijt.gemeente.Groep.Ritme.Eenheid;
import nl.respijt.gemeente.Groep.Soort;
import nl.respijt.gemeente.Groep.Status;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.yaml.Knoop;
import nl.respijt.yaml.Knoop.Blok;
import nl.respijt.yaml.Knoop.Sleutels;

/** Reads the lotgenotengroepen: those of AMWAHT by their number, the others by their name. */
final class GroepenLezer {
    private static final Pattern RITME = Pattern.compile("elke (?:([1-9]|1[0-2]) )?(week|weken|maand|maanden)");
    private static final Map<String, Soort> SOORTEN =
            Knoop.inVolgorde(List.of("overig", "nah", "jong"), List.of(Soort.OVERIG, Soort.NAH, Soort.JONG));

    private static final String[] KEUZES = {
        "dag",
        "dagdeel",
        "begin",
        "eind",
        "talen",
        "wijk",
        "plaats",
        "alleenVrouwen",
        "kennismaking",
        "open",
        "coordinator"
    };
    private static final Sleutels GROEPEN = Sleutels.van("amwaht", "overige");
    private static final Sleutels AMWAHT = Sleutels.van(
                    "doelgroep", "recentGestart", "doorstart", "deelnemersPerGroep", "ritme")
            .eventueel("groepen");
    private static final Sleutels NUMMER = Sleutels.van("nummer").eventueel(KEUZES);
    private static final Sleutels GROEP = Sleutels.van("naam", "doelgroep", "bron", "deelnemers", "ritme")
            .eventueel(IntStream.rangeClosed(0, KEUZES.length)
                    .mapToObj(n -> n == 0 ? "soort" : KEUZES[n - 1])
                    .toArray(String[]::new));

    private final List<String> wijken;

    /** @param wijken those of the gemeente; none when they could not be read, which is one fault already */
    GroepenLezer(List<String> wijken) {
        this.wijken = wijken;
    }

    List<Groep> groepen(Knoop knoop) {
        var blok = knoop.blok("lotgenotengroepen", GROEPEN);
        var namen = new Namen("lotgenotengroep");
        var groepen = new ArrayList<>(amwaht(blok.bij("amwaht").blok("amwaht", AMWAHT)));
        groepen.forEach(groep -> namen.neem(groep.naam(), blok.bij("amwaht")));
        for (var deel : blok.bij("overige").lijst()) {
            groepen.add(groep(deel.blok("lotgenotengroep", GROEP), namen));
        }
        return groepen;
    }

    private List<Groep> amwaht(Blok blok) {
        var doelgroep = blok.bij("doelgroep").tekst();
        var recent = blok.bij("recentGestart").getal(0, 99);
        var doorstart = blok.bij("doorstart").getal(0, 99);
        var deelnemers = deelnemers(blok.bij("deelnemersPerGroep"));
        var ritme = ritme(blok.bij("ritme"));
        var keuzes = perNummer(blok.bij("groepen").alsErIs(), recent + doorstart);
        return IntStream.rangeClosed(1, recent + doorstart)
                .mapToObj(nummer -> new Groep(
                        "AMWAHT %02d".formatted(nummer),
                        doelgroep,
                        Soort.AMWAHT,
                        nummer <= recent ? Status.LOOPT : Status.DOORSTART,
                        deelnemers,
                        ritme,
                        false,
                        keuzes.getOrDefault(nummer, Keuzes.GEEN)))
                .toList();
    }

    private Map<Integer, Keuzes> perNummer(Optional<Knoop> knoop, int aantal) {
        var keuzes = new HashMap<Integer, Keuzes>();
        for (var deel : knoop.map(Knoop::lijst).orElse(List.of())) {
            var blok = deel.blok("groep van amwaht", NUMMER);
            var nummer = blok.bij("nummer").getal(1, Math.max(1, aantal));
            if (keuzes.put(nummer, keuzes(blok)) != null) {
                blok.bij("nummer").meld("groep %d staat dubbel".formatted(nummer), "elk nummer één keer");
            }
        }
        return keuzes;
    }

    private Groep groep(Blok blok, Namen namen) {
        var doelgroep = blok.bij("doelgroep").tekst();
        return new Groep(
                namen.neem(blok.bij("naam")),
                doelgroep,
                blok.bij("soort").alsErIs().map(knoop -> knoop.keuze(SOORTEN)).orElseGet(() -> soort(doelgroep)),
                Status.LOOPT,
                deelnemers(blok.bij("deelnemers")),
                ritme(blok.bij("ritme")),
                blok.bij("bron").keuze(GemeenteLezer.VOORBEELD),
                keuzes(blok));
    }

    /** For a file that does not say: by the words it has for whom the group is. */
    private static Soort soort(String doelgroep) {
        var woorden = doelgroep.toLowerCase(Locale.ROOT);
        if (woorden.contains("hersenletsel")) {
            return Soort.NAH;
        }
        return woorden.contains("jong") ? Soort.JONG : Soort.OVERIG;
    }

    private Keuzes keuzes(Blok blok) {
        return new Keuzes(
                blok.bij("dag").alsErIs().stream()
                        .mapToInt(dag -> dag.keuze(GemeenteLezer.ISO_DAGEN))
                        .findFirst(),
                blok.bij("dagdeel").alsErIs().map(dagdeel -> dagdeel.keuze(GemeenteLezer.DAGDELEN)),
                uren(blok),
                blok.bij("talen").alsErIs().map(GemeenteLezer::talen).orElse(List.of()),
                blok.bij("wijk").alsErIs().map(wijk -> wijken.isEmpty() ? wijk.tekst() : wijk.keuze(wijken)),
                blok.bij("plaats").alsErIs().map(Knoop::tekst),
                blok.bij("alleenVrouwen").alsErIs().map(Knoop::waarheid),
                blok.bij("kennismaking").alsErIs().map(Knoop::waarheid),
                blok.bij("open").alsErIs().map(Knoop::waarheid),
                blok.bij("coordinator").alsErIs().map(Knoop::tekst));
    }

    private static Optional<Uren> uren(Blok blok) {
        var begin = blok.bij("begin").alsErIs();
        var eind = blok.bij("eind").alsErIs();
        if (begin.isPresent() != eind.isPresent()) {
            begin.or(() -> eind).orElseThrow().meldWaarde("begin en eind samen");
            return Optional.empty();
        }
        return begin.map(_ -> GemeenteLezer.uren("groep", blok));
    }

    private static int deelnemers(Knoop knoop) {
        return knoop.getal(1, 500);
    }

    private static Ritme ritme(Knoop knoop) {
        return knoop.vorm(RITME, "een ritme, zoals elke week, elke 2 weken of elke maand")
                .map(ritme -> new Ritme(
                        ritme.group(1) == null ? 1 : Integer.parseInt(ritme.group(1)),
                        ritme.group(2).startsWith("w") ? Eenheid.WEEK : Eenheid.MAAND))
                .orElse(new Ritme(1, Eenheid.WEEK));
    }
}
