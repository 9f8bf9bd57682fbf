package nl.respijt.boeking;

/**
 * How many visits at home a household still may have in a calendar year; one visit is one dagdeel.
 *
 * @param over zero when there are none left
 * @param perJaar how many there are in all
 */
public record Tegoed(int jaar, int over, int perJaar) {
    public boolean isOp() {
        return over == 0;
    }
}
