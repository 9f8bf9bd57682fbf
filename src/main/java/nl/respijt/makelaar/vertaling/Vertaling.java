package nl.respijt.makelaar.vertaling;

import java.util.LinkedHashMap;
import java.util.List;
import nl.respijt.kluis.Sha256;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * One text in one language beside the Dutch.
 *
 * @param nederlands as it is read; more than one where the words depend on a number
 * @param vertaald the same in {@code taal}
 * @param hash what it is known by, hexadecimal: of both texts as they stand in the bundles
 */
public record Vertaling(Taal taal, String sleutel, List<String> nederlands, List<String> vertaald, String hash) {
    /** Numbers for which languages have other words: Arabic for none, one, two, a few and many. */
    private static final List<Integer> AANTALLEN = List.of(0, 1, 2, 3, 11);

    private static final String PLEK = "\\{\\d+(?:,number,#)?}";

    static Vertaling van(Taal taal, String sleutel) {
        var nederlands = Teksten.in(Taal.NL);
        var vertaald = Teksten.in(taal);
        return new Vertaling(
                taal,
                sleutel,
                zoalsGelezen(nederlands, sleutel),
                zoalsGelezen(vertaald, sleutel),
                Sha256.hex(nederlands.patroon(sleutel) + "\n" + vertaald.patroon(sleutel)));
    }

    private static List<String> zoalsGelezen(Teksten t, String sleutel) {
        var patroon = t.patroon(sleutel);
        if (!patroon.contains(",choice,")) {
            return List.of(patroon.replaceAll(PLEK, "…"));
        }
        var perVorm = new LinkedHashMap<String, String>();
        for (var aantal : AANTALLEN) {
            var tekst = t.van(sleutel, aantal, aantal, aantal);
            perVorm.putIfAbsent(tekst.replaceAll("\\d+", ""), tekst);
        }
        return List.copyOf(perVorm.values());
    }
}
