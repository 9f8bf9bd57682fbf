package nl.respijt.kortverblijf.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.kortverblijf.Intake;
import nl.respijt.kortverblijf.Verblijf;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;

/**
 * An intake that was begun and not sent. It may lack any answer.
 *
 * @param code to say over the phone; it opens the concept only to the makelaar, or together with the contact in it
 * @param mantelzorger of whom it tells, where we know that: who was signed in, or whose earlier answers are in it. An address
 *     that somebody types says nothing: whoever types it holds the key
 * @param zelf whether they were signed in where it was made or where they said how to reach them; only then it stands among
 *     what is theirs, because whoever began it reads what is added
 * @param antwoorden by the name of the field, as they were read: never empty, and never wrong when they came in
 * @param taal in which we write to them
 * @param door who began it: the mantelzorger or a member of staff
 * @param opnieuw whether it was filled with the answers of an earlier intake
 * @param begonnenOp when the first question was answered here: the lead time counts from there
 * @param gewijzigdOp it lapses thirty days later
 */
public record Concept(
        UUID id,
        String code,
        Optional<MantelzorgerId> mantelzorger,
        boolean zelf,
        Map<String, String> antwoorden,
        Taal taal,
        String door,
        boolean opnieuw,
        Optional<Instant> begonnenOp,
        Instant gewijzigdOp) {

    /** Another law pays, and another desk arranges it. */
    public enum Weg {
        JEUGD,
        WLZ;

        public String woord() {
            return this == JEUGD ? "jeugd" : "wlz";
        }
    }

    static final String JA = "ja";
    static final String KIND = "0-17";
    static final String BESLUIT_WLZ = "wlz";

    public Concept {
        antwoorden = Map.copyOf(antwoorden);
    }

    /** Empty for what was not answered. */
    public String antwoord(String veld) {
        return antwoorden.getOrDefault(veld, "");
    }

    public boolean heeft(String veld) {
        return antwoorden.containsKey(veld);
    }

    public boolean isAan(String veld) {
        return antwoord(veld).equals(JA);
    }

    public boolean isNu() {
        return antwoord("urgentie").equals(Intake.Urgentie.NU.woord());
    }

    public boolean isBeantwoord(Stap stap) {
        return switch (stap) {
            case WIE -> heeft("naam") && heeft("leeftijd");
            case BEREIKEN -> contact().isPresent();
            case HAAST -> heeft("urgentie");
            case NACHTEN -> heeft("van") && heeft("tot");
            case BESLUIT -> heeft("besluit");
            case MOBILITEIT, NACHTZORG, MEDICATIE, ONRUST, DEMENTIE -> heeft(stap.woord());
            case WENSEN -> isAan("wensen");
        };
    }

    /** The first question that waits for an answer; empty when all were answered. */
    public Optional<Stap> open() {
        return Stream.of(Stap.values()).filter(stap -> !isBeantwoord(stap)).findFirst();
    }

    /** The nights, where they were chosen. */
    public Optional<Verblijf> verblijf() {
        return isBeantwoord(Stap.NACHTEN)
                ? Optional.of(new Verblijf(LocalDate.parse(antwoord("van")), LocalDate.parse(antwoord("tot"))))
                : Optional.empty();
    }

    public Optional<Contact> contact() {
        var email = Optional.ofNullable(antwoorden.get("email"));
        var telefoon = Optional.ofNullable(antwoorden.get("telefoon"));
        return email.isEmpty() && telefoon.isEmpty() ? Optional.empty() : Optional.of(new Contact(email, telefoon));
    }

    /** Where they have to be instead, by what they answered. */
    public Optional<Weg> andereWeg() {
        if (antwoord("leeftijd").equals(KIND)) {
            return Optional.of(Weg.JEUGD);
        }
        return antwoord("besluit").equals(BESLUIT_WLZ) ? Optional.of(Weg.WLZ) : Optional.empty();
    }

    /** The question to change when that is a mistake. */
    static Stap vraagVan(Weg weg) {
        return weg == Weg.JEUGD ? Stap.WIE : Stap.BESLUIT;
    }

    /** With these answers in place of what that page held before. */
    Concept met(Stap stap, Map<String, String> nieuw, Instant nu) {
        var alle = new HashMap<>(antwoorden);
        alle.keySet().removeAll(stap.velden());
        alle.putAll(nieuw);
        var wordt = new Concept(
                id, code, mantelzorger, zelf, alle, taal, door, opnieuw, Optional.of(begonnenOp.orElse(nu)), nu);
        // "Tonight" is asked in another way than a stay in spring.
        return stap == Stap.HAAST && wordt.isNu() != isNu() ? wordt.zonder(Stap.NACHTEN) : wordt;
    }

    private Concept zonder(Stap stap) {
        var alle = new HashMap<>(antwoorden);
        alle.keySet().removeAll(stap.velden());
        return new Concept(id, code, mantelzorger, zelf, alle, taal, door, opnieuw, begonnenOp, gewijzigdOp);
    }

    /** Of who is signed in, unless it was somebody's already. */
    Concept van(MantelzorgerId wie) {
        return zelf
                ? this
                : new Concept(
                        id, code, Optional.of(wie), true, antwoorden, taal, door, opnieuw, begonnenOp, gewijzigdOp);
    }

    Concept in(Taal andere) {
        return new Concept(id, code, mantelzorger, zelf, antwoorden, andere, door, opnieuw, begonnenOp, gewijzigdOp);
    }

    /** Under whose key it is encrypted: their own once we know them, so that forgetting them takes this along. */
    UUID sleutelhouder() {
        return mantelzorger.map(MantelzorgerId::waarde).orElse(id);
    }

    /** What one sees of a person by seeing this. */
    Gezien gezien() {
        return new Gezien(sleutelhouder(), Ding.AFSPRAAK, Optional.of(id));
    }
}
