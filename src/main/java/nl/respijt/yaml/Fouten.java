package nl.respijt.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.respijt.instellingen.StartFout;

/** Gathers what is wrong with one file, so that the operator hears it all at once, in the order of the file. */
public final class Fouten {
    private static final int MAX_GENOEMD = 50;
    private static final int MAX_TEKENS = 60;

    private record Fout(int regel, String tekst) {}

    private final String bestand;
    private final List<Fout> fouten = new ArrayList<>();

    public Fouten(String bestand) {
        this.bestand = bestand;
    }

    public void meld(int regel, String gevonden, String verwacht) {
        fouten.add(new Fout(regel, "%s regel %d: %s; verwacht: %s".formatted(bestand, regel, gevonden, verwacht)));
    }

    /** @throws StartFout with one line for each fault, when there is one */
    public void weiger() {
        if (fouten.isEmpty()) {
            return;
        }
        var melding = fouten.stream()
                .sorted(Comparator.comparingInt(Fout::regel))
                .map(Fout::tekst)
                .limit(MAX_GENOEMD)
                .collect(Collectors.joining("\n"));
        var rest = fouten.size() - MAX_GENOEMD;
        throw new StartFout(rest > 0 ? melding + "\nen nog %d fouten in %s".formatted(rest, bestand) : melding);
    }

    /** What the file says, fit to stand in a message: on one line and not too long. */
    public static String citaat(String tekst) {
        var kort = tekst.length() > MAX_TEKENS ? tekst.substring(0, MAX_TEKENS) + "…" : tekst;
        return "'" + kort.replaceAll("\\p{Cntrl}", " ") + "'";
    }
}
