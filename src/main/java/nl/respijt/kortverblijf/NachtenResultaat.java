package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What can come of another day of departure. */
public sealed interface NachtenResultaat {
    /** Asking for what is agreed already is fine too. */
    record Gewijzigd(Logeerbeurt beurt) implements NachtenResultaat {}

    /** Somebody has the bed on one of these nights. */
    record BedBezet() implements NachtenResultaat {}

    /** @param tot the last day that the contract covers */
    record ContractVerlopen(Optional<LocalDate> tot) implements NachtenResultaat {}

    /** More nights than the rules have under which the bed was offered. */
    record TeLang(int minimaal, int maximaal) implements NachtenResultaat {}

    /**
     * The gemeente decided on fewer nights.
     *
     * @param nachten as many as it decided on
     */
    record NietGedekt(OptionalInt nachten) implements NachtenResultaat {}

    /** No night would be left, or one that was slept would be undone. */
    record TeKort(LocalDate vroegst) implements NachtenResultaat {}

    /** The gemeente did not decide yet. */
    record NogNietZeker() implements NachtenResultaat {}

    /** It is over, or no stay came of it. */
    record AlVoorbij() implements NachtenResultaat {}

    /** No such stay in a house of who asks. */
    record Onbekend() implements NachtenResultaat {}
}
