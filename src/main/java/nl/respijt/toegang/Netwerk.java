package nl.respijt.toegang;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** From where a request comes, as far as it is one place: an IPv4 address, or the /64 that one IPv6 customer gets. */
public final class Netwerk {
    private static final int KLANT_BYTES = 8;

    private Netwerk() {}

    /** A proxy on this machine or in our own network tells for whom it asks; nobody else is believed. */
    public static String van(HttpRequest<?> verzoek) {
        var buur = verzoek.getRemoteAddress().getAddress();
        if (buur == null) {
            return "";
        }
        return naam(isVanOns(buur) ? volgensProxy(verzoek).orElse(buur) : buur);
    }

    private static boolean isVanOns(InetAddress adres) {
        return adres.isLoopbackAddress() || adres.isSiteLocalAddress();
    }

    /** The last one was written by the proxy we know; those before it, by anybody. */
    private static Optional<InetAddress> volgensProxy(HttpRequest<?> verzoek) {
        return Optional.ofNullable(verzoek.getHeaders().getAll("X-Forwarded-For"))
                .filter(koppen -> !koppen.isEmpty())
                .map(List::getLast)
                .map(kop -> kop.substring(kop.lastIndexOf(',') + 1).strip())
                .flatMap(Netwerk::lees);
    }

    private static Optional<InetAddress> lees(String letterlijk) {
        try {
            return Optional.of(InetAddress.ofLiteral(letterlijk));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String naam(InetAddress adres) {
        return adres instanceof Inet6Address
                ? HexFormat.of().formatHex(adres.getAddress(), 0, KLANT_BYTES)
                : adres.getHostAddress();
    }
}
