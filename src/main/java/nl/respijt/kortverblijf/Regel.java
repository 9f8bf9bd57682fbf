package nl.respijt.kortverblijf;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * By what a house can refuse a guest. The first six are questions of the intake, each with its answers: a house takes a guest
 * when every answer is in its list. The others are about the stay itself.
 */
public enum Regel {
    LEEFTIJD("18-64", "65+"),
    MOBILITEIT("zelf", "rollator", "rolstoel", "tillift"),
    NACHTZORG("geen", "soms", "elke-nacht"),
    MEDICATIE("zelf", "aanreiken", "verpleegkundig"),
    ONRUST("geen", "licht", "dwalen", "agressie"),
    DEMENTIE("nee", "licht", "gevorderd"),
    /** Takes nobody today or tomorrow. */
    SPOED,
    /** Shorter or longer than a stay may be. */
    NACHTEN,
    AANKOMSTDAG,
    /** The contract of the provider does not reach that far. */
    CONTRACT,
    /** No bed that fits is free all those nights. */
    VOL,
    /** The day of arrival went by. */
    VOORBIJ;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody changes
    private final List<String> antwoorden;

    Regel(String... antwoorden) {
        this.antwoorden = List.of(antwoorden);
    }

    /** The questions of the intake that a house can have a list for. */
    public static List<Regel> vragen() {
        return Stream.of(values()).filter(regel -> !regel.antwoorden.isEmpty()).toList();
    }

    /** What can be answered; empty when it is no question. */
    public List<String> antwoorden() {
        return antwoorden;
    }

    /** The word in the database, the API and the bundles. */
    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }
}
