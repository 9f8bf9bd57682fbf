package nl.respijt.kortverblijf;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.gemeente.KortdurendVerblijf;

/** A house of a provider where the naaste can stay, with its beds and the rules that hold now. */
public record Logeerhuis(UUID id, UUID aanbieder, String naam, String wijk, Huisregels regels, List<Bed> bedden) {
    /**
     * Whom it takes, and when.
     *
     * @param versie which set of rules this is; an offer keeps the one it was made under
     * @param neemt for each question the answers that it takes
     * @param mantelzorgerMee whether the carer may stay too
     * @param proefnacht whether one can try a night first
     */
    public record Huisregels(
            int versie,
            Map<Regel, Set<String>> neemt,
            boolean spoed,
            Set<DayOfWeek> aankomstdagen,
            int minimaalNachten,
            int maximaalNachten,
            boolean mantelzorgerMee,
            boolean proefnacht) {
        public Huisregels {
            neemt = Map.copyOf(neemt);
            aankomstdagen = Set.copyOf(aankomstdagen);
        }

        /** As the gemeente's file says them. */
        static Huisregels van(KortdurendVerblijf.Aanbieder uit, int versie) {
            return new Huisregels(
                    versie,
                    Map.of(
                            Regel.LEEFTIJD, Set.copyOf(uit.leeftijden()),
                            Regel.MOBILITEIT, Set.copyOf(uit.mobiliteit()),
                            Regel.NACHTZORG, Set.copyOf(uit.nachtzorg()),
                            Regel.MEDICATIE, Set.copyOf(uit.medicatie()),
                            Regel.ONRUST, Set.copyOf(uit.onrust()),
                            Regel.DEMENTIE, Set.copyOf(uit.dementie())),
                    uit.spoed(),
                    uit.aankomstdagen().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                    uit.nachten().minimaal(),
                    uit.nachten().maximaal(),
                    uit.mantelzorgerMee(),
                    uit.proefnacht());
        }

        Huisregels metVersie(int andere) {
            return new Huisregels(
                    andere, neemt, spoed, aankomstdagen, minimaalNachten, maximaalNachten, mantelzorgerMee, proefnacht);
        }

        boolean isAankomstdag(LocalDate dag) {
            return aankomstdagen.contains(dag.getDayOfWeek());
        }

        boolean neemt(Regel vraag, String antwoord) {
            return neemt.getOrDefault(vraag, Set.of()).contains(antwoord);
        }
    }

    /** @param kenmerken what it is fit for, and what is nice about it: rolstoel, tillift, eigenBadkamer */
    public record Bed(UUID id, String naam, Set<String> kenmerken) {
        public static final String ROLSTOEL = "rolstoel";
        public static final String EIGEN_BADKAMER = "eigenBadkamer";

        public Bed {
            kenmerken = Set.copyOf(kenmerken);
        }
    }

    public Logeerhuis {
        bedden = List.copyOf(bedden);
    }
}
