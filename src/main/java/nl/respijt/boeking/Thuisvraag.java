package nl.respijt.boeking;

/**
 * What care at home asks besides a name: where, and for whom. Needed here and only here (domain.md, "Respijtzorg Thuis");
 * kept encrypted by the feature, in no mail, calendar, log or address of a page.
 *
 * @param wensen what somebody has to know or do, in the carer's words; may be empty
 */
public record Thuisvraag(Voor voor, String adres, String postcode, String wensen) {
    public static final int MAX_ADRES = 200;
    public static final int MAX_WENSEN = 1000;

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
