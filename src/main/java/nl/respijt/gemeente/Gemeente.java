package nl.respijt.gemeente;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.respijt.tijd.Dagdelen;

/**
 * What is true of one gemeente when the service starts there; a bean. Whatever is marked {@code voorbeeld} was chosen
 * because no source names it, and an administrator replaces it.
 *
 * @param code the four digits of the CBS
 * @param talen the languages of the pages, the first one foremost
 * @param buurwijken which wijken lie beside a wijk, each of them also the other way round; empty where the file names none
 */
public record Gemeente(
        String naam,
        String code,
        List<String> talen,
        Kerncijfers kerncijfers,
        List<String> wijken,
        Map<String, List<String>> buurwijken,
        Dagdelen dagdelen,
        Normen normen,
        List<Huis> huizen,
        Gastheren gastheren,
        Schoolvakanties schoolvakanties,
        List<Groep> lotgenotengroepen,
        List<RespijtzorgThuis> respijtzorgThuis,
        KortdurendVerblijf kortdurendVerblijf) {

    /** How many people it is about; not every gemeente knows. Shares run from 0 to 1. */
    public record Kerncijfers(
            OptionalInt mantelzorgers,
            OptionalDouble aandeelZwaarBelast,
            OptionalDouble aandeelMoeiteMetDigitaleAanvragen) {}

    /** What the gemeente promised; the reports hold what there is against it. */
    public record Normen(
            int mantelzorghuizen,
            int dagdelenPerWeekPerHuis,
            int amwahtGroepen,
            int nahGroepen,
            int jongeMantelzorgersGroepen,
            int aanbiedersKortdurendVerblijf) {}

    public Gemeente {
        talen = List.copyOf(talen);
        wijken = List.copyOf(wijken);
        buurwijken = Map.copyOf(buurwijken);
        huizen = List.copyOf(huizen);
        lotgenotengroepen = List.copyOf(lotgenotengroepen);
        respijtzorgThuis = List.copyOf(respijtzorgThuis);
    }

    /** The wijken beside that one, where "in de buurt" reaches; none for a wijk that the file says nothing of. */
    public List<String> buren(String wijk) {
        return buurwijken.getOrDefault(wijk, List.of());
    }
}
