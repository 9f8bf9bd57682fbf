package nl.respijt.respijtthuis;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;

/**
 * Somebody who visits people at home.
 *
 * @param aanbieder for whom they work
 * @param naam of which a carer sees the first
 * @param wijken where they come
 */
public record Medewerker(
        UUID id,
        UUID aanbieder,
        String naam,
        Set<Voor> doelgroepen,
        List<String> talen,
        List<String> wijken,
        Set<Vaardigheid> vaardigheden,
        boolean voorbeeld,
        boolean gestopt) {

    public Medewerker {
        doelgroepen = Set.copyOf(doelgroepen);
        talen = List.copyOf(talen);
        wijken = List.copyOf(wijken);
        vaardigheden = Set.copyOf(vaardigheden);
    }

    /** Whether they come for such a household and can do all that is needed there. */
    boolean komtVoor(Thuisvraag vraag) {
        return doelgroepen.contains(vraag.voor()) && vaardigheden.containsAll(vraag.nodig());
    }

    /** Whether they come for that provider to a household that the other comes to. */
    boolean komtOokBij(Medewerker ander, Thuisvraag vraag) {
        return aanbieder.equals(ander.aanbieder)
                && komtVoor(vraag)
                && wijken.stream().anyMatch(ander.wijken::contains);
    }

    /** As a carer knows them; of an example the word that says so is no name. */
    public String voornaam() {
        var eigen = naam.replaceFirst("^Voorbeeld ", "");
        var spatie = eigen.indexOf(' ');
        return spatie < 0 ? eigen : eigen.substring(0, spatie);
    }
}
