package nl.respijt.mantelzorger;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The handover sheet: what whoever takes over has to know, in the carer's words. Any part may be empty.
 *
 * @param dag how a day goes
 * @param zorg medicines and meals
 * @param letOp what to watch
 */
public record Overdracht(String dag, String zorg, String letOp) {
    /** So many characters each; three of them are a sheet of paper. */
    public static final int MAX_DEEL = 1000;

    public static final Overdracht LEEG = new Overdracht("", "", "");

    public boolean isLeeg() {
        return dag.isEmpty() && zorg.isEmpty() && letOp.isEmpty();
    }

    /** As one text for whoever comes. */
    public String tekst() {
        return Stream.of(dag, zorg, letOp).filter(deel -> !deel.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
