package nl.respijt.kortverblijf.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.kortverblijf.Regel;

/** One question of the intake, on a page of its own; in the order in which they are asked. The check page comes after. */
public enum Stap {
    /** Who asks, and how old the naaste is: another law may be needed. */
    WIE("naam", "leeftijd"),
    /** How to reach the mantelzorger; the language only where a makelaar asks it. */
    BEREIKEN("email", "telefoon", "taal"),
    HAAST("urgentie"),
    NACHTEN("van", "tot", "flexibeleDagen"),
    /** Who pays, and whether that is decided: Wlz and Wmo in one question. */
    BESLUIT("besluit", "wmoNachten"),
    MOBILITEIT(Regel.MOBILITEIT),
    NACHTZORG(Regel.NACHTZORG),
    MEDICATIE(Regel.MEDICATIE),
    ONRUST(Regel.ONRUST),
    DEMENTIE(Regel.DEMENTIE),
    /** What would be nice; nothing of it has to be answered. */
    WENSEN("wijk", "gesproken", "eigenBadkamer", "mantelzorgerMee", "proefnacht", "opmerking", "wensen");

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody changes
    private final List<String> velden;

    @SuppressWarnings("ImmutableEnumChecker") // of an enum
    private final Optional<Regel> zorg;

    Stap(String... velden) {
        this.velden = List.of(velden);
        zorg = Optional.empty();
    }

    Stap(Regel vraag) {
        velden = List.of(vraag.woord());
        zorg = Optional.of(vraag);
    }

    /** The word in an address and in the bundles. */
    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stap> van(String woord) {
        return Stream.of(values()).filter(stap -> stap.woord().equals(woord)).findFirst();
    }

    /** The names of what is answered here. */
    List<String> velden() {
        return velden;
    }

    /** The question about care that it asks. */
    public Optional<Regel> zorg() {
        return zorg;
    }

    /** Its place in the row, from one. */
    int nummer() {
        return List.of(values()).indexOf(this) + 1;
    }

    Optional<Stap> volgende() {
        return Stream.of(values()).filter(stap -> stap.nummer() == nummer() + 1).findFirst();
    }

    Optional<Stap> vorige() {
        return Stream.of(values()).filter(stap -> stap.nummer() == nummer() - 1).findFirst();
    }
}
