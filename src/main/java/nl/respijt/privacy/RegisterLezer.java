package nl.respijt.privacy;

import static nl.respijt.yaml.Knoop.inVolgorde;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.respijt.instellingen.StartFout;
import nl.respijt.privacy.Register.Actie;
import nl.respijt.privacy.Register.Categorie;
import nl.respijt.privacy.Register.Kolom;
import nl.respijt.privacy.Register.Soort;
import nl.respijt.privacy.Register.Tabel;
import nl.respijt.privacy.Register.Van;
import nl.respijt.privacy.Register.Wissen;
import nl.respijt.yaml.Fouten;
import nl.respijt.yaml.Knoop;
import nl.respijt.yaml.Knoop.Sleutels;

/** Reads the register from top to bottom, with the operator's terms over its own. */
final class RegisterLezer {
    private static final Sleutels BESTAND = Sleutels.van("soorten", "tabellen", "zonderPersonen");
    private static final Sleutels SOORT = Sleutels.van("termijn", "uitleg");
    private static final Sleutels TABEL = Sleutels.van("van", "soort", "wissen", "doel", "grond", "ziet", "persoonlijk")
            .eventueel("gewoon", "wie", "ook", "vanaf", "klok", "erbij");
    private static final Sleutels KOLOM = Sleutels.van("categorie").eventueel("wissen", "als");

    private static final Pattern TERMIJN = Pattern.compile("([1-9]\\d{0,2}) (dag|dagen|maand|maanden|jaar)");
    private static final Pattern NAAM = Pattern.compile("[a-z][a-z_]*");

    private static final List<String> GRONDEN = List.of(
            "overeenkomst",
            "uitdrukkelijke toestemming",
            "wettelijke plicht",
            "gerechtvaardigd belang",
            "algemeen belang");

    private final Map<String, String> termijnen;

    private RegisterLezer(Map<String, String> termijnen) {
        this.termijnen = termijnen;
    }

    /**
     * @param bestand how messages name the file
     * @param termijnen the operator's, by the name of the setting
     * @throws StartFout naming every fault
     */
    static Register lees(String bestand, String tekst, Map<String, String> termijnen) {
        var fouten = new Fouten(bestand);
        var inhoud =
                Knoop.bestand(tekst, "het register van alle kolommen", fouten).blok("het bestand", BESTAND);
        var lezer = new RegisterLezer(termijnen);
        var soorten = lezer.soorten(inhoud.bij("soorten"));
        var tabellen = new ArrayList<Tabel>();
        inhoud.bij("tabellen").velden().forEach((naam, tabel) -> tabellen.add(tabel(naam, tabel, soorten)));
        var zonder = new LinkedHashMap<String, List<String>>();
        inhoud.bij("zonderPersonen")
                .velden()
                .forEach((naam, kolommen) -> zonder.put(naam(naam), kolommen.minstensEenWoord(RegisterLezer::naam)));
        fouten.weiger();
        return new Register(soorten, tabellen, zonder);
    }

    private Map<String, Soort> soorten(Knoop knoop) {
        var soorten = new LinkedHashMap<String, Soort>();
        knoop.velden().forEach((sleutel, waarde) -> {
            var naam = naam(sleutel);
            var blok = waarde.blok("soort " + naam, SOORT);
            var eigen = termijn(blok.bij("termijn"));
            soorten.put(
                    naam,
                    new Soort(
                            naam,
                            eigen.map(duur -> gezet(naam).orElse(duur)),
                            blok.bij("uitleg").tekst()));
        });
        termijnen.keySet().stream()
                .filter(instelling -> soorten.values().stream()
                        .noneMatch(soort -> soort.termijn().isPresent() && instelling.equals(instelling(soort.naam()))))
                .findFirst()
                .ifPresent(instelling -> {
                    throw new StartFout("%s is geen bewaartermijn die te zetten is; dat zijn: %s"
                            .formatted(
                                    instelling,
                                    String.join(
                                            ", ",
                                            soorten.values().stream()
                                                    .filter(soort ->
                                                            soort.termijn().isPresent())
                                                    .map(soort -> instelling(soort.naam()))
                                                    .toList())));
                });
        return soorten;
    }

    static String instelling(String soort) {
        return "RESPIJT_BEWAAR_" + soort.toUpperCase(Locale.ROOT);
    }

    private Optional<Period> gezet(String soort) {
        return Optional.ofNullable(termijnen.get(instelling(soort)))
                .map(tekst -> periode(tekst)
                        .orElseThrow(
                                () -> new StartFout("%s is '%s'; verwacht: een termijn zoals '13 maanden' of '30 dagen'"
                                        .formatted(instelling(soort), tekst))));
    }

    private static Optional<Period> termijn(Knoop knoop) {
        if (knoop.ruw().equals("geen")) {
            return Optional.empty();
        }
        var termijn = periode(knoop.ruw());
        if (termijn.isEmpty()) {
            knoop.meldWaarde("een termijn zoals '13 maanden', of geen");
        }
        return termijn;
    }

    private static Optional<Period> periode(String tekst) {
        var delen = TERMIJN.matcher(tekst.strip());
        if (!delen.matches()) {
            return Optional.empty();
        }
        var aantal = Integer.parseInt(delen.group(1));
        return Optional.of(
                switch (delen.group(2)) {
                    case "dag", "dagen" -> Period.ofDays(aantal);
                    case "maand", "maanden" -> Period.ofMonths(aantal);
                    default -> Period.ofYears(aantal);
                });
    }

    private static Tabel tabel(Knoop sleutel, Knoop knoop, Map<String, Soort> soorten) {
        var naam = naam(sleutel);
        var blok = knoop.blok("tabel " + naam, TABEL);
        var kolommen = new ArrayList<Kolom>();
        blok.bij("persoonlijk").velden().forEach((kolom, waarde) -> kolommen.add(kolom(kolom, waarde)));
        var erbij = new LinkedHashMap<String, String>();
        blok.bij("erbij").velden().forEach((kolom, sql) -> erbij.put(naam(kolom), sql.ruw()));
        var van = blok.bij("van").keuze(woorden(Van.values()));
        var wie = new EnumMap<Van, String>(Van.class);
        blok.bij("wie").alsErIs().ifPresent(sql -> wie.put(van, sql.ruw()));
        blok.bij("ook").velden().forEach((ander, sql) -> wie.put(ander.keuze(woorden(Van.values())), sql.ruw()));
        return new Tabel(
                naam,
                van,
                blok.bij("soort").keuze(soorten),
                wie,
                blok.bij("vanaf").alsErIs().map(Knoop::ruw),
                blok.bij("klok")
                        .alsErIs()
                        .map(klok -> klok.keuze(List.of("echt")))
                        .isPresent(),
                blok.bij("wissen").keuze(woorden(Wissen.values())),
                blok.bij("doel").tekst(),
                blok.bij("grond").keuze(GRONDEN),
                blok.bij("ziet").tekst(),
                kolommen,
                erbij,
                blok.bij("gewoon").woorden(RegisterLezer::naam));
    }

    private static Kolom kolom(Knoop sleutel, Knoop knoop) {
        var naam = naam(sleutel);
        var blok = knoop.blok("kolom " + naam, KOLOM);
        var actie = blok.bij("wissen")
                .alsErIs()
                .map(wissen -> wissen.keuze(woorden(Actie.values())))
                .orElse(Actie.BLIJFT);
        var als = blok.bij("als").ruw();
        if (als.isEmpty() == (actie == Actie.ANONIMISEER)) {
            sleutel.meld("kolom %s is niet duidelijk".formatted(naam), "als, bij wissen: anonimiseer en alleen daar");
        }
        return new Kolom(
                naam, blok.bij("categorie").keuze(woorden(Categorie.values())), actie, als.isEmpty() ? "null" : als);
    }

    /** Names go into SQL as they are, so they are names and nothing else. */
    private static String naam(Knoop knoop) {
        return knoop.tekst(NAAM, "een naam van een tabel of kolom");
    }

    private static <T extends Enum<T>> Map<String, T> woorden(T[] waarden) {
        return inVolgorde(
                Arrays.stream(waarden)
                        .map(waarde -> waarde.name().toLowerCase(Locale.ROOT))
                        .toList(),
                List.of(waarden));
    }
}
