package nl.respijt.agenda;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a calendar program sends back on an invitation (RFC 5546, METHOD:REPLY), as far as it can be read. */
public sealed interface AgendaAntwoord {
    /**
     * An answer to one entry.
     *
     * @param id the entry; empty when its UID is none of ours
     * @param volgnummer of the invitation that was answered
     * @param genodigde who says it: a mail address, as the calendar program writes it
     * @param stempel when it was said; the same answer sent again has the same
     */
    record Gelezen(Optional<UUID> id, int volgnummer, String genodigde, Keuze keuze, String stempel)
            implements AgendaAntwoord {}

    /** Another kind of calendar than an answer. */
    record GeenAntwoord() implements AgendaAntwoord {}

    /** We ask for one entry at a time, and so is answered. */
    record MeerDanEen() implements AgendaAntwoord {}

    /** Bigger than any answer is. */
    record TeGroot() implements AgendaAntwoord {}

    record Onleesbaar() implements AgendaAntwoord {}

    /** What somebody can say. */
    enum Keuze {
        ACCEPTED,
        DECLINED,
        TENTATIVE;

        static Optional<Keuze> van(String woord) {
            return switch (woord.toUpperCase(Locale.ROOT)) {
                case "ACCEPTED" -> Optional.of(ACCEPTED);
                case "DECLINED" -> Optional.of(DECLINED);
                case "TENTATIVE" -> Optional.of(TENTATIVE);
                default -> Optional.empty();
            };
        }
    }
}
