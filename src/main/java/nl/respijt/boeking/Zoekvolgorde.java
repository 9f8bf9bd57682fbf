package nl.respijt.boeking;

/**
 * The one order in which moments are found, on pages and in the API alike. It is total, so that the pages of a list fit
 * together, and the database's, so that it holds across them:
 *
 * <ol>
 *   <li>what begins first: "first possible first" (domain.md, "Booking, for all kinds");
 *   <li>of what begins at the same time, when a wijk is asked or near it: what can be had in that wijk itself, then what
 *       is near. What is neither is not found at all, so there is no third place;
 *   <li>then a house, where one walks in; a group; care at home, which has to be asked for; a stay, which is not in the
 *       database but laid among them ({@link Momentenlijst});
 *   <li>then by title, sign for sign, the same on every machine;
 *   <li>then by id, as its 32 digits sort.
 * </ol>
 *
 * <p>Full moments, and those under reserve, stand where they would stand if they were free: a list does not jump about
 * while others book. Near is for who goes out: care at home is found only in a wijk it comes to.
 */
final class Zoekvolgorde {
    /** Whether it can be had in the wijk that was asked; true when none was. */
    static final String IN_DE_WIJK = "(:wijk::text is null or wijk = :wijk or :wijk = any (ook_wijken))";

    /** Whether it is where who asked would go: there or, for what does not come to people's homes, near. */
    static final String WAAR =
            "(" + IN_DE_WIJK + " or soort <> 'thuis' and (wijk = any (:buurt) or ook_wijken && :buurt))";

    /** What decides between moments that begin together. */
    static final String TEGELIJK = "case when " + IN_DE_WIJK + " then 0 else 1 end,"
            + " case soort when 'huis' then 0 when 'groep' then 1 else 2 end, titel collate \"C\", id";

    static final String VOLGORDE = " order by begin, " + TEGELIJK;

    private Zoekvolgorde() {}
}
