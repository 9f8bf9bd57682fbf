package nl.respijt.kortverblijf;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A bed of a house for some nights, kept for one who asked until they choose.
 *
 * @param regelversie the rules of the house it was made under
 */
public record Aanbieding(
        UUID id,
        UUID aanmelding,
        UUID huis,
        String huisNaam,
        UUID bed,
        String bedNaam,
        Verblijf verblijf,
        int regelversie,
        Status status,
        Instant verlooptOp) {

    /** What became of it. */
    public enum Status {
        AANGEBODEN,
        AANVAARD,
        AFGEWEZEN,
        VERLOPEN,
        /** Nobody needs it any more: they chose another, or it was taken back. */
        VRIJGEGEVEN;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it by now: one that nobody chose in time lapsed, also before that was written down. */
    public Status stand(Instant nu) {
        return status == Status.AANGEBODEN && !isTeKiezen(nu) ? Status.VERLOPEN : status;
    }

    /** Whether they can choose it now. */
    public boolean isTeKiezen(Instant nu) {
        return status == Status.AANGEBODEN && nu.isBefore(verlooptOp);
    }
}
