package nl.respijt.lotgenotengroep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;

/** Which messages belong to what happens to who is in a group; what they say is {@link DeelnameBerichtMaker}'s. */
final class DeelnameBerichten {
    static final String BEGIN = "deelname-begin";
    static final String TOEGELATEN = "deelname-toegelaten";
    static final String TREFPUNT = "deelname-trefpunt";
    static final String GESTOPT = "deelname-gestopt";

    static final String GROEP_STOPT = "deelname-groep-stopt";

    /** The coordinator wrote something; it stands on the page behind the key. */
    static final String BERICHT = "deelname-bericht";

    /** To a coordinator, or without one to the makelaar: somebody is to be called, or to be met. */
    static final String NIEUWS = "groep-nieuws";

    /** To a coordinator: somebody else changed when or where the group meets. */
    static final String VERANDERD = "groep-veranderd";

    /** In {@link #VERANDERD}: the word of the {@link Verandering}. */
    static final String WAT = "wat";

    static final String COORDINATOR = "coordinator:";
    static final String MAKELAAR = "makelaar";

    private DeelnameBerichten() {}

    static List<NieuwBericht> bijBegin(Deelname deelname, List<UUID> coordinatoren, Instant nu) {
        var berichten = new ArrayList<NieuwBericht>();
        berichten.add(bericht(BEGIN, deelname, nu));
        if (deelname.status() == Deelname.Status.KENNISMAKING || deelname.zoektBegeleider()) {
            coordinatoren.forEach(wie -> berichten.add(nieuws(deelname, Kanaal.MAIL, COORDINATOR + wie, nu)));
            if (coordinatoren.isEmpty()) {
                berichten.add(nieuws(deelname, Kanaal.BELLEN, MAKELAAR, nu));
            }
        }
        return berichten;
    }

    static List<NieuwBericht> bijToelating(Deelname deelname, Instant nu) {
        return List.of(bericht(TOEGELATEN, deelname, nu));
    }

    static List<NieuwBericht> bijTrefpunt(Deelname deelname, Instant nu) {
        return List.of(bericht(TREFPUNT, deelname, nu));
    }

    static List<NieuwBericht> bijStoppen(Deelname deelname, Instant nu) {
        return List.of(bericht(GESTOPT, deelname, nu));
    }

    static List<NieuwBericht> bijStoppenVanGroep(Deelname deelname, Instant nu) {
        return List.of(bericht(GROEP_STOPT, deelname, nu));
    }

    /** One message of a coordinator to one who is in the group; what it says is looked up when it is read. */
    static NieuwBericht bijBericht(UUID groepsbericht, Deelname deelname, Instant nu) {
        return new NieuwBericht(BERICHT, kanaal(deelname), groepsbericht, 0, "deelname:" + deelname.id(), Map.of(), nu);
    }

    /** Of the group as it is from now on. */
    static List<NieuwBericht> bijVerandering(
            UUID groep, int versie, Verandering wat, List<UUID> coordinatoren, Instant nu) {
        return coordinatoren.stream()
                .map(wie -> new NieuwBericht(
                        VERANDERD, Kanaal.MAIL, groep, versie, COORDINATOR + wie, Map.of(WAT, wat.woord()), nu))
                .toList();
    }

    private static NieuwBericht bericht(String soort, Deelname deelname, Instant nu) {
        return new NieuwBericht(
                soort, kanaal(deelname), deelname.id(), deelname.versie(), "deelname:" + deelname.id(), Map.of(), nu);
    }

    private static NieuwBericht nieuws(Deelname deelname, Kanaal kanaal, String ontvanger, Instant nu) {
        return new NieuwBericht(NIEUWS, kanaal, deelname.id(), deelname.versie(), ontvanger, Map.of(), nu);
    }

    private static Kanaal kanaal(Deelname deelname) {
        return deelname.contact().email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
    }
}
