package nl.respijt.gemeente;

/** A lotgenotengroep; those of AMWAHT are numbered from {@code AMWAHT 01}. Which one somebody is in is nobody's business. */
public record Groep(String naam, String doelgroep, Status status, int deelnemers, Ritme ritme, boolean voorbeeld) {

    /** Where a group is in its life when the service starts. */
    public enum Status {
        LOOPT,
        /** An older group that begins again, with meeting and health first. */
        DOORSTART
    }

    /** Every so many weeks or months. */
    public record Ritme(int elke, Eenheid eenheid) {
        /** What a rhythm counts in. */
        public enum Eenheid {
            WEEK,
            MAAND
        }
    }
}
