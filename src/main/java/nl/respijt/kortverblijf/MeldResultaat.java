package nl.respijt.kortverblijf;

import java.time.LocalDate;

/** What can come of a house saying how a stay goes: they came, did not come, or left. */
public sealed interface MeldResultaat {
    /** Twice is the same as once. */
    record Gemeld(Logeerbeurt beurt) implements MeldResultaat {}

    /** The day of arrival is still to come. */
    record TeVroeg(LocalDate vanaf) implements MeldResultaat {}

    /** That day is still to come. */
    record NogNietVertrokken(LocalDate vandaag) implements MeldResultaat {}

    /** The gemeente did not decide yet. */
    record NogNietZeker() implements MeldResultaat {}

    /** The house said before that they came. */
    record AlGekomen() implements MeldResultaat {}

    /** Who was not expected any more is there, and somebody else has the bed. */
    record BedBezet() implements MeldResultaat {}

    /** It was told otherwise before, or no stay came of it. */
    record AlVoorbij() implements MeldResultaat {}

    /** No such stay in a house of who asks. */
    record Onbekend() implements MeldResultaat {}
}
