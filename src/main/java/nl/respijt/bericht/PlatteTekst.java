package nl.respijt.bericht;

import java.util.ArrayList;
import java.util.List;
import nl.respijt.web.Teksten;

/** Lays out a brief as plain text of at most 78 columns; an address of a page is never broken, however long. */
final class PlatteTekst {
    private static final int BREEDTE = 78;
    private static final int BREEDSTE_NAAM = 24;

    private final List<String> blokken = new ArrayList<>();

    private PlatteTekst() {}

    static String van(Brief brief, Teksten teksten, String aanhef, String telefoon) {
        var tekst = new PlatteTekst();
        tekst.alinea(aanhef);
        brief.alineas().forEach(tekst::alinea);
        tekst.feiten(brief.feiten());
        for (var knop : brief.knoppen()) {
            tekst.verwijzing(knop.tekst() + ":", knop.adres().toASCIIString());
        }
        brief.slot().forEach(tekst::alinea);
        tekst.alinea(teksten.van("bericht.vragen", telefoon));
        brief.afmelden()
                .ifPresent(adres -> tekst.verwijzing(teksten.van("bericht.afmelden") + ":", adres.toASCIIString()));
        tekst.alinea("-".repeat(3) + "\n" + teksten.van("bericht.voet"));
        return String.join("\n\n", tekst.blokken) + "\n";
    }

    private void alinea(String tekst) {
        var regels = new ArrayList<String>();
        tekst.lines().forEach(regel -> regels.addAll(regels(regel, BREEDTE)));
        if (!regels.isEmpty()) {
            blokken.add(String.join("\n", regels));
        }
    }

    private void verwijzing(String tekst, String adres) {
        var regels = new ArrayList<>(regels(tekst, BREEDTE));
        regels.add(adres);
        blokken.add(String.join("\n", regels));
    }

    private void feiten(List<Brief.Feit> feiten) {
        if (feiten.isEmpty()) {
            return;
        }
        var kolom = 2
                + feiten.stream()
                        .mapToInt(feit -> breedte(feit.naam()))
                        .filter(breedte -> breedte <= BREEDSTE_NAAM)
                        .max()
                        .orElse(0);
        var inspringing = " ".repeat(2 + kolom);
        var regels = new ArrayList<String>();
        for (var feit : feiten) {
            var begin = "  " + feit.naam();
            if (breedte(feit.naam()) > BREEDSTE_NAAM) {
                regels.addAll(regels(begin, BREEDTE));
                begin = "";
            }
            for (var regel : feit.waarde()
                    .lines()
                    .flatMap(r -> regels(r, BREEDTE - 2 - kolom).stream())
                    .toList()) {
                regels.add(begin + inspringing.substring(Math.min(inspringing.length(), breedte(begin))) + regel);
                begin = "";
            }
        }
        blokken.add(String.join("\n", regels));
    }

    private static List<String> regels(String tekst, int hoogstens) {
        var regels = new ArrayList<String>();
        var regel = new StringBuilder();
        for (var woord : tekst.strip().split("\\s+")) {
            if (!regel.isEmpty() && breedte(regel) + 1 + breedte(woord) > hoogstens) {
                regels.add(regel.toString());
                regel.setLength(0);
            }
            regel.append(regel.isEmpty() ? "" : " ").append(woord);
        }
        if (!regel.isEmpty()) {
            regels.add(regel.toString());
        }
        return regels;
    }

    private static int breedte(CharSequence tekst) {
        return Character.codePointCount(tekst, 0, tekst.length());
    }
}
