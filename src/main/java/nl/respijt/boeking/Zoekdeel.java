package nl.respijt.boeking;

/**
 * What the desk types to find somebody: part of a name, an address, a phone number or a code.
 *
 * @param patroon for ILIKE
 * @param cijfers the digits of a phone number as it is stored (E.164), from however it was typed; empty when it is no
 *     number
 */
public record Zoekdeel(String patroon, String cijfers) {
    public static Zoekdeel van(String getypt) {
        return new Zoekdeel("%" + letterlijk(getypt) + "%", cijfersIn(getypt));
    }

    /** What means "anything" to LIKE means itself to somebody who types it. */
    private static String letterlijk(String getypt) {
        return getypt.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String cijfersIn(String getypt) {
        return getypt.matches("[-+() 0-9]*[0-9]{2}[-+() 0-9]*")
                ? getypt.replaceAll("[^0-9]", "").replaceFirst("^0{1,2}", "")
                : "";
    }
}
