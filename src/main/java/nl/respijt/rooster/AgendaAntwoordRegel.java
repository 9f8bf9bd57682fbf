package nl.respijt.rooster;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What became of one mail that answered an invitation; {@code dienst} where its key was good. */
public record AgendaAntwoordRegel(Instant op, Optional<Dienst> dienst, Uitkomst uitkomst) {

    /** The first three did something, or tell something; of all others nothing came. */
    public enum Uitkomst {
        BEVESTIGD,
        AFGEMELD,
        MISSCHIEN,
        TE_LAAT,
        /** The dienst lapsed, or is somebody else's. */
        NIET_MEER,
        /** Answers an invitation that was changed since. */
        VEROUDERD,
        HERHAALD,
        VERKEERDE_AFZENDER,
        ONBEKENDE_SLEUTEL,
        GEEN_ANTWOORD,
        MEER_DAN_EEN,
        TE_GROOT,
        ONLEESBAAR,
        /** Somebody wrote; people have to read it. */
        GEWONE_MAIL;

        /** In the database, and the key of its texts. */
        public String woord() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Uitkomst van(String woord) {
            return valueOf(woord.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
