package nl.respijt.gemeente;

import static nl.respijt.yaml.Knoop.inVolgorde;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import nl.respijt.gemeente.Gastheren.GastheerGegevens;
import nl.respijt.gemeente.Gemeente.Kerncijfers;
import nl.respijt.gemeente.Gemeente.Normen;
import nl.respijt.gemeente.Huis.Opening;
import nl.respijt.gemeente.KortdurendVerblijf.Aanbieder;
import nl.respijt.gemeente.KortdurendVerblijf.Bed;
import nl.respijt.gemeente.KortdurendVerblijf.Bereik;
import nl.respijt.gemeente.KortdurendVerblijf.Nachten;
import nl.respijt.gemeente.RespijtzorgThuis.Medewerker;
import nl.respijt.gemeente.RespijtzorgThuis.Werktijd;
import nl.respijt.gemeente.Schoolvakanties.Vakantie;
import nl.respijt.instellingen.StartFout;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Dagdelen;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.yaml.Fouten;
import nl.respijt.yaml.Knoop;
import nl.respijt.yaml.Knoop.Blok;
import nl.respijt.yaml.Knoop.Sleutels;

/** Reads one file of a gemeente from top to bottom; each method is a kind of block, with its keys above. */
final class GemeenteLezer {
    private static final Sleutels BESTAND = Sleutels.van(
                    "gemeente",
                    "normen",
                    "dagdelen",
                    "mantelzorghuizen",
                    "gastheren",
                    "lotgenotengroepen",
                    "respijtzorgThuis",
                    "kortdurendVerblijf")
            .eventueel("schoolvakanties");

    static final Map<String, Dagdeel> DAGDELEN =
            inVolgorde(Arrays.stream(Dagdeel.values()).map(Dagdeel::woord).toList(), List.of(Dagdeel.values()));
    static final Map<String, Integer> ISO_DAGEN =
            inVolgorde(List.of("ma", "di", "wo", "do", "vr", "za", "zo"), List.of(1, 2, 3, 4, 5, 6, 7));
    private static final Map<String, Integer> ELKE_WEKEN =
            inVolgorde(List.of("week", "1 week", "2 weken"), List.of(1, 1, 2));
    static final Map<String, Boolean> VOORBEELD =
            inVolgorde(List.of("uvp", "stad", "voorbeeld"), List.of(false, false, true));
    private static final Pattern CBS_CODE = Pattern.compile("\\d{4}");
    private static final Pattern TAALCODE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Duration LANGSTE_DAGDEEL = Duration.ofHours(4);

    private List<String> wijken = List.of();

    private GemeenteLezer() {}

    /**
     * @param bestand how messages name the file
     * @throws StartFout naming every fault with its line, one on each line of the message
     */
    static Gemeente lees(String bestand, String tekst) {
        var fouten = new Fouten(bestand);
        var boom = Knoop.bestand(tekst, "de gegevens van een gemeente", fouten);
        var gemeente = new GemeenteLezer().gemeente(boom.blok("het bestand", BESTAND));
        fouten.weiger();
        return gemeente;
    }

    private static final Sleutels GEMEENTE = Sleutels.van("naam", "code", "tijdzone", "talen", "wijken")
            .eventueel("mantelzorgers", "aandeelZwaarBelast", "aandeelMoeiteMetDigitaleAanvragen", "buurwijken");

    private Gemeente gemeente(Blok bestand) {
        var gemeente = bestand.bij("gemeente").blok("gemeente", GEMEENTE);
        wijken = gemeente.bij("wijken").minstensEenWoord(Knoop::tekst);
        var tijdzone = gemeente.bij("tijdzone");
        if (tijdzone.leesTekst()
                .filter(zone -> !zone.equals(Tijdzone.AMSTERDAM.getId()))
                .isPresent()) {
            tijdzone.meld(
                    "tijdzone %s wordt niet ondersteund".formatted(tijdzone.inWoorden()), Tijdzone.AMSTERDAM.getId());
        }
        var huizen = huizen(bestand.bij("mantelzorghuizen"));
        return new Gemeente(
                gemeente.bij("naam").tekst(),
                gemeente.bij("code").tekst(CBS_CODE, "de code van het CBS, vier cijfers, zoals \"0344\""),
                talen(gemeente.bij("talen")),
                kerncijfers(gemeente),
                wijken,
                gemeente.bij("buurwijken").alsErIs().map(this::buurwijken).orElse(Map.of()),
                dagdelen(bestand.bij("dagdelen")),
                normen(bestand.bij("normen")),
                huizen,
                gastheren(
                        bestand.bij("gastheren"),
                        huizen.stream().map(Huis::naam).toList()),
                schoolvakanties(bestand.bij("schoolvakanties")),
                new GroepenLezer(wijken).groepen(bestand.bij("lotgenotengroepen")),
                respijtzorgThuis(bestand.bij("respijtzorgThuis")),
                kortdurendVerblijf(bestand.bij("kortdurendVerblijf")));
    }

    /** Near is near both ways: else it would depend on where one begins what is found. */
    private Map<String, List<String>> buurwijken(Knoop knoop) {
        var gelezen = new LinkedHashMap<Knoop, List<String>>();
        knoop.velden().forEach((wijk, lijst) -> {
            wijk(wijk);
            gelezen.put(wijk, lijst.minstensEenWoord(buur -> buur(buur, wijk)));
        });
        var buren = new LinkedHashMap<String, List<String>>();
        gelezen.forEach((wijk, lijst) -> buren.put(wijk.ruw(), lijst));
        gelezen.forEach((wijk, lijst) -> lijst.stream()
                .filter(buur -> !buren.getOrDefault(buur, List.of()).contains(wijk.ruw()))
                .filter(wijken::contains)
                .forEach(buur -> wijk.meld(
                        "%s noemt %s als buurwijk, en andersom niet".formatted(wijk.inWoorden(), Fouten.citaat(buur)),
                        "%s ook bij de buurwijken van %s".formatted(wijk.ruw(), buur))));
        return buren;
    }

    private String buur(Knoop knoop, Knoop van) {
        if (knoop.ruw().equals(van.ruw())) {
            knoop.meldWaarde("een andere wijk dan %s zelf".formatted(van.inWoorden()));
        }
        return wijk(knoop);
    }

    private static Kerncijfers kerncijfers(Blok gemeente) {
        return new Kerncijfers(
                gemeente.bij("mantelzorgers").alsErIs().stream()
                        .mapToInt(knoop -> knoop.getal(0, 20_000_000))
                        .findFirst(),
                aandeel(gemeente.bij("aandeelZwaarBelast")),
                aandeel(gemeente.bij("aandeelMoeiteMetDigitaleAanvragen")));
    }

    private static OptionalDouble aandeel(Knoop knoop) {
        return knoop.alsErIs().stream().mapToDouble(Knoop::aandeel).findFirst();
    }

    private static final Sleutels NORMEN = Sleutels.van(
            "mantelzorghuizen",
            "dagdelenPerWeekPerHuis",
            "amwahtGroepen",
            "nahGroepen",
            "jongeMantelzorgersGroepen",
            "aanbiedersKortdurendVerblijf");

    private static Normen normen(Knoop knoop) {
        var normen = knoop.blok("normen", NORMEN);
        return new Normen(
                normen.bij("mantelzorghuizen").getal(0, 1000),
                normen.bij("dagdelenPerWeekPerHuis").getal(0, 21),
                normen.bij("amwahtGroepen").getal(0, 1000),
                normen.bij("nahGroepen").getal(0, 1000),
                normen.bij("jongeMantelzorgersGroepen").getal(0, 1000),
                normen.bij("aanbiedersKortdurendVerblijf").getal(0, 1000));
    }

    private static final Sleutels UREN = Sleutels.van("begin", "eind");

    private static Dagdelen dagdelen(Knoop knoop) {
        var blok = knoop.blok("dagdelen", new Sleutels(List.copyOf(DAGDELEN.keySet()), List.of()));
        var uren = new EnumMap<Dagdeel, Uren>(Dagdeel.class);
        DAGDELEN.forEach((woord, dagdeel) ->
                uren.put(dagdeel, uren(woord, blok.bij(woord).blok(woord, UREN))));
        return new Dagdelen(uren);
    }

    static Uren uren(String woord, Blok blok) {
        var gelezenBegin = blok.bij("begin").tijd();
        var gelezenEind = blok.bij("eind").tijd();
        if (gelezenBegin.isPresent() && gelezenEind.isPresent()) {
            var begin = gelezenBegin.get();
            var eind = gelezenEind.get();
            var duur = Duration.between(begin, eind);
            if (!begin.isBefore(eind)) {
                blok.bij("eind").meldWaarde("een tijd na het begin, %s".formatted(begin));
            } else if (duur.compareTo(LANGSTE_DAGDEEL) > 0) {
                blok.bij("eind")
                        .meld(
                                "%s duurt %d minuten (%s-%s)".formatted(woord, duur.toMinutes(), begin, eind),
                                "hoogstens vier uur, 240 minuten");
            } else {
                return new Uren(begin, eind);
            }
        }
        return new Uren(LocalTime.of(9, 0), LocalTime.of(12, 30));
    }

    private static final Sleutels HUIS = Sleutels.van(
                    "naam", "wijk", "bron", "plaatsen", "talen", "rolstoeltoegankelijk", "open")
            .eventueel("adres", "halte");

    private List<Huis> huizen(Knoop knoop) {
        var namen = new Namen("mantelzorghuis", Slug::van);
        var huizen = new ArrayList<Huis>();
        for (var deel : knoop.minstensEen("mantelzorghuis")) {
            var blok = deel.blok("mantelzorghuis", HUIS);
            var naam = blok.bij("naam");
            if (!naam.ruw().isEmpty() && Slug.van(naam.ruw()).isEmpty()) {
                naam.meldWaarde("een naam met letters van a tot en met z, voor het webadres");
            }
            huizen.add(huis(blok, namen.neem(naam)));
        }
        return huizen;
    }

    private Huis huis(Blok blok, String naam) {
        return new Huis(
                naam,
                wijk(blok.bij("wijk")),
                blok.bij("bron").keuze(VOORBEELD),
                blok.bij("adres").alsErIs().map(Knoop::tekst),
                blok.bij("halte").alsErIs().map(Knoop::tekst),
                blok.bij("plaatsen").getal(1, Huis.MAX_PLAATSEN),
                talen(blok.bij("talen")),
                blok.bij("rolstoeltoegankelijk").waarheid(),
                openingen(blok.bij("open")));
    }

    private static final Sleutels OPENING = Sleutels.van("dag", "dagdeel").eventueel("elke");

    private static List<Opening> openingen(Knoop knoop) {
        var gezien = new HashSet<String>();
        var openingen = new ArrayList<Opening>();
        for (var deel : knoop.lijst()) {
            var blok = deel.blok("opening", OPENING);
            var moment =
                    "%s %s".formatted(blok.bij("dag").ruw(), blok.bij("dagdeel").ruw());
            if (!gezien.add(moment)) {
                deel.meld("opening '%s' staat dubbel".formatted(moment), "elke dag met dagdeel één keer");
            }
            openingen.add(new Opening(
                    blok.bij("dag").keuze(ISO_DAGEN),
                    blok.bij("dagdeel").keuze(DAGDELEN),
                    blok.bij("elke")
                            .alsErIs()
                            .map(elke -> elke.keuze(ELKE_WEKEN))
                            .orElse(1)));
        }
        return openingen;
    }

    private static final Sleutels GASTHEREN = Sleutels.van("aantalPerDagdeel", "lijst");
    private static final Sleutels GASTHEER = Sleutels.van("naam", "huizen", "getraind", "maxDagdelenPerMaand", "talen")
            .eventueel("email");

    private static Gastheren gastheren(Knoop knoop, List<String> huizen) {
        var blok = knoop.blok("gastheren", GASTHEREN);
        var namen = new Namen("gastheer");
        return new Gastheren(
                blok.bij("aantalPerDagdeel").getal(1, 20),
                blok.bij("lijst").lijst().stream()
                        .map(deel -> gastheer(deel.blok("gastheer", GASTHEER), namen, huizen))
                        .toList());
    }

    private static GastheerGegevens gastheer(Blok blok, Namen namen, List<String> huizen) {
        return new GastheerGegevens(
                namen.neem(blok.bij("naam")),
                blok.bij("huizen").minstensEenWoord(knoop -> huisVanGastheer(knoop, huizen)),
                blok.bij("getraind").waarheid(),
                blok.bij("maxDagdelenPerMaand").getal(0, 93),
                talen(blok.bij("talen")),
                blok.bij("email").alsErIs().map(knoop -> knoop.tekst(EMAIL, "een e-mailadres")));
    }

    private static String huisVanGastheer(Knoop knoop, List<String> huizen) {
        var naam = knoop.leesTekst();
        if (naam.isPresent() && !huizen.isEmpty() && !huizen.contains(naam.get())) {
            knoop.meld(
                    "mantelzorghuis %s van gastheer bestaat niet".formatted(knoop.inWoorden()),
                    String.join(", ", huizen));
        }
        return naam.orElse("?");
    }

    private static final Sleutels VAKANTIES = Sleutels.van("regio", "lijst");
    private static final Sleutels VAKANTIE = Sleutels.van("naam", "van", "tot", "bron");

    private static Schoolvakanties schoolvakanties(Knoop knoop) {
        return knoop.alsErIs()
                .map(deel -> deel.blok("schoolvakanties", VAKANTIES))
                .map(blok -> new Schoolvakanties(
                        blok.bij("regio").keuze(List.of("Noord", "Midden", "Zuid")),
                        blok.bij("lijst").lijst().stream()
                                .map(deel -> vakantie(deel.blok("vakantie", VAKANTIE)))
                                .toList()))
                .orElse(Schoolvakanties.GEEN);
    }

    private static Vakantie vakantie(Blok blok) {
        var van = blok.bij("van").datum();
        var tot = blok.bij("tot").datum();
        if (tot.isBefore(van)) {
            blok.bij("tot").meldWaarde("een datum vanaf %s, het begin van de vakantie".formatted(van));
        }
        return new Vakantie(blok.bij("naam").tekst(), van, tot, blok.bij("bron").keuze(VOORBEELD));
    }

    private static final Sleutels CONTRACT = Sleutels.van("tot").eventueel("verlengbaarTot");

    private static Contract contract(Knoop knoop) {
        var blok = knoop.blok("contract", CONTRACT);
        var tot = blok.bij("tot").datum();
        var verlengbaarTot = blok.bij("verlengbaarTot").alsErIs().map(Knoop::datum);
        if (verlengbaarTot.filter(datum -> datum.isBefore(tot)).isPresent()) {
            blok.bij("verlengbaarTot").meldWaarde("een datum vanaf %s, het eind van het contract".formatted(tot));
        }
        return new Contract(tot, verlengbaarTot);
    }

    private static final Sleutels THUIS = Sleutels.van(
                    "aanbieder",
                    "doelgroepen",
                    "contract",
                    "duurUren",
                    "wijken",
                    "eersteAanvraagBinnenWerkdagen",
                    "reistijdMinuten",
                    "medewerkers")
            .eventueel("tegoedDagdelenPerJaar");
    private static final Sleutels MEDEWERKER =
            Sleutels.van("naam", "doelgroepen", "talen", "wijken", "werkt").eventueel("vaardigheden");
    private static final Map<String, Vaardigheid> VAARDIGHEDEN =
            inVolgorde(Vaardigheid.woorden(), List.of(Vaardigheid.values()));
    private static final List<String> DOELGROEPEN = List.of("volwassenen", "gezinnen");

    private List<RespijtzorgThuis> respijtzorgThuis(Knoop knoop) {
        var namen = new Namen("aanbieder");
        return knoop.lijst().stream()
                .map(deel -> respijtzorgThuis(deel.blok("respijtzorgThuis", THUIS), namen))
                .toList();
    }

    private RespijtzorgThuis respijtzorgThuis(Blok blok, Namen namen) {
        var medewerkers = new Namen("medewerker");
        return new RespijtzorgThuis(
                namen.neem(blok.bij("aanbieder")),
                doelgroepen(blok.bij("doelgroepen")),
                contract(blok.bij("contract")),
                blok.bij("duurUren").minstensEenWoord(uren -> uren.getal(1, 24)),
                wijken(blok.bij("wijken")),
                blok.bij("eersteAanvraagBinnenWerkdagen").getal(0, 60),
                blok.bij("reistijdMinuten").getal(0, 240),
                blok.bij("tegoedDagdelenPerJaar").alsErIs().map(getal -> getal.getal(1, 1000)),
                blok.bij("medewerkers").lijst().stream()
                        .map(deel -> medewerker(deel.blok("medewerker", MEDEWERKER), medewerkers))
                        .toList());
    }

    private Medewerker medewerker(Blok blok, Namen namen) {
        return new Medewerker(
                namen.neem(blok.bij("naam")),
                doelgroepen(blok.bij("doelgroepen")),
                talen(blok.bij("talen")),
                wijken(blok.bij("wijken")),
                blok.bij("vaardigheden").woorden(woord -> woord.keuze(VAARDIGHEDEN)),
                werktijden(blok.bij("werkt")));
    }

    private static List<String> doelgroepen(Knoop knoop) {
        return knoop.minstensEenWoord(woord -> woord.keuze(DOELGROEPEN));
    }

    private static List<Werktijd> werktijden(Knoop knoop) {
        var werktijden = new ArrayList<Werktijd>();
        knoop.velden().forEach((dag, dagdelen) -> {
            var isoDag = dag.keuze(ISO_DAGEN);
            for (var dagdeel : dagdelen.woorden(woord -> woord.keuze(DAGDELEN))) {
                werktijden.add(new Werktijd(isoDag, dagdeel));
            }
        });
        return werktijden;
    }

    private static final Sleutels VERBLIJF = Sleutels.van("contract", "aanbieders");
    private static final Sleutels AANBIEDER = Sleutels.van(
                    "naam",
                    "wijk",
                    "leeftijden",
                    "mobiliteit",
                    "nachtzorg",
                    "medicatie",
                    "onrust",
                    "dementie",
                    "spoed",
                    "aankomstdagen",
                    "nachten",
                    "mantelzorgerMee",
                    "proefnacht",
                    "bedden")
            .eventueel("adres", "telefoon", "aankomstVanaf", "aankomstTot", "vertrekVoor");

    private KortdurendVerblijf kortdurendVerblijf(Knoop knoop) {
        var blok = knoop.blok("kortdurendVerblijf", VERBLIJF);
        var namen = new Namen("aanbieder");
        return new KortdurendVerblijf(
                contract(blok.bij("contract")),
                blok.bij("aanbieders").lijst().stream()
                        .map(deel -> aanbieder(deel.blok("aanbieder", AANBIEDER), namen))
                        .toList());
    }

    /** The words are those of the intake: one that it does not know would silently exclude everybody. */
    private Aanbieder aanbieder(Blok blok, Namen namen) {
        return new Aanbieder(
                namen.neem(blok.bij("naam")),
                wijk(blok.bij("wijk")),
                neemt(blok, "leeftijden", "18-64", "65+"),
                neemt(blok, "mobiliteit", "zelf", "rollator", "rolstoel", "tillift"),
                neemt(blok, "nachtzorg", "geen", "soms", "elke-nacht"),
                neemt(blok, "medicatie", "zelf", "aanreiken", "verpleegkundig"),
                neemt(blok, "onrust", "geen", "licht", "dwalen"),
                neemt(blok, "dementie", "nee", "licht", "gevorderd"),
                blok.bij("spoed").waarheid(),
                blok.bij("aankomstdagen").minstensEenWoord(dag -> dag.keuze(ISO_DAGEN)),
                nachten(blok.bij("nachten")),
                blok.bij("mantelzorgerMee").waarheid(),
                blok.bij("proefnacht").waarheid(),
                bereik(blok),
                bedden(blok.bij("bedden")));
    }

    private static final LocalTime VROEGST = LocalTime.of(7, 0);
    private static final LocalTime EINDE_MIDDAG = LocalTime.of(17, 0);
    private static final LocalTime LAATST = LocalTime.of(23, 0);

    /** What is not said is as most houses have it. */
    private static Bereik bereik(Blok blok) {
        var vanaf = overdag(blok.bij("aankomstVanaf"), LocalTime.of(14, 0));
        var tot = overdag(blok.bij("aankomstTot"), vanaf.isBefore(EINDE_MIDDAG) ? EINDE_MIDDAG : LAATST);
        if (!vanaf.isBefore(tot)) {
            (blok.velden().containsKey("aankomstTot") ? blok.bij("aankomstTot") : blok.bij("aankomstVanaf"))
                    .meldWaarde("een aankomstVanaf voor aankomstTot");
        }
        return new Bereik(
                blok.bij("adres").alsErIs().map(Knoop::tekst),
                blok.bij("telefoon").alsErIs().map(Knoop::tekst),
                vanaf,
                tot,
                overdag(blok.bij("vertrekVoor"), LocalTime.of(11, 0)));
    }

    /** By day: at night there is an hour that is skipped once a year. */
    private static LocalTime overdag(Knoop knoop, LocalTime anders) {
        var gelezen = knoop.alsErIs().flatMap(Knoop::tijd);
        if (gelezen.filter(tijd -> tijd.isBefore(VROEGST) || tijd.isAfter(LAATST))
                .isPresent()) {
            knoop.meldWaarde("een tijd overdag, van 07:00 tot en met 23:00");
        }
        return gelezen.orElse(anders);
    }

    private static List<String> neemt(Blok blok, String sleutel, String... woorden) {
        return blok.bij(sleutel).minstensEenWoord(woord -> woord.keuze(List.of(woorden)));
    }

    private static final Sleutels NACHTEN = Sleutels.van("minimaal", "maximaal");

    private static Nachten nachten(Knoop knoop) {
        var blok = knoop.blok("nachten", NACHTEN);
        var minimaal = blok.bij("minimaal").getal(1, 365);
        return new Nachten(minimaal, blok.bij("maximaal").getal(minimaal, 365));
    }

    private static final List<String> BEDKENMERKEN = List.of("rolstoel", "tillift", "eigenBadkamer");

    private static List<Bed> bedden(Knoop knoop) {
        return knoop.velden().entrySet().stream()
                .map(bed -> new Bed(bed.getKey().tekst(), bed.getValue().woorden(woord -> woord.keuze(BEDKENMERKEN))))
                .toList();
    }

    static List<String> talen(Knoop knoop) {
        return knoop.minstensEenWoord(taal -> taal.tekst(TAALCODE, "een taalcode in kleine letters, zoals nl"));
    }

    /** With no wijk read there is one fault already; no need for one at every house. */
    private String wijk(Knoop knoop) {
        return wijken.isEmpty() ? knoop.tekst() : knoop.keuze(wijken);
    }

    private List<String> wijken(Knoop knoop) {
        return knoop.ruw().equals("alle") ? wijken : knoop.minstensEenWoord(this::wijk);
    }
}
