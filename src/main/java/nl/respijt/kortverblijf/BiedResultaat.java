package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.Optional;

/** What can come of a house offering a bed. */
public sealed interface BiedResultaat {
    record Aangeboden(Aanbieding aanbieding) implements BiedResultaat {}

    /** Somebody has it on one of these nights. */
    record BedBezet() implements BiedResultaat {}

    /** @param tot the last day that the contract covers */
    record ContractVerlopen(Optional<LocalDate> tot) implements BiedResultaat {}

    /** Nobody arrives there on that day of the week. */
    record NietOpAankomstdag() implements BiedResultaat {}

    /** Shorter or longer than a stay there may be. */
    record TeKortOfTeLang(int minimaal, int maximaal) implements BiedResultaat {}

    /** The day of arrival is as good as over: nobody could choose it any more. */
    record AankomstVoorbij() implements BiedResultaat {}

    /** Not fit for how this guest gets about. */
    record BedPastNiet() implements BiedResultaat {}

    /** The house said no before, or nothing can be offered any more. */
    record AlBeantwoord() implements BiedResultaat {}

    /** The house has no such bed. */
    record BedOnbekend() implements BiedResultaat {}

    /** It was not asked. */
    record Onbekend() implements BiedResultaat {}
}
