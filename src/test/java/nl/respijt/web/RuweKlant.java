package nl.respijt.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A client without manners: writes what no HTTP library would let out. */
public final class RuweKlant {
    /** What came back: the status, the head as it was written, and the body. */
    public record Antwoord(int status, String kop, String inhoud) {}

    private static final int GEDULD = 10_000;
    private static final Pattern LENGTE = Pattern.compile("\ncontent-length: (\\d+)");

    private final URI adres;

    public RuweKlant(URI adres) {
        this.adres = adres;
    }

    /** Sends a request; {@code regel} is all of its first line but the version. */
    public Antwoord stuur(String regel, List<String> koppen, byte[] inhoud) {
        try (var lijn = new Socket(adres.getHost(), adres.getPort())) {
            lijn.setSoTimeout(GEDULD);
            var tekst = new StringBuilder(regel).append(" HTTP/1.1\r\nHost: ").append(adres.getAuthority());
            koppen.forEach(kop -> tekst.append("\r\n").append(kop));
            if (inhoud.length > 0) {
                tekst.append("\r\nContent-Length: ").append(inhoud.length);
            }
            tekst.append("\r\n\r\n");
            var uit = new ByteArrayOutputStream();
            uit.writeBytes(tekst.toString().getBytes(StandardCharsets.UTF_8));
            uit.writeBytes(inhoud);
            schrijf(lijn, uit.toByteArray());
            return lees(new BufferedInputStream(lijn.getInputStream()), regel.startsWith("HEAD "));
        } catch (IOException e) {
            throw new AssertionError(
                    "no answer to %s %s %.80s: %s"
                            .formatted(regel, koppen, new String(inhoud, StandardCharsets.UTF_8), e),
                    e);
        }
    }

    /** Sends these bytes, whatever they are; empty when the line is closed without an answer. */
    public Optional<Antwoord> stuur(String alles) {
        try (var lijn = new Socket(adres.getHost(), adres.getPort())) {
            lijn.setSoTimeout(GEDULD);
            schrijf(lijn, alles.getBytes(StandardCharsets.ISO_8859_1));
            return Optional.of(lees(new BufferedInputStream(lijn.getInputStream()), alles.startsWith("HEAD ")));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer to %.80s".formatted(alles), e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Who is refused early may find the line closed while still talking; the answer is there all the same. */
    private static void schrijf(Socket lijn, byte[] alles) {
        try {
            lijn.getOutputStream().write(alles);
        } catch (IOException geslotenNaAntwoord) {
            // read on
        }
    }

    /** The line stays open (closing it on somebody still talking can lose the answer), so the answer says how long it is. */
    private static Antwoord lees(InputStream in, boolean alleenKop) throws IOException {
        var kop = totEnMet(in, "\r\n\r\n");
        if (!kop.startsWith("HTTP/1.")) { // HTTP/1.0 when the request is too long to be read
            throw new IOException("no answer but: " + kop);
        }
        var status = Integer.parseInt(kop.substring(9, 12));
        if (status == 100) {
            return lees(in, alleenKop);
        }
        var koppen = kop.toLowerCase(Locale.ROOT);
        var lengte = LENGTE.matcher(koppen);
        if (alleenKop || status == 204 || status == 304) {
            return new Antwoord(status, kop, "");
        }
        if (lengte.find()) {
            var inhoud = in.readNBytes(Integer.parseInt(lengte.group(1)));
            return new Antwoord(status, kop, new String(inhoud, StandardCharsets.UTF_8));
        }
        return new Antwoord(
                status,
                kop,
                koppen.contains("transfer-encoding: chunked")
                        ? totEnMet(in, "\r\n0\r\n\r\n")
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String totEnMet(InputStream in, String einde) throws IOException {
        var gelezen = new StringBuilder();
        while (gelezen.length() < einde.length()
                || !gelezen.substring(gelezen.length() - einde.length()).equals(einde)) {
            var teken = in.read();
            if (teken < 0) {
                throw new IOException("ended early after: " + gelezen);
            }
            gelezen.append((char) teken);
        }
        return gelezen.toString();
    }
}
