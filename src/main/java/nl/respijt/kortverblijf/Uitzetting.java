package nl.respijt.kortverblijf;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A house that was asked for somebody.
 *
 * @param antwoordVoor until when it answers; later is not refused, but the makelaar knows
 * @param reden why not, as the house wrote it
 */
public record Uitzetting(
        UUID id,
        UUID aanmelding,
        UUID huis,
        UUID aanbieder,
        String huisNaam,
        Status status,
        Instant antwoordVoor,
        Optional<String> reden) {

    /** What the house did. */
    public enum Status {
        GEVRAAGD,
        AANGEBODEN,
        AFGEWEZEN,
        /** No answer in time. */
        VERLOPEN,
        /** No answer is needed any more. */
        VRIJGEGEVEN;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** It said no, or no answer is needed any more: it is asked nothing, unless the makelaar asks it again. */
    public boolean isAf() {
        return status == Status.AFGEWEZEN || status == Status.VRIJGEGEVEN;
    }
}
