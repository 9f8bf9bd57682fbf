package nl.respijt.gemeente;

import java.util.List;
import java.util.Optional;
import nl.respijt.tijd.Dagdeel;

/**
 * A provider that takes over at home for some hours.
 *
 * @param duurUren the lengths of a visit one can ask for
 * @param tegoedDagdelenPerJaar how many visits a household may have in a calendar year; empty is as many as there are
 * @param wijken where it comes; every wijk by name where the file says {@code alle}
 */
public record RespijtzorgThuis(
        String aanbieder,
        List<String> doelgroepen,
        Contract contract,
        List<Integer> duurUren,
        List<String> wijken,
        int eersteAanvraagBinnenWerkdagen,
        int reistijdMinuten,
        Optional<Integer> tegoedDagdelenPerJaar,
        List<Medewerker> medewerkers) {

    /** Somebody who visits; an example. */
    public record Medewerker(
            String naam,
            List<String> doelgroepen,
            List<String> talen,
            List<String> wijken,
            List<Vaardigheid> vaardigheden,
            List<Werktijd> werkt) {
        public Medewerker {
            doelgroepen = List.copyOf(doelgroepen);
            talen = List.copyOf(talen);
            wijken = List.copyOf(wijken);
            vaardigheden = List.copyOf(vaardigheden);
            werkt = List.copyOf(werkt);
        }
    }

    /**
     * A dagdeel of every week.
     *
     * @param isoDag 1 is Monday
     */
    public record Werktijd(int isoDag, Dagdeel dagdeel) {}

    public RespijtzorgThuis {
        doelgroepen = List.copyOf(doelgroepen);
        duurUren = List.copyOf(duurUren);
        wijken = List.copyOf(wijken);
        medewerkers = List.copyOf(medewerkers);
    }
}
