package nl.respijt.kortverblijf.intake;

import static nl.respijt.web.Klant.gecodeerd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;

/** Somebody who walks through the intake as a browser does: fills in a page, sends it, and goes where it leads. */
public final class Proefintake {
    private final Klant klant;
    private final List<String> bladzijden = new ArrayList<>();
    private String hier = "/logeren";
    private int getypt;

    public Proefintake(Klant klant) {
        this.klant = klant;
    }

    /** The plain case: everything at home goes well. */
    public static Map<String, String> gewoon(LocalDate van, LocalDate tot) {
        var antwoorden = new LinkedHashMap<String, String>();
        antwoorden.put("wie", "naam=Ans&leeftijd=65%2B");
        antwoorden.put("bereiken", "email=" + gecodeerd("ans-" + UUID.randomUUID() + "@proef.example") + "&telefoon=");
        antwoorden.put("haast", "urgentie=gepland");
        antwoorden.put("nachten", "van=%s&tot=%s&flexibeleDagen=2".formatted(van, tot));
        antwoorden.put("besluit", "besluit=toegekend&wmoNachten=10");
        antwoorden.put("mobiliteit", "mobiliteit=zelf");
        antwoorden.put("nachtzorg", "nachtzorg=geen");
        antwoorden.put("medicatie", "medicatie=zelf");
        antwoorden.put("onrust", "onrust=geen");
        antwoorden.put("dementie", "dementie=nee");
        antwoorden.put("wensen", "wijk=&gesproken=&opmerking=" + gecodeerd("Houdt van rummikub"));
        antwoorden.put("controle", "akkoord=ja");
        return antwoorden;
    }

    /** Presses the button on the first page. */
    public Proefintake begin() {
        ga(klant.formulier("/logeren", ""));
        return this;
    }

    /** Opens an address and goes where it leads. */
    public Proefintake open(String pad) {
        hier = pad;
        var antwoord = klant.haal(pad);
        while (antwoord.status() == 303) {
            hier = pad(antwoord);
            antwoord = klant.haal(hier);
        }
        bladzijden.add(hier);
        return this;
    }

    private void ga(Antwoord antwoord) {
        if (antwoord.status() != 303) {
            throw new AssertionError(hier + ": " + antwoord.status() + " " + antwoord.tekst());
        }
        open(pad(antwoord));
    }

    private static String pad(Antwoord antwoord) {
        return antwoord.kop("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** Answers the question that is open, and so on until a page that is not in {@code antwoorden}. */
    public Proefintake antwoord(Map<String, String> antwoorden) {
        while (antwoorden.containsKey(stap())) {
            stuur(antwoorden.get(stap()));
        }
        return this;
    }

    public Proefintake stuur(String velden) {
        getypt += tekens(velden);
        ga(probeer(velden));
        return this;
    }

    /** As {@link #stuur}, and stays where it is whatever comes of it. */
    public Antwoord probeer(String velden) {
        return klant.formulier(hier, velden);
    }

    private static int tekens(String velden) {
        return List.of(velden.split("&")).stream()
                .filter(veld -> veld.matches("(naam|email|telefoon|wmoNachten|opmerking)=.*"))
                .mapToInt(veld -> veld.length() - veld.indexOf('=') - 1)
                .sum();
    }

    /** The address of where it is now. */
    public String hier() {
        return hier;
    }

    /** The last word of that. */
    public String stap() {
        return hier.substring(hier.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    }

    /** The secret address of the concept. */
    public String pad() {
        return hier.substring(0, hier.lastIndexOf('/'));
    }

    public String tekst() {
        return klant.haal(hier).tekst();
    }

    /** The pages that were seen, in order. */
    public List<String> bladzijden() {
        return bladzijden.stream()
                .map(adres -> adres.substring(adres.lastIndexOf('/') + 1))
                .collect(Collectors.toList());
    }

    /** How many signs were typed; what is chosen is not typed, and dates are neither. */
    public int getypt() {
        return getypt;
    }
}
