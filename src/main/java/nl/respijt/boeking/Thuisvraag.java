package nl.respijt.boeking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.respijt.gemeente.Vaardigheid;

/**
 * What care at home asks besides a name: where, and for whom. Needed here and only here (domain.md, "Respijtzorg Thuis");
 * kept encrypted by the feature, in no mail, calendar, log or address of a page.
 *
 * @param wensen what somebody has to know or do, in the carer's words; may be empty
 * @param nodig what whoever comes has to be able to do
 */
public record Thuisvraag(Voor voor, String adres, String postcode, String wensen, Set<Vaardigheid> nodig) {
    public static final int MAX_ADRES = 200;
    public static final int MAX_WENSEN = 1000;

    public Thuisvraag {
        // In the order of the words, so that the same question reads the same everywhere.
        nodig = nodig.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(nodig));
    }

    /** A question to which anybody who comes for such a household is an answer. */
    public Thuisvraag(Voor voor, String adres, String postcode, String wensen) {
        this(voor, adres, postcode, wensen, Set.of());
    }

    /** Who needs care: providers have other people for a family with children than for an adult. */
    public enum Voor {
        VOLWASSENE,
        GEZIN;

        /** The word in the database, the API and the bundles. */
        public String woord() {
            return switch (this) {
                case VOLWASSENE -> "volwassene";
                case GEZIN -> "gezin";
            };
        }
    }
}
