package nl.respijt.agenda;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.web.Invoer;

/**
 * What all calendars have in common: the host in each UID (never change it: readers would see every entry twice), the
 * functional organizer, and the address of the service.
 */
public record AgendaInstelling(String host, String organisatorNaam, String organisatorEmail, URI basis) {
    private static final int UID_LENGTE = 36;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");
    private static final Pattern EMAIL = Pattern.compile("[!-~&&[^<>\"@,;:\\\\]]+@[A-Za-z0-9.-]+");

    public AgendaInstelling {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("host (%s) is no host name".formatted(host));
        }
        if (organisatorNaam.isBlank()) {
            throw new IllegalArgumentException("the organizer needs a name");
        }
        if (!EMAIL.matcher(organisatorEmail).matches()) {
            throw new IllegalArgumentException("organisatorEmail (%s) is no bare address".formatted(organisatorEmail));
        }
        if (!basis.isAbsolute()) {
            throw new IllegalArgumentException("basis (%s) is not absolute".formatted(basis));
        }
    }

    /** How calendars know a thing, for life. */
    String uid(UUID id) {
        return id + "@" + host;
    }

    /** The thing that a calendar knows by this. */
    Optional<UUID> vanUid(String uid) {
        var apenstaart = uid.indexOf('@');
        return apenstaart == UID_LENGTE && uid.substring(apenstaart + 1).equalsIgnoreCase(host)
                ? Invoer.uuid(uid.substring(0, apenstaart))
                : Optional.empty();
    }

    /** The address at which the calendar of this key is read. */
    public URI adres(String sleutel) {
        var begin = basis.toString();
        return URI.create((begin.endsWith("/") ? begin : begin + "/") + "agenda/" + sleutel + ".ics");
    }
}
