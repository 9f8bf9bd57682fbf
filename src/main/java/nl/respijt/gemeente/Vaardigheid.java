package nl.respijt.gemeente;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody who visits can do, and what a carer can ask for: few and plain choices, none of which names an illness.
 */
public enum Vaardigheid {
    OPSTAAN("opstaan"),
    TILLIFT("tillift"),
    WASSEN("wassen"),
    ETEN("eten"),
    MEDICIJNEN("medicijnen"),
    /** Used to people who forget much. */
    VERGETEN("vergeten"),
    SPELEN("spelen");

    private final String woord;

    Vaardigheid(String woord) {
        this.woord = woord;
    }

    /** The word in the gemeente's file, the database, the API and the bundles. */
    public String woord() {
        return woord;
    }

    public static Optional<Vaardigheid> van(String woord) {
        return Stream.of(values()).filter(een -> een.woord.equals(woord)).findFirst();
    }

    public static List<String> woorden() {
        return Stream.of(values()).map(Vaardigheid::woord).toList();
    }
}
