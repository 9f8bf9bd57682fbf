package nl.respijt.rooster;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.respijt.bericht.NieuwBericht;

/** Which message belongs to what happens to a dienst; what it says is {@link DienstBerichtMaker}'s. */
final class DienstBerichten {
    static final String NIEUW = "dienst-nieuw";
    static final String GEWIJZIGD = "dienst-gewijzigd";
    static final String GERUILD = "dienst-geruild";
    static final String VERVALLEN = "dienst-vervallen";

    /** A gastheer chose invitations, or no longer: the diensten there are come as one each, or are taken back. */
    static final String UITGENODIGD = "dienst-uitgenodigd";

    static final String UIT_AGENDA = "dienst-uit-agenda";

    /** In {@link NieuwBericht#gegevens()}: the begin it had, why it lapsed, the reason the makelaar gave. */
    static final String WAS = "was";

    static final String WAAROM = "waarom";
    static final String REDEN = "reden";

    /** The id of the dienst that was given away in a swap. */
    static final String GAF = "gaf";

    /** How a dienst can end before its time; the word is also that of the history. */
    enum Einde {
        AFGEMELD("afgemeld", Dienst.Status.AFGEMELD),
        OVERGEDRAGEN("overgedragen", Dienst.Status.VERVALLEN),
        GERUILD("geruild", Dienst.Status.VERVALLEN),
        AFGELAST("afgelast", Dienst.Status.VERVALLEN);

        final String woord;
        final Dienst.Status status;

        Einde(String woord, Dienst.Status status) {
            this.woord = woord;
            this.status = status;
        }
    }

    private DienstBerichten() {}

    static NieuwBericht nieuw(Dienst dienst, Instant nu) {
        return bericht(NIEUW, dienst, Map.of(), nu);
    }

    static NieuwBericht gewijzigd(Dienst dienst, Instant was, Instant nu) {
        return bericht(GEWIJZIGD, dienst, Map.of(WAS, was.toString()), nu);
    }

    static NieuwBericht uitgenodigd(Dienst dienst, Instant nu) {
        return bericht(UITGENODIGD, dienst, Map.of(), nu);
    }

    static NieuwBericht uitAgenda(Dienst dienst, Instant nu) {
        return bericht(UIT_AGENDA, dienst, Map.of(), nu);
    }

    /** One message for both sides of a swap: what was given and what came for it. */
    static NieuwBericht geruild(Dienst kreeg, Dienst gaf, Instant nu) {
        return bericht(GERUILD, kreeg, Map.of(GAF, gaf.id().waarde().toString()), nu);
    }

    static NieuwBericht vervallen(Dienst dienst, Einde einde, Optional<String> reden, Instant nu) {
        var gegevens = new LinkedHashMap<String, String>();
        gegevens.put(WAAROM, einde.woord);
        reden.ifPresent(tekst -> gegevens.put(REDEN, tekst));
        return bericht(VERVALLEN, dienst, gegevens, nu);
    }

    private static NieuwBericht bericht(String soort, Dienst dienst, Map<String, String> gegevens, Instant nu) {
        return new NieuwBericht(
                soort,
                dienst.gastheer().kanaal(),
                dienst.id().waarde(),
                dienst.versie(),
                "gastheer:" + dienst.gastheer().id().waarde(),
                gegevens,
                nu);
    }
}
