package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Walks through all pages that somebody can reach, and fills in every form it meets: what a person chooses as the page
 * offers it, what a person writes as it is told. A page or a form that is added is walked through as well.
 */
final class Robot {
    /** A form as a page gave it: where it goes, its fields with what stood in them, and which of them are free text. */
    record Formulier(String doel, Map<String, String> velden, List<String> vrijeTekst) {
        /** The same kind of form for other things: the ids left out. */
        String soort() {
            return zonderIds(doel) + vrijeTekst;
        }
    }

    /** An answer that was seen, and what it was the answer to. */
    record Gezien(String vraag, Klant.Antwoord antwoord) {}

    /** Pages of one kind (the same address but for ids and dates) that are looked at; more show nothing new. */
    private static final int PER_SOORT = 3;

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*)");
    private static final Pattern FORMULIER = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern VELD = Pattern.compile("(?s)<(input|select|textarea)\\b([^>]*)>(?:(.*?)</\\1>)?");
    private static final Pattern VELD_ZONDER_EINDE = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern KEUZE = Pattern.compile("<option\\b[^>]*\\bvalue=\"([^\"]*)\"");
    private static final List<String> VRIJ = List.of("text", "email", "tel", "search", "textarea", "");

    /** Ends the session, or changes who we are or what time it is. */
    private static final Pattern BLIJF_AF = Pattern.compile("/uitloggen.*|/demo.*|.*[?&]taal=.*");

    private static final Pattern PERSOON =
            Pattern.compile("\"slug\":\"([^\"]+)\",\"naam\":\"[^\"]*\",\"rol\":\"([^\"]+)\"");

    private final Klant klant;
    private final List<Gezien> gezien = new ArrayList<>();
    private final Map<String, Integer> perSoort = new HashMap<>();
    private final Map<String, Formulier> formulieren = new LinkedHashMap<>();

    Robot(Klant klant) {
        this.klant = klant;
    }

    /** Somebody of each role, as the demo knows them. */
    static List<String> eenPerRol(Klant buiten) {
        var perRol = new TreeMap<String, String>();
        PERSOON.matcher(buiten.haal("/demo/personen.json").tekst())
                .results()
                .forEach(een -> perRol.putIfAbsent(een.group(2), een.group(1)));
        assertThat(perRol).containsKeys("makelaar", "gastheer");
        return List.copyOf(perRol.values());
    }

    /** Where that person arrives. */
    static String begin(Klant buiten, String wie) {
        return buiten.formulier("/demo/inloggen", "wie=" + wie).kop("Location").orElseThrow();
    }

    /** Looks at everything, from these addresses on. */
    Robot loop(List<String> begin) {
        var rij = new ArrayDeque<>(begin);
        var gehad = new LinkedHashSet<>(begin);
        while (!rij.isEmpty()) {
            var pad = rij.remove();
            if (BLIJF_AF.matcher(pad).matches() || perSoort.merge(zonderIds(pad), 1, Integer::sum) > PER_SOORT) {
                continue;
            }
            var pagina = bewaar("GET " + pad, klant.haal(pad));
            pagina.kop("Location")
                    .filter(doel -> doel.startsWith("/") && gehad.add(doel))
                    .ifPresent(rij::add);
            if (pagina.kop("Content-Type")
                    .filter(soort -> soort.startsWith("text/html"))
                    .isPresent()) {
                LINK.matcher(pagina.tekst())
                        .results()
                        .map(link -> ontsnapt(link.group(1)))
                        .filter(gehad::add)
                        .forEach(rij::add);
                formulieren(pagina.tekst()).forEach(formulier -> formulieren.putIfAbsent(formulier.soort(), formulier));
            }
        }
        return this;
    }

    /** One form of each kind. */
    List<Formulier> formulieren() {
        return List.copyOf(formulieren.values());
    }

    List<Gezien> gezien() {
        return gezien;
    }

    /** Sends it with these words in the fields that are free; a date is tomorrow's, a number is one. */
    Klant.Antwoord vulIn(Formulier formulier, UnaryOperator<String> woord) {
        var inhoud = formulier.velden().entrySet().stream()
                .map(veld -> Klant.gecodeerd(veld.getKey())
                        + "="
                        + Klant.gecodeerd(
                                formulier.vrijeTekst().contains(veld.getKey())
                                        ? woord.apply(veld.getKey())
                                        : veld.getValue()))
                .collect(Collectors.joining("&"));
        return bewaar("POST " + formulier.doel(), klant.formulier(formulier.doel(), inhoud));
    }

    private Klant.Antwoord bewaar(String vraag, Klant.Antwoord antwoord) {
        assertThat(antwoord.status()).as(vraag).isLessThan(500);
        gezien.add(new Gezien(vraag, antwoord));
        return antwoord;
    }

    static List<Formulier> formulieren(String pagina) {
        return FORMULIER
                .matcher(pagina)
                .results()
                .filter(formulier -> "post".equalsIgnoreCase(attribuut(formulier.group(1), "method")))
                .map(formulier -> lees(attribuut(formulier.group(1), "action"), formulier.group(2)))
                .filter(formulier -> !BLIJF_AF.matcher(formulier.doel()).matches())
                .toList();
    }

    private static Formulier lees(String doel, String inhoud) {
        var velden = new LinkedHashMap<String, String>();
        var vrij = new ArrayList<String>();
        java.util.stream.Stream.concat(
                        VELD.matcher(inhoud)
                                .results()
                                .filter(veld -> !veld.group(1).equals("input")),
                        VELD_ZONDER_EINDE.matcher(inhoud).results())
                .forEach(veld -> leesVeld(veld, velden, vrij));
        return new Formulier(ontsnapt(doel), velden, vrij);
    }

    private static void leesVeld(MatchResult veld, Map<String, String> velden, List<String> vrij) {
        var isInvoer = veld.group().startsWith("<input");
        var attributen = isInvoer ? veld.group(1) : veld.group(2);
        var soort = isInvoer ? attribuut(attributen, "type") : veld.group(1);
        var naam = ontsnapt(attribuut(attributen, "name"));
        var waarde = ontsnapt(attribuut(attributen, "value"));
        if (naam.isEmpty() || naam.equals("onderwerp")) { // nobody sees the second
            return;
        }
        if (VRIJ.contains(soort)) {
            vrij.add(naam);
        }
        switch (soort) {
            case "select" ->
                velden.put(
                        naam,
                        KEUZE.matcher(veld.group(3))
                                .results()
                                .map(keuze -> ontsnapt(keuze.group(1)))
                                .filter(keuze -> !keuze.isEmpty())
                                .findFirst()
                                .orElse(""));
            case "date" -> velden.put(naam, waarde.isEmpty() ? "2027-12-25" : waarde);
            case "time" -> velden.put(naam, waarde.isEmpty() ? "10:00" : waarde);
            case "radio" -> velden.putIfAbsent(naam, waarde);
            case "number" -> velden.put(naam, waarde.isEmpty() ? "1" : waarde);
            default -> velden.put(naam, waarde);
        }
    }

    private static String attribuut(String attributen, String naam) {
        var gevonden = Pattern.compile("(?:^|\\s)" + naam + "=\"([^\"]*)\"").matcher(attributen);
        return gevonden.find() ? gevonden.group(1) : "";
    }

    private static String ontsnapt(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    static String zonderIds(String pad) {
        return pad.replaceAll("=[^&]*", "=").replaceAll("/[^/?]{22,}|/\\d[^/?]*", "/*");
    }
}
