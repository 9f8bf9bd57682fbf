package nl.respijt.boeking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;

/** Which messages belong to what happens to a place in line; what they say is {@link WachtBerichtMaker}'s. */
final class WachtBerichten {
    /** What a place in line is called in the history. */
    static final String DING = "wachtplek";

    static final String IN_RIJ = "wachtplek-in-rij";
    static final String AANBOD = "wachtplek-aanbod";
    static final String VERLOPEN = "wachtplek-verlopen";
    static final String VERVALLEN = "wachtplek-vervallen";
    static final String VERZET = "wachtplek-verzet";

    /** In {@link NieuwBericht#gegevens()}: the place in line at that time. */
    static final String PLAATS = "plaats";

    private WachtBerichten() {}

    /** A mail with the key; who has no mail heard it on the page or by phone. */
    static List<NieuwBericht> bijAansluiten(Wachtplek plek, int plaats, Instant nu) {
        return plek.contact().email().isEmpty()
                ? List.of()
                : List.of(bericht(IN_RIJ, plek, plek.versie(), Map.of(PLAATS, Integer.toString(plaats)), nu));
    }

    /** The row is a version further than {@code plek}, here and below. */
    static List<NieuwBericht> bijAanbod(Wachtplek plek, Instant nu) {
        return List.of(bericht(AANBOD, plek, plek.versie() + 1, Map.of(), nu));
    }

    static List<NieuwBericht> bijVerlopen(Wachtplek plek, Instant nu) {
        return List.of(bericht(VERLOPEN, plek, plek.versie() + 1, Map.of(), nu));
    }

    static List<NieuwBericht> bijVervallen(Wachtplek plek, Instant nu) {
        return List.of(bericht(VERVALLEN, plek, plek.versie() + 1, Map.of(), nu));
    }

    static List<NieuwBericht> bijVerzetten(Wachtplek plek, Instant nu) {
        return List.of(bericht(VERZET, plek, plek.versie() + 1, Map.of(), nu));
    }

    private static NieuwBericht bericht(
            String soort, Wachtplek plek, int versie, Map<String, String> gegevens, Instant nu) {
        var kanaal = plek.contact().email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
        return new NieuwBericht(soort, kanaal, plek.id().waarde(), versie, DING + ":" + plek.id(), gegevens, nu);
    }
}
