package nl.respijt.kortverblijf.intake;

import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.respijt.kortverblijf.AanmeldVerzoek;
import nl.respijt.kortverblijf.Intake;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import nl.respijt.kortverblijf.Regel;
import nl.respijt.toegang.Sleutels;
import nl.respijt.web.Taal;

/** A concept in which every question was answered, as the intake that it becomes. */
final class ConceptVerzoek {
    private ConceptVerzoek() {}

    static AanmeldVerzoek van(Concept concept, Sleutels stempels, Taal taal, String door) {
        return new AanmeldVerzoek(
                "aanmelding:concept:" + concept.id(),
                stempels.stempel(Sleutels.Doel.AANMELDING, new TreeMap<>(concept.antwoorden()).toString()),
                concept.antwoord("naam"),
                concept.contact().orElseThrow(),
                taal,
                intake(concept),
                concept.begonnenOp().orElse(concept.gewijzigdOp()),
                door);
    }

    private static Intake intake(Concept concept) {
        var antwoorden = new HashMap<Regel, String>();
        for (var vraag : Regel.vragen()) {
            Optional.of(concept.antwoord(vraag.woord()))
                    .filter(antwoord -> !antwoord.equals(Intake.WEET_NIET))
                    .ifPresent(antwoord -> antwoorden.put(vraag, antwoord));
        }
        return new Intake(
                antwoorden,
                Stream.of(Urgentie.values())
                        .filter(een -> een.woord().equals(concept.antwoord("urgentie")))
                        .findFirst()
                        .orElseThrow(),
                concept.verblijf().orElseThrow(),
                getal(concept, "flexibeleDagen").orElse(0),
                Stream.of(Wmo.values())
                        .filter(een -> een.woord().equals(concept.antwoord("besluit")))
                        .findFirst()
                        .orElseThrow(),
                getal(concept, "wmoNachten"),
                new Wensen(
                        tekst(concept, "wijk"),
                        tekst(concept, "gesproken"),
                        concept.isAan("eigenBadkamer"),
                        concept.isAan("mantelzorgerMee"),
                        concept.isAan("proefnacht"),
                        tekst(concept, "opmerking")));
    }

    private static OptionalInt getal(Concept concept, String veld) {
        return concept.heeft(veld) ? OptionalInt.of(Integer.parseInt(concept.antwoord(veld))) : OptionalInt.empty();
    }

    private static Optional<String> tekst(Concept concept, String veld) {
        return Optional.of(concept.antwoord(veld)).filter(waarde -> !waarde.isEmpty());
    }
}
